import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { bpost } from ".";

const read = reading(bpost);

describe("bpost", () => {
  it.each([["U01", "DELIVERED"], ["L00", "OUT_FOR_DELIVERY"], ["DELIVERED_TO_SENDER", "RETURNED"], ["ON_THE_WAY_TO_SENDER", "RETURNING"], ["ON_THE_WAY", "IN_TRANSIT"], ["OUT_FOR_DELIVERY_onFoot", "OUT_FOR_DELIVERY"], ["DELIVERED_AT_NEIGHBOUR", "DELIVERED"], ["AWAITING_CUSTOMS_PAYMENT", "EXCEPTION"], ["X99", "UNKNOWN"]])(
    "explains %s",
    (code, status) => {
      expect(bpost.explain({ code, text: null }).status).toBe(status);
    },
  );

  it("forgets sender and addressee, and tells exceptions", () => {
    const known = read('<itemTracking xmlns="x"><itemCode>32</itemCode><addressee><name>JANE</name></addressee><stateInfo><time>2026-11-04T22:00:00+01:00</time><stateCode>T00</stateCode></stateInfo></itemTracking>');
    expect(known.shipments[0]).toMatchObject({ number: "32", events: [{ status: "IN_TRANSIT" }] });
    expect(JSON.stringify(known)).not.toContain("JANE");
    expect(read("<systemException><message>try again</message></systemException>", null).problems[0]?.kind).toBe("unavailable");
    expect(read("<itemTracking><itemCode>32</itemCode></itemTracking>").problems).toMatchObject([{ kind: "not_found", number: "32" }]);
  });
});

describe("bpost: traps", () => {
  it("back at the sender before delivered, and on the way to the sender before on the way", () => {
    for (const code of ["BTS_DELIVERED", "RETOUR_DELIVERED", "PICKED_UP_BY_SENDER", "DELIVERED_TO_SENDER_RETURN"]) expect(bpost.explain({ code, text: null }).status, code).toBe("RETURNED");
    for (const code of ["BTS_ON_THE_WAY", "RETOUR_PROCESSING", "OUT_FOR_DELIVERY_SENDER"]) expect(bpost.explain({ code, text: null }).status, code).toBe("RETURNING");
  });

  it("states are put in order by their time", () => {
    const state = (time: string, code: string) => `<stateInfo><time>${time}</time><stateCode>${code}</stateCode></stateInfo>`;
    const known = read(`<itemTracking><itemCode>32</itemCode>${state("2026-11-04T08:00:00+01:00", "T00")}${state("2026-11-05T08:00:00+01:00", "U00")}${state("2026-11-03T08:00:00+01:00", "R00")}</itemTracking>`).shipments[0];
    expect(known?.events.map((one) => one.code)).toEqual(["U00", "T00", "R00"]);
  });
});

import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { gls } from ".";

const read = reading(gls);
const parcel = (requested: string, unitno: string, status = "INTRANSIT") => ({ requested, unitno, status, events: [{ code: "INTIAL.NORMAL", city: "", postalCode: "", country: "DE", eventDateTime: "2026-10-07T10:46:14+0200" }] });

describe("gls", () => {
  it.each([["DELIVD.PARCELSHOP", "READY_FOR_PICKUP"], ["3.121", "DELIVERED"], ["5.0", "RETURNED"], ["FINAL", "UNKNOWN"], ["NOTDEL.ABSENT", "ATTEMPTED_DELIVERY"], ["QQ.QQ", "UNKNOWN"]])("explains %s", (code, status) => {
    expect(gls.explain({ code, text: null }).status).toBe(status);
  });

  it("names a parcel as it was asked for, and several of one reference by their own numbers", () => {
    expect(read({ parcels: [parcel("747N6K", "938")] }).shipments.map((one) => one.number)).toEqual(["747N6K"]);
    expect(read({ parcels: [parcel("747N6K", "938"), parcel("747N6K", "939")] }).shipments.map((one) => one.number)).toEqual(["938", "939"]);
  });

  it("reads an offset without a colon, an empty city as none, and every kind of error", () => {
    expect(read({ parcels: [parcel("1", "1")] }).shipments[0]?.events[0]).toMatchObject({ time: { at: Date.UTC(2026, 9, 7, 8, 46, 14), certainty: "exact" }, place: { city: null, country: "DE" } });
    expect(read({ parcels: [{ requested: "2", errorCode: "E_404_01", errorMessage: "Resource Not Found" }] }).problems).toMatchObject([{ kind: "not_found", number: "2" }]);
    expect(read({ title: "Not Found", status: 404, detail: "No static resource" }, 404).problems[0]?.kind).toBe("invalid");
    expect(read({ fault: { faultstring: "quota", detail: { errorcode: "policies.ratelimit.QuotaViolation" } } }, 429).problems[0]?.kind).toBe("rate_limit");
  });
});

describe("gls: traps", () => {
  const scans = (...codes: string[]) => ({ parcels: [{ requested: "1", unitno: "1", status: "DELIVERED", events: codes.map((code, index) => ({ code, eventDateTime: `2026-10-0${codes.length - index}T10:00:00+0200` })) }] });

  it("the status DELIVERED also ends a return: the scans say so", () => {
    expect(read(scans("DELIVD.NORMAL", "5.0", "INTIAL.NORMAL")).shipments[0]?.events.map((one) => one.status)).toEqual(["RETURNED", "RETURNED", "IN_TRANSIT"]);
  });

  it("codes are spelt as GLS spells them", () => {
    for (const code of ["INTIAL.PREADVICE", "INBOUD.NORMAL", "OUTBOD.NORMAL", "DELIVD.NORMAL"]) expect(gls.explain({ code, text: null }).status, code).not.toBe("UNKNOWN");
  });

  it("an announcement may be weeks older than the first scan", () => {
    expect(read(scans("INBOUD.NORMAL", "INTIAL.PREADVICE")).shipments[0]?.events.map((one) => one.status)).toEqual(["IN_TRANSIT", "PRE_TRANSIT"]);
  });
});

import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { aftership } from ".";
import { trackOne } from "../reading/tracking-for-tests";
import { AFTERSHIP_TAGS } from "./status-map";

const read = reading(aftership);

describe("aftership", () => {
  it("gives all tags and sub-tags a meaning", () => {
    for (const code of Object.keys(AFTERSHIP_TAGS.meanings)) expect(aftership.explain({ code, text: null }).status, code).not.toBe("UNKNOWN");
    expect(aftership.explain({ code: "InTransit_999", text: null }).status).toBe("IN_TRANSIT");
    expect(aftership.explain({ code: "Exception_011", text: null }).status).toBe("RETURNED");
  });

  it("reads a webhook, a list, the older wrapped form, and codes of both versions", () => {
    const tracking = { tracking_number: "1", slug: "dhl", tag: "InTransit", subtag: "InTransit_001", checkpoints: [{ checkpoint_time: "2026-01-14T00:52:00", created_at: "2026-01-20T00:00:00Z", message: "Departed", subtag: "InTransit_007", postal_code: "1", zip: "2" }] };
    for (const body of [{ event: "tracking_update", msg: tracking }, { meta: { code: 200 }, data: tracking }, { meta: { code: 200 }, data: { tracking } }, { meta: { code: 200 }, data: { trackings: [tracking] } }]) {
      const known = read(body).shipments[0];
      expect(known).toMatchObject({ number: "1", carrier: "dhl_express", events: [{ detail: "departed", time: { certainty: "local" }, place: { postalCode: "1" } }] });
      expect(statuses(known)).toEqual(["IN_TRANSIT"]);
    }
  });

  it("tells errors by their own code", () => {
    expect(read({ meta: { code: 4004, message: "Tracking does not exist.", type: "NotFound" }, data: {} }, 404).problems[0]?.kind).toBe("not_found");
    expect(read({ meta: { code: 429, type: "TooManyRequests" }, data: {} }, 429).problems[0]?.kind).toBe("rate_limit");
    expect(read({ meta: { code: 200 }, data: { total: 0, couriers: [] } })).toEqual({ shipments: [], problems: [] });
  });
});

describe("aftership: traps", () => {
  const tracking = (slug: string, ...checkpoints: [string, string][]) => ({ tracking_number: "1", slug, tag: "InTransit", checkpoints: checkpoints.map(([checkpoint_time, tag]) => ({ checkpoint_time, tag, created_at: "2026-11-23T00:00:00Z" })) });

  it("checkpoints out of order, with several offsets and none, are put in order by time", () => {
    const known = read({ meta: { code: 200 }, data: tracking("fedex", ["2026-11-03T10:00:00-04:00", "OutForDelivery"], ["2026-11-02T10:00:00", "InTransit"], ["2026-11-03T15:30:00+00:00", "Delivered"]) }).shipments[0];
    expect(statuses(known)).toEqual(["DELIVERED", "OUT_FOR_DELIVERY", "IN_TRANSIT"]);
    expect(known?.events.map((one) => one.time.certainty)).toEqual(["exact", "exact", "local"]);
  });

  it("the same number with another slug is another tracking", async () => {
    const body = { meta: { code: 200 }, data: { trackings: [tracking("ups", ["2026-11-03T10:00:00Z", "Delivered"]), tracking("fedex", ["2026-11-02T10:00:00Z", "InTransit"])] } };
    expect((await trackOne(aftership, "1", body, { carrier: "fedex" })).shipments.map((one) => one.carrier)).toEqual(["fedex"]);
    expect((await trackOne(aftership, "1", body)).shipments.map((one) => one.carrier)).toEqual(["ups"]);
  });

  it("a number that AfterShip waits for is pending, and no error", () => {
    expect(read({ event: "tracking_update", msg: { tracking_number: "1", tag: "Pending", checkpoints: [] } })).toMatchObject({ shipments: [{ summary: { status: "PENDING" } }], problems: [] });
  });
});

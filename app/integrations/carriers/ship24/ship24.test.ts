import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { ship24 } from ".";

const read = reading(ship24);

describe("ship24", () => {
  it.each([["exception/exception_return", "RETURNING", null], ["in_transit/customs_cleared", "IN_TRANSIT", "customs_cleared"], ["delivered", "DELIVERED", null], ["exception/exception_lost", "EXCEPTION", "lost"], ["novelty/x", "UNKNOWN", null]])("explains %s", (code, status, detail) => {
    expect(ship24.explain({ code, text: null })).toMatchObject({ status, detail });
  });

  it("believes the time of occurrence and no false Z, and settles one instant by the order", () => {
    const event = (id: string, order: number, statusMilestone: string) => ({ eventId: id, order, status: "x", statusMilestone, occurrenceDatetime: "2026-03-04T17:12:57", datetime: "2026-03-04T17:12:57.000Z" });
    const known = read({ trackings: [{ tracker: { trackingNumber: "1" }, shipment: { statusMilestone: "delivered" }, events: [event("a", 8, "out_for_delivery"), event("b", 9, "delivered")] }] }).shipments[0];
    expect(known?.events.map((one) => [one.sourceEventId, one.time.certainty])).toEqual([["b", "local"], ["a", "local"]]);
  });

  it("tells a proof of delivery from a scan, and errors by their code", () => {
    expect(read({ trackings: [{ metadata: { topic: "tracking/pod" }, tracker: { trackingNumber: "1" }, data: { status: "found" } }] })).toEqual({ shipments: [], problems: [] });
    expect(read({ errors: [{ code: "quota_limit_reached", message: "m" }], data: null }, 403).problems[0]?.kind).toBe("rate_limit");
    expect(read("Too many requests", 429).problems[0]?.kind).toBe("rate_limit");
  });
});

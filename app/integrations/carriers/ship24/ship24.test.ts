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

describe("ship24: traps", () => {
  it("events out of order are put in order by their own time", () => {
    const event = (day: string, statusMilestone: string, order: number | null) => ({ eventId: day, status: "x", statusMilestone, occurrenceDatetime: `2026-03-0${day}T10:00:00`, order });
    const known = read({ trackings: [{ tracker: { trackingNumber: "1" }, shipment: { statusMilestone: "in_transit" }, events: [event("2", "in_transit", 1), event("4", "delivered", null), event("3", "out_for_delivery", 2)] }] }).shipments[0];
    expect(known?.events.map((one) => one.status)).toEqual(["DELIVERED", "OUT_FOR_DELIVERY", "IN_TRANSIT"]);
  });

  it("code and category may be missing: the milestone is enough, and pending without events is no error", () => {
    expect(read({ data: { trackings: [{ tracker: { trackingNumber: "1" }, shipment: { statusMilestone: "pending", statusCode: null }, events: [] }] } })).toMatchObject({ shipments: [{ summary: { status: "PENDING" } }], problems: [] });
  });

  it("occurrence times come with an offset, in UTC, local, or as a day", () => {
    const at = (occurrenceDatetime: string) => read({ trackings: [{ tracker: { trackingNumber: "1" }, shipment: {}, events: [{ statusMilestone: "in_transit", occurrenceDatetime }] }] }).shipments[0]?.events[0]?.time.certainty;
    expect(["2026-03-04T17:12:57+01:00", "2026-03-04T17:12:57Z", "2026-03-04T17:12:57", "2026-03-04"].map(at)).toEqual(["exact", "exact", "local", "date"]);
  });

  it("a push of scans without the shipment's own part loses none of them", () => {
    const answer = read({ trackings: [{ tracker: { trackingNumber: "1" }, events: [{ eventId: "e", status: "Delivered", statusMilestone: "delivered", occurrenceDatetime: "2026-03-04T17:12:57Z" }] }] });
    expect(answer.shipments).toMatchObject([{ number: "1", summary: null, events: [{ status: "DELIVERED" }] }]);
  });
});

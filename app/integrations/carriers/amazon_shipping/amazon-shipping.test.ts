import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query } from "../reading/tracking-for-tests";
import { amazonShipping } from ".";

const read = reading(amazonShipping);

describe("amazon shipping", () => {
  it("reads a delivery on the returns leg as returned, wrapped or not", () => {
    const eventHistory = [
      { eventCode: "Undeliverable", eventTime: "2026-02-11T07:09:05Z", shipmentType: "FORWARD" },
      { eventCode: "Departed", eventTime: "2026-02-12T09:09:05Z", shipmentType: "RETURNS" },
      { eventCode: "Delivered", eventTime: "2026-02-13T04:09:05Z", shipmentType: "RETURNS" },
    ];
    const bare = { trackingId: "T1", eventHistory, summary: { status: "Delivered" } };
    for (const body of [bare, { payload: bare }]) {
      const known = read(body).shipments[0];
      expect(statuses(known)).toEqual(["RETURNED", "RETURNING", "EXCEPTION"]);
      expect(known?.summary?.status).toBe("RETURNED");
    }
  });

  it("reads fulfilment by Amazon under the carrier's own number, and milestones", () => {
    const mcf = read({ payload: { trackingNumber: "1Z5", carrierCode: "UPS", currentStatus: "DELIVERED", trackingEvents: [{ eventDate: "2026-01-22T00:15:55Z", eventCode: "EVENT_301", eventDescription: "Delivered." }] } }).shipments[0];
    expect(mcf).toMatchObject({ number: "1Z5", carrier: "ups", events: [{ status: "DELIVERED" }] });
    const trackingDetail = { identifier: { aftn: "AF1" }, milestoneHistory: [{ status: { code: "SHIPPED" }, occurredAt: "2026-01-22T00:15:55Z" }] };
    expect(statuses(read({ payload: { shipmentTrackingMilestoneChangedNotification: { trackingDetail } } }).shipments[0])).toEqual(["IN_TRANSIT"]);
    expect(read({ errors: [{ code: "TooManyRequests", message: "m" }] }, 429).problems[0]?.kind).toBe("rate_limit");
  });
});

describe("amazon shipping: traps", () => {
  it("parcels of Amazon's own shop are not asked for", async () => {
    const { context, sent } = asked(() => ({ payload: { trackingId: "UK1", eventHistory: [], summary: { status: "InTransit" } } }));
    const answer = await amazonShipping.track([query("TBA123456789000"), query("UK1")], context);
    expect(sent.length).toBe(1);
    expect(answer.shipments.map((one) => one.number)).toEqual(["UK1"]);
    expect(answer.problems).toMatchObject([{ kind: "invalid", number: "TBA123456789000" }]);
  });

  it("oldest first and newest first are both read newest first", () => {
    const events = [{ eventCode: "ReadyForReceive", eventTime: "2026-02-11T07:09:05Z" }, { eventCode: "Departed", eventTime: "2026-02-12T09:09:05Z" }];
    for (const eventHistory of [events, [...events].reverse()]) expect(statuses(read({ trackingId: "T1", eventHistory }).shipments[0])).toEqual(["IN_TRANSIT", "PRE_TRANSIT"]);
  });
});

import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { sendle } from ".";

const read = reading(sendle);

describe("sendle", () => {
  it("reads a push: one event that names its order", () => {
    const answer = read({ sendle_reference: "S1ABC", event_id: "e", event_type: "Dropped off", description: "At the counter", scan_time: "2026-05-25T21:21:05Z", location_data: { suburb: "Eugene", state: "OR", postcode: "97405", country: "US" } });
    expect(answer.shipments).toMatchObject([{ number: "S1ABC", events: [{ status: "IN_TRANSIT", detail: "accepted", time: { at: Date.UTC(2026, 4, 25, 21, 21, 5) }, place: { city: "Eugene", country: "US" } }] }]);
  });

  it.each([
    ["Dropped Off", "IN_TRANSIT"], ["Local Delivery", "IN_TRANSIT"], ["Delivery Attempted", "ATTEMPTED_DELIVERY"], ["Card Left", "ATTEMPTED_DELIVERY"],
    ["Left with Agent", "READY_FOR_PICKUP"], ["Damaged", "EXCEPTION"], ["Unable to Deliver", "EXCEPTION"], ["Pickup Attempted", "PRE_TRANSIT"],
  ])("%s", (code, status) => {
    expect(sendle.explain({ code, text: null }).status).toBe(status);
  });

  it("reads the whole history, and tells an error from a push", () => {
    const event = (event_type: string, day: string) => ({ event_type, scan_time: `2026-05-0${day}T01:00:00Z`, description: event_type });
    expect(statuses(read({ state: "Delivered", sendle_reference: "S1", tracking_events: [event("Pickup", "1"), event("Delivered", "3")] }).shipments[0])).toEqual(["DELIVERED", "IN_TRANSIT"]);
    expect(read({ error: "not_found", error_description: "none" }, null).problems[0]?.kind).toBe("not_found");
    expect(read({ sendle_reference: "S1" }, null).problems[0]?.kind).toBe("unparsable");
  });
});

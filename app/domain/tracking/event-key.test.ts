import { describe, expect, it } from "vitest";

import type { ParsedEvent } from "./event";
import { eventKey } from "./event-key";

const base: ParsedEvent = {
  time: { at: 1_700_000_000_000, certainty: "exact", zone: null, said: null },
  status: "IN_TRANSIT", detail: null, mapping: null, code: "DP", text: "Departed from facility",
  place: { city: "Louisville", region: "KY", country: "US", postalCode: null, text: null },
  sourceEventId: null, returnLeg: false, withdraws: false, raw: null,
};

describe("eventKey", () => {
  it("is the same for copies that differ in spaces and case", () => {
    expect(eventKey("ups", { ...base, text: "DEPARTED FROM FACILITY " })).toBe(eventKey("ups", base));
  });
  it("differs by provider, time, code, text and place", () => {
    const keys = [
      eventKey("ups", base),
      eventKey("17track", base),
      eventKey("ups", { ...base, time: { ...base.time, at: base.time.at + 60_000 } }),
      eventKey("ups", { ...base, code: "AR" }),
      eventKey("ups", { ...base, text: "Arrived" }),
      eventKey("ups", { ...base, place: { ...(base.place as NonNullable<ParsedEvent["place"]>), city: "Memphis" } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
  it("does not count the time of receipt, which differs from copy to copy", () => {
    const timeless = { ...base, time: { ...base.time, certainty: "received" as const } };
    expect(eventKey("ups", { ...timeless, time: { ...timeless.time, at: 5 } })).toBe(eventKey("ups", timeless));
  });
  it("goes by the source's own id where it has one", () => {
    expect(eventKey("ups", { ...base, sourceEventId: "abc", text: "one" })).toBe(eventKey("ups", { ...base, sourceEventId: "ABC", text: "two" }));
  });
});

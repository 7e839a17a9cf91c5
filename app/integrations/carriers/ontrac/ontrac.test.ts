import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { findAdapter } from "../registry";
import { ontrac } from ".";

const read = reading(ontrac);
const events = (...list: unknown[]) => ({ OrderNumber: "O1", Pieces: [{ TrackingNumber: "LX1" }], Events: list });

describe("ontrac: traps", () => {
  it("the UTC time does not say that it is UTC; the local one has no zone and is not taken for it", () => {
    const at = (event: Record<string, unknown>) => read(events({ EventType: "Arrived", ...event })).shipments[0]?.events[0]?.time;
    expect(at({ DateTime: "2026-11-18T09:38:32", UTCDateTime: "2026-11-18T14:38:32" })).toMatchObject({ at: Date.UTC(2026, 10, 18, 14, 38, 32), certainty: "exact" });
    expect(at({ DateTime: "2026-11-18T09:38:32" })).toMatchObject({ certainty: "local", zone: null });
  });

  it("a scan without a type says nothing, and moves nothing", () => {
    expect(statuses(read(events({ EventType: "", UTCDateTime: "2026-11-18T14:38:32" })).shipments[0])).toEqual(["UNKNOWN"]);
  });

  it("is one carrier under two names, and is not asked", () => {
    expect(findAdapter("lasership")?.code).toBe("ontrac");
    expect(ontrac.readOnly).toBe(true);
  });

  it("forgets who signed", () => {
    expect(JSON.stringify(read(events({ EventType: "Delivered", Signature: "J DOE", Signature2: "J DOE", UTCDateTime: "2026-11-18T14:38:32" })))).not.toContain("J DOE");
  });
});

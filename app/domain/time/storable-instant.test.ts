import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isStorableInstant, nearestStorableInstant } from "./storable-instant";

describe("an instant that can be stored", () => {
  it("is written with four digits of a year", () => {
    fc.assert(
      fc.property(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }).map(Math.trunc), (at) => {
        const near = nearestStorableInstant(at);
        expect(new Date(near).toISOString()).toMatch(/^\d{4}-/);
        expect(near === at).toBe(isStorableInstant(at));
      }),
    );
  });

  it("is none that is no instant", () => {
    expect(isStorableInstant(NaN)).toBe(false);
    expect(nearestStorableInstant(NaN)).toBeNaN();
    expect(isStorableInstant(Date.UTC(2026, 10, 24))).toBe(true);
  });
});

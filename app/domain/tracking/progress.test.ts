import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { progressOf, type ProgressInput } from "./progress";
import { TRACKING_DETAILS, TRACKING_STATUSES, type ShipmentStatus, type TrackingStatus } from "./status";

const HOUR = 3_600_000;
const at = Date.UTC(2026, 10, 2, 9);

function input(status: ShipmentStatus, seen: TrackingStatus[] = [], more: Partial<ProgressInput> = {}): ProgressInput {
  const events = seen.map((each, index) => ({
    status: each,
    detail: null,
    time: { at: at + index * HOUR, certainty: "exact" as const, zone: null, said: null },
  }));
  return { status, detail: null, direction: "out", orderedAt: at - 48 * HOUR, shippedAt: at - 24 * HOUR, events, ...more };
}

function shape(given: ProgressInput): string {
  return progressOf(given).map((step) => `${step.key}:${step.state}`).join(" ");
}

describe("progress for shoppers", () => {
  it("goes from ordered to delivered", () => {
    expect(shape(input("PENDING"))).toBe("ordered:done shipped:current on_the_way:upcoming out_for_delivery:upcoming delivered:upcoming");
    expect(shape(input("IN_TRANSIT", ["IN_TRANSIT"]))).toBe("ordered:done shipped:done on_the_way:current out_for_delivery:upcoming delivered:upcoming");
    expect(shape(input("OUT_FOR_DELIVERY", ["IN_TRANSIT", "OUT_FOR_DELIVERY"]))).toContain("out_for_delivery:current");
    expect(shape(input("DELIVERED", ["IN_TRANSIT", "DELIVERED"]))).toBe("ordered:done shipped:done on_the_way:done out_for_delivery:done delivered:done");
  });

  it("says when each step was reached, and leaves out what nobody said", () => {
    const steps = progressOf(input("DELIVERED", ["IN_TRANSIT", "IN_TRANSIT", "DELIVERED"]));
    expect(steps.map((step) => step.moment?.at ?? null)).toEqual([at - 48 * HOUR, at - 24 * HOUR, at, null, at + 2 * HOUR]);
  });

  it("takes the pick-up way when the shipment waits at a point, and when it was collected", () => {
    expect(shape(input("READY_FOR_PICKUP", ["IN_TRANSIT", "READY_FOR_PICKUP"]))).toContain("ready_for_pickup:current collected:upcoming");
    expect(shape(input("DELIVERED", ["READY_FOR_PICKUP", "DELIVERED"]))).toContain("collected:done");
    expect(shape(input("DELIVERED", ["DELIVERED"], { detail: "collected" }))).toContain("collected:done");
  });

  it("marks the step at which something went wrong", () => {
    expect(shape(input("EXCEPTION", ["IN_TRANSIT", "EXCEPTION"]))).toContain("on_the_way:problem");
    expect(shape(input("EXCEPTION", ["IN_TRANSIT", "OUT_FOR_DELIVERY", "EXCEPTION"]))).toContain("out_for_delivery:problem");
    expect(shape(input("ATTEMPTED_DELIVERY", ["ATTEMPTED_DELIVERY"]))).toContain("out_for_delivery:problem");
    expect(shape(input("EXPIRED", []))).toContain("shipped:problem");
    expect(shape(input("EXPIRED", ["IN_TRANSIT"]))).toContain("on_the_way:problem");
  });

  it("shows the way back to the sender, and a shopper's own return", () => {
    expect(shape(input("RETURNING", ["IN_TRANSIT", "RETURNING"]))).toContain("returning:current returned:upcoming");
    expect(shape(input("RETURNED", ["RETURNED"]))).toContain("returned:done");
    expect(shape(input("IN_TRANSIT", ["IN_TRANSIT"], { direction: "return" }))).toBe("return_registered:done return_on_the_way:current return_received:upcoming");
    expect(shape(input("DELIVERED", ["DELIVERED"], { direction: "return" }))).toBe("return_registered:done return_on_the_way:done return_received:done");
  });

  it("always has one place at which the shipment stands, or is complete", () => {
    const statuses = TRACKING_STATUSES.filter((status): status is ShipmentStatus => status !== "UNKNOWN");
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        fc.array(fc.constantFrom(...TRACKING_STATUSES), { maxLength: 8 }),
        fc.constantFrom("out" as const, "return" as const),
        fc.option(fc.constantFrom(...TRACKING_DETAILS), { nil: null }),
        (status, seen, direction, detail) => {
          const states = progressOf(input(status, seen, { direction, detail })).map((step) => step.state);
          const here = states.filter((state) => state === "current" || state === "problem").length;
          const allDone = states.every((state) => state === "done");
          expect(allDone ? 0 : 1).toBe(here);
          // Nothing is done after the place at which it stands.
          expect(states.lastIndexOf("done")).toBeLessThan(allDone ? states.length : states.findIndex((state) => state === "current" || state === "problem"));
        },
      ),
    );
  });
});

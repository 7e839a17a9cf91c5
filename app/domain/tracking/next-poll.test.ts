import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { GIVE_UP_AFTER_MS, GRACE_AFTER_END_MS, nextPollAt, type PollInput } from "./next-poll";

const now = Date.UTC(2026, 10, 10);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function wait(more: Partial<PollInput>, status: PollInput["state"]["status"] = "IN_TRANSIT", lastEventAt: number | null = now - HOUR) {
  const at = nextPollAt({
    state: { status, statusAt: lastEventAt, lastEventAt, deliveredAt: status === "DELIVERED" ? lastEventAt : null },
    shippedAt: now - 20 * DAY, dueAt: null, edgeAt: null, failures: 0, hasOpenException: false, stopped: false, pushedAt: null, now, jitter: 0.5, ...more,
  });
  return at === null ? null : at - now;
}

describe("nextPollAt", () => {
  it("asks every 15 min when out for delivery and every 30 min when due today", () => {
    expect(wait({}, "OUT_FOR_DELIVERY")).toBe(15 * MINUTE);
    expect(wait({ dueAt: now + 5 * HOUR })).toBe(30 * MINUTE);
    expect(wait({}, "EXCEPTION")).toBe(30 * MINUTE);
  });

  it("asks every 2 h on the way, slower after silence", () => {
    expect(wait({})).toBe(2 * HOUR);
    expect(wait({}, "IN_TRANSIT", now - 6 * DAY)).toBe(6 * HOUR);
    expect(wait({}, "IN_TRANSIT", now - 15 * DAY)).toBe(12 * HOUR);
  });

  it("backs off after failures, up to a day", () => {
    expect(wait({ failures: 2 })).toBeCloseTo(2 * HOUR * 1.6 ** 2, -3);
    expect(wait({ failures: 50 })).toBe(DAY);
  });

  it("keeps asking for a while after the end, then never again", () => {
    expect(wait({}, "DELIVERED", now - HOUR)).toBe(12 * HOUR);
    expect(wait({}, "DELIVERED", now - GRACE_AFTER_END_MS)).toBeNull();
    expect(wait({ shippedAt: now - GIVE_UP_AFTER_MS }, "PENDING", null)).toBeNull();
    expect(wait({ stopped: true })).toBeNull();
  });

  it("spreads shipments that came at once by 15 % to both sides", () => {
    expect(wait({ jitter: 0 })).toBe(Math.round(2 * HOUR * 0.85));
  });

  it("stays quick while it matters, and goes by age when trouble has been silent for two days", () => {
    expect(wait({ failures: 9 }, "OUT_FOR_DELIVERY")).toBe(30 * MINUTE);
    expect(wait({ failures: 9 }, "EXCEPTION")).toBe(30 * MINUTE);
    expect(wait({}, "EXCEPTION", now - 3 * DAY)).toBe(2 * HOUR);
    expect(wait({ dueAt: now - 2 * HOUR, failures: 9 }, "IN_TRANSIT", now - 3 * DAY)).toBe(30 * MINUTE);
  });

  it("asks once more before a rule would call it late", () => {
    expect(wait({ edgeAt: now + HOUR, failures: 3 })).toBe(30 * MINUTE);
    expect(wait({ edgeAt: now + 10 * MINUTE, failures: 3 })).toBe(15 * MINUTE);
    expect(wait({ edgeAt: now - 1 })).toBe(2 * HOUR);
    expect(wait({ edgeAt: now + 9 * DAY })).toBe(2 * HOUR);
  });

  it("where a provider pushes, asks every 12 h, sooner when the push is silent though something is due", () => {
    const pushing = { pushedAt: now - HOUR };
    expect(wait(pushing)).toBe(12 * HOUR);
    expect(wait(pushing, "OUT_FOR_DELIVERY")).toBe(2 * HOUR);
    expect(wait(pushing, "OUT_FOR_DELIVERY", now - 5 * HOUR)).toBe(30 * MINUTE);
    expect(wait({ ...pushing, dueAt: now + HOUR }, "IN_TRANSIT", now - 5 * HOUR)).toBe(30 * MINUTE);
    // A provider that has pushed nothing for a day is not relied on.
    expect(wait({ pushedAt: now - DAY })).toBe(2 * HOUR);
  });

  const inputs = fc.record({
    state: fc.record({
      status: fc.constantFrom("PENDING", "PRE_TRANSIT", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "DELIVERED", "EXCEPTION", "RETURNING", "RETURNED", "EXPIRED"),
      statusAt: fc.option(fc.integer({ min: now - 90 * DAY, max: now + DAY }), { nil: null }),
      lastEventAt: fc.option(fc.integer({ min: now - 90 * DAY, max: now + DAY }), { nil: null }),
      deliveredAt: fc.option(fc.integer({ min: now - 90 * DAY, max: now + DAY }), { nil: null }),
    }),
    shippedAt: fc.integer({ min: now - 90 * DAY, max: now + DAY }),
    dueAt: fc.option(fc.integer({ min: now - 20 * DAY, max: now + 20 * DAY }), { nil: null }),
    edgeAt: fc.option(fc.integer({ min: now - 2 * DAY, max: now + 20 * DAY }), { nil: null }),
    pushedAt: fc.option(fc.integer({ min: now - 3 * DAY, max: now }), { nil: null }),
    failures: fc.nat(60), hasOpenException: fc.boolean(), stopped: fc.boolean(), now: fc.constant(now), jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }) as fc.Arbitrary<PollInput>;

  it("is never in the past, nor sooner than 12 minutes, nor later than a day and its jitter", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const at = nextPollAt(input);
        if (at === null) return;
        expect(at - now).toBeGreaterThanOrEqual(12 * MINUTE);
        expect(at - now).toBeLessThanOrEqual(DAY * 1.15 + 1);
      }),
    );
  });

  it("one failure more never makes it sooner, and an event sets it back to the start", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const at = nextPollAt(input);
        const worse = nextPollAt({ ...input, failures: input.failures + 1 });
        if (at === null) {
          expect(worse).toBeNull();
          return;
        }
        expect(worse).toBeGreaterThanOrEqual(at);
        // `now` is when the event came: failures begin anew, and so does the silence.
        const after = nextPollAt({ ...input, failures: 0, state: { ...input.state, lastEventAt: now } });
        if (after !== null && (input.pushedAt === null || now - input.pushedAt >= DAY)) expect(after).toBeLessThanOrEqual(at);
      }),
    );
  });

  it("a stopped shipment is never asked for", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(nextPollAt({ ...input, stopped: true })).toBeNull();
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { afterCalls, budgetAt, callsNow, nextDay, nextMonth, unitsLeft, unitsOfRequest, type BudgetPolicy, type BudgetState } from "./budget";

const DAY = 86_400_000;
const HOUR = DAY / 24;
const midnight = Date.UTC(2026, 10, 25);
const fresh: BudgetState = { usedToday: 0, nextCallAt: null, bookedUntil: null };
const SLICE = 10_000;

describe("budgets", () => {
  it("grants what fits into a slice by calls per second, and paces the next", () => {
    const policy = { perSecond: 3, perDay: null };
    expect(callsNow(policy, fresh, "normal", midnight, SLICE)).toBe(31);
    const after = afterCalls(policy, fresh, 31, midnight);
    expect(after.nextCallAt).toBe(midnight + 10_334);
    expect(callsNow(policy, after, "normal", midnight, SLICE)).toBe(0);
    expect(budgetAt(policy, after, "normal", 0, midnight)).toBe(midnight + 10_334);
    // Canada Post, Australia Post: one call in several seconds.
    expect(callsNow({ perSecond: 0.16, perDay: null }, fresh, "normal", midnight, SLICE)).toBe(2);
  });

  it("spreads a day's quota over the day and keeps a quarter of it for urgent shipments", () => {
    const policy = { perSecond: 1_000, perDay: 240 };
    const six = midnight + 6 * HOUR;
    const used = (usedToday: number) => ({ ...fresh, usedToday });
    expect(callsNow(policy, fresh, "normal", six, SLICE)).toBe(65);
    expect(callsNow(policy, fresh, "urgent", six, SLICE)).toBe(120);
    expect(callsNow(policy, used(65), "normal", six, SLICE)).toBe(0);
    expect(callsNow(policy, used(65), "urgent", six, SLICE)).toBe(55);
    expect(callsNow(policy, used(240), "urgent", midnight + 23 * HOUR, SLICE)).toBe(0);
  });

  it("says when there is budget for those that wait, one after the other", () => {
    const policy = { perSecond: 1_000, perDay: 24 };
    const noon = midnight + 12 * HOUR;
    const state = { ...fresh, usedToday: 13 };
    const at = [0, 1, 2].map((ahead) => budgetAt(policy, state, "normal", ahead, noon) - midnight);
    expect(at).toEqual([13.5 * HOUR, 14.5 * HOUR, 15.5 * HOUR]);
    expect(callsNow(policy, state, "normal", midnight + (at[0] ?? 0), SLICE)).toBe(1);
    // Spent: tomorrow; and behind those that were promised before.
    expect(budgetAt(policy, { ...fresh, usedToday: 24 }, "urgent", 0, noon)).toBe(midnight + DAY);
    expect(budgetAt(policy, { ...state, bookedUntil: midnight + 20 * HOUR }, "normal", 0, noon)).toBe(midnight + 21 * HOUR);
  });

  const policies = fc.record({ perSecond: fc.double({ min: 0.1, max: 100, noNaN: true }), perDay: fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: null }) });
  const states = fc.record({
    usedToday: fc.nat(6_000),
    nextCallAt: fc.option(fc.integer({ min: midnight - DAY, max: midnight + 2 * DAY }), { nil: null }),
    bookedUntil: fc.option(fc.integer({ min: midnight - DAY, max: midnight + 2 * DAY }), { nil: null }),
  });
  const nows = fc.integer({ min: midnight, max: midnight + DAY - 1 });
  const urgencies = fc.constantFrom("urgent" as const, "normal" as const);

  it("never grants more than the day holds, gives urgent shipments no less, and never puts off into the past", () => {
    fc.assert(
      fc.property(policies, states, nows, urgencies, fc.nat(300), (policy: BudgetPolicy, state, now, urgency, ahead) => {
        const normal = callsNow(policy, state, "normal", now, SLICE);
        const urgent = callsNow(policy, state, "urgent", now, SLICE);
        expect(urgent).toBeGreaterThanOrEqual(normal);
        if (policy.perDay !== null && normal > 0) expect(state.usedToday + normal).toBeLessThanOrEqual(policy.perDay);
        const at = budgetAt(policy, state, urgency, ahead, now);
        expect(at).toBeGreaterThanOrEqual(now);
        expect(at).toBeLessThanOrEqual(now + DAY);
        expect(budgetAt(policy, state, urgency, ahead + 1, now)).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  it("a day of asking whenever there is budget uses all of it, and no more", () => {
    const policy = { perSecond: 5, perDay: 250 };
    let state = fresh;
    for (let now = midnight; now < midnight + DAY; now += 60_000) {
      const calls = callsNow(policy, state, "normal", now, SLICE);
      state = afterCalls(policy, state, calls, now);
      expect(state.usedToday).toBeLessThanOrEqual(Math.ceil(250 * ((now - midnight) / DAY + 1 / 48)));
    }
    expect(state.usedToday).toBe(250);
  });

  it("counts numbers where the provider does, and months of spending", () => {
    expect(unitsOfRequest({ perDay: 1_000, numbersPerDay: 10_000 }, 20)).toBe(2);
    expect(unitsOfRequest({ perDay: 1_000, numbersPerDay: 10_000 }, 3)).toBe(1);
    expect(unitsOfRequest({ perDay: 250 }, 20)).toBe(1);
    expect(unitsLeft({ unitCostMicros: 20_000n, monthlyLimitMinor: 1_000n, units: 490, decimals: 2 })).toBe(10);
    expect(unitsLeft({ unitCostMicros: 20_000n, monthlyLimitMinor: 1_000n, units: 501, decimals: 2 })).toBe(0);
    expect(unitsLeft({ unitCostMicros: 3_000_000n, monthlyLimitMinor: 900n, units: 0, decimals: 0 })).toBe(300);
    expect(unitsLeft({ unitCostMicros: null, monthlyLimitMinor: 900n, units: 0, decimals: 2 })).toBeNull();
    expect([nextDay(midnight + 5), nextMonth(midnight)]).toEqual([midnight + DAY, Date.UTC(2026, 11, 1)]);
  });
});

import { performance } from "node:perf_hooks";

import { describe, expect, it } from "vitest";

import { atLeast } from "./at-least";
import { createLookUpLimits, DEFAULT_ALLOWANCES } from "./look-up-limits";

const attempt = { shopId: "shop-1", address: "203.0.113.7", order: "1001" };

describe("limits of the tracking page", () => {
  it("stop one address after its share, and say when to come back", async () => {
    const limits = createLookUpLimits();
    for (let index = 0; index < DEFAULT_ALLOWANCES.address.points; index += 1) {
      expect(await limits.tryLookUp({ ...attempt, order: `A${index}` })).toEqual({ allowed: true });
    }
    const verdict = await limits.tryLookUp({ ...attempt, order: "another" });
    expect(verdict).toMatchObject({ allowed: false });
    expect(verdict.allowed ? 0 : verdict.retryAfterSeconds).toBeGreaterThan(500);
    expect(await limits.tryLookUp({ ...attempt, address: "203.0.113.8" })).toEqual({ allowed: true });
  });

  it("stop guesses at one order from many addresses, also when they come at once", async () => {
    const limits = createLookUpLimits();
    const verdicts = await Promise.all(Array.from({ length: 50 }, (_, index) => limits.tryLookUp({ ...attempt, address: `198.51.100.${index}` })));
    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(DEFAULT_ALLOWANCES.order.points);
    expect(await limits.tryLookUp({ ...attempt, shopId: "shop-2" })).toEqual({ allowed: true });
  });

  it("do not count a right answer against its order", async () => {
    const limits = createLookUpLimits();
    for (let index = 0; index < 3 * DEFAULT_ALLOWANCES.order.points; index += 1) {
      const mine = { ...attempt, address: null };
      expect(await limits.tryLookUp(mine)).toEqual({ allowed: true });
      await limits.wasRight(mine);
    }
  });

  it("stop a shop's wrong look-ups as a whole", async () => {
    const limits = createLookUpLimits({ ...DEFAULT_ALLOWANCES, shop: { points: 3, duration: 60 } });
    const verdicts = [];
    for (let index = 0; index < 4; index += 1) verdicts.push(await limits.tryLookUp({ shopId: "shop-1", address: null, order: `N${index}` }));
    expect(verdicts.map((verdict) => verdict.allowed)).toEqual([true, true, true, false]);
  });

  it("tell an order's used-up tries from an address's and a shop's", async () => {
    const limits = createLookUpLimits({ ...DEFAULT_ALLOWANCES, address: { points: 3, duration: 60 }, order: { points: 1, duration: 60 }, shop: { points: 4, duration: 60 } });
    const tried = async (address: string | null, order: string) => {
      const decision = await limits.tryLookUp({ shopId: "shop-1", address, order });
      return decision.allowed || decision.usedUp;
    };
    expect([await tried("203.0.113.7", "A"), await tried("203.0.113.7", "A"), await tried("203.0.113.7", "B"), await tried("203.0.113.7", "C")]).toEqual([true, "order", true, "address"]);
    expect([await tried(null, "A"), await tried(null, "D")]).toEqual(["order", "shop"]);
  });

  it("count a link for its own order, and links that open nothing for their address", async () => {
    const limits = createLookUpLimits({ ...DEFAULT_ALLOWANCES, link: { points: 2, duration: 60 } });
    const visit = async (address: string | null, orderId: string | null) => (await limits.tryLink({ shopId: "shop-1", address, orderId })).allowed;
    for (let count = 0; count < 5; count += 1) await visit("203.0.113.7", null);
    expect(await visit("203.0.113.7", null)).toBe(false);
    expect([await visit("203.0.113.7", "order-1"), await visit("203.0.113.8", "order-1"), await visit("203.0.113.9", "order-1")]).toEqual([true, true, false]);
    expect(await visit("203.0.113.7", "order-2")).toBe(true);
    expect(await visit(null, null)).toBe(true);
  });

  it("answer no sooner than they should, an error as well", async () => {
    const start = performance.now();
    expect(await atLeast(60, async () => 7)).toBe(7);
    await expect(atLeast(60, async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  });
});

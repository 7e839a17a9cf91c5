import { RateLimiterMemory } from "rate-limiter-flexible";

import { take, type LimitVerdict } from "./take";

/** Who tries what. */
export interface LookUpAttempt {
  shopId: string;
  /** From `clientAddress`; null when unknown, then this one limit is left out. */
  address: string | null;
  /** The order number as it is compared; whether such an order exists makes no difference. */
  order: string;
}

/** `usedUp` says whose allowance is used up: an order's allows a look-up by e-mail or phone still (see `lookUpOrder`). */
export type LookUpDecision = { allowed: true } | { allowed: false; retryAfterSeconds: number; usedUp: "address" | "order" | "shop" };

/**
 * Limits on the public tracking page. Counted in memory: every web process counts for itself, so with n processes at
 * most n times as much is let through, and a flood costs the database nothing.
 */
export interface LookUpLimits {
  /** Counts one look-up before it is made: so that many at once cannot all slip through. */
  tryLookUp(attempt: LookUpAttempt): Promise<LookUpDecision>;
  /** A look-up that was right does not count against its order and shop. */
  wasRight(attempt: LookUpAttempt): Promise<void>;
  /**
   * Counts one visit by link, or one feedback sent. A link that opens an order counts for that order alone, so that what
   * others do from the same address never closes it; one that opens nothing counts for its address.
   * @param visit.orderId the order that the link opens; null when it opens none
   */
  tryLink(visit: { address: string | null; shopId: string; orderId: string | null }): Promise<LimitVerdict>;
}

interface Allowance {
  points: number;
  /** Seconds. */
  duration: number;
}

export interface LookUpAllowances {
  /** Look-ups of one address, right or wrong. */
  address: Allowance;
  /** Wrong look-ups of one order number, after which a postal code is not accepted: five digits would need years. */
  order: Allowance;
  /** Wrong look-ups in one shop, by all addresses together. */
  shop: Allowance;
  /** Visits by links that open nothing from one address, and visits by the link of one order. */
  link: Allowance;
}

export const DEFAULT_ALLOWANCES: LookUpAllowances = {
  address: { points: 20, duration: 600 },
  order: { points: 8, duration: 3_600 },
  shop: { points: 1_500, duration: 600 },
  link: { points: 120, duration: 600 },
};

/** Makes limits that start empty. */
export function createLookUpLimits(allowances: LookUpAllowances = DEFAULT_ALLOWANCES): LookUpLimits {
  const limiter = (name: keyof LookUpAllowances) => new RateLimiterMemory({ keyPrefix: name, ...allowances[name] });
  const byAddress = limiter("address");
  const byOrder = limiter("order");
  const byShop = limiter("shop");
  const byLink = limiter("link");
  const orderKey = (attempt: LookUpAttempt) => `${attempt.shopId}:${attempt.order}`;
  const addressKey = (visit: { address: string; shopId: string }) => `${visit.shopId}:${visit.address}`;

  return {
    async tryLookUp(attempt) {
      const { address } = attempt;
      if (address !== null) {
        const ofAddress = await take(byAddress, addressKey({ ...attempt, address }));
        if (!ofAddress.allowed) return { ...ofAddress, usedUp: "address" };
      }
      const ofOrder = await take(byOrder, orderKey(attempt));
      const ofShop = await take(byShop, attempt.shopId);
      if (!ofShop.allowed) return { ...ofShop, usedUp: "shop" };
      return ofOrder.allowed ? ofOrder : { ...ofOrder, usedUp: "order" };
    },
    async wasRight(attempt) {
      await Promise.all([byOrder.reward(orderKey(attempt)), byShop.reward(attempt.shopId)]);
    },
    async tryLink({ address, shopId, orderId }) {
      if (orderId !== null) return take(byLink, `${shopId}:order:${orderId}`);
      return address === null ? { allowed: true } : take(byLink, addressKey({ address, shopId }));
    },
  };
}

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Who tries what. */
export interface LookUpAttempt {
  shopId: string;
  /** From `clientAddress`; null when unknown, then this one limit is left out. */
  address: string | null;
  /** The order number as it is compared; whether such an order exists makes no difference. */
  order: string;
}

export type LimitVerdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/**
 * Limits on the public tracking page. Counted in memory: every web process counts for itself, so with n processes at
 * most n times as much is let through, and a flood costs the database nothing.
 */
export interface LookUpLimits {
  /** Counts one look-up before it is made: so that many at once cannot all slip through. */
  tryLookUp(attempt: LookUpAttempt): Promise<LimitVerdict>;
  /** A look-up that was right does not count against its order and shop. */
  wasRight(attempt: LookUpAttempt): Promise<void>;
  /** Counts one visit by link, or one feedback sent. */
  tryLink(visit: { address: string | null; shopId: string }): Promise<LimitVerdict>;
}

interface Allowance {
  points: number;
  /** Seconds. */
  duration: number;
}

export interface LookUpAllowances {
  /** Look-ups of one address, right or wrong. */
  address: Allowance;
  /** Wrong look-ups of one order number: a five-digit postal code would need years. */
  order: Allowance;
  /** Wrong look-ups in one shop, by all addresses together. */
  shop: Allowance;
  /** Visits by link from one address. */
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
        const verdict = await take(byAddress, addressKey({ ...attempt, address }));
        if (!verdict.allowed) return verdict;
      }
      const ofOrder = await take(byOrder, orderKey(attempt));
      if (!ofOrder.allowed) return ofOrder;
      return take(byShop, attempt.shopId);
    },
    async wasRight(attempt) {
      await Promise.all([byOrder.reward(orderKey(attempt)), byShop.reward(attempt.shopId)]);
    },
    async tryLink({ address, shopId }) {
      return address === null ? { allowed: true } : take(byLink, addressKey({ address, shopId }));
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<LimitVerdict> {
  try {
    await limiter.consume(key);
    return { allowed: true };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) };
    throw refused;
  }
}

import { RateLimiterMemory } from "rate-limiter-flexible";

import { take, type LimitVerdict } from "./take";

/** Requests of one key, and wrong keys from one address. Counted in memory: with n web processes at most n times as many. */
export interface ApiLimits {
  tryRequest(keyId: string): Promise<LimitVerdict>;
  /**
   * Counts a key that was looked up and opens nothing. A key that opens a shop is never asked about here: 256 random bits
   * cannot be guessed, and another client's wrong keys must not shut a right one out.
   * @param address from `clientAddress`; null is not limited
   */
  wrongKey(address: string | null): Promise<LimitVerdict>;
}

export const DEFAULT_API_ALLOWANCES = {
  /** Each request may carry hundreds of items. */
  request: { points: 120, duration: 60 },
  wrongKey: { points: 30, duration: 600 },
};

/** Counts the API's requests by key, and wrong keys by address, in this process. */
export function createApiLimits(allowances: typeof DEFAULT_API_ALLOWANCES = DEFAULT_API_ALLOWANCES): ApiLimits {
  const requests = new RateLimiterMemory({ keyPrefix: "api", ...allowances.request });
  const wrong = new RateLimiterMemory({ keyPrefix: "api-key", ...allowances.wrongKey });
  return {
    tryRequest: (keyId) => take(requests, keyId),
    wrongKey: async (address) => (address === null ? { allowed: true } : take(wrong, address)),
  };
}

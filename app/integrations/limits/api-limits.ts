import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { LimitVerdict } from "./look-up-limits";

/** Requests of one key, and wrong keys from one address. Counted in memory: with n web processes at most n times as many. */
export interface ApiLimits {
  tryRequest(keyId: string): Promise<LimitVerdict>;
  /** Counts a key that opens nothing; asked before it is looked up. An unknown address is not limited. */
  mayTryKey(address: string | null): Promise<LimitVerdict>;
  wasWrong(address: string | null): Promise<void>;
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
    async tryRequest(keyId) {
      try {
        await requests.consume(keyId);
        return { allowed: true };
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return { allowed: false, retryAfterSeconds: seconds(refused.msBeforeNext) };
        throw refused;
      }
    },
    async mayTryKey(address) {
      const used = address === null ? null : await wrong.get(address);
      if (used === null || used.consumedPoints < allowances.wrongKey.points) return { allowed: true };
      return { allowed: false, retryAfterSeconds: seconds(used.msBeforeNext) };
    },
    async wasWrong(address) {
      if (address !== null) await wrong.penalty(address);
    },
  };
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}

import { RateLimiterRes, type RateLimiterMemory } from "rate-limiter-flexible";

export type LimitVerdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Takes one point of a key's allowance; refused when none is left. */
export async function take(limiter: RateLimiterMemory, key: string): Promise<LimitVerdict> {
  try {
    await limiter.consume(key);
    return { allowed: true };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) };
    throw refused;
  }
}

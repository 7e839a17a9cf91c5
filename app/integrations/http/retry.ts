import type { HttpAnswer, HttpRequest } from "~/integrations/carriers/port";

export interface RetryPolicy {
  /** Tries in all, the first among them. */
  attempts: number;
  /** First wait in milliseconds; doubles each time. */
  baseMs: number;
  /** Longest wait by back-off, and the longest Retry-After worth waiting for inside a call. */
  capMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 3, baseMs: 250, capMs: 4_000 };

/** What may be tried again: a request that does no harm twice, and an answer that speaks of a passing trouble. */
export function mayRetry(request: HttpRequest, answer: HttpAnswer): boolean {
  const idempotent = request.idempotent ?? (request.method !== "POST" && request.method !== "PATCH");
  if (!idempotent || answer.headers["x-circuit"] === "open") return false;
  return answer.status === 0 || answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
}

/**
 * Milliseconds to wait before the next try: Retry-After when it was given, else exponential back-off with full jitter.
 * Null when the provider asks for more than the cap: the caller must come back later, not sit and wait. So does a 429
 * without a Retry-After, since hammering a spent quota never helps.
 */
export function waitBefore(attempt: number, answer: HttpAnswer, policy: RetryPolicy, chance: { now: number; random: number }): number | null {
  const asked = retryAfterMs(answer.headers, chance.now);
  if (asked !== null) return asked <= policy.capMs ? asked : null;
  if (answer.status === 429) return null;
  return Math.round(Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)) * chance.random);
}

/** Retry-After in milliseconds, out of seconds or an HTTP date (RFC 9110, 10.2.3); null when absent or senseless. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const said = headers["retry-after"]?.trim();
  if (said === undefined || said === "") return null;
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000;
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

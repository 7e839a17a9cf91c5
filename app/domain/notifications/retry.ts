const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits after each failed try, ms: six tries within about 24 hours. The first is short, for grey-listing servers. */
const WAITS: readonly number[] = [2 * MINUTE, 15 * MINUTE, HOUR, 5 * HOUR, 17 * HOUR];

export const MAX_TRIES = WAITS.length + 1;

/**
 * When to try again; null when it was the last try.
 * @param tries made so far, from 1
 * @param jitter in [0, 1): spreads each wait by ±20 %, so that what failed together is not tried together
 */
export function retryAt(tries: number, now: number, jitter: number): number | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : now + Math.round(wait * (0.8 + 0.4 * jitter));
}

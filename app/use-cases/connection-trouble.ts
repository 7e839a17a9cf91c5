import type { TrackingProblem } from "~/domain/tracking/event";

const MINUTE = 60_000;

/** How long a connection rests at first after each kind of problem that concerns all its numbers, ms. */
const REST_MS: Partial<Record<TrackingProblem["kind"], number>> = {
  auth: 15 * MINUTE,
  rate_limit: MINUTE,
  unavailable: 2 * MINUTE,
  unparsable: 5 * MINUTE,
};

/** A provider that stays away is asked whether it is back at least this often, ms. */
const LONGEST_REST_MS = 30 * MINUTE;

/**
 * The problem of an answer that concerns the whole connection, not one number; null when it answered. A spent quota and
 * refused credentials always do, even where the provider says so number by number (17TRACK does).
 */
export function generalProblem(problems: readonly TrackingProblem[]): TrackingProblem | null {
  return (
    problems.find((problem) => problem.kind === "rate_limit" || problem.kind === "auth" || (problem.number === null && REST_MS[problem.kind] !== undefined)) ?? null
  );
}

/**
 * Until when a connection rests after a problem: as long as the provider says (Retry-After), else longer the longer it
 * has had nothing but problems.
 */
export function restUntil(problem: TrackingProblem, failingSince: number | null, now: number): number {
  if (problem.retryAfterMs !== null) return now + Math.max(problem.retryAfterMs, 1_000);
  const usual = REST_MS[problem.kind] ?? MINUTE;
  const grown = failingSince === null ? 0 : Math.min((now - failingSince) / 2, LONGEST_REST_MS);
  return now + Math.max(usual, Math.round(grown));
}

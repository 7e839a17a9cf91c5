/**
 * The instants that are stored: years 0001 to 9999, which JavaScript writes as PostgreSQL reads them. Beyond them Date
 * writes six digits and a sign, which PostgreSQL refuses. Milliseconds since the epoch.
 */
export const EARLIEST_INSTANT = Date.parse("0001-01-01T00:00:00Z");
export const LATEST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

/** Whether an instant can be stored; false for one that is none (NaN). */
export function isStorableInstant(at: number): boolean {
  return at >= EARLIEST_INSTANT && at <= LATEST_INSTANT;
}

/** The instant, or the nearest one that can be stored; NaN stays NaN. */
export function nearestStorableInstant(at: number): number {
  return Math.min(LATEST_INSTANT, Math.max(EARLIEST_INSTANT, at));
}

const DAY_MS = 86_400_000;

/**
 * The zone in which an estimate's day is to be written: where it was named, else UTC for a day without a zone (it was
 * read as its midnight there). Null for an instant, and wherever the shop's own zone is right.
 */
export function estimateZone(row: { estimateLatest: Date | null; estimatePrecision: string | null; estimateZone: string | null }): string | null {
  if (row.estimatePrecision === "instant" || !row.estimateLatest) return null;
  return row.estimateZone ?? (row.estimateLatest.getTime() % DAY_MS === 0 ? "UTC" : null);
}

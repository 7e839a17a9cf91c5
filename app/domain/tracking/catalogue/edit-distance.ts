/** Rows that are used again and again: a name has at most 120 characters, and nothing waits between two calls. */
const LONGEST = 256;
let before = new Uint16Array(LONGEST + 1);
let previous = new Uint16Array(LONGEST + 1);
let row = new Uint16Array(LONGEST + 1);

/**
 * Damerau-Levenshtein distance (neighbours swapped count once), given up as soon as it must exceed `limit`:
 * the answer is then `limit + 1`. Optimal string alignment form. Texts longer than 256 characters count as apart.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const code = a.charCodeAt(i - 1);
    const earlier = i > 1 ? a.charCodeAt(i - 2) : -1;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (code === other ? 0 : 1));
      if (j > 1 && code === b.charCodeAt(j - 2) && earlier === other) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    [before, previous, row] = [previous, row, before];
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

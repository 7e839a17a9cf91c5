/** How dates with slashes, dots or dashes are written: day first or month first. */
export type DateOrder = "dmy" | "mdy";

const NUMERIC = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;

/**
 * The order that these dates show, where it can be told: a first part above 12 is a day, a second part above 12 too.
 * @returns the order; "unsure" when there are such dates and nothing tells; null when there are none
 */
export function guessDateOrder(dates: readonly string[]): DateOrder | "unsure" | null {
  let seen = false;
  let dayFirst = false;
  let monthFirst = false;
  for (const date of dates) {
    const match = NUMERIC.exec(date);
    if (!match) continue;
    seen = true;
    // 24.12.2026: dots are written with the day first wherever they are written.
    if (Number(match[1]) > 12 || /^\s*\d+\.\d+\./.test(date)) dayFirst = true;
    else if (Number(match[2]) > 12) monthFirst = true;
  }
  if (!seen) return null;
  if (dayFirst !== monthFirst) return dayFirst ? "dmy" : "mdy";
  return "unsure";
}

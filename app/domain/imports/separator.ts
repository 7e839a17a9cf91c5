/** What may divide the cells of a row. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;

export type Separator = (typeof SEPARATORS)[number];

/** A spreadsheet's own word for it, in the first line: "sep=;". */
const SAID = /^\uFEFF?sep=(.)(?:\r\n|\n|\r|$)/i;

/** Lines that are looked at. */
const LOOKED_AT = 20;

/**
 * Which separator a text uses: what its first line says, else the one that divides the most lines alike. A text with
 * none has one column, and then any separator does.
 * @returns the separator, and how many characters at the start only say so
 */
export function sniffSeparator(text: string): { separator: Separator; skip: number } {
  const said = SAID.exec(text);
  const named = SEPARATORS.find((each) => each === said?.[1]);
  if (said && named) return { separator: named, skip: said[0].length };
  const lines = text.slice(0, 64_000).split(/\r\n|\n|\r/).filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
  let best: { separator: Separator; score: number } = { separator: ",", score: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => outsideQuotes(line, separator));
    const first = counts[0] ?? 0;
    if (first === 0) continue;
    const alike = counts.filter((count) => count === first).length / counts.length;
    const score = alike * 100 + Math.min(first, 50);
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, skip: 0 };
}

function outsideQuotes(line: string, separator: string): number {
  let count = 0;
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) count += 1;
  }
  return count;
}

/**
 * Signs with which a spreadsheet begins a formula, or skips to one: a cell that begins with one is only text when an
 * apostrophe stands before it (OWASP, CSV injection). NUL is left out of every cell.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠]/u;

/** A row as CSV text, with its line end: every cell quoted where it must be, and none of them a formula. */
export function csvRow(cells: readonly string[], separator = ","): string {
  return `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;
}

function csvCell(cell: string, separator: string): string {
  const clean = cell.replaceAll("\u0000", "");
  const safe = FORMULA.test(clean) || cell.startsWith("\u0000") ? `'${clean}` : clean;
  return safe.includes(separator) || /["\r\n\t;,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

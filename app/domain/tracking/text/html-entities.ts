/** The named characters of HTML that occur in the seven languages' texts; numbers are read by their value. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", szlig: "ß", aelig: "æ", oelig: "œ", oslash: "ø", laquo: "«", raquo: "»",
  lsquo: "'", rsquo: "'", sbquo: "'", ldquo: '"', rdquo: '"', bdquo: '"', ndash: "–", mdash: "—", hellip: "…", euro: "€", trade: "", reg: "", ordm: "º", ordf: "ª", iexcl: "¡", iquest: "¿",
};

/** "eacute", "Uuml" and the like: a letter and its accent. The accent is dropped later anyway. */
const ACCENTED = /^([a-zA-Z])(?:acute|grave|circ|tilde|uml|cedil|ring|caron)$/;

function named(whole: string, name: string): string {
  const accented = ACCENTED.exec(name);
  if (accented?.[1] !== undefined) return accented[1];
  const lower = name.toLowerCase();
  return Object.hasOwn(NAMED, lower) ? (NAMED[lower] ?? whole) : whole;
}

function numbered(whole: string, digits: string, base: number): string {
  const value = Number.parseInt(digits, base);
  return value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? String.fromCodePoint(value) : whole;
}

function once(text: string): string {
  return text
    .replace(/&#(\d{1,7});?/g, (whole, digits: string) => numbered(whole, digits, 10))
    .replace(/&#[xX]([0-9a-fA-F]{1,6});?/g, (whole, digits: string) => numbered(whole, digits, 16))
    .replace(/&([a-zA-Z]{2,8});/g, (whole, name: string) => named(whole, name));
}

/** A text with its HTML entities written out, also where a system has escaped them twice ("&amp;eacute;"). */
export function decodeEntities(text: string): string {
  return text.includes("&") ? once(once(text)) : text;
}

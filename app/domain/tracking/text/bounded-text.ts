/**
 * The longest texts from outside that are read at all, in UTF-16 code units. Whatever a regular expression or a
 * classifier is given is cut to one of these first: then no text takes long, however it was made.
 */
export const LONGEST = {
  /** What one scan says. */
  scan: 500,
  /** One part of a place. */
  place: 200,
  /** A carrier's code of a scan. */
  code: 120,
  /** A carrier's id of a scan. */
  id: 500,
  /** The name of a carrier, an order, a person, a product. */
  name: 255,
  /** What is typed into a field of one line: longer than any field takes, so that it can still be said to be too long. */
  typed: 2_000,
  /** A message about a request, as another service wrote it. */
  message: 300,
  /** So much of a text is looked at for words between its blanks. */
  padded: 8_000,
} as const;

/**
 * The beginning of a text, at most `most` UTF-16 code units. A character of two units is kept whole or left out, so that
 * no half of it is made; halves that came with the text stay. Takes the same time for a text of any length.
 */
export function boundedText(value: string, most: number): string {
  if (value.length <= most) return value;
  const splits = isHigh(value.charCodeAt(most - 1)) && isLow(value.charCodeAt(most));
  return value.slice(0, splits ? most - 1 : most);
}

/** The same; null stays null. */
export function boundedOrNull(value: string | null, most: number): string | null {
  return value === null ? null : boundedText(value, most);
}

/**
 * A text without blanks at its ends, at most `most` units. In a longer text each run of blanks counts as one (as a line
 * break where it has one), so that padding does not push its words out; beyond `LONGEST.padded` nothing is read.
 */
export function boundedWords(value: string, most: number): string {
  const seen = boundedText(value, LONGEST.padded).trim();
  if (seen.length <= most) return seen;
  return boundedText(seen.replace(/\s{2,}/g, (run) => (/[\n\r]/.test(run) ? "\n" : " ")), most).trimEnd();
}

/** A text without these characters at its end: what `/[…]+$/` does in quadratic time. */
export function trimEndOf(value: string, characters: string): string {
  let end = value.length;
  while (end > 0 && characters.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

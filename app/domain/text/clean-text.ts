/** What stands for a character that PostgreSQL stores in no text: the Unicode replacement character. */
const REPLACEMENT = "\uFFFD";

/**
 * Escapes in JSON text, one at a time from the left: a whole surrogate pair, then U+0000 or a single surrogate (either
 * goes into the group `lost`), then any other escape, so that the second backslash of `\\u0000` is not read as one.
 */
const ESCAPES = /\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(?<lost>u0000|ud[89a-f][0-9a-f]{2})|[^])/gi;

/**
 * A text that PostgreSQL and UTF-8 can hold: U+0000 and unpaired surrogates become U+FFFD, everything else stays.
 * Used where text comes in, so that the same input always gives the same stored value and the same key.
 */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\u0000") ? whole.replaceAll("\u0000", REPLACEMENT) : whole;
}

/** `cleanText` for a value that may be absent. */
export function cleanTextOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : cleanText(text);
}

/**
 * JSON text whose parsed strings and keys are all clean as by `cleanText`. It works on the text, not on the parsed value,
 * so that its cost is linear and its depth constant however deeply the value is nested.
 * Text that is not JSON stays what it is apart from such characters and escapes.
 */
export function cleanJsonText(json: string): string {
  const text = cleanText(json);
  if (!text.includes("\\u")) return text;
  return text.replace(ESCAPES, (escape: string, lost: string | undefined) => (lost === undefined ? escape : "\\ufffd"));
}

import { latinise, MAX_NUMBER_LENGTH } from "../detection/normalise-number";

/** A tracking number as it was given by hand, by file or by API. */
export type ReadNumber =
  | {
      ok: true;
      /** As it is kept: what was given, trimmed; in Latin letters where look-alikes had slipped in. */
      number: string;
      /** As it is compared: upper-case letters and digits alone, at most 64. */
      key: string;
      /** Letters of another script that only look like Latin ones were replaced. */
      lookAlikes: boolean;
    }
  | { ok: false; problem: string };

/** Longer than any number with any spacing; what is pasted beyond it is a text. */
const MAX_TYPED_LENGTH = 256;
const MIN_KEY_LENGTH = 4;

/** What spreadsheets do to long numbers: 1.23457E+15. The digits are gone. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** How spreadsheets keep a number as text: ="00123" or '00123. */
const AS_TEXT = /^(?:="([^"]*)"|'(.*))$/;
const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu;
const NOT_ASCII = /[^ -~]/u;
/** A word standing by itself: no format has four letters alone. */
const WORD = /^\p{L}{4,}[:.,]?$/u;

/**
 * Reads a tracking number out of what somebody typed, pasted or exported. Nothing is guessed: what cannot be a tracking
 * number is refused with a sentence that says what to do.
 */
export function readNumber(given: string): ReadNumber {
  if (given.length > 8 * MAX_TYPED_LENGTH) return { ok: false, problem: tooLong() };
  const visible = given.replace(INVISIBLE, " ").trim();
  const unwrapped = AS_TEXT.exec(visible);
  const typed = (unwrapped?.[1] ?? unwrapped?.[2] ?? visible).trim();
  if (typed === "") return { ok: false, problem: "There is no tracking number here." };
  if (typed.length > MAX_TYPED_LENGTH) return { ok: false, problem: tooLong() };
  if (SHORTENED.test(typed)) {
    return { ok: false, problem: "A spreadsheet has shortened this number and its digits are lost: set the column to text and enter it again." };
  }
  const latin = latinise(typed);
  const spoken = latin.split(/\s+/).some((part) => WORD.test(part));
  const compact = latin.replace(/[\s\p{Pd}\u2212]/gu, "");
  if (NOT_ASCII.test(compact)) return { ok: false, problem: "It holds letters or signs that no tracking number has." };
  const key = compact.replace(/[^A-Z0-9]/g, "");
  if (key.length > MAX_NUMBER_LENGTH) return { ok: false, problem: tooLong() };
  // Every format has a digit somewhere; a word has none. Formulas, phone numbers and addresses begin with these signs.
  if (!/[0-9]/.test(key) || /^[=+@]/.test(latin) || spoken) return { ok: false, problem: "This is not a tracking number." };
  if (key.length < MIN_KEY_LENGTH) return { ok: false, problem: `A tracking number has at least ${MIN_KEY_LENGTH} letters and digits.` };
  const lookAlikes = NOT_ASCII.test(typed.normalize("NFKC").replace(/[\s\p{Pd}\u2212]/gu, ""));
  return { ok: true, number: lookAlikes ? key : typed.normalize("NFKC"), key, lookAlikes };
}

function tooLong(): string {
  return `It is too long: a tracking number has at most ${MAX_NUMBER_LENGTH} letters and digits.`;
}

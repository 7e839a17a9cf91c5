import { detectCarrier } from "./detection/detect-carrier";
import { LOOK_ALIKES, MAX_NUMBER_LENGTH } from "./detection/normalise-number";
import { boundedText, LONGEST } from "./text/bounded-text";

/** So much of a text is looked at for a number, however it is spaced. */
const MAX_READ = 1_000;

/** A text's letters and digits: NFKC, upper case, Cyrillic and Greek look-alikes as the Latin letters they stand for. Of a long text the beginning. */
export function lettersAndDigits(text: string): string {
  return boundedText(text, MAX_READ)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^ -~]/gu, (mark) => LOOK_ALIKES[mark] ?? mark)
    .replace(/[^A-Z0-9]/g, "");
}

/** A tracking number as it is compared and found again, at most 64 characters; empty when nothing of it can be. */
export function toNumberKey(number: string): string {
  return lettersAndDigits(number).slice(0, MAX_NUMBER_LENGTH);
}

/**
 * A tracking number as a carrier is asked for it. One of a known format is written plainly, for people type numbers with
 * spaces, dashes and in lower case; of any other only white space goes, for dashes and case may matter there.
 */
export function toAskedNumber(number: string): string {
  const key = toNumberKey(number);
  return detectCarrier(key).length > 0 ? key : boundedText(boundedText(number, MAX_READ).normalize("NFKC").replace(/[\s\p{Cf}]+/gu, ""), LONGEST.name);
}

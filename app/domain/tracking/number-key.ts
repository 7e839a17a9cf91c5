import { detectCarrier } from "./detection/detect-carrier";
import { LOOK_ALIKES, MAX_NUMBER_LENGTH } from "./detection/normalise-number";

/** A text's letters and digits: NFKC, upper case, Cyrillic and Greek look-alikes as the Latin letters they stand for. */
export function lettersAndDigits(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^ -~]/gu, (mark) => LOOK_ALIKES[mark] ?? mark)
    .replace(/[^A-Z0-9]/g, "");
}

/** A tracking number as it is compared and found again, at most 64 characters; empty when nothing of it can be. */
export function toNumberKey(number: string): string {
  return lettersAndDigits(number.slice(0, 1_000)).slice(0, MAX_NUMBER_LENGTH);
}

/**
 * A tracking number as a carrier is asked for it. One of a known format is written plainly, for people type numbers with
 * spaces, dashes and in lower case; of any other only white space goes, for dashes and case may matter there.
 */
export function toAskedNumber(number: string): string {
  const key = toNumberKey(number);
  return detectCarrier(key).length > 0 ? key : number.normalize("NFKC").replace(/[\s\p{Cf}]+/gu, "").slice(0, 255);
}

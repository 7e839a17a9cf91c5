import type { Candidate, DetectionHints } from "./candidate";
import { checkDigitFits } from "./check-digits";
import { formatsFor, indexFormats } from "./format-index";
import { NUMBER_FORMATS } from "./formats/all";
import { s10Fits } from "./formats/s10";
import { normaliseNumber } from "./normalise-number";
import type { NumberFormat } from "./number-format";
import { rankFits, type Fit } from "./rank";
import { serviceCode } from "./service-of";

const INDEX = indexFormats(NUMBER_FORMATS);
const NO_HINTS: DetectionHints = {};

/** How well one format fits, or null. A wrong check digit is no fit. */
function fitOf(format: NumberFormat, number: string): Fit | null {
  const match = format.pattern.exec(number);
  if (match === null) return null;
  const serial = match[1] ?? "";
  if (format.check !== null && !checkDigitFits(format.check, serial, match[2] ?? "")) return null;
  let score = format.weight;
  if (format.service !== null) {
    const known = Object.hasOwn(format.service.names, serviceCode(format, number, serial) ?? "");
    score += known ? format.service.tells : -format.service.tells;
  }
  return { carrier: format.carrier, format: format.id, score, countries: format.countries };
}

/**
 * Which carriers may have issued a tracking number, best first; an empty list when none is known to.
 *
 * Reads any spelling: spaces, dashes, lower case, full-width and look-alike letters. Numbers whose check digit is
 * wrong do not fit their format. Ranked by check digit, strictness of the format, the shop's history and the
 * countries at both ends.
 */
export function detectCarrier(number: string, hints: DetectionHints = NO_HINTS): Candidate[] {
  const compact = normaliseNumber(number);
  if (compact === null) return [];
  const fits: Fit[] = s10Fits(compact);
  for (const format of formatsFor(INDEX, compact)) {
    const fit = fitOf(format, compact);
    if (fit !== null) fits.push(fit);
  }
  return fits.length === 0 ? [] : rankFits(fits, hints);
}

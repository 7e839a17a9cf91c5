import type { Candidate, DetectionHints } from "./candidate";
import { checkDigitFits } from "./check-digits";
import { formatsFor, indexFormats } from "./format-index";
import { NUMBER_FORMATS } from "./formats/all";
import { isS10Shaped, s10Fits } from "./formats/s10";
import { isPlaceholder, isWrittenAsPhone, normaliseNumber } from "./normalise-number";
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

/** What looks like something else is hardly a tracking number, even where a loose format fits. */
const DOUBTFUL = 0.4;

/** Post-like numbers whose check digit or country is wrong, placeholders and phone numbers: other fits are chance. */
function isDoubtful(typed: string, compact: string): boolean {
  return isS10Shaped(compact) || isPlaceholder(compact) || (compact.length === 10 && typed.length > 10 && isWrittenAsPhone(typed));
}

/**
 * Which carriers may have issued a tracking number, best first; an empty list when none is known to.
 *
 * Reads any spelling: spaces, dashes, lower case, full-width and look-alike letters, quotes and GS1 brackets around it.
 * Numbers whose check digit is wrong do not fit their format.
 *
 * How fits rank, and what a score says: a check digit together with a prefix comes first (0.9 and more: 1Z, IMpb, S10,
 * TBA), then a check digit alone, by how many numbers pass by chance and how common the carrier is (0.6 to 0.85:
 * FedEx before Canada's and Japan's carriers), then a prefix alone by its rarity (0.5 to 0.95), then a mere length
 * (under 0.5). A known service raises a fit and an unknown one lowers it. Where two formats fit a number alike (FedEx
 * and Purolator have one valid number in ten in common) the commoner carrier is first and both are given; the shop's
 * history and the countries at both ends turn the order round. Scores are no probabilities and never reach 1.
 */
export function detectCarrier(number: string, hints: DetectionHints = NO_HINTS): Candidate[] {
  const compact = normaliseNumber(number);
  if (compact === null) return [];
  const fits: Fit[] = s10Fits(compact);
  const isPost = fits.length > 0;
  for (const format of formatsFor(INDEX, compact)) {
    const fit = fitOf(format, compact);
    if (fit !== null) fits.push(fit);
  }
  if (fits.length === 0) return [];
  const doubtful = !isPost && isDoubtful(number, compact);
  return rankFits(doubtful ? fits.map((fit) => ({ ...fit, score: Math.min(fit.score, DOUBTFUL) })) : fits, hints);
}

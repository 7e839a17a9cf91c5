import { checkDigitFits } from "../check-digits";
import type { CheckRule } from "../number-format";
import type { Fit } from "../rank";
import { S10_OPERATORS } from "./s10-operators";

/** The id of the UPU's S10 format: two letters of service, eight digits and a check digit, two letters of country. */
export const S10_FORMAT = "s10";
export const S10_CHECK: CheckRule = { algorithm: "s10" };

const PATTERN = /^[A-Z]{2}([0-9]{8})([0-9])([A-Z]{2})$/;
const WEIGHT = 0.95;
const SECOND_WEIGHT = 0.85;

/** First letters that the UPU gives to a class of mail; the others are rare. */
const KNOWN_SERVICES = new Set("ABCDEGHLMNPQRUVZ");

/** Where a country's parcels (the first letter as listed) are carried by a sister of the letter post. */
const PARCEL_OPERATORS: Readonly<Record<string, readonly { carrier: string; services: string; first?: true }[]>> = {
  DE: [{ carrier: "dhl_parcel_de", services: "CE" }],
  // Chronopost numbers its own parcels with X, which the UPU gives to no class of mail.
  FR: [
    { carrier: "colissimo", services: "C" },
    { carrier: "chronopost", services: "EX" },
  ],
  GB: [{ carrier: "parcelforce", services: "CEP" }],
};

/** Carriers that are found beside the operators themselves. */
export const PARCEL_CARRIERS: readonly string[] = Object.values(PARCEL_OPERATORS).flatMap((operators) => operators.map(({ carrier }) => carrier));

/** Has the shape of an S10 number of a country that issues them, whatever its check digit. */
export function isS10Shaped(number: string): boolean {
  return number.length === 13 && PATTERN.test(number) && Object.hasOwn(S10_OPERATORS, number.slice(11));
}

/**
 * The postal operators that an S10 number names, or none: the check digit must be right and the country
 * must issue such numbers. Source: UPU standard S10; operators as in ./s10-operators.
 */
export function s10Fits(number: string): Fit[] {
  if (number.length !== 13) return [];
  const match = PATTERN.exec(number);
  if (match === null || !checkDigitFits(S10_CHECK, match[1] ?? "", match[2] ?? "")) return [];
  const country = match[3] ?? "";
  const carrier = S10_OPERATORS[country];
  if (carrier === undefined) return [];
  const service = number.charAt(0);
  const score = KNOWN_SERVICES.has(service) ? WEIGHT : WEIGHT - 0.05;
  const fits: Fit[] = [{ carrier, format: S10_FORMAT, score, countries: null }];
  for (const parcels of PARCEL_OPERATORS[country] ?? []) {
    if (parcels.services.includes(service)) fits.push({ carrier: parcels.carrier, format: S10_FORMAT, score: SECOND_WEIGHT, countries: null });
  }
  return fits;
}

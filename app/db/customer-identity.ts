import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from "libphonenumber-js";

import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

/** What is longer than any of them is no longer compared by its end: it is none. */
const read = (value: string | null | undefined) => value && boundedText(value, LONGEST.typed);

/** An e-mail as it is compared: trimmed, lower case. Null when there is none. */
export function normaliseEmail(email: string | null | undefined): string | null {
  const value = read(email)?.normalize("NFKC").trim().toLowerCase() ?? "";
  return value.length > 0 && value.length <= 320 && value.includes("@") ? value : null;
}

/**
 * A phone number as it is compared: E.164. One written without its country is read in `country` (ISO 3166-1 alpha-2).
 * Null when it cannot be read as a number of that country: two spellings of it could not be compared.
 */
export function normalisePhone(phone: string | null | undefined, country: string | null): string | null {
  const value = read(phone)?.normalize("NFKC").trim() ?? "";
  if (value === "" || value.length > 60) return null;
  const region: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(value, region);
  return parsed?.isPossible() ? parsed.number : null;
}

/** A postal code as it is compared: upper case, letters and digits alone. Null when there is none. */
export function normalisePostalCode(code: string | null | undefined): string | null {
  const value = read(code)?.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") ?? "";
  return value.length > 0 && value.length <= 20 ? value : null;
}

/** An order's name as it is compared ("#1001", " 1001 ", "eu-1001"): upper case, letters and digits alone. */
export function orderNameKey(name: string): string {
  return boundedText(boundedText(name, LONGEST.typed).normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""), 64);
}

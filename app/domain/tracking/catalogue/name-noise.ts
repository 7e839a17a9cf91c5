import { meantGeneric } from "./fuzzy-name";
import { COUNTRY_WORDS, SERVICE_WORDS } from "./generic-words";

/** "24", "1pm", "48h": a promise, not a name. */
const HOUR = /^[0-9]{1,4}(?:am|pm|h|hr|hrs|kg|g|lb|lbs|oz|st|nd|rd|th|da|day|days)?$/;

/** A word beside a name that tells a service, a company form, a promise or a country, and names nobody. */
export const isNoise = (token: string): boolean => SERVICE_WORDS.has(token) || COUNTRY_WORDS.has(token) || HOUR.test(token);

/** Hangul (which normalising takes apart into its letters), kana and Chinese characters, which need no gap between words. */
export const isAsian = (token: string): boolean => /^[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff]/u.test(token);

/** Short forms as the names of carriers write them out. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  xpress: "express", expres: "express", exp: "express", xp: "express", ekspress: "express", expresse: "express",
  intl: "international", int: "international", au: "australia", aus: "australia", cdn: "canada", gb: "uk",
  ecomm: "ecommerce", pkt: "packet", svc: "service", corp: "corporation",
};

/** Words as they were meant: slips in generic words put right, short forms written out. */
export function meantWords(tokens: readonly string[]): string[] {
  return tokens.map((token) => (Object.hasOwn(LONG_FORMS, token) ? (LONG_FORMS[token] ?? token) : isNoise(token) ? token : meantGeneric(token)));
}

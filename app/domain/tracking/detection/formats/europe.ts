import { DIGITS, formatsOf, LETTERS } from "../number-format";

/** Yodel. Source: tracking_number_data, yodel.json. */
export const YODEL_FORMATS = formatsOf("yodel", [
  { id: "yodel", pattern: /^J?JD[0-9]{16}$/, lengths: [18, 19], starts: "J", weight: 0.86, countries: ["GB", "IE"] },
]);

/** Evri (formerly Hermes UK): 16 characters, as its API asks for. */
export const EVRI_FORMATS = formatsOf("evri", [
  { id: "evri_16", pattern: /^[CHPQT]00[A-Z][A-Z0-9]{2}[0-9]{10}$/, lengths: [16], starts: "CHPQT", weight: 0.82, countries: ["GB"] },
]);

/** Hermes Germany: H and 19 digits. */
export const HERMES_FORMATS = formatsOf("hermes", [
  { id: "hermes_h20", pattern: /^H[0-9]{19}$/, lengths: [20], starts: "H", weight: 0.82, countries: ["DE", "AT"] },
]);

/** PostNL domestic: 3S, the customer's letters, digits. */
export const POSTNL_FORMATS = formatsOf("postnl", [
  {
    id: "postnl_3s",
    pattern: /^3S[A-Z]{2,6}[0-9]{6,11}$/,
    lengths: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
    starts: "3",
    weight: 0.92,
    countries: ["NL", "BE", "LU"],
  },
]);

/** bpost parcels: 24 digits that begin with 3232 or 3299; numbers in public tests of clients also go on otherwise after 323. */
export const BPOST_FORMATS = formatsOf("bpost", [
  { id: "bpost_24", pattern: /^32(?:32|99)[0-9]{20}$/, lengths: [24], starts: "3", weight: 0.8, countries: ["BE"] },
  { id: "bpost_24_323", pattern: /^323[013-9][0-9]{20}$/, lengths: [24], starts: "3", weight: 0.6, countries: ["BE"] },
]);

/** Colissimo: a digit and a letter for the product, then 11 digits. */
export const COLISSIMO_FORMATS = formatsOf("colissimo", [
  { id: "colissimo_13", pattern: /^[0-9][A-Z][0-9]{11}$/, lengths: [13], starts: DIGITS, weight: 0.75, countries: ["FR"] },
]);

/** Chronopost: X and a letter, 9 digits, and a pair of letters that is no country. */
export const CHRONOPOST_FORMATS = formatsOf("chronopost", [
  { id: "chronopost_13", pattern: /^X[A-Z][0-9]{9}(?:JB|JF|TS)$/, lengths: [13], starts: "X", weight: 0.85, countries: ["FR"] },
]);

/** Correos: 23 characters from P to a letter, beside its S10 numbers. */
export const CORREOS_FORMATS = formatsOf("correos", [
  { id: "correos_23", pattern: /^P[A-Z][A-Z0-9]{20}[A-Z]$/, lengths: [23], starts: "P", weight: 0.8, countries: ["ES"] },
]);

/** Swiss Post parcels: 99 and 16 digits. */
export const SWISS_POST_FORMATS = formatsOf("swiss_post", [
  { id: "swiss_post_18", pattern: /^99[0-9]{16}$/, lengths: [18], starts: "9", weight: 0.66, countries: ["CH"] },
]);

/** InPost in Poland: 24 digits, nearly always from 5 or 6 on. */
export const INPOST_FORMATS = formatsOf("inpost", [
  { id: "inpost_24", pattern: /^[56][0-9]{23}$/, lengths: [24], starts: "56", weight: 0.62, countries: ["PL"] },
  { id: "inpost_24", pattern: /^[0-47-9][0-9]{23}$/, lengths: [24], starts: "01234789", weight: 0.45, countries: ["PL"] },
]);

/** Parcelforce: two letters and seven digits. */
export const PARCELFORCE_FORMATS = formatsOf("parcelforce", [
  { id: "parcelforce_9", pattern: /^[A-Z]{2}[0-9]{7}$/, lengths: [9], starts: LETTERS, weight: 0.3, countries: ["GB"] },
]);

import { formatsOf } from "../number-format";

const UNITED_STATES = ["US"];

/** GOFO Express. Source: tracking_number_data, gofo.json. */
export const GOFO_FORMATS = formatsOf("gofo", [
  { id: "gofo_us", pattern: /^GFUS[0-9]{14}$/, lengths: [18], starts: "G", weight: 0.97 },
]);

/** Landmark Global. Source: tracking_number_data, landmark.json. */
export const LANDMARK_FORMATS = formatsOf("landmark", [
  { id: "landmark_global", pattern: /^LTN[0-9]{8}N1$/, lengths: [13], starts: "L", weight: 0.97 },
]);

/** LaserShip. Source: tracking_number_data, lasership.json; the dash of the 18 character form is already gone. */
export const LASERSHIP_FORMATS = formatsOf("lasership", [
  { id: "lasership_lx", pattern: /^L[AIEHNX][1-3][0-9]{7}$/, lengths: [10], starts: "L", weight: 0.88, countries: UNITED_STATES },
  { id: "lasership_1ls7", pattern: /^1LS7[12][0-9]{10}$/, lengths: [15], starts: "1", weight: 0.95, countries: UNITED_STATES },
  {
    id: "LaserShip 1LS7 (18)",
    pattern: /^1LS7[12][0-9]{2}01[1-4][0-9]{6}1$/,
    lengths: [17],
    starts: "1",
    weight: 0.96,
    countries: UNITED_STATES,
  },
  { id: "lasership_1lscx", pattern: /^1LSCX[0-9A-Z]{10}$/, lengths: [15], starts: "1", weight: 0.95, countries: UNITED_STATES },
]);

/** Old Dominion. Source: tracking_number_data, old_dominion.json. */
export const OLD_DOMINION_FORMATS = formatsOf("old_dominion", [
  {
    id: "Old Dominion",
    pattern: /^((?:77[78]|072|780)[0-9]{7})([0-9])$/,
    lengths: [11],
    starts: "70",
    check: { algorithm: "luhn" },
    weight: 0.88,
    countries: UNITED_STATES,
  },
  {
    id: "Old Dominion Guaranteed Shipment",
    pattern: /^(80[0-9]{8})([0-9])$/,
    lengths: [11],
    starts: "8",
    check: { algorithm: "luhn" },
    weight: 0.86,
    countries: UNITED_STATES,
  },
]);

/**
 * OnTrac. Source: tracking_number_data, ontrac.json: the letter counts as 4 (C) or 5 (D) before the serial
 * unless the serial already begins with that digit.
 */
export const ONTRAC_FORMATS = formatsOf("ontrac", [
  {
    id: "ontrac_c",
    pattern: /^C([0-9]{13})([0-9])$/,
    lengths: [15],
    starts: "C",
    check: { algorithm: "mod10", evens: 1, odds: 2, prefix: { unless: "4", content: "4" } },
    weight: 0.92,
    countries: UNITED_STATES,
  },
  {
    id: "ontrac_d",
    pattern: /^D([0-9]{13})([0-9])$/,
    lengths: [15],
    starts: "D",
    check: { algorithm: "mod10", evens: 1, odds: 2, prefix: { unless: "5", content: "5" } },
    weight: 0.92,
    countries: UNITED_STATES,
  },
]);

/** Spee-Dee. Source: tracking_number_data, speedee.json. */
export const SPEEDEE_FORMATS = formatsOf("speedee", [
  { id: "speedee", pattern: /^SP[0-9]{18}$/, lengths: [20], starts: "S", weight: 0.93, countries: UNITED_STATES },
]);

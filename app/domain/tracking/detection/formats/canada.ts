import { DIGITS, formatsOf } from "../number-format";

const CANADA = ["CA"];

/** Canada Post. Source: tracking_number_data, canadapost.json. */
export const CANADA_POST_FORMATS = formatsOf("canada_post", [
  {
    id: "canada_post",
    pattern: /^([0-9]{15})([0-9])$/,
    lengths: [16],
    starts: DIGITS,
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.84,
    countries: CANADA,
  },
]);

/** Canpar. Source: tracking_number_data, canpar.json. */
export const CANPAR_FORMATS = formatsOf("canpar", [
  { id: "canpar_22", pattern: /^[CDKLSUXZ][0-9]{21}$/, lengths: [22], starts: "CDKLSUXZ", weight: 0.88, countries: CANADA },
]);

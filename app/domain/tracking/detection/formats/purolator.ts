import { formatsOf, LETTERS } from "../number-format";

const CANADA = ["CA"];

/** Purolator. Source: tracking_number_data, purolator.json. */
export const PUROLATOR_FORMATS = formatsOf("purolator", [
  {
    id: "purolator_numeric",
    pattern: /^([0-5][0-9]{10})([0-9])$/,
    lengths: [12],
    starts: "012345",
    check: { algorithm: "luhn" },
    weight: 0.82,
    countries: CANADA,
  },
  { id: "purolator_alpha", pattern: /^[A-Z]{3}[0-9]{9}$/, lengths: [12], starts: LETTERS, weight: 0.5, countries: CANADA },
]);

import { DIGITS, formatsOf } from "../number-format";

/** The two digits before an SSCC-18. */
const CONTAINERS: Readonly<Record<string, string>> = {
  "00": "case/carton",
  "01": "pallet",
  "02": "larger than a pallet",
  "04": "internally defined for intra-company use",
};

const EXPRESS_WEIGHTS = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] as const;
const LONG_WEIGHTS = [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] as const;

/** FedEx. Source: tracking_number_data, fedex.json. */
export const FEDEX_FORMATS = formatsOf("fedex", [
  {
    id: "fedex_12",
    pattern: /^([0-9]{11})([0-9])$/,
    lengths: [12],
    starts: DIGITS,
    check: { algorithm: "weighted", weights: EXPRESS_WEIGHTS, modulo1: 11, modulo2: 10 },
    weight: 0.85,
  },
  {
    id: "fedex_34",
    pattern: /^[0-8][0-9]{19}([0-9]{13})([0-9])$/,
    lengths: [34],
    starts: "012345678",
    check: { algorithm: "weighted", weights: LONG_WEIGHTS, modulo1: 11, modulo2: 10 },
    weight: 0.9,
  },
  {
    id: "fedex_astra_32",
    pattern: /^3[0-9]{15}([0-9]{11})([0-9])[0-9]{4}$/,
    lengths: [32],
    starts: "3",
    check: { algorithm: "weighted", weights: EXPRESS_WEIGHTS, modulo1: 11, modulo2: 10 },
    weight: 0.9,
  },
  {
    id: "fedex_ground",
    pattern: /^([0-9]{14})([0-9])$/,
    lengths: [15],
    starts: DIGITS,
    check: { algorithm: "mod10", evens: 1, odds: 3 },
    weight: 0.84,
  },
  {
    id: "fedex_ground_sscc_18",
    pattern: /^[0-9]{2}([0-9]{15})([0-9])$/,
    lengths: [18],
    starts: DIGITS,
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.68,
    service: { within: "number", start: 0, length: 2, names: CONTAINERS, tells: 0.08 },
  },
  {
    id: "fedex_ground_96",
    pattern: /^96[0-9]{5}([0-9]{14})([0-9])$/,
    lengths: [22],
    starts: "9",
    check: { algorithm: "mod10", evens: 1, odds: 3 },
    weight: 0.95,
  },
  {
    id: "fedex_ground_gsn",
    pattern: /^96[0-9]{18}([0-9]{13})([0-9])$/,
    lengths: [34],
    starts: "9",
    check: { algorithm: "weighted", weights: LONG_WEIGHTS, modulo1: 11, modulo2: 10 },
    weight: 0.95,
  },
]);

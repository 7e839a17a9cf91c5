import { DIGITS, formatsOf } from "../number-format";

/** The three digits of a 28 character number that name the service. */
const SERVICES: Readonly<Record<string, string>> = {
  101: "Normal parcel",
  102: "Normal parcel, hazardous goods",
  105: "Normal parcel, ex works",
  106: "Normal parcel, ex works, hazardous goods",
  109: "Normal parcel, C.O.D.",
  110: "Normal parcel, C.O.D., hazardous goods",
  113: "Normal parcel, exchange",
  136: "Small parcel",
  154: "PARCELLetter",
  155: "Guarantee",
  161: "Guarantee, C.O.D.",
  179: "DPD 10:00",
  191: "DPD 10:00, C.O.D.",
  225: "DPD 12:00",
  237: "DPD 12:00, C.O.D.",
  350: "DPD 8:30",
};

/** Where a DPD unit or a partner of DPDgroup collects. */
const COUNTRIES = [
  "AT", "BE", "BG", "CH", "CZ", "DE", "EE", "ES", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "NL",
  "PL", "PT", "RO", "SI", "SK",
];

/**
 * DPD. Source: tracking_number_data, dpd.json. Four digits of the number are the depot, so that real ones
 * nearly always begin with 0 or 1.
 */
export const DPD_FORMATS = formatsOf("dpd", [
  {
    id: "dpd",
    pattern: /^([0-9]{27})([0-9A-Z])$/,
    lengths: [28],
    starts: DIGITS,
    check: { algorithm: "mod37_36" },
    weight: 0.9,
    countries: COUNTRIES,
    service: { within: "serial", start: 21, length: 3, names: SERVICES, tells: 0.05 },
  },
  {
    id: "dpd_14",
    pattern: /^([0-9]{14})([0-9A-Z])$/,
    lengths: [15],
    starts: DIGITS,
    check: { algorithm: "mod37_36" },
    weight: 0.83,
    countries: COUNTRIES,
  },
  {
    // The same number as labels and mails often show it: without its check character.
    id: "dpd_14_unchecked",
    pattern: /^[01][0-9]{13}$/,
    lengths: [14],
    starts: "01",
    weight: 0.34,
    countries: COUNTRIES,
  },
]);

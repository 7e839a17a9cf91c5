import { formatsOf } from "../number-format";

/** Characters 9 and 10 of a 1Z number. */
const SERVICES: Readonly<Record<string, string>> = {
  "01": "UPS Next Day Air (Red)",
  "02": "UPS Second Day Air (Blue)",
  "03": "UPS Ground",
  12: "UPS Third Day Select",
  13: "UPS Next Day Air Saver (Red Saver)",
  15: "UPS Next Day Air Early A.M.",
  22: "UPS Ground - Returns Plus - Three Pickup Attempts",
  32: "UPS Next Day Air Early A.M. - COD",
  33: "UPS Next Day Air Early A.M. - Saturday Delivery, COD",
  41: "UPS Next Day Air Early A.M. - Saturday Delivery",
  42: "UPS Ground - Signature Required",
  44: "UPS Next Day Air - Saturday Delivery",
  66: "UPS Worldwide Express",
  72: "UPS Ground - Collect on Delivery",
  78: "UPS Ground - Returns Plus - One Pickup Attempt",
  90: "UPS Ground - Returns - UPS Prints and Mails Label",
  A0: "UPS Next Day Air Early A.M. - Adult Signature Required",
  A1: "UPS Next Day Air Early A.M. - Saturday Delivery, Adult Signature Required",
  A2: "UPS Next Day Air - Adult Signature Required",
  A8: "UPS Ground - Adult Signature Required",
  A9: "UPS Next Day Air Early A.M. - Adult Signature Required, COD",
  AA: "UPS Next Day Air Early A.M. - Saturday Delivery, Adult Signature Required, COD",
  YW: "UPS SurePost - Delivered by the USPS",
};

/** The letter of a waybill. */
const WAYBILL_SERVICES: Readonly<Record<string, string>> = {
  J: "UPS Next Day Express",
  K: "UPS Ground",
  V: "UPS WorldWide Express Saver",
};

/** UPS. Source: tracking_number_data, ups.json. */
export const UPS_FORMATS = formatsOf("ups", [
  {
    id: "ups",
    pattern: /^1Z([A-Z0-9]{15})([0-9])$/,
    lengths: [18],
    starts: "1",
    check: { algorithm: "mod10", evens: 1, odds: 2 },
    weight: 0.97,
    service: { within: "serial", start: 6, length: 2, names: SERVICES, tells: 0.01 },
  },
  {
    id: "UPS Waybill",
    pattern: /^[AHJKTV]([0-9]{9})([0-9])$/,
    lengths: [11],
    starts: "AHJKTV",
    check: { algorithm: "mod10", evens: 1, odds: 2 },
    weight: 0.8,
    service: { within: "number", start: 0, length: 1, names: WAYBILL_SERVICES, tells: 0.04 },
  },
]);

import { DIGITS, formatsOf } from "../number-format";

/**
 * DHL Express. Source: tracking_number_data, dhl.json; the licence plate (JD and 18 digits) is what DHL Express prints
 * on each piece beside the waybill.
 */
export const DHL_EXPRESS_FORMATS = formatsOf("dhl_express", [
  // One number in seven passes by chance, and so do phone numbers: telling among tracking numbers, no more.
  { id: "dhl_express", pattern: /^([0-9]{9})([0-9])$/, lengths: [10], starts: DIGITS, check: { algorithm: "mod7" }, weight: 0.58 },
  { id: "dhl_express", pattern: /^([0-9]{10})([0-9])$/, lengths: [11], starts: DIGITS, check: { algorithm: "mod7" }, weight: 0.5 },
  { id: "dhl_express_piece_id", pattern: /^J[A-Z]{2,3}[0-9]{9,10}$/, lengths: [12, 13, 14], starts: "J", weight: 0.72 },
  { id: "dhl_express_license_plate", pattern: /^JD[0-9]{18}$/, lengths: [20], starts: "J", weight: 0.8 },
]);

/** From a prefix of two letters and ten characters up to forty-one. */
const ECOMMERCE_LENGTHS = Array.from({ length: 30 }, (_, index) => index + 12);

/** DHL eCommerce. Source: tracking_number_data, dhl.json. */
export const DHL_ECOMMERCE_FORMATS = formatsOf("dhl_ecommerce", [
  {
    id: "dhl_ecommerce",
    pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9][0-9A-Z]{9,38}$/,
    lengths: ECOMMERCE_LENGTHS,
    starts: "GLRUCSTIHM",
    weight: 0.65,
  },
  { id: "dhl_ecommerce_14", pattern: /^[0-9]{14}$/, lengths: [14], starts: DIGITS, weight: 0.4 },
]);

/**
 * DHL Paket (Germany): the SSCC of its shipments (GS1 company prefix 340434 after 00 and the extension digit's
 * place), the JJD licence plate of ISO/IEC 15459, and the Identcode of 12 digits.
 */
export const DHL_PARCEL_DE_FORMATS = formatsOf("dhl_parcel_de", [
  {
    id: "dhl_parcel_de_sscc",
    pattern: /^(00340[0-9]{14})([0-9])$/,
    lengths: [20],
    starts: "0",
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.93,
    countries: ["DE"],
  },
  { id: "dhl_parcel_de_jjd", pattern: /^JJD[0-9]{16,20}$/, lengths: [19, 20, 21, 22, 23], starts: "J", weight: 0.75, countries: ["DE"] },
  {
    id: "dhl_parcel_de_identcode",
    pattern: /^([0-9]{11})([0-9])$/,
    lengths: [12],
    starts: DIGITS,
    check: { algorithm: "identcode" },
    weight: 0.45,
    countries: ["DE"],
  },
]);

/** DHL Parcel in the Netherlands, Belgium and Britain: JVGL and digits. */
export const DHL_PARCEL_FORMATS = formatsOf("dhl_parcel", [
  {
    id: "dhl_parcel_jvgl",
    pattern: /^JVGL[0-9]{12,20}$/,
    lengths: [16, 17, 18, 19, 20, 21, 22, 23, 24],
    starts: "J",
    weight: 0.85,
    countries: ["NL", "BE", "LU", "GB", "DE"],
  },
]);

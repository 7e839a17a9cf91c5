import { DIGITS, formatsOf, type CheckRule } from "../number-format";

/** The two digits that name a confirmation service. */
const CONFIRMATIONS: Readonly<Record<string, string>> = {
  "01": "Delivery Confirmation: Priority Mail or First-Class Mail Parcels",
  "02": "Delivery Confirmation: Package Services, Parcel Select or Standard Mail Parcels",
  "03": "Delivery Confirmation: Retail",
  "04": "Delivery Confirmation: Retail",
  "05": "Delivery Confirmation: Priority Mail or First-Class Mail Parcels, insured over $50",
  "06": "Delivery Confirmation: Package Services, Parcel Select or Standard Mail Parcels, insured over $50",
  "07": "Delivery Confirmation: Priority Mail, insured $50 or under",
  "08": "Delivery Confirmation: Package Services, Parcel Select or Standard Mail Parcels, insured $50 or under",
  14: "Delivery Confirmation: Software vendors only, by approval",
  21: "Signature Confirmation: Priority Mail or First-Class Mail Parcels",
  22: "Signature Confirmation: Package Services, Parcel Select or Standard Mail Parcels",
  23: "Signature Confirmation: Retail",
  24: "Signature Confirmation: Retail",
  25: "Signature Confirmation: Priority Mail or First-Class Mail Parcels, insured, all values",
  26: "Signature Confirmation: Package Services, Parcel Select or Standard Mail Parcels, insured, all values",
  34: "Signature Confirmation: Software vendors only, by approval",
  50: "Electronic File Header: Used in the file header record only, never on a package",
  56: "Passive Enroute Scan: A free scan as the parcel passes through a sorting plant, with no confirmation service attached",
  73: "Insured Mail: Insured only, value over $50",
  82: "Merchandise Return: With Delivery Confirmation",
  83: "Merchandise Return: With Delivery Confirmation, insured value $50 or under",
  85: "Merchandise Return: With Delivery Confirmation, insured value over $50",
};

/** 91 belongs to the number even where it is not printed. */
const LEGACY_CHECK: CheckRule = { algorithm: "mod10", evens: 3, odds: 1, prefix: { unless: "91", content: "91" } };

/**
 * USPS. Source: tracking_number_data, usps.json (which follows USPS Publication 199).
 *
 * An IMpb barcode may carry routing before it: 420, the ZIP code, and for 22 digits ZIP+4.
 * The oldest form is shown with or without its 91, so it stands here three times.
 * The mailer id has 9 digits when it begins with 9, else 6; the package id fills the rest.
 */
export const USPS_FORMATS = formatsOf("usps", [
  {
    id: "usps_20",
    pattern: /^([0-9]{19})([0-9])$/,
    lengths: [20],
    starts: DIGITS,
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.74,
    countries: ["US"],
    service: { within: "serial", start: 0, length: 2, names: CONFIRMATIONS, tells: 0.1 },
  },
  {
    id: "usps_impb_n",
    pattern:
      /^(?:420[0-9]{5}(?=(?:[0-9]{22}|[0-9]{26})$)(?:[0-9]{4}(?=[0-9]{22}$))?)?(94[0-9]{3}(?:9[0-9]{8}(?:[0-9]{15}|[0-9]{11}|[0-9]{7})|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))([0-9])$/,
    lengths: [22, 26, 30, 34],
    starts: "49",
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.95,
    countries: ["US"],
  },
  {
    id: "usps_legacy",
    pattern: /^([0-9]{19})([0-9])$/,
    lengths: [20],
    starts: DIGITS,
    check: LEGACY_CHECK,
    weight: 0.73,
    countries: ["US"],
  },
  {
    id: "usps_legacy",
    pattern: /^420[0-9]{5}(?:[0-9]{4})?([0-9]{19})([0-9])$/,
    lengths: [28, 32],
    starts: "4",
    check: LEGACY_CHECK,
    weight: 0.92,
    countries: ["US"],
  },
  {
    id: "usps_legacy",
    pattern: /^(?:420[0-9]{5}(?:[0-9]{4})?)?(91[0-9]{19})([0-9])$/,
    lengths: [22, 30, 34],
    starts: "49",
    check: LEGACY_CHECK,
    weight: 0.93,
    countries: ["US"],
    service: { within: "serial", start: 2, length: 2, names: CONFIRMATIONS, tells: 0.03 },
  },
  {
    id: "usps_impb_c",
    pattern:
      /^(?:420[0-9]{5}(?:[0-9]{4}(?=[0-9]{22}$))?)?((?:92(?=[0-9]{3}9)|93(?=[0-9]{3}[0-8])|95)[0-9]{3}(?:9[0-9]{8}(?:[0-9]{11}|[0-9]{7})|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))([0-9])$/,
    lengths: [22, 26, 30, 34],
    starts: "49",
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight: 0.95,
    countries: ["US"],
  },
]);

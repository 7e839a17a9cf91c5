import { DIGITS, formatsOf, LETTERS } from "../number-format";

/** YunExpress. Source: tracking_number_data, yunexpress.json. */
export const YUNEXPRESS_FORMATS = formatsOf("yunexpress", [
  { id: "yunexpress", pattern: /^YT[0-9]{16}$/, lengths: [18], starts: "Y", weight: 0.96 },
]);

/** SF Express: SF and 12 to 15 digits. */
export const SF_EXPRESS_FORMATS = formatsOf("sf_express", [
  { id: "sf_express_sf", pattern: /^SF[0-9]{12,15}$/, lengths: [14, 15, 16, 17], starts: "S", weight: 0.9 },
]);

/** Cainiao: LP and 14 to 16 digits, the number of AliExpress orders. */
export const CAINIAO_FORMATS = formatsOf("cainiao", [
  { id: "cainiao_lp", pattern: /^LP[0-9]{14,16}$/, lengths: [16, 17, 18], starts: "L", weight: 0.85 },
]);

/** 4PX: its name, digits, CN. */
export const FOUR_PX_FORMATS = formatsOf("4px", [
  { id: "4px_cn", pattern: /^4PX[0-9]{10,15}CN$/, lengths: [15, 16, 17, 18, 19, 20], starts: "4", weight: 0.95 },
]);

/**
 * Australia Post eParcel article id: the merchant's location id (3 or 5 characters), 7 digits of consignment,
 * 2 of article count and 9 of product, service, payment and check.
 */
export const AUSTRALIA_POST_FORMATS = formatsOf("australia_post", [
  {
    id: "australia_post_article",
    pattern: /^(?=[A-Z0-9]{0,4}[A-Z])(?:[A-Z0-9]{3}|[A-Z0-9]{5})[0-9]{18}$/,
    lengths: [21, 23],
    starts: DIGITS + LETTERS,
    weight: 0.7,
    countries: ["AU"],
  },
]);

/** Japan's large carriers number with 12 digits, the last being the first eleven modulo 7. */
const JAPAN_12 = {
  pattern: /^([0-9]{11})([0-9])$/,
  lengths: [12],
  starts: DIGITS,
  check: { algorithm: "mod7" },
  countries: ["JP"],
} as const;

export const YAMATO_FORMATS = formatsOf("yamato", [{ id: "yamato_12", weight: 0.4, ...JAPAN_12 }]);
export const SAGAWA_FORMATS = formatsOf("sagawa", [{ id: "sagawa_12", weight: 0.38, ...JAPAN_12 }]);

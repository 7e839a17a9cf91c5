import { findCarrier, seventeenTrackNumber } from "./catalogue";

/**
 * What an aggregator calls a carrier, by our code. Only what its documentation names: the tokens of Shippo's guide
 * to tracking and the carrier codes of ShipEngine's. Aggregators that find the carrier themselves need none.
 */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shippo: {
    usps: "usps",
    ups: "ups",
    fedex: "fedex",
    dhl_express: "dhl_express",
    royal_mail: "royal_mail",
    evri: "hermes_uk",
    canada_post: "canada_post",
    australia_post: "australia_post",
  },
  shipengine: { usps: "stamps_com", ups: "ups", fedex: "fedex", dhl_express: "dhl_express" },
};

/** The aggregator's own code for a carrier, or null where its documentation names none. 17TRACK's is a number. */
export function aggregatorCode(aggregator: string, carrier: string, country: string | null = null): string | null {
  if (aggregator === "17track") {
    const number = seventeenTrackNumber(carrier, country);
    return number === null ? null : String(number);
  }
  const codes = Object.hasOwn(CODES, aggregator) ? CODES[aggregator] : undefined;
  const code = findCarrier(carrier)?.code ?? carrier;
  return codes !== undefined && Object.hasOwn(codes, code) ? (codes[code] ?? null) : null;
}

/** Our code for the carrier that an aggregator names, or null when it is unknown. */
export function carrierOfAggregator(aggregator: string, name: string): string | null {
  const codes = Object.hasOwn(CODES, aggregator) ? (CODES[aggregator] ?? {}) : {};
  const wanted = name.trim().toLowerCase();
  return Object.keys(codes).find((carrier) => codes[carrier] === wanted) ?? findCarrier(wanted)?.code ?? null;
}

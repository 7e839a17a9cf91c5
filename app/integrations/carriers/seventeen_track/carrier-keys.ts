/**
 * 17TRACK's numbers of the carriers that Milepost has an adapter for, with Milepost's codes.
 * Source: https://res.17track.net/asset/carrier/info/apicarrier.all.json (facts: number and name).
 */
const KEYS: readonly (readonly [number, string])[] = [
  [100002, "ups"], [21051, "usps"], [100003, "fedex"], [100001, "dhl_express"], [101266, "dhl"], [7041, "dhl_parcel_de"],
  [3041, "canada_post"], [11031, "royal_mail"], [6051, "la_poste"], [100273, "chronopost"], [1151, "australia_post"], [100042, "purolator"],
  [100308, "amazon_shipping"], [14041, "postnl"], [100005, "gls"], [2061, "bpost"], [100331, "evri"], [100007, "dpd"],
  [19241, "postnord"], [19181, "correos"], [100049, "ontrac"], [9071, "poste_italiane"], [100029, "asendia"], [100021, "landmark"],
  [100123, "sendle"], [100031, "hermes"], [100395, "newgistics"], [100036, "pitney_bowes"], [7047, "dhl_global_mail"],
];

/** Milepost's code for 17TRACK's number; null for a carrier that Milepost has no own name for here. */
export function carrierOfKey(key: number | null): string | null {
  return KEYS.find(([known]) => known === key)?.[1] ?? null;
}

/** 17TRACK's number for Milepost's code; null lets 17TRACK detect the carrier. */
export function keyOfCarrier(code: string | null): number | null {
  return KEYS.find(([, known]) => known === code)?.[0] ?? null;
}

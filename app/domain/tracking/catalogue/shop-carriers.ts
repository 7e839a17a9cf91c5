import { canonicalCode, findCarrier } from "./catalogue";
import { compactName } from "./normalise-name";
import { fillOwnTemplate } from "./own-tracking-url";
import { trackingUrl } from "./tracking-url";

/** A carrier that a shop added for itself. */
export interface OwnCarrier {
  /** "own_citybikes": never a code of the catalogue. */
  code: string;
  name: string;
  /** See ./own-tracking-url; null where it has no public tracking page. */
  template: string | null;
}

/** What one shop adds to the catalogue: carriers of its own, and what it means by the names it writes. */
export interface ShopCarriers {
  own: readonly OwnCarrier[];
  /** Carrier code by name, as `nameKeyOf` writes it. */
  names: ReadonlyMap<string, string>;
}

export const NO_SHOP_CARRIERS: ShopCarriers = { own: [], names: new Map() };

/** Codes of own carriers begin with this; no code of the catalogue does. */
export const OWN_PREFIX = "own_";

export const isOwnCode = (code: string): boolean => code.startsWith(OWN_PREFIX);

/** The one form in which typed names are compared: "City Bikes", "citybikes" and "CITY-BIKES" are one. "" is no name. */
export function nameKeyOf(typed: string): string {
  return compactName(typed);
}

/**
 * The carrier that this shop means by a name: what it said of the name first, then the own carrier that is called so.
 * Null when the shop said nothing of it, or when the carrier that it meant is gone.
 */
export function carrierByShopName(typed: string, shop: ShopCarriers): string | null {
  const key = nameKeyOf(typed);
  if (key === "") return null;
  const said = shop.names.get(key);
  if (said !== undefined && knownCarrier(said, shop) !== null) return said;
  return shop.own.find((each) => nameKeyOf(each.name) === key)?.code ?? null;
}

/** The code and name of a carrier, the shop's own or the catalogue's; null when there is no such carrier. */
export function knownCarrier(code: string, shop: ShopCarriers): { code: string; name: string } | null {
  return shop.own.find((each) => each.code === code) ?? (isOwnCode(code) ? null : findCarrier(code));
}

/** The public tracking page of a number, by the shop's own template or the catalogue; null where none is known. */
export function shopTrackingUrl(code: string, number: string, shop: ShopCarriers): string | null {
  const own = shop.own.find((each) => each.code === code);
  if (own) return own.template === null ? null : fillOwnTemplate(own.template, number);
  return trackingUrl(code, number);
}

/**
 * True where the link of Milepost's own comes before the one that Shopify has: Shopify's is of the carrier that the
 * merchant corrected, or knows nothing of a carrier of the shop's own.
 */
export function prefersOwnLink(carrier: string | null, carrierSource: string): boolean {
  return carrier !== null && (carrierSource === "merchant" || isOwnCode(carrier));
}

/** The code under which a chosen carrier is kept: an own one as it is, one of the catalogue by its family's code. */
export function storedCode(code: string): string {
  return isOwnCode(code) ? code : canonicalCode(code);
}

const MAX_SLUG = 40;

/** A code for a new own carrier that no other of the shop's has: "own_citybikes", "own_citybikes_2". */
export function ownCode(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .slice(0, MAX_SLUG);
  const base = `${OWN_PREFIX}${slug || "carrier"}`;
  if (!taken.includes(base)) return base;
  for (let count = 2; ; count += 1) if (!taken.includes(`${base}_${count}`)) return `${base}_${count}`;
}

import rows from "./carriers.json";

/**
 * One carrier of the catalogue. Names, countries, websites and 17TRACK numbers are facts of 17TRACK's public carrier
 * list; company names are those that Shopify knows (their exact spelling decides its tracking link).
 */
export interface CatalogueCarrier {
  /** Milepost's code, lower snake case. */
  code: string;
  name: string;
  /** ISO 3166-1 alpha-2, or null. */
  country: string | null;
  website: string | null;
  /** 17TRACK's number, or null. */
  seventeenTrack: number | null;
  /** Shopify's exact tracking company, or null where Shopify knows none. */
  shopifyCompany: string | null;
  /** Public tracking page with %s for the number, or null. */
  trackingUrl: string | null;
  /** The carrier of which this is a country's branch, or null. */
  family: string | null;
}

function toCarrier(row: readonly (string | number | null)[]): CatalogueCarrier {
  const [code, name, country, website, key, company, url, family] = row;
  return {
    code: String(code),
    name: String(name),
    country: typeof country === "string" ? country : null,
    website: typeof website === "string" ? website : null,
    seventeenTrack: typeof key === "number" ? key : null,
    shopifyCompany: typeof company === "string" ? company : null,
    trackingUrl: typeof url === "string" ? url : null,
    family: typeof family === "string" ? family : null,
  };
}

/** All carriers, by code. */
export const CARRIERS: readonly CatalogueCarrier[] = (rows as (string | number | null)[][]).map(toCarrier);

const BY_CODE = new Map(CARRIERS.map((carrier) => [carrier.code, carrier]));

/** The carrier with this code, or null. */
export function findCarrier(code: string): CatalogueCarrier | null {
  return BY_CODE.get(code) ?? null;
}

/**
 * The page on which a carrier shows a number to anybody; null when the catalogue knows none. The number is encoded, so
 * that nothing in it can lead elsewhere.
 */
export function trackingUrl(carrier: string, number: string): string | null {
  const template = findCarrier(carrier)?.trackingUrl;
  return template ? template.replaceAll("%s", encodeURIComponent(number.replace(/\s+/g, ""))) : null;
}

/**
 * Carriers whose name, code or Shopify name contains what is typed: names that begin with it first, then by name.
 * @param limit at most this many
 */
export function searchCarriers(query: string, limit: number): CatalogueCarrier[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const found = CARRIERS.filter((carrier) => fold(carrier.name).includes(wanted) || carrier.code.includes(wanted) || fold(carrier.shopifyCompany ?? "").includes(wanted));
  const rank = (carrier: CatalogueCarrier) => (fold(carrier.name) === wanted ? 0 : fold(carrier.name).startsWith(wanted) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)).slice(0, limit);
}

function fold(value: string): string {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

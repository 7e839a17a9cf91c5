import type { Carrier } from "./carrier";
import rows from "./carriers.json";

type Row = readonly (string | number | null)[];

const text = (row: Row, place: number): string | null => {
  const value = row[place];
  return typeof value === "string" ? value : null;
};

const number = (row: Row, place: number): number | null => {
  const value = row[place];
  return typeof value === "number" ? value : null;
};

function toCarrier(row: Row): Carrier {
  return {
    code: text(row, 0) ?? "",
    name: text(row, 1) ?? "",
    country: text(row, 2),
    website: text(row, 3),
    seventeenTrack: number(row, 4),
    shopifyCompany: text(row, 5),
    trackingUrl: text(row, 6),
    family: text(row, 7),
  };
}

/**
 * Every carrier known, by code. The file's columns are code, name, country, website, 17TRACK number, Shopify company,
 * tracking page, family; nulls at the end are left out.
 *
 * Sources: 17TRACK's public carrier list; the company names in the description of Shopify's FulfillmentTrackingInput;
 * tracking_number_data (MIT) for posts without a 17TRACK number and for tracking pages; the carriers' own pages.
 */
export const CARRIERS: readonly Carrier[] = rows.map((row) => toCarrier(row));

const BY_CODE: ReadonlyMap<string, Carrier> = new Map(CARRIERS.map((carrier) => [carrier.code, carrier]));

/** Other spellings of a code: names of recorded samples, of tracking number formats, of older versions. */
const CODE_ALIASES: Readonly<Record<string, string>> = {
  amazon: "amazon_logistics",
  amazon_shipping: "amazon_logistics",
  australiapost: "australia_post",
  auspost: "australia_post",
  canadapost: "canada_post",
  dhl_global_mail: "dhl_ecommerce",
  dhl_universal: "dhl",
  royalmail: "royal_mail",
  hermes_de: "hermes",
  hermes_uk: "evri",
  ups_freight: "tforce_freight",
  old_dominion_freight_line: "old_dominion",
  post_nl: "postnl",
};

/** The carrier with this code, or null. Accepts the aliases that older data and sample folders use. */
export function findCarrier(code: string): Carrier | null {
  const key = code.trim().toLowerCase();
  const alias = Object.hasOwn(CODE_ALIASES, key) ? CODE_ALIASES[key] : undefined;
  return BY_CODE.get(alias ?? key) ?? null;
}

/** The code under which a carrier's shipments are counted: its family's, the alias resolved; the input when unknown. */
export function canonicalCode(code: string): string {
  const carrier = findCarrier(code);
  return carrier === null ? code : (carrier.family ?? carrier.code);
}

const BY_SEVENTEEN_TRACK: ReadonlyMap<number, Carrier> = new Map(
  // The first carrier of a number keeps it: La Poste before Colissimo would lose the family's name, so families win.
  [...CARRIERS]
    .filter((carrier) => carrier.seventeenTrack !== null)
    .sort((a, b) => Number(a.family === null) - Number(b.family === null))
    .map((carrier) => [carrier.seventeenTrack ?? 0, carrier]),
);

/** The carrier that 17TRACK's number means, or null. */
export function findBySeventeenTrack(key: number): Carrier | null {
  return BY_SEVENTEEN_TRACK.get(key) ?? null;
}

/** 17TRACK's number for a carrier, the unit of `country` where the family has one; null when 17TRACK does not know it. */
export function seventeenTrackNumber(code: string, country: string | null = null): number | null {
  const carrier = findCarrier(code);
  if (carrier === null) return null;
  const wanted = country?.toUpperCase() ?? null;
  const unit = CARRIERS.find(({ family, country: home }) => family === carrier.code && wanted !== null && home === wanted);
  return unit?.seventeenTrack ?? carrier.seventeenTrack;
}

import type { WrittenCompany } from "~/db/carrier-resolution.server";
import { nameKeyOf, type ShopCarriers } from "~/domain/tracking/catalogue/shop-carriers";

import type { CarrierNames } from "./carrier-name";

/** A name that the shop's shipments have as tracking company, with all its spellings. */
export interface UsedName {
  /** The spelling that most of them have. */
  name: string;
  /** How many other spellings there are. */
  otherSpellings: number;
  shipments: number;
  /** Of these, those whose carrier is not known. */
  unknown: number;
  lastShippedAt: string;
  /** What its shipments were taken for, the most frequent first. */
  carriers: { code: string; name: string; shipments: number }[];
  /** What the shop said of the name; null when it said nothing. */
  mapped: { code: string; name: string } | null;
  /** False for a name of which nothing is left to compare ("---"). */
  mappable: boolean;
}

/** The names a shop uses: those with shipments of an unknown carrier first, the most frequent first. */
export function usedNames(written: readonly WrittenCompany[], shop: ShopCarriers, names: CarrierNames): UsedName[] {
  const groups = Map.groupBy(written, (each) => nameKeyOf(each.company) || each.company);
  const used = [...groups].map(([key, rows]) => toUsedName(key, rows, shop, names));
  return used.sort((a, b) => Number(b.unknown > 0) - Number(a.unknown > 0) || b.unknown - a.unknown || b.shipments - a.shipments || (a.name < b.name ? -1 : 1));
}

function toUsedName(key: string, rows: readonly WrittenCompany[], shop: ShopCarriers, names: CarrierNames): UsedName {
  const spellings = counted(rows.map((row) => [row.company, row.shipments]));
  const carriers = counted(rows.flatMap((row) => (row.carrier === null ? [] : [[row.carrier, row.shipments] as const])));
  const mapped = shop.names.get(key) ?? null;
  return {
    name: spellings[0]?.[0] ?? key,
    otherSpellings: spellings.length - 1,
    shipments: rows.reduce((sum, row) => sum + row.shipments, 0),
    unknown: rows.reduce((sum, row) => sum + (row.carrier === null ? row.shipments : 0), 0),
    lastShippedAt: new Date(Math.max(...rows.map((row) => row.lastShippedAt.getTime()))).toISOString(),
    carriers: carriers.map(([code, shipments]) => ({ code, name: names(code), shipments })),
    mapped: mapped === null ? null : { code: mapped, name: names(mapped) },
    mappable: nameKeyOf(rows[0]?.company ?? "") !== "",
  };
}

/** Summed by name, the most first. */
function counted(pairs: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, count] of pairs) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

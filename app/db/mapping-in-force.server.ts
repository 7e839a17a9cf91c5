import type { MappingEntry } from "~/domain/tracking/mapping/rule";
import { compileMapping, NO_MAPPING, type ShopMapping } from "~/domain/tracking/mapping/shop-mapping";

import type { Tx } from "./database.server";

/** What a shop reads its scans with now. */
export interface MappingInForce {
  mapping: ShopMapping;
  /** True while shipments wait to be computed anew with it. */
  replaying: boolean;
}

/** Mappings by shop id; a shop without one reads as built in. */
export type Mappings = ReadonlyMap<string, MappingInForce>;

/** A version's entries never change, so that what was compiled once is right for ever. */
const compiled = new Map<string, ShopMapping>();
const MOST_COMPILED = 500;

/** The mappings of these shops that have one: one small query, and another where a version is met for the first time. */
export async function mappingsOf(tx: Tx, shopIds: readonly string[]): Promise<Mappings> {
  if (shopIds.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ shop_id: string; id: string; number: number; replaying: boolean }[]>(
    `select latest.shop_id, latest.id, latest.number, exists (select 1 from mapping_replay r where r.shop_id = latest.shop_id) as replaying
     from unnest($1::text[]) as wanted(id)
     cross join lateral (select shop_id, id, number from mapping_version v where v.shop_id = wanted.id order by number desc limit 1) latest`,
    [...new Set(shopIds)],
  );
  await compile(tx, rows.filter((row) => !compiled.has(row.id)).map((row) => row.id));
  return new Map(rows.map((row) => [row.shop_id, { mapping: compiled.get(row.id) ?? NO_MAPPING, replaying: row.replaying }]));
}

async function compile(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.mappingVersion.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true, entries: true } });
  // The oldest go first; those of this very call stay.
  for (const id of compiled.keys()) {
    if (compiled.size + rows.length <= Math.max(MOST_COMPILED, rows.length)) break;
    compiled.delete(id);
  }
  for (const row of rows) compiled.set(row.id, compileMapping(row.number, row.entries as unknown as MappingEntry[]));
}

const lockKey = (shopId: string) => `mapping:${shopId}`;

/**
 * The mappings to compute with, held until the transaction ends: a change waits for the computations under way and
 * those after it see the change, so that no shipment is stored as an outdated mapping reads it.
 */
export async function holdMappings(tx: Tx, shopIds: readonly string[]): Promise<Mappings> {
  const keys = [...new Set(shopIds)].sort().map(lockKey);
  // The lock is a statement of its own: what is read must be looked up after the wait for it.
  await tx.$executeRawUnsafe("select pg_advisory_xact_lock_shared(hashtextextended(key, 0)) from unnest($1::text[]) as keys(key)", keys);
  return mappingsOf(tx, shopIds);
}

/** Keeps a shop's mapping for the one who changes it, until the transaction ends. */
export async function lockMapping(tx: Tx, shopId: string): Promise<void> {
  await tx.$executeRawUnsafe("select pg_advisory_xact_lock(hashtextextended($1, 0))", lockKey(shopId));
}

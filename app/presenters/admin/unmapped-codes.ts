import type { Tx } from "~/db/database.server";
import { mappingsOf } from "~/db/mapping-in-force.server";
import { unmappedRows, type UnmappedRow } from "~/db/seen-codes.server";
import { NO_MAPPING, type ShopMapping } from "~/domain/tracking/mapping/shop-mapping";

/** So many are looked at: a shop with more has the rest once it has mapped some. */
const LOOKED_AT = 1_000;

/** Codes that neither the built-in maps nor the shop's own rules read, the most frequent first. */
export async function unmappedCodes(tx: Tx, shopId: string): Promise<UnmappedRow[]> {
  const mapping = (await mappingsOf(tx, [shopId])).get(shopId)?.mapping ?? NO_MAPPING;
  return (await unmappedRows(tx, shopId, LOOKED_AT)).filter((row) => !isRead(row, mapping));
}

/** Whether scans of this kind that come from now on are read by a rule. */
function isRead({ provider, code, text }: UnmappedRow, mapping: ShopMapping): boolean {
  return mapping.find({ provider, code: code || null, text: text || null, receivedAt: Number.MAX_SAFE_INTEGER }) !== null;
}

import type { Tx } from "./database.server";

/** Which shop each shipment belongs to; shipments that are gone are missing. */
export async function shopsOfShipments(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, string>> {
  if (shipmentIds.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ id: string; shop_id: string }[]>("select id, shop_id from shipment where id = any($1::text[])", [...new Set(shipmentIds)]);
  return new Map(rows.map((row) => [row.id, row.shop_id]));
}

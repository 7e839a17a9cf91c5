import type { Tx } from "./database.server";

/** Which of these keys these shipments have already, as "shipment key". */
export async function existingEventKeys(tx: Tx, shipmentIds: readonly string[], keys: readonly string[]): Promise<Set<string>> {
  if (shipmentIds.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string; key: string }[]>(
    "select shipment_id, key from tracking_event where shipment_id = any($1::text[]) and key = any($2::text[])",
    [...new Set(shipmentIds)],
    [...new Set(keys)],
  );
  return new Set(rows.map((row) => `${row.shipment_id} ${row.key}`));
}

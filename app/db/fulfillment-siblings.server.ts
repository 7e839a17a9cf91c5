import type { ShipmentStatus } from "~/domain/tracking/status";

import type { Tx } from "./database.server";

/**
 * How the other shipments of the same fulfillments stand, by shipment id; a shipment that is alone is missing. Where
 * there are others, everybody who asks waits for everybody else: two that are delivered at once must see each other.
 */
export async function siblingStatuses(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, ShipmentStatus[]>> {
  const siblings = new Map<string, ShipmentStatus[]>();
  if (shipmentIds.length === 0) return siblings;
  const found = await readSiblings(tx, shipmentIds);
  if (found.length === 0) return siblings;
  await tx.$executeRawUnsafe(
    "select pg_advisory_xact_lock(hashtextextended(id, 20)) from (select id from unnest($1::text[]) as id order by id) fulfillments",
    [...new Set(found.map((row) => row.fulfillment_id))],
  );
  for (const row of await readSiblings(tx, shipmentIds)) siblings.set(row.id, [...(siblings.get(row.id) ?? []), row.status as ShipmentStatus]);
  return siblings;
}

async function readSiblings(tx: Tx, shipmentIds: readonly string[]) {
  return tx.$queryRawUnsafe<{ id: string; fulfillment_id: string; status: string }[]>(
    `select s.id, s.fulfillment_id, o.status from shipment s
     join shipment o on o.shop_id = s.shop_id and o.fulfillment_id = s.fulfillment_id and o.id <> s.id and o.removed_at is null
     where s.id = any($1::text[])`,
    shipmentIds,
  );
}

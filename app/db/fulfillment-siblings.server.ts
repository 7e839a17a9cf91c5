import type { Sibling } from "~/domain/tracking/fulfillment-status";
import type { ShipmentStatus } from "~/domain/tracking/status";

import type { Tx } from "./database.server";

/**
 * How the other shipments of the same fulfillments stand and what was told for them, by shipment id; a shipment that is
 * alone is missing. Where there are others, everybody who asks waits for everybody else: two that are delivered at once
 * must see each other.
 */
export async function siblingsOf(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, Sibling[]>> {
  const siblings = new Map<string, Sibling[]>();
  if (shipmentIds.length === 0) return siblings;
  const found = await readSiblings(tx, shipmentIds);
  if (found.length === 0) return siblings;
  await tx.$executeRawUnsafe(
    "select pg_advisory_xact_lock(hashtextextended(id, 20)) from (select id from unnest($1::text[]) as id order by id) fulfillments",
    [...new Set(found.map((row) => row.fulfillment_id))],
  );
  const told = await toldFor(tx, [...new Set(found.map((row) => row.sibling))]);
  for (const row of await readSiblings(tx, shipmentIds)) {
    const since = row.status_at === null ? null : new Date(row.status_at).getTime();
    const sibling = { id: row.sibling, status: row.status as ShipmentStatus, since, told: told.get(row.sibling) ?? {} };
    siblings.set(row.id, [...(siblings.get(row.id) ?? []), sibling]);
  }
  return siblings;
}

async function readSiblings(tx: Tx, shipmentIds: readonly string[]) {
  return tx.$queryRawUnsafe<{ id: string; fulfillment_id: string; sibling: string; status: string; status_at: Date | null }[]>(
    `select s.id, s.fulfillment_id, o.id as sibling, o.status, o.status_at from shipment s
     join shipment o on o.shop_id = s.shop_id and o.fulfillment_id = s.fulfillment_id and o.id <> s.id and o.removed_at is null
     where s.id = any($1::text[])`,
    shipmentIds,
  );
}

async function toldFor(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string; status: string; newest: Date }[]>(
    "select shipment_id, status, max(happened_at) as newest from write_back where shipment_id = any($1::text[]) group by shipment_id, status",
    shipmentIds,
  );
  const told = new Map<string, Record<string, number>>();
  for (const row of rows) told.set(row.shipment_id, { ...told.get(row.shipment_id), [row.status]: new Date(row.newest).getTime() });
  return told;
}

import type { Tx } from "../database.server";
import { mappingsOf } from "../mapping-in-force.server";
import { jsonRows } from "../sql-values";
import { eventsOf } from "../tracking-events.server";

/**
 * Stores scans as the shop's own mapping reads them now. The mapping goes by their codes and texts, which are about to be
 * deleted; without this the shipments would be computed otherwise afterwards.
 */
export async function keepReadings(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<void> {
  const mappings = await mappingsOf(tx, [shopId]);
  if (mappings.size === 0 || shipmentIds.length === 0) return;
  const rows = [...(await eventsOf(tx, shipmentIds, mappings))].flatMap(([shipmentId, events]) =>
    events.flatMap((event) => (event.builtIn ? [{ shipment_id: shipmentId, key: event.key, status: event.status, detail: event.detail, mapping: event.mapping, return_leg: event.returnLeg }] : [])),
  );
  if (rows.length === 0) return;
  await tx.$executeRawUnsafe(
    `update tracking_event e set status = row.status, detail = row.detail, mapping = row.mapping, return_leg = row.return_leg
     from jsonb_to_recordset($2::jsonb) as row(shipment_id text, key text, status text, detail text, mapping text, return_leg boolean)
     where e.shop_id = $1 and e.shipment_id = row.shipment_id and e.key = row.key`,
    shopId,
    jsonRows(rows),
  );
}

import { rawEvent } from "~/db/admin-shipment.server";
import type { Tx } from "~/db/database.server";

/** A scan's raw payload as indented JSON; null inside when it was not kept, null itself when there is no such scan. */
export async function rawScan(tx: Tx, shopId: string, shipmentId: string, key: string): Promise<{ raw: string | null } | null> {
  const event = await rawEvent(tx, shopId, shipmentId, key);
  if (!event) return null;
  return { raw: event.raw === null ? null : typeof event.raw === "string" ? event.raw : JSON.stringify(event.raw, null, 2) };
}

import type { Tx } from "~/db/database.server";
import { siblingsOf } from "~/db/fulfillment-siblings.server";
import type { NewWriteBack } from "~/db/write-backs.server";
import { isOfOneShipment, trueOfFulfillment } from "~/domain/tracking/fulfillment-status";

/**
 * Of what is true of single shipments, what is true of the fulfillments they belong to, with the instant since when. It
 * is told once: by the shipment whose news made it true.
 */
export async function ofWholeFulfillments(tx: Tx, decided: readonly NewWriteBack[]): Promise<NewWriteBack[]> {
  const waiting = decided.filter((each) => isOfOneShipment(each.status));
  const siblings = await siblingsOf(tx, [...new Set(waiting.map((each) => each.shipmentId))]);
  if (siblings.size === 0) return [...decided];
  const told = new Map<string, Record<string, number>>();
  // The newest first: of two that get there in one batch the later one tells.
  const ordered = [...decided].sort((a, b) => b.happenedAt - a.happenedAt || (a.shipmentId < b.shipmentId ? -1 : 1));
  return ordered.flatMap((each) => {
    const others = (siblings.get(each.shipmentId) ?? []).map((other) => ({ ...other, told: { ...other.told, ...told.get(other.id) } }));
    const since = trueOfFulfillment(each.status, each.happenedAt, others);
    if (since === null) return [];
    told.set(each.shipmentId, { ...told.get(each.shipmentId), [each.status]: since });
    return [{ ...each, happenedAt: since }];
  });
}

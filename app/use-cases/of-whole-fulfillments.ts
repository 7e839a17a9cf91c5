import type { Tx } from "~/db/database.server";
import { siblingStatuses } from "~/db/fulfillment-siblings.server";
import type { NewWriteBack } from "~/db/write-backs.server";
import { holdsForFulfillment } from "~/domain/tracking/fulfillment-status";

/** Leaves out what is true of one shipment and not yet of the fulfillment it belongs to; the last one that gets there tells it. */
export async function ofWholeFulfillments(tx: Tx, decided: readonly NewWriteBack[]): Promise<NewWriteBack[]> {
  const partial = decided.filter((each) => !holdsForFulfillment(each.status, ["PENDING"]));
  const siblings = await siblingStatuses(tx, [...new Set(partial.map((each) => each.shipmentId))]);
  return decided.filter((each) => holdsForFulfillment(each.status, siblings.get(each.shipmentId) ?? []));
}

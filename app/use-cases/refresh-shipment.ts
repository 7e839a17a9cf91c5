import { makeDue } from "~/db/admin-shipment-writes.server";

import type { UseCaseContext } from "./context";

/**
 * Has sources asked at once for these shipments of a shop. Those whose tracking was stopped are left alone.
 * @returns how many will be asked for
 */
export async function refreshShipments(context: UseCaseContext, input: { shopId: string; shipmentIds: readonly string[] }): Promise<number> {
  return context.db.transaction(async (tx) => {
    const due = await makeDue(tx, input.shopId, input.shipmentIds, context.now());
    if (due.length > 0) await context.queue.send(tx, "poll-shipments", { shipmentIds: due });
    return due.length;
  });
}

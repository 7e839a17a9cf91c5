import { makeDue } from "~/db/admin-shipment-writes.server";

import { askNow } from "./ask-now";
import type { UseCaseContext } from "./context";

/**
 * Has sources asked at once for these shipments of a shop. Those whose tracking was stopped are left alone.
 * @returns how many will be asked for
 */
export async function refreshShipments(context: UseCaseContext, input: { shopId: string; shipmentIds: readonly string[] }): Promise<number> {
  return context.db.transaction(async (tx) => {
    const due = await makeDue(tx, input.shopId, input.shipmentIds, context.now());
    await askNow(context, tx, input.shopId, due);
    return due.length;
  });
}

import { setTracking } from "~/db/admin-shipment-writes.server";

import { advanceShipments } from "./advance-shipments";
import type { UseCaseContext } from "./context";

/**
 * Nobody is asked for these shipments any more, and their exceptions clear; what is known of them stays.
 * @returns how many were stopped
 */
export async function stopTracking(context: UseCaseContext, input: { shopId: string; shipmentIds: readonly string[] }): Promise<number> {
  return context.db.transaction(async (tx) => {
    const stopped = await setTracking(tx, input.shopId, input.shipmentIds, "stopped", context.now());
    await advanceShipments(context, tx, stopped);
    return stopped.length;
  });
}

/**
 * Follows stopped shipments again, beginning now.
 * @returns how many were resumed
 */
export async function resumeTracking(context: UseCaseContext, input: { shopId: string; shipmentIds: readonly string[] }): Promise<number> {
  return context.db.transaction(async (tx) => {
    const resumed = await setTracking(tx, input.shopId, input.shipmentIds, "tracking", context.now());
    await advanceShipments(context, tx, resumed);
    if (resumed.length > 0) await context.queue.send(tx, "poll-shipments", { shipmentIds: resumed });
    return resumed.length;
  });
}

import { setTracking } from "~/db/admin-shipment-writes.server";
import { forgetRefusals, makeRegistrationsDue } from "~/db/registrations.server";

import { advanceShipments } from "./advance-shipments";
import { askNow } from "./ask-now";
import type { UseCaseContext } from "./context";

/**
 * Nobody is asked for these shipments any more, aggregators are told to follow their numbers no longer, and their
 * exceptions clear; what is known of them stays.
 * @returns how many were stopped
 */
export async function stopTracking(context: UseCaseContext, input: { shopId: string; shipmentIds: readonly string[] }): Promise<number> {
  return context.db.transaction(async (tx) => {
    const stopped = await setTracking(tx, input.shopId, input.shipmentIds, "stopped", context.now());
    await advanceShipments(context, tx, stopped);
    await makeRegistrationsDue(tx, stopped, context.now());
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
    await forgetRefusals(tx, input.shopId, resumed);
    await askNow(context, tx, input.shopId, resumed);
    return resumed.length;
  });
}

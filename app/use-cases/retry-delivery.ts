import { reviveDelivery } from "~/db/deliveries.server";

import type { UseCaseContext } from "./context";

/**
 * Puts a webhook that was given up on back to work.
 * @returns false when this shop has no such delivery
 */
export async function retryDelivery(context: UseCaseContext, input: { shopDomain: string; deliveryId: string }): Promise<boolean> {
  if (!/^\d{1,18}$/.test(input.deliveryId)) return false;
  return context.db.transaction(async (tx) => {
    const revived = await reviveDelivery(tx, input.shopDomain, input.deliveryId, context.now());
    if (revived) await context.queue.send(tx, "process-deliveries", { deliveryIds: [input.deliveryId] });
    return revived;
  });
}

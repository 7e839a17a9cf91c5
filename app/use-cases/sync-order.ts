import { shopById } from "~/db/shops.server";

import type { UseCaseContext } from "./context";
import { syncOrders, type SyncOutcome } from "./sync-orders";

/**
 * Reads one order again from Shopify and stores it with all that follows from it.
 * @returns what became of it; null when the shop has uninstalled the app
 * @throws AdminApiError when Shopify cannot be asked
 */
export async function syncOrder(context: UseCaseContext, input: { shopId: string; orderGid: string }): Promise<SyncOutcome | null> {
  const shop = await shopById(context.db.prisma, input.shopId);
  if (!shop || shop.status !== "active") return null;
  const outcomes = await syncOrders(context, shop, [input.orderGid]);
  return outcomes.get(input.orderGid) ?? "not_found";
}

import { closeShop, shopByDomain } from "~/db/shops.server";

import type { UseCaseContext } from "./context";

/**
 * Ends all work of a shop that has uninstalled the app. Its records stay until Shopify asks for their deletion.
 * @returns false when there is no such shop, or it was closed already
 */
export async function uninstallShop(context: UseCaseContext, input: { domain: string }): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const shop = await shopByDomain(tx, input.domain);
    if (!shop) return false;
    const closed = await closeShop(tx, shop, context.now());
    if (closed) context.log.info({ shop: shop.id }, "a shop was uninstalled");
    return closed;
  });
}

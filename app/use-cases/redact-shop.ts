import { deleteShop, deleteSomeOrders, shopById } from "~/db/shops.server";

import type { UseCaseContext } from "./context";

/**
 * Deletes everything of a shop, in transactions of a few hundred orders; broken off, it goes on where it was.
 * A shop that installed the app again meanwhile keeps what it has.
 */
export async function redactShop(context: UseCaseContext, input: { shopId: string }): Promise<void> {
  for (;;) {
    const shop = await shopById(context.db.prisma, input.shopId);
    if (!shop || shop.status === "active") return;
    const deleted = await context.db.transaction((tx) => deleteSomeOrders(tx, shop.id));
    if (deleted > 0) continue;
    await context.db.transaction((tx) => deleteShop(tx, shop));
    context.log.info({ shop: shop.id }, "everything of a shop was deleted");
    return;
  }
}

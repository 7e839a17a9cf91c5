import { deleteSomeOfShop } from "~/db/privacy/delete-shop.server";
import { shopById } from "~/db/shops.server";

import type { UseCaseContext } from "./context";

/**
 * Deletes everything of a shop, in transactions of some hundred rows; broken off, it goes on where it was.
 * A shop that installed the app again meanwhile keeps what it has.
 */
export async function redactShop(context: UseCaseContext, input: { shopId: string }): Promise<void> {
  for (;;) {
    const shop = await shopById(context.db.prisma, input.shopId);
    if (!shop || shop.status === "active") return;
    await context.db.transaction((tx) => deleteSomeOfShop(tx, shop));
    if (!(await shopById(context.db.prisma, shop.id))) context.log.info({ shop: shop.id }, "everything of a shop was deleted");
  }
}

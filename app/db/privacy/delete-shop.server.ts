import type { Tx } from "../database.server";
import { PERSONAL_DATA } from "./registry";

/** Rows deleted in one transaction; with an order or a shipment goes what hangs on it. */
const BATCH = { order: 200, shipment: 500, others: 2_000 } as const;

/** Every table with rows of a shop; orders and shipments first, which take most of the others with them. */
const TABLES = [...new Set(["order", "shipment", ...PERSONAL_DATA.filter(({ columns }) => "shop_id" in columns).map(({ table }) => table)])];

/**
 * Deletes some of what is kept of a shop, the shop itself last. Whatever table has rows of shops is among those that are
 * emptied: they come from the registry of all columns.
 * @returns how many rows; 0 when nothing is left
 */
export async function deleteSomeOfShop(tx: Tx, shop: { id: string; domain: string }): Promise<number> {
  for (const table of TABLES) {
    const limit = table === "order" || table === "shipment" ? BATCH[table] : BATCH.others;
    const deleted = await tx.$executeRawUnsafe(`delete from "${table}" where ctid = any(array(select ctid from "${table}" where shop_id = $1 limit ${limit}))`, shop.id);
    if (deleted > 0) return deleted;
  }
  // Webhooks that wait are about nothing that is kept any more.
  const webhooks = await tx.$executeRawUnsafe(`delete from delivery where ctid = any(array(select ctid from delivery where shop_domain = $1 limit ${BATCH.others}))`, shop.domain);
  if (webhooks > 0) return webhooks;
  const sessions = await tx.session.deleteMany({ where: { shop: shop.domain } });
  const shops = await tx.shop.deleteMany({ where: { id: shop.id } });
  return sessions.count + shops.count;
}

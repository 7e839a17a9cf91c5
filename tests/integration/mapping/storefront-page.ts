import type { Database } from "~/db/database.server";
import { loadShop, orderPage } from "~/presenters/storefront/load-page.server";

/** The shopper's page of a shipment's order. */
export async function shopperPage(db: Database, shopId: string, shipmentId: string, now: number) {
  const shop = await loadShop(db, `${shopId}.myshopify.com`);
  const { orderId } = await db.prisma.shipment.findUniqueOrThrow({ where: { id: shipmentId } });
  if (!shop || orderId === null) throw new Error("The shop, or the order, is not there.");
  return orderPage({ db, now: () => now }, shop, { locale: "en", action: "/apps/track", root: "", shows: { items: true, feedback: true } }, { orderId, token: "t" });
}

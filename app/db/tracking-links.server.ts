import type { Tx } from "./database.server";

/**
 * Keeps the hash of an order's link. An order has one link; a different hash (the root key was replaced) takes the
 * place of the one before.
 */
export async function saveTrackingLink(tx: Tx, shopId: string, link: { orderId: string; tokenHash: string; now: number }): Promise<void> {
  await tx.$executeRaw`
    insert into tracking_link (id, shop_id, order_id, token_hash, created_at)
    select gen_random_uuid()::text, o.shop_id, o.id, ${link.tokenHash}, ${new Date(link.now)}
    from "order" o where o.id = ${link.orderId} and o.shop_id = ${shopId}
    on conflict (shop_id, order_id) do update set token_hash = excluded.token_hash
      where tracking_link.token_hash <> excluded.token_hash`;
}

/** The order that a link opens in this shop; null for an unknown token, or once the order was redacted. */
export async function orderOfLink(tx: Tx, shopId: string, tokenHash: string): Promise<string | null> {
  const link = await tx.trackingLink.findFirst({ where: { shopId, tokenHash }, select: { orderId: true } });
  if (!link) return null;
  const order = await tx.order.findFirst({ where: { id: link.orderId, shopId, redactedAt: null }, select: { id: true } });
  return order?.id ?? null;
}

/** Where this shop's tracking page stands, out of its stored settings; undefined for a shop that is gone. */
export async function settingsForLinks(tx: Tx, shopId: string): Promise<{ settings: unknown; proxyPath: string | null }> {
  const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { settings: true, proxyPath: true } });
  return { settings: shop?.settings, proxyPath: shop?.proxyPath ?? null };
}

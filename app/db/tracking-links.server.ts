import type { Tx } from "./database.server";

/** A link as it is stored. */
export interface StoredLink {
  tokenHash: string;
  /** The token, sealed; null for a link of before, whose token was derived from the first key. */
  sealedToken: string | null;
}

/** What the envelope of a link's token is bound to. */
export const LINK_PURPOSE = "tracking_link.token";

/** The link of an order in this shop; null when it has none yet. */
export async function linkOfOrder(tx: Tx, shopId: string, orderId: string): Promise<StoredLink | null> {
  const row = await tx.trackingLink.findUnique({ where: { shopId_orderId: { shopId, orderId } }, select: { tokenHash: true, token: true } });
  return row && { tokenHash: row.tokenHash, sealedToken: row.token };
}

/**
 * Keeps an order's link, of which there is one: the first to be stored stays, unless `replacing` is what is stored.
 * An order that this shop does not have gets none.
 */
export async function saveTrackingLink(
  tx: Tx,
  shopId: string,
  link: { orderId: string; tokenHash: string; sealedToken: string; replacing: string | null; now: number },
): Promise<void> {
  await tx.$executeRaw`
    insert into tracking_link (id, shop_id, order_id, token_hash, token_enc, created_at)
    select gen_random_uuid()::text, o.shop_id, o.id, ${link.tokenHash}, ${link.sealedToken}, ${new Date(link.now)}
    from "order" o where o.id = ${link.orderId} and o.shop_id = ${shopId}
    on conflict (shop_id, order_id) do update set token_hash = excluded.token_hash, token_enc = excluded.token_enc
      where tracking_link.token_hash = ${link.replacing}`;
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

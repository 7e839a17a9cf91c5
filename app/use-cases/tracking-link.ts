import type { Tx } from "~/db/database.server";
import { tokenHash } from "~/db/secrets.server";
import { orderOfLink, saveTrackingLink, settingsForLinks } from "~/db/tracking-links.server";
import { trackingPagePath } from "~/domain/settings/tracking-page-path";
import { readSettings } from "~/domain/settings/shop-settings";

import type { UseCaseContext } from "./context";

/** As `deriveToken` makes it; anything else is not looked for. */
const TOKEN = /^[\w-]{27}$/;

/**
 * The address at which a shopper sees an order without typing anything. It carries a token of 160 bits and no
 * personal data; the same order always gets the same address, and the database keeps the token's hash alone.
 * @param order.shopDomain the shop's myshopify domain: Shopify leads on to the shop's own
 */
export async function trackingLinkFor(
  context: UseCaseContext,
  tx: Tx,
  order: { shopId: string; orderId: string; shopDomain: string },
): Promise<string> {
  const token = await trackingTokenFor(context, tx, order);
  const shop = await settingsForLinks(tx, order.shopId);
  const link = new URL(trackingPagePath(readSettings(shop.settings).settings, shop.proxyPath), `https://${order.shopDomain}`);
  link.searchParams.set("t", token);
  return link.href;
}

/** The token of an order's link, kept (as its hash) so that it opens. */
export async function trackingTokenFor(context: UseCaseContext, tx: Tx, order: { shopId: string; orderId: string }): Promise<string> {
  const token = context.secrets.deriveToken("tracking-link", `${order.shopId}\u0000${order.orderId}`);
  await saveTrackingLink(tx, order.shopId, { orderId: order.orderId, tokenHash: tokenHash(token), now: context.now() });
  return token;
}

/** The order a token opens in this shop; null when it opens none. */
export async function orderByToken(context: UseCaseContext, input: { shopId: string; token: string }): Promise<string | null> {
  return TOKEN.test(input.token) ? orderOfLink(context.db.prisma, input.shopId, tokenHash(input.token)) : null;
}

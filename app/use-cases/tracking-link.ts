import type { Tx } from "~/db/database.server";
import { tokenOfBefore } from "~/db/link-tokens.server";
import { newToken, tokenHash } from "~/db/secrets.server";
import { linkOfOrder, LINK_PURPOSE, orderOfLink, saveTrackingLink, settingsForLinks } from "~/db/tracking-links.server";
import { trackingPagePath } from "~/domain/settings/tracking-page-path";
import { readSettings } from "~/domain/settings/shop-settings";

import type { UseCaseContext } from "./context";

/** As `newToken` makes it; anything else is not looked for. */
const TOKEN = /^[\w-]{27}$/;

/**
 * The address at which a shopper sees an order without typing anything. It carries a token of 160 bits and no
 * personal data; the same order always gets the same address. The database keeps the token sealed, and its hash.
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

/**
 * The token of an order's link: random, made once, kept sealed (to be written into further messages) and as its hash (to
 * open). A link of before, whose token was derived from the first key, gets its token sealed, so that it outlives the key.
 * @throws SecretError when the key is missing with which it was sealed
 */
export async function trackingTokenFor(context: UseCaseContext, tx: Tx, order: { shopId: string; orderId: string }): Promise<string> {
  const { shopId, orderId } = order;
  const known = await linkOfOrder(tx, shopId, orderId);
  if (known?.sealedToken) return context.secrets.decrypt(known.sealedToken, LINK_PURPOSE);
  const derived = known && tokenOfBefore(context.secrets, order, known.tokenHash);
  const token = derived ?? newToken();
  await saveTrackingLink(tx, shopId, {
    orderId, tokenHash: tokenHash(token), sealedToken: context.secrets.encrypt(token, LINK_PURPOSE), replacing: known?.tokenHash ?? null, now: context.now(),
  });
  // Somebody else may have made the link meanwhile: theirs counts.
  const stored = await linkOfOrder(tx, shopId, orderId);
  return stored?.sealedToken ? context.secrets.decrypt(stored.sealedToken, LINK_PURPOSE) : token;
}

/** The order a token opens in this shop; null when it opens none. */
export async function orderByToken(context: UseCaseContext, input: { shopId: string; token: string }): Promise<string | null> {
  return TOKEN.test(input.token) ? orderOfLink(context.db.prisma, input.shopId, tokenHash(input.token)) : null;
}

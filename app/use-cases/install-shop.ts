import { errorSummary } from "~/domain/errors/describe-error";
import { openShop, saveShopInfo, type Shop } from "~/db/shops.server";
import { readShop, type ShopInfoNode } from "~/shopify/operations/read-shop";

import { startBackfill } from "./backfill-start";
import type { UseCaseContext } from "./context";
import { noteScopes } from "./shop-access";

/**
 * Called whenever Shopify has given a token for a shop: sets the shop up at its install, takes its work up again after
 * an uninstall, and does nothing to one that is known and active but for noting that it is installed now and reading
 * its name, zone and currency again.
 * @returns the shop as it is now
 */
export async function installShop(context: UseCaseContext, input: { domain: string }): Promise<Shop> {
  const { shop, was } = await context.db.transaction(async (tx) => {
    const opened = await openShop(tx, input.domain, context.now());
    if (opened.was !== "known") await startBackfill(context, tx, opened.shop.id);
    return opened;
  });
  if (was !== "known") context.log.info({ shop: shop.id, was }, "a shop was installed");
  try {
    const admin = await context.adminFor(input.domain);
    const { shop: node, currentAppInstallation } = await admin.run(readShop, {});
    await noteScopes(context, shop.id, currentAppInstallation.accessScopes.map((scope) => scope.handle));
    return await saveShopInfo(context.db.prisma, shop.id, toShopInfo(node));
  } catch (error) {
    // What the shop is called can wait; that it opens cannot.
    context.log.warn({ shop: shop.id, error: errorSummary(error) }, "a shop's details could not be read");
    return shop;
  }
}

function toShopInfo(node: ShopInfoNode) {
  return {
    gid: node.id,
    name: node.name,
    email: node.contactEmail || null,
    plan: node.plan.publicDisplayName || null,
    currency: node.currencyCode,
    timeZone: node.ianaTimezone,
    locale: node.primaryDomain.localization?.defaultLocale ?? "en",
    countryCode: node.shopAddress.countryCodeV2,
  };
}

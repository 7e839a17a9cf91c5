import type { AppLoadContext } from "@remix-run/node";

import type { Dependencies } from "~/dependencies.server";
import { createLookUpLimits, type LookUpLimits } from "~/integrations/limits/look-up-limits";
import { loadShop, saveProxyPath, type PageRequest, type StorefrontShop } from "~/presenters/storefront/load-page.server";
import { observeAddress } from "~/use-cases/observe-address";

import { readFields, type TrackFields } from "./read-fields.server";
import { plain, verifyProxy } from "./verify-proxy.server";

/** A request of a storefront that may be answered. */
export interface OpenRequest {
  deps: Dependencies;
  shop: StorefrontShop;
  fields: TrackFields;
  page: PageRequest;
  address: string | null;
  limits: LookUpLimits;
}

/** One set of limits for as long as the process lives. */
const limitsOf = new WeakMap<Dependencies, LookUpLimits>();

/**
 * Does what every address of the proxy begins with: signature, shop, fields.
 * @throws Response when the request is not Shopify's, is no form, or the shop is not one of ours
 */
export async function openRequest(request: Request, context: AppLoadContext): Promise<OpenRequest> {
  const deps = context.dependencies;
  const proxied = verifyProxy(request, deps.config, deps.useCases.now());
  const fields = await readFields(request);
  const shop = await loadShop(deps.db, proxied.shopDomain);
  if (!shop) throw plain(404, "Order tracking is not available in this shop.");
  // A merchant may give the proxy another address; links in messages follow it.
  if (shop.proxyPath !== proxied.pathPrefix) await saveProxyPath(deps.db, shop.id, proxied.pathPrefix);
  const limits = limitsOf.get(deps) ?? createLookUpLimits();
  limitsOf.set(deps, limits);
  const address = context.clientAddress({ byShopify: true });
  await observeAddress(deps.useCases, deps.observedAddresses, address);
  return {
    deps,
    shop,
    fields,
    page: { locale: fields.locale, action: proxied.pathPrefix, root: fields.root, shows: fields.shows },
    address,
    limits,
  };
}

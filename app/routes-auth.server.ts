import type { AppLoadContext } from "@remix-run/node";

import { shopByDomain } from "~/db/shops.server";

import type { Dependencies } from "./dependencies.server";
import type { UseCaseContext } from "./use-cases/context";
import { installShop } from "./use-cases/install-shop";

/** Who asks: the shop, and everything a route may call on its behalf. */
export interface ShopRequest {
  shop: NonNullable<Awaited<ReturnType<typeof shopByDomain>>>;
  deps: Dependencies;
  useCases: UseCaseContext;
  admin: { shopDomain: string; locale: string };
  /** The id of the staff member who is signed in to Shopify's admin; null where Shopify does not say. */
  staff: string | null;
}

/**
 * Lets a request of the embedded admin through, or throws the response that Shopify's library wants (a bounce page,
 * 401, a redirect). Every admin route calls this first; what it returns is scoped to the session's shop.
 */
export async function requireShop(request: Request, context: AppLoadContext): Promise<ShopRequest> {
  const deps = context.dependencies;
  const { session, sessionToken } = await deps.shopify.authenticate.admin(request);
  const found = await shopByDomain(deps.db.prisma, session.shop);
  // The token is known and the shop is not (a restored database, say): install it again.
  const shop = found?.status === "active" ? found : await reinstall(deps, session.shop);
  return { shop, deps, useCases: deps.useCases, admin: { shopDomain: session.shop, locale: new URL(request.url).searchParams.get("locale") ?? shop.locale }, staff: sessionToken?.sub ?? null };
}

async function reinstall(deps: Dependencies, domain: string): Promise<ShopRequest["shop"]> {
  await installShop(deps.useCases, { domain });
  const shop = await shopByDomain(deps.db.prisma, domain);
  if (!shop) throw new Response("This shop could not be set up; open the app again.", { status: 503 });
  return shop;
}

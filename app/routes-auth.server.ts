import { redirect, type AppLoadContext } from "@remix-run/node";

import { confirmInstall } from "~/db/session-storage.server";
import { shopByDomain } from "~/db/shops.server";

import type { Dependencies } from "./dependencies.server";
import { errorSummary } from "./domain/errors/describe-error";
import { readSessionToken } from "./session-token";
import type { UseCaseContext } from "./use-cases/context";
import { installShop } from "./use-cases/install-shop";

/** Who asks: the shop, and everything a route may call on its behalf. */
export interface ShopRequest {
  shop: NonNullable<Awaited<ReturnType<typeof shopByDomain>>>;
  deps: Dependencies;
  useCases: UseCaseContext;
  admin: { shopDomain: string; locale: string };
  /** Who of the shop's staff asks, for the access log: "staff:" and Shopify's id of the person. */
  actor: string;
}

/**
 * Lets a request of the embedded admin through, or throws the response that Shopify's library wants (a bounce page,
 * 401, a redirect). Every admin route calls this first; what it returns is scoped to the session's shop.
 */
export async function requireShop(request: Request, context: AppLoadContext): Promise<ShopRequest> {
  const deps = context.dependencies;
  const { session, sessionToken } = await authenticate(deps, request);
  // An opening of the app carries a token that Shopify issued at that moment.
  if (sessionToken?.iat && isOpening(request)) await confirmInstall(deps.db.prisma, session.shop, sessionToken.iat * 1_000);
  const found = await shopByDomain(deps.db.prisma, session.shop);
  // The token is known and the shop is not (a restored database, say): install it again.
  const shop = found?.status === "active" ? found : await reinstall(deps, session.shop);
  const actor = sessionToken?.sub ? `staff:${sessionToken.sub}` : "staff";
  return { shop, deps, actor, useCases: deps.useCases, admin: { shopDomain: session.shop, locale: new URL(request.url).searchParams.get("locale") ?? shop.locale } };
}

/** Answers for what Shopify's library leaves to chance: whom a token is for, and a Shopify that cannot be asked. */
async function authenticate(deps: Dependencies, request: Request) {
  if (readSessionToken(request).kind === "refused") throw new Response("The session token names no shop, or does not end.", { status: 401 });
  sendToInstallPage(request);
  try {
    return await deps.shopify.authenticate.admin(request);
  } catch (error) {
    // Bounce pages, redirects and refusals are its answers. 500 is what it says when a token could not be exchanged.
    if (error instanceof Response && error.status !== 500) throw error;
    deps.useCases.log.warn({ error: error instanceof Response ? "no access token was given" : errorSummary(error) }, "Shopify did not confirm a session");
    throw new Response("Shopify did not confirm this visit. Load the page again in a moment.", { status: 503, headers: { "retry-after": "5" } });
  }
}

/**
 * A visit that names a shop and comes without the admin's other parameters (a link, an address typed) goes to that
 * shop's install page; the library would drop the shop on its way to the sign-in page.
 * @throws a redirect to /auth/login with the shop
 */
function sendToInstallPage(request: Request): void {
  const params = new URL(request.url).searchParams;
  const shop = params.get("shop");
  if (!shop || params.has("host") || params.has("id_token") || request.headers.has("authorization")) return;
  throw redirect(`/auth/login?${new URLSearchParams({ shop }).toString()}`);
}

/** True for a document that Shopify's admin opens in its frame; every other request carries its token in a header. */
function isOpening(request: Request): boolean {
  return !request.headers.has("authorization") && new URL(request.url).searchParams.has("id_token");
}

async function reinstall(deps: Dependencies, domain: string): Promise<ShopRequest["shop"]> {
  await installShop(deps.useCases, { domain });
  const shop = await shopByDomain(deps.db.prisma, domain);
  if (!shop) throw new Response("This shop could not be set up; open the app again.", { status: 503 });
  return shop;
}

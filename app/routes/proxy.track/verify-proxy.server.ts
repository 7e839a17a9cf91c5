import type { Config } from "~/config.server";
import { checkProxySignature } from "~/shopify/proxy-signature";

/** A request that Shopify's app proxy has passed on. */
export interface ProxiedRequest {
  shopDomain: string;
  /** The path in the storefront under which the proxy stands; merchants can change it. */
  pathPrefix: string;
}

const DEFAULT_PREFIX = "/apps/track";

/**
 * Checks that Shopify's app proxy sent a request, with the app's secret and with the one before it while secrets are
 * rotated.
 *
 * `authenticate.public.appProxy` checks too, and then loads the shop's token and renews it when it is old; the shopper's
 * page needs no token, and a refused renewal must not take it away.
 *
 * @param now milliseconds since the epoch
 * @throws Response 400 when the signature or its timestamp is missing, repeated or more than 90 s old, 401 when it is wrong
 */
export function verifyProxy(request: Request, config: Config, now: number): ProxiedRequest {
  const query = new URL(request.url).searchParams;
  const secrets = [config.shopify.apiSecret, config.shopify.apiSecretOld].filter((secret) => secret !== null);
  const signature = checkProxySignature(query, secrets, now);
  if (signature === "malformed") throw plain(400, "The signature is missing or too old.");
  if (signature === "wrong") throw plain(401, "The signature does not match.");
  return { shopDomain: (query.get("shop") ?? "").toLowerCase(), pathPrefix: prefixOf(query.get("path_prefix")) };
}

function prefixOf(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w\-./~]{1,200}$/.test(path) ? path.replace(/\/+$/, "") : DEFAULT_PREFIX;
}

/** A short answer that is no page. */
export function plain(status: number, message: string): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}

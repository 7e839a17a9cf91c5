import type { Config } from "~/config.server";
import { readProxyRequest, type ProxyRequest } from "~/use-cases/read-proxy-request";

/** A request that Shopify's app proxy has passed on. */
export type ProxiedRequest = Extract<ProxyRequest, { kind: "verified" }>;

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
  const secrets = [config.shopify.apiSecret, config.shopify.apiSecretOld].filter((secret) => secret !== null);
  const read = readProxyRequest(new URL(request.url).searchParams, secrets, now);
  if (read.kind === "malformed") throw plain(400, "The signature is missing or too old.");
  if (read.kind === "wrong_signature") throw plain(401, "The signature does not match.");
  return read;
}

/** A short answer that is no page. */
export function plain(status: number, message: string): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}

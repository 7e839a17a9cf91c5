import { trimEndOf } from "~/domain/tracking/text/bounded-text";
import { checkProxySignature } from "~/shopify/proxy-signature";

/** Where the app proxy stands as long as a merchant has not changed it. */
const DEFAULT_PREFIX = "/apps/track";

/** What a request of Shopify's app proxy says, or why it is not believed. */
export type ProxyRequest =
  | {
      kind: "verified";
      /** The shop's myshopify domain in lower case. */
      shopDomain: string;
      /** The path in the storefront under which the proxy stands; merchants can change it. */
      pathPrefix: string;
    }
  | { kind: "malformed" }
  | { kind: "wrong_signature" };

/**
 * Reads the parameters that Shopify's app proxy adds to a request, once their signature is checked.
 * @param query as received
 * @param secrets the app's secret, and the one before it while secrets are rotated
 * @param now milliseconds since the epoch
 */
export function readProxyRequest(query: URLSearchParams, secrets: readonly string[], now: number): ProxyRequest {
  const signature = checkProxySignature(query, secrets, now);
  if (signature === "malformed") return { kind: "malformed" };
  if (signature === "wrong") return { kind: "wrong_signature" };
  return { kind: "verified", shopDomain: (query.get("shop") ?? "").toLowerCase(), pathPrefix: prefixOf(query.get("path_prefix")) };
}

function prefixOf(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w\-./~]{1,200}$/.test(path) ? trimEndOf(path, "/") : DEFAULT_PREFIX;
}

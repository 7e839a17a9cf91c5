import { createHmac } from "node:crypto";

/** Parameters of an app-proxy request: several values of one name in an array. */
export type ProxyParameters = Record<string, string | string[]>;

/**
 * The `signature` of an app-proxy request: `name=value` (several values joined by a comma) sorted as these texts, byte by
 * byte, one after the other without a separator, HMAC-SHA256 with the app's secret, hex.
 * See https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export function proxySignature(secret: string, parameters: ProxyParameters): string {
  const content = Object.entries(parameters)
    .filter(([name]) => name !== "signature")
    .map(([name, value]) => Buffer.from(`${name}=${Array.isArray(value) ? value.join(",") : value}`))
    .sort(Buffer.compare)
    .map((line) => line.toString("utf8"))
    .join("");
  return createHmac("sha256", secret).update(content, "utf8").digest("hex");
}

export interface ProxyRequest {
  shop: string;
  /** Of the storefront: /apps/tracking. */
  pathPrefix: string;
  /** Of the shopper who is logged in, or none. */
  loggedInCustomerId?: string;
  /** Seconds since the epoch. */
  timestamp: number;
}

/** The shopper's own parameters with those that Shopify adds, signed: the query to send to the app. */
export function signedProxyQuery(secret: string, own: URLSearchParams, request: ProxyRequest): URLSearchParams {
  const query = new URLSearchParams(own);
  // What a shopper sends under Shopify's names is Shopify's to say.
  for (const name of ["signature", "shop", "path_prefix", "timestamp", "logged_in_customer_id"]) query.delete(name);
  query.set("shop", request.shop);
  query.set("logged_in_customer_id", request.loggedInCustomerId ?? "");
  query.set("path_prefix", request.pathPrefix);
  query.set("timestamp", String(request.timestamp));
  const parameters: ProxyParameters = {};
  for (const name of new Set(query.keys())) parameters[name] = query.getAll(name);
  query.set("signature", proxySignature(secret, parameters));
  return query;
}

import { createHmac, timingSafeEqual } from "node:crypto";

/** What a request of the app proxy is signed by. */
export type ProxySignature = "valid" | "wrong" | "malformed";

/** A request older or younger than this is refused, seconds. */
const MAX_AGE_S = 90;

/** Parameters that Shopify sends once; a second one would make it unclear which was signed for. */
const SINGLE = ["signature", "shop", "timestamp", "path_prefix", "logged_in_customer_id"];

/**
 * Checks the signature that Shopify's app proxy puts on a request: the parameters without `signature` as `name=value`
 * (several values of a name joined by a comma), sorted as these texts, one after the other without a separator,
 * HMAC-SHA256 with the app's secret in hex. Sorted by bytes: Shopify's library sorts by the rules of a language, and
 * refuses genuine requests whose names have capital letters.
 * Source: shopify.dev, "Authenticate app proxies".
 * @param query as received; values are decoded as form values
 * @param secrets the app's secret, and the one before it while secrets are rotated
 * @param now milliseconds since the epoch
 * @returns malformed when a parameter is missing, repeated or not of its form, or the request is too old
 */
export function checkProxySignature(query: URLSearchParams, secrets: readonly string[], now: number): ProxySignature {
  if (SINGLE.some((name) => query.getAll(name).length > 1)) return "malformed";
  const given = query.get("signature") ?? "";
  const timestamp = query.get("timestamp") ?? "";
  if (given === "" || !/^\d{1,12}$/.test(timestamp)) return "malformed";
  if (Math.abs(now / 1_000 - Number(timestamp)) > MAX_AGE_S) return "malformed";
  if (!/^[0-9a-f]{64}$/i.test(given)) return "wrong";
  const names = [...new Set(query.keys())].filter((name) => name !== "signature");
  const content = names.map((name) => Buffer.from(`${name}=${query.getAll(name).join(",")}`)).sort(Buffer.compare);
  const signed = Buffer.concat(content);
  const expected = secrets.map((secret) => createHmac("sha256", secret).update(signed).digest());
  return expected.some((digest) => timingSafeEqual(digest, Buffer.from(given, "hex"))) ? "valid" : "wrong";
}

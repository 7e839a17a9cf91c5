import { isIP } from "node:net";

/**
 * Whose address a request came from, as a key for limits; null when nobody said.
 *
 * Shopify's app proxy puts the shopper's address first in X-Forwarded-For; what stands behind it are Shopify's and the
 * host's own proxies. Whoever calls the app past Shopify can write anything there, which is why the limits per order
 * and per shop do not look at it.
 * An IPv6 address counts by its /64: one household or one rented server has all of it.
 */
export function clientAddress(headers: Headers): string | null {
  const first = headers.get("x-forwarded-for")?.split(",", 1)[0]?.trim().replace(/^\[|\]$/g, "") ?? "";
  const version = isIP(first);
  if (version === 4) return first;
  if (version !== 6) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(first);
  return mapped?.[1] ?? `${networkOf(first)}::/64`;
}

/** The first four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [left = "", right] = (address.split("%", 1)[0] ?? "").split("::");
  const head = left === "" ? [] : left.split(":");
  const tail = right ? right.split(":") : [];
  const missing = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  return groups.slice(0, 4).map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(":");
}

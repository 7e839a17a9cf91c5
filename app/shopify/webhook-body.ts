import { cleanJsonText } from "~/domain/text/clean-text";

/**
 * Reads a webhook's body as an object. Whole numbers beyond 2^53 become text, digit for digit: Shopify's ids are
 * 64 bits wide, and rounding one would name another record. Texts that PostgreSQL cannot store are made storable.
 * @returns null when it is empty, not JSON, or not an object
 */
export function readWebhookBody(body: Buffer): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(cleanJsonText(body.toString("utf8")), keepLargeNumbers as (key: string, value: unknown) => unknown);
  } catch {
    return null;
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** The third argument holds the number as it was written (ECMAScript 2026, JSON.parse source text access). */
function keepLargeNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  const large = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  return large ? (context?.source ?? value) : value;
}

/** A gid out of what a webhook calls an id: a number, its digits as text, or a gid; null for anything else. */
export function toGid(kind: string, id: unknown): string | null {
  const text = typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? String(id) : typeof id === "string" ? id : "";
  if (/^[1-9]\d{0,19}$/.test(text)) return `gid://shopify/${kind}/${text}`;
  const gid = /^gid:\/\/shopify\/(\w+)\/[1-9]\d{0,19}$/.exec(text);
  return gid?.[1] === kind ? text : null;
}

/**
 * Whether a webhook's body names another shop than its header. The signature covers the body alone: the header of a body
 * that was recorded can be replaced. Bodies that name no myshopify domain say nothing.
 */
export function namesAnotherShop(body: Record<string, unknown>, domain: string): boolean {
  return [body.shop_domain, body.myshopify_domain].some(
    (named) => typeof named === "string" && named.toLowerCase().endsWith(".myshopify.com") && named.toLowerCase() !== domain.toLowerCase(),
  );
}

/** Where a shop's admin is: the only host to which the client secret may be sent. */
const SHOP_ADDRESS = /^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)$/;

/**
 * What a request's session token says of itself, before its signature is checked:
 * - `none`: there is no token, or what is there is not a token; Shopify's library knows what to answer
 * - `refused`: it must not be let through, whoever signed it
 * - `shop`: it is for this shop
 */
export type SessionTokenClaims = { kind: "none" } | { kind: "refused" } | { kind: "shop"; shop: string };

/**
 * Reads the session token that Shopify's library will use (the header first, then `id_token` of the address) and checks
 * what the library does not: `dest` is a shop's host at Shopify, since the library exchanges the token there and sends
 * the client secret along; `iss` is of the same host, as Shopify's documentation of session tokens requires; and there is
 * an `exp`, since the library checks the end of a token only where it has one. Whether the token is genuine, has ended
 * and is for this app is the library's to decide.
 */
export function readSessionToken(request: Request): SessionTokenClaims {
  const token = request.headers.get("authorization")?.replace("Bearer ", "") || new URL(request.url).searchParams.get("id_token");
  const claims = token ? payloadOf(token) : null;
  if (!claims) return { kind: "none" };
  const { dest, iss, exp } = claims;
  const shop = typeof dest === "string" ? SHOP_ADDRESS.exec(dest)?.[1] : undefined;
  if (!shop || typeof exp !== "number" || typeof iss !== "string" || hostOf(iss) !== shop) return { kind: "refused" };
  return { kind: "shop", shop };
}

function payloadOf(token: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function hostOf(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === "https:" ? url.host : null;
  } catch {
    return null;
  }
}

/**
 * Sets a document's headers for Shopify's frame. The shop that may frame it is the token's, whatever `?shop=` says;
 * without a token there is nothing of a shop in the document, and `?shop=` names who may show it. Where neither names a
 * shop, nothing may frame it.
 */
export function setFrameAncestors(
  request: Request,
  headers: Headers,
  library: { addDocumentResponseHeaders(request: Request, headers: Headers): void },
): void {
  const claims = readSessionToken(request);
  const url = new URL(request.url);
  if (claims.kind === "shop") url.searchParams.set("shop", claims.shop);
  if (claims.kind === "refused") url.searchParams.delete("shop");
  library.addDocumentResponseHeaders(new Request(url), headers);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", "frame-ancestors 'none'");
}

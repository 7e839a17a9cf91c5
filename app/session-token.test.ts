import { describe, expect, it } from "vitest";

import { readSessionToken, setFrameAncestors } from "./session-token";

const SHOP = "alder.myshopify.com";
const GOOD = { iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, exp: 1_800_000_000 };
const token = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;
const byAddress = (claims: object, shop?: string) =>
  new Request(`https://milepost.example/app?${new URLSearchParams({ id_token: token(claims), ...(shop ? { shop } : {}) }).toString()}`);
const byHeader = (value: string) => new Request("https://milepost.example/app", { headers: { authorization: value } });

describe("a session token", () => {
  it("names its shop, by the header or by the address", () => {
    expect(readSessionToken(byAddress(GOOD))).toEqual({ kind: "shop", shop: SHOP });
    expect(readSessionToken(byHeader(`Bearer ${token(GOOD)}`))).toEqual({ kind: "shop", shop: SHOP });
  });

  it.each([
    ["without an end", { ...GOOD, exp: undefined }],
    ["whose end is text", { ...GOOD, exp: "1800000000" }],
    ["of another shop's issuer", { ...GOOD, iss: "https://saltmarsh.myshopify.com/admin" }],
    ["of an issuer that only begins like the shop", { ...GOOD, iss: `https://${SHOP}.evil.example/admin` }],
    ["of an issuer with the shop's name as user", { ...GOOD, iss: `https://${SHOP}@evil.example/admin` }],
    ["without an issuer", { ...GOOD, iss: undefined }],
    ["without a destination", { ...GOOD, dest: undefined }],
    ["for another server", { ...GOOD, dest: "https://evil.example", iss: "https://evil.example/admin" }],
    ["for a shop's host with a path", { ...GOOD, dest: `https://${SHOP}/x` }],
  ])("%s is refused", (_what, claims) => {
    expect(readSessionToken(byAddress(claims))).toEqual({ kind: "refused" });
    expect(readSessionToken(byHeader(`Bearer ${token(claims)}`))).toEqual({ kind: "refused" });
    // The library takes a header without the scheme for a token, too.
    expect(readSessionToken(byHeader(token(claims)))).toEqual({ kind: "refused" });
  });

  it.each(["", "Bearer ", "Bearer abc", "Bearer a.b.c", "Bearer ..", `Bearer h.${Buffer.from("1").toString("base64url")}.s`])("%s is none", (header) =>
    expect(readSessionToken(byHeader(header))).toEqual({ kind: "none" }));
});

describe("who may frame a document", () => {
  /** What Shopify's library does: it looks at `?shop=` alone. */
  const library = {
    addDocumentResponseHeaders: (request: Request, headers: Headers) => {
      const shop = new URL(request.url).searchParams.get("shop");
      if (shop) headers.set("Content-Security-Policy", `frame-ancestors https://${shop}`);
    },
  };
  const policy = (request: Request, given: Record<string, string> = {}) => {
    const headers = new Headers(given);
    setFrameAncestors(request, headers, library);
    return headers.get("Content-Security-Policy");
  };

  it("is the token's shop, whatever the address names", () => {
    expect(policy(byAddress(GOOD, "saltmarsh.myshopify.com"))).toBe(`frame-ancestors https://${SHOP}`);
    expect(policy(byAddress(GOOD))).toBe(`frame-ancestors https://${SHOP}`);
  });

  it("is no one where no shop is known, or the token is refused", () => {
    expect(policy(new Request("https://milepost.example/"))).toBe("frame-ancestors 'none'");
    expect(policy(byAddress({ ...GOOD, exp: undefined }, SHOP))).toBe("frame-ancestors 'none'");
  });

  it("is the named shop's where there is no token, and a route's own policy stays", () => {
    expect(policy(new Request(`https://milepost.example/x?shop=${SHOP}`))).toBe(`frame-ancestors https://${SHOP}`);
    expect(policy(new Request("https://milepost.example/"), { "Content-Security-Policy": "frame-ancestors 'self'" })).toBe("frame-ancestors 'self'");
  });
});

import { createHmac } from "node:crypto";

import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { signedProxyQuery } from "~tests/simulator/shopify/auth/proxy-signature";

import { checkProxySignature } from "./proxy-signature";

const SECRET = "the app's secret";
const NOW = Date.UTC(2026, 11, 1, 12);
const request = { shop: "lamps.myshopify.com", pathPrefix: "/apps/track", timestamp: NOW / 1_000 };
const signed = (query: string, more: Partial<typeof request> = {}) => signedProxyQuery(SECRET, new URLSearchParams(query), { ...request, ...more });
const check = (query: URLSearchParams, secrets: readonly string[] = [SECRET]) => checkProxySignature(query, secrets, NOW);

/** What Shopify computes, from its documentation alone. */
function shopifySignature(pairs: readonly (readonly [string, string])[]): string {
  const names = [...new Set(pairs.map(([name]) => name))];
  const lines = names.map((name) => `${name}=${pairs.filter(([each]) => each === name).map(([, value]) => value).join(",")}`);
  return createHmac("sha256", SECRET).update(lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join("")).digest("hex");
}

describe("the signature of the app proxy", () => {
  it.each([
    "", "ScCid=abc", "Tok=1&tok=2", "aB=1&a_b=2", "utm_source=mail&_kx=x.y", "ids[]=1&ids[]=2", "a=1&a=2&a=", "name=%C3%9Cn%20ic%2B%F0%9F%98%80", "empty=", "Z=1&a=1&_=1&0=1", "a=b%3Dc&a%3Db=c",
    "q=one+two", "q=one%20two", "fbclid=IwAR0&gclid=Cj0KCQ&TrackingId=9&ABC=1&AbC=2",
  ])("is accepted for %j", (query) => {
    expect(check(signed(query))).toBe("valid");
  });

  it("agrees with Shopify's definition for any names and values", () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abzABZ09_-[].=é ", "😀") }).filter((each) => !["signature", "shop", "timestamp", "path_prefix", "logged_in_customer_id"].includes(each));
    const own = fc.array(fc.tuple(name, fc.string({ maxLength: 20, unit: "grapheme" })), { maxLength: 8 });
    fc.assert(
      fc.property(own, (pairs) => {
        const all: [string, string][] = [...pairs, ["shop", request.shop], ["logged_in_customer_id", ""], ["path_prefix", request.pathPrefix], ["timestamp", String(request.timestamp)]];
        const query = new URLSearchParams(all);
        // Through the wire and back, as the app receives it.
        const read = [...new URL(`https://app.example/?${query.toString()}`).searchParams];
        query.append("signature", shopifySignature(read));
        expect(check(new URL(`https://app.example/?${query.toString()}`).searchParams)).toBe("valid");
      }),
    );
  });

  it("agrees with Shopify's library where that sorts as Shopify does: lower-case names without signs", async () => {
    const api = shopifyApi({
      apiKey: "k", apiSecretKey: SECRET, apiVersion: ApiVersion.October26, hostName: "app.example", isEmbeddedApp: true, logger: { level: LogSeverity.Error, log: async () => undefined },
    });
    const name = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abcxyz") }).filter((each) => each !== "shop");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ maxLength: 10 })), { maxLength: 5 }), fc.boolean(), async (pairs, tampered) => {
        const query = signedProxyQuery(SECRET, new URLSearchParams(pairs), { ...request, timestamp: Math.floor(Date.now() / 1_000) });
        if (tampered) query.append("zz", "1");
        const library = await api.utils.validateHmac(query, { signator: "appProxy" });
        expect(checkProxySignature(query, [SECRET], Date.now()) === "valid").toBe(library);
      }),
    );
  });

  it("is refused when anything was changed, added or signed by another", () => {
    for (const change of [
      (query: URLSearchParams) => query.set("shop", "mugs.myshopify.com"),
      (query: URLSearchParams) => query.append("extra", "1"),
      (query: URLSearchParams) => query.append("a", "2"),
      (query: URLSearchParams) => query.delete("a"),
      (query: URLSearchParams) => query.set("signature", "0".repeat(64)),
    ]) {
      const query = signed("a=1");
      change(query);
      expect(check(query)).toBe("wrong");
    }
    expect(check(signed("a=1"), ["another secret"])).toBe("wrong");
    expect(check(signed("a=1"), ["another secret", SECRET]), "the old secret while rotating").toBe("valid");
  });

  it("is malformed when a parameter of Shopify's is missing, repeated or not of its form, or too old", () => {
    for (const name of ["signature", "shop", "timestamp", "path_prefix", "logged_in_customer_id"]) {
      const query = signed("");
      query.append(name, query.get(name) ?? "");
      expect(check(query), `repeated ${name}`).toBe("malformed");
    }
    for (const signature of ["abc", "g".repeat(64), `${"0".repeat(64)}00`]) {
      const query = signed("");
      query.set("signature", signature);
      expect(check(query)).toBe("wrong");
    }
    for (const timestamp of ["", "x", "-5", "1e9", "9".repeat(20), "17961".repeat(2)]) {
      const query = signed("");
      query.set("timestamp", timestamp);
      expect(check(query), timestamp).not.toBe("valid");
    }
    expect(check(signed("", { timestamp: NOW / 1_000 - 91 }))).toBe("malformed");
    expect(check(signed("", { timestamp: NOW / 1_000 + 91 }))).toBe("malformed");
    expect(check(signed("", { timestamp: NOW / 1_000 - 89 }))).toBe("valid");
    expect(check(new URLSearchParams())).toBe("malformed");
  });

  it("takes an array of shops for what it is: parameters of another name", () => {
    const query = signed("shop[]=evil.myshopify.com");
    expect(check(query)).toBe("valid");
    expect(query.get("shop")).toBe(request.shop);
  });
});

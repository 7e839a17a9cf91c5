import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clientAddress } from "./client-address";
import { addressKey, readAddress } from "./ip-address";
import { createTrustedProxies, DEFAULT_TRUSTED_PROXIES, isProxyRange } from "./trusted-proxies";

const defaults = createTrustedProxies(DEFAULT_TRUSTED_PROXIES.split(","));
const SHOPIFY = "23.227.38.33";

describe("the address of a request", () => {
  it.each<[why: string, peer: string | null, forwardedFor: string | null, expected: string | null]>([
    ["straight from the internet", "203.0.113.7", null, "203.0.113.7"],
    ["straight from the internet, with a header of the client's own", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["through one proxy", "127.0.0.1", "203.0.113.7", "203.0.113.7"],
    ["through two proxies", "::ffff:172.18.0.4", "203.0.113.7, 10.0.0.2", "203.0.113.7"],
    ["through a proxy, with a header of the client's own before it", "10.0.0.2", "198.51.100.1, 203.0.113.7", "203.0.113.7"],
    ["a private address that the client wrote itself", "10.0.0.2", "10.9.9.9, 203.0.113.7", "203.0.113.7"],
    ["something other than an address that the client wrote itself", "10.0.0.2", "<script>, 203.0.113.7", "203.0.113.7"],
    ["an entry of the proxy that is no address", "10.0.0.2", "203.0.113.7, unknown", null],
    ["an empty entry of the proxy", "10.0.0.2", "203.0.113.7,", null],
    ["a proxy that says nothing of its client", "10.0.0.2", null, null],
    ["a proxy with an empty header", "10.0.0.2", " ", null],
    ["two proxies of which the second forgets what the first said", "127.0.0.1", "10.0.0.2", null],
    ["a connection without an address", null, "203.0.113.7", null],
    ["an entry with a port", "10.0.0.2", "203.0.113.7:51234", "203.0.113.7"],
    ["IPv6", "::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["IPv6 in brackets with a port", "fe80::1%eth0", "[2001:DB8::1]:443", "2001:db8:0:0::/64"],
    ["a public proxy that is not trusted", "198.51.100.200", "203.0.113.7", "198.51.100.200"],
  ])("%s", (_why, peer, forwardedFor, expected) => {
    expect(clientAddress({ peer, forwardedFor, byShopify: false }, defaults)).toBe(expected);
  });

  it.each<[why: string, peer: string | null, forwardedFor: string | null, expected: string | null]>([
    ["straight to the app", SHOPIFY, "203.0.113.7", "203.0.113.7"],
    ["through the app's proxy", "10.0.0.2", `203.0.113.7, ${SHOPIFY}`, "203.0.113.7"],
    ["through two proxies", "127.0.0.1", `203.0.113.7, ${SHOPIFY}, 10.0.0.2`, "203.0.113.7"],
    ["with a header of the shopper's own that Shopify left there", "10.0.0.2", `198.51.100.1, 203.0.113.7, ${SHOPIFY}`, "203.0.113.7"],
    ["with Shopify's own hop inside its network", "10.0.0.2", `203.0.113.7, 10.44.0.9, ${SHOPIFY}`, "203.0.113.7"],
    ["through a proxy that dropped what Shopify wrote", "10.0.0.2", SHOPIFY, null],
    ["through a proxy that dropped everything", "10.0.0.2", null, null],
    ["with an entry that is no address", "10.0.0.2", `unknown, ${SHOPIFY}`, null],
    ["to an app whose proxy writes no address", "10.0.0.2", "203.0.113.7, unknown", null],
  ])("that Shopify's proxy passed on: %s", (_why, peer, forwardedFor, expected) => {
    expect(clientAddress({ peer, forwardedFor, byShopify: true }, defaults)).toBe(expected);
  });

  it("never is what the client wrote, whatever it wrote", () => {
    const word = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.constantFrom("10.0.0.1", "127.0.0.1", "", "unknown", SHOPIFY));
    const own = fc.array(word, { maxLength: 4 }).map((words) => words.join(","));
    fc.assert(
      fc.property(own, (spoofed) => {
        expect(clientAddress({ peer: "10.0.0.2", forwardedFor: `${spoofed},203.0.113.7`, byShopify: false }, defaults)).toBe("203.0.113.7");
        expect(clientAddress({ peer: "203.0.113.7", forwardedFor: spoofed, byShopify: false }, defaults)).toBe("203.0.113.7");
        expect(clientAddress({ peer: "10.0.0.2", forwardedFor: `${spoofed},203.0.113.7,${SHOPIFY}`, byShopify: true }, defaults)).toBe("203.0.113.7");
      }),
    );
  });

  it("trusts what the operator names, and nothing else", () => {
    const cdn = createTrustedProxies(["198.51.100.0/24", "2001:db8:ff::/48", "192.0.2.1"]);
    const of = (peer: string) => clientAddress({ peer, forwardedFor: "203.0.113.7", byShopify: false }, cdn);
    for (const peer of ["198.51.100.200", "::ffff:198.51.100.200", "2001:db8:ff::9", "192.0.2.1"]) expect(of(peer)).toBe("203.0.113.7");
    expect(of("198.51.101.1")).toBe("198.51.101.1");
    expect(of("127.0.0.1")).toBe("127.0.0.1");
    expect(clientAddress({ peer: "127.0.0.1", forwardedFor: "203.0.113.7", byShopify: false }, createTrustedProxies(["none"]))).toBe("127.0.0.1");
  });
});

describe("an entry of TRUSTED_PROXIES", () => {
  it.each(["loopback", "private", "none", "203.0.113.7", "203.0.113.0/24", "0.0.0.0/0", "2001:db8::/32", "::1", "::ffff:203.0.113.7"])("may be %s", (entry) => {
    expect(isProxyRange(entry)).toBe(true);
    expect(() => createTrustedProxies([entry])).not.toThrow();
  });

  it.each(["", "localhost", "203.0.113.0/33", "203.0.113.0/", "203.0.113.0/8/8", "203.0.113", "::/129", "203.0.113.7:80", "10.0.0.0/x", "::ffff:10.0.0.0/104", "toString", "203.0.113.0/-1"])("may not be %j", (entry) => {
    expect(isProxyRange(entry)).toBe(false);
    expect(() => createTrustedProxies([entry])).toThrow();
  });
});

describe("an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["::FFFF:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
    ["2001:DB8::1", "2001:db8::1"],
    ["203.0.113", null],
    ["203.0.113.7:99999999", null],
    ["2001:db8::1]:443", null],
    ["_hidden", null],
    ["", null],
    [`${"1".repeat(200)}`, null],
  ])("%j is read as %j", (written, expected) => {
    expect(readAddress(written)).toBe(expected);
  });

  it("of one network has one key, in whatever way it is written", () => {
    const key = (written: string) => addressKey(readAddress(written) ?? "");
    expect(key("2001:db8:1:2::1")).toBe(key("2001:0db8:0001:0002:ffff:ffff:ffff:ffff"));
    expect(key("2001:db8:1:2::1")).not.toBe(key("2001:db8:1:3::1"));
    expect(key("64:ff9b::203.0.113.7")).toBe("64:ff9b:0:0::/64");
    expect(key("::203.0.113.7")).toBe("0:0:0:0::/64");
  });

  it("of any kind is read without an error", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4(), fc.ipV4Extended()), (text) => {
      const address = readAddress(text);
      if (address !== null) expect(addressKey(address)).toMatch(/^[0-9a-f.:]+(\/64)?$/);
    }));
  });
});

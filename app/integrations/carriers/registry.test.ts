import { describe, expect, it } from "vitest";

import { carrierAdapters, findAdapter } from "./registry";

describe("registry", () => {
  it("has every code and alias once, in lower snake case", () => {
    const names = carrierAdapters.flatMap((adapter) => [adapter.code, ...adapter.aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
  });

  it.each([
    ["royalmail", "royal_mail"], ["Royal Mail", "royal_mail"], ["canadapost", "canada_post"], ["australiapost", "australia_post"], ["colissimo", "la_poste"],
    ["dhl_universal", "dhl"], ["amazon", "amazon_shipping"], ["ups_freight", "ups"], ["17TRACK", "17track"], ["dhl-express", "dhl_express"],
  ])("finds %s", (name, code) => {
    expect(findAdapter(name)?.code).toBe(code);
  });

  it("finds nothing for what nobody is called", () => {
    for (const name of ["", "constructor", "own fleet"]) expect(findAdapter(name)).toBeNull();
  });

  it("asks for its credentials in words, once each, and lets the operator set the address", () => {
    for (const adapter of carrierAdapters) {
      const keys = adapter.credentials.map((field) => field.key);
      expect(new Set(keys).size, adapter.code).toBe(keys.length);
      if (adapter.readOnly !== true) expect(adapter.credentials.find((field) => field.key === "base_url")?.setBy, adapter.code).toBe("operator");
      for (const field of adapter.credentials) {
        if (field.kind === "choice") expect(field.choices?.some((choice) => choice.value === field.default), `${adapter.code}.${field.key}`).toBe(true);
      }
    }
  });

  it("names a credential of its own for the secret of its webhook", () => {
    for (const { code, credentials, webhook } of carrierAdapters) {
      if (webhook === undefined || webhook.kind === "rsa") continue;
      expect(credentials.map((field) => field.key), code).toContain(webhook.secretKey);
    }
  });

  it("knows the daily quotas that providers tell", () => {
    expect(Object.fromEntries(carrierAdapters.flatMap(({ code, limits }) => (limits.perDay === null ? [] : [[code, limits.perDay]])))).toEqual({ dhl: 250, dhl_parcel_de: 1_000, gls: 500, royal_mail: 50 });
  });

  it("asks for no more numbers at once than providers take", () => {
    expect(Object.fromEntries(carrierAdapters.flatMap(({ code, limits }) => (limits.batch === 1 ? [] : [[code, limits.batch]])))).toEqual({
      usps: 35, "17track": 40, fedex: 30, dhl_express: 50, royal_mail: 30, la_poste: 10, australia_post: 10, purolator: 10, aftership: 50, easypost: 100, trackingmore: 40, dhl_parcel_de: 20, gls: 10, poste_italiane: 10,
    });
  });
});

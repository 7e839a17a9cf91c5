import { describe, expect, it } from "vitest";

import type { CustomerData } from "~/domain/access/customer-data";
import { REQUIRED_SCOPES } from "~/domain/access/required-scopes";

import { shopAccessFindings } from "./shop-access";

type Shops = Parameters<typeof shopAccessFindings>[0];
const shop = (domain: string, more: { granted?: CustomerData[]; refused?: CustomerData[]; scopes?: string[] | null; bulkRefusedAt?: number } = {}): Shops[number] => ({
  domain,
  access: {
    scopes: more.scopes === undefined ? [...REQUIRED_SCOPES] : more.scopes,
    granted: new Set(more.granted ?? []),
    refused: new Set(more.refused ?? []),
    regainedAt: null,
    bulkRefusedAt: more.bulkRefusedAt ?? null,
  },
});
const report = (...shops: Shops) => Object.fromEntries(shopAccessFindings(shops).map(({ what, state, detail }) => [what, { state, detail }]));

describe("the doctor", () => {
  it("says where to request protected customer data that no shop has shown yet", () => {
    const found = report();
    expect(found["protected customer data"]).toMatchObject({ state: "missing", detail: expect.stringContaining("API access requests → Protected customer data access; see docs/protected-customer-data.md") as string });
    expect(found["access scopes"]?.state).toBe("ok");
  });

  it("names what Shopify refuses, shop by shop", () => {
    const found = report(shop("a.myshopify.com", { granted: ["orders", "name"], refused: ["email", "phone"] }), shop("b.myshopify.com", { refused: ["orders"] }));
    expect(found["protected customer data"]).toMatchObject({ state: "broken", detail: expect.stringContaining("Shopify refuses a.myshopify.com: Email, Phone; b.myshopify.com: orders;") as string });
  });

  it("reports ok where everything is released, granted and allowed", () => {
    const found = report(shop("a.myshopify.com", { granted: ["orders", "name", "address", "email", "phone"] }));
    expect(Object.values(found).map((each) => each.state)).toEqual(["ok", "ok", "ok"]);
    expect(found["protected customer data"]?.detail).toBe("Shopify releases orders, Name, Address, Email, Phone");
  });

  it("names the scopes that a shop has not approved", () => {
    const found = report(shop("a.myshopify.com", { scopes: REQUIRED_SCOPES.filter((scope) => scope !== "write_app_proxy") }), shop("b.myshopify.com", { scopes: null }));
    expect(found["access scopes"]).toMatchObject({ state: "missing", detail: expect.stringMatching(/^a\.myshopify\.com lacks write_app_proxy;/) as string });
  });

  it("says where bulk queries are allowed again", () => {
    const found = report(shop("a.myshopify.com", { bulkRefusedAt: 1 }));
    expect(found["bulk queries"]).toMatchObject({ state: "missing", detail: expect.stringContaining("Run bulk operations → Allow bulk queries") as string });
  });
});

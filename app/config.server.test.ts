import { describe, expect, it } from "vitest";

import { readConfig } from "./config.server";

const good = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: "https://app.example", MILEPOST_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64") };

describe("readConfig", () => {
  it("reads any provider's own address by its code", () => {
    const config = readConfig({ ...good, FEDEX_BASE_URL: "http://127.0.0.1:1/fedex", ROYAL_MAIL_BASE_URL: "http://127.0.0.1:1/rm", SEVENTEENTRACK_BASE_URL: "http://127.0.0.1:1/17", UPS_BASE_URL: "" });
    expect(config.carrierBaseUrls).toEqual({ fedex: "http://127.0.0.1:1/fedex", royal_mail: "http://127.0.0.1:1/rm", "17track": "http://127.0.0.1:1/17" });
  });

  it("names one that is no address, beside everything else that is missing", () => {
    expect(() => readConfig({ ...good, SHOPIFY_API_KEY: "", FEDEX_BASE_URL: "fedex" })).toThrow(/SHOPIFY_API_KEY[\s\S]*FEDEX_BASE_URL/);
  });
});

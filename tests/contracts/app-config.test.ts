import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { parseToml } from "~tests/simulator/shopify/config/toml";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const development = parseToml(read("shopify.app.toml")) as Record<string, unknown>;
const production = parseToml(read("shopify.app.production.toml")) as Record<string, unknown>;

describe("the app's configuration in production", () => {
  it("equals development's in all but the client id and the public address", () => {
    const own = ["client_id", "application_url", "auth"];
    const rest = (config: Record<string, unknown>) => Object.fromEntries(Object.entries(config).filter(([key]) => !own.includes(key)));
    expect(rest(production)).toEqual(rest(development));
    const paths = (config: Record<string, unknown>) => (config.auth as { redirect_urls: string[] }).redirect_urls.map((url) => new URL(url).pathname);
    expect(paths(production)).toEqual(paths(development));
  });

  it("has every address under the application's own", () => {
    const address = String(production.application_url);
    expect(address).toMatch(/^https:\/\/(?!localhost)/);
    for (const url of (production.auth as { redirect_urls: string[] }).redirect_urls) expect(url.startsWith(`${address}/`)).toBe(true);
    // Relative addresses follow the application's; nothing of development may reach merchants.
    expect(read("shopify.app.production.toml")).not.toContain("localhost");
  });

  it("is explained in the README, in the order in which it is done", () => {
    const readme = read("README.md");
    const steps = ["shopify.app.production.toml", "docs/protected-customer-data.md", "npm run deploy", "npm run build", "npm prune --omit=dev --omit=optional", "build/node/web.js"];
    const at = steps.map((step) => readme.indexOf(step, readme.indexOf("## Deployment")));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(read("shopify.app.toml")).not.toMatch(/`shopify app config link`/);
  });
});

describe("the theme app extension", () => {
  it("is the same one in every clone", () => {
    expect(read("extensions/tracking-page/shopify.extension.toml")).toMatch(/^uid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"$/m);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { installShop } from "~/use-cases/install-shop";
import { lookUpThemeBlock } from "~/use-cases/look-up-theme-block";
import type { ThemeFileSpec } from "~tests/simulator/shopify/behaviour/themes";

import { startSimulatedApp, type SimulatedApp } from "./simulated-app";

/** The theme block's status over HTTP, with themes as shops have them. */

const SHOP = "meadow.myshopify.com";
const PAYLOAD = 20_000;
const HEAD = "/*\n * IMPORTANT: The contents of this file are auto-generated.\n */\n";
let app: SimulatedApp;

beforeEach(async () => {
  app = await startSimulatedApp({ shops: [SHOP], themePayloadBytes: PAYLOAD });
  app.simulator.install(SHOP);
  await app.open(SHOP);
  await installShop(app.context, { domain: SHOP });
});
afterEach(() => app.close());

const write = (filename: string, value: unknown, more: Partial<ThemeFileSpec> = {}) =>
  app.simulator.setThemeFile(SHOP, { filename, content: HEAD + JSON.stringify(value), ...more });
const withBlock = (type: string, more: object = {}) => ({
  sections: { main: { type: "apps", blocks: { a: { type, ...more } }, block_order: ["a"] } },
  order: ["main"],
});
const OURS = "shopify://apps/milepost/blocks/tracking/985bf68d-ada0-4ccf-a254-60fa845dc715";
const RIVAL = "shopify://apps/parcel-panel-order-tracking/blocks/tracking/0190c2f1-77aa-7000-8000-000000000000";
/** A page builder's template: large, and before ours in the order of names. */
const builder = (size: number) => ({ sections: { main: { type: "builder", settings: { html: "x".repeat(size) } } }, order: ["main"] });
const look = () => lookUpThemeBlock(app.context, { shopDomain: SHOP });
const pages = () => app.simulator.requests.filter((request) => request.operation === "ReadThemeFiles").length;

describe("the tracking block", () => {
  it("is found behind files that fill Shopify's answers", async () => {
    write("config/settings_data.json", { current: {} });
    for (let n = 0; n < 9; n += 1) write(`templates/page.builder-${n}.json`, builder(9_000));
    write("templates/page.track.json", withBlock(OURS));
    expect(await look()).toEqual({ state: "active", theme: "Meadow", onEveryPage: false });
    expect(pages()).toBeGreaterThan(3);
  });

  it("is on every page when it is in the template that pages have by default", async () => {
    write("templates/page.json", withBlock(OURS));
    expect(await look()).toEqual({ state: "active", theme: "Meadow", onEveryPage: true });
  });

  it.each(["base64", "url"] as const)("is found in a file that is answered as %s", async (body) => {
    write("templates/page.track.json", withBlock(OURS), { body });
    expect(await look()).toMatchObject({ state: "active" });
  });

  it("is found in a file so large that only its address is answered, and no token goes there", async () => {
    write("templates/page.track.json", { ...builder(400_000), ...withBlock(OURS), note: "x".repeat(400_000) });
    expect(await look()).toMatchObject({ state: "active" });
    expect(app.simulator.requests.filter((request) => request.operation === "theme-file").map((request) => request.status)).toEqual([200]);
  });

  it.each<[string, () => void]>([
    ["another app's block of the same name", () => write("templates/404.json", withBlock(RIVAL))],
    ["a disabled block", () => write("templates/page.track.json", withBlock(OURS, { disabled: true }))],
    ["a block in a theme that is not published", () => write("templates/page.track.json", withBlock(OURS), { role: "UNPUBLISHED" })],
    ["a theme without settings in JSON", () => undefined],
  ])("is absent with %s", async (_what, change) => {
    write("templates/page.json", withBlock("text"));
    for (let n = 0; n < 3; n += 1) write(`templates/page.builder-${n}.json`, builder(15_000));
    change();
    expect(await look()).toEqual({ state: "absent", theme: "Meadow" });
  });
});

describe("it could not be checked", () => {
  it.each<[string, () => void]>([
    ["a file is not JSON", () => app.simulator.setThemeFile(SHOP, { filename: "templates/page.x.json", content: "{" })],
    ["Shopify cannot read a file", () => write("templates/page.x.json", {}, { readError: "TIMEOUT" })],
    ["Shopify is still setting the theme up", () => write("templates/page.json", {}, { processing: true })],
    ["read_themes was not granted", () => app.simulator.updateScopes(SHOP, ["read_orders"])],
    ["Shopify cannot be reached", () => app.simulator.failNext("500", { count: 20 })],
    ["the tokens are revoked", () => app.simulator.revokeTokens(SHOP, { refreshTokens: true })],
  ])("when %s", async (_what, change) => {
    write("templates/page.json", withBlock("text"));
    change();
    const view = await look();
    expect(view.state).toBe("unknown");
    expect("reason" in view && view.reason).toMatch(/\w+/);
  });

  it("when a file's address has ended, or is not https", async () => {
    write("templates/page.track.json", withBlock(OURS), { body: "url" });
    const { context } = app;
    const send = context.http.for("x").send;
    for (const http of [
      { for: () => ({ send: () => Promise.resolve({ status: 403, headers: {}, body: "" }) }) },
      { for: () => ({ send: () => Promise.resolve({ status: 0, headers: {}, body: "the answer is larger than allowed" }) }) },
    ]) {
      expect(await lookUpThemeBlock({ ...context, http }, { shopDomain: SHOP })).toMatchObject({ state: "unknown" });
    }
    const adminFor: typeof context.adminFor = async (domain) => {
      const admin = await context.adminFor(domain);
      return { ...admin, run: async (operation, variables) => JSON.parse(JSON.stringify(await admin.run(operation, variables)).replaceAll("https://", "http://")) as never };
    };
    expect(await lookUpThemeBlock({ ...context, adminFor, http: { for: () => ({ send }) } }, { shopDomain: SHOP })).toMatchObject({ state: "unknown" });
  });

  it("when there is no published theme, and when a theme has no end", async () => {
    expect(await look()).toEqual({ state: "unknown", reason: "the shop has no published theme." });
    for (let n = 0; n < 45; n += 1) write(`templates/page.builder-${n}.json`, builder(15_000));
    expect(await look()).toMatchObject({ state: "unknown", reason: expect.stringContaining("more files") as string });
    expect(pages()).toBe(40);
  });

  it("but a block that is found counts, whatever else cannot be read", async () => {
    app.simulator.setThemeFile(SHOP, { filename: "templates/404.json", content: "{" });
    write("templates/page.track.json", withBlock(OURS));
    expect(await look()).toMatchObject({ state: "active" });
  });
});

import { createHmac } from "node:crypto";

import { shopifyApi, ApiVersion, LogSeverity } from "@shopify/shopify-api";
import "@shopify/shopify-api/adapters/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createSimClock } from "../clock";
import type { ShopifySimulator } from "./simulator";
import { accessToken, SECRET, SHOP, startSimulator, toShop } from "./testing";

const clock = createSimClock();
let simulator: ShopifySimulator;
beforeAll(async () => {
  simulator = await startSimulator({ clock });
});
afterAll(() => simulator.close());

/** Shopify's own library judges what the simulator signs. */
const api = shopifyApi({
  apiKey: "test-key",
  apiSecretKey: SECRET,
  apiVersion: ApiVersion.October26,
  hostName: "app.example",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error, log: async () => undefined },
});

const ask = (token: string) => toShop(simulator, "/admin/api/2026-10/graphql.json", { token, body: { query: "{ shop { name } }" } });
const refresh = (token: unknown) => toShop(simulator, "/admin/oauth/access_token", { body: { client_id: "test-key", client_secret: SECRET, grant_type: "refresh_token", refresh_token: token } });

describe("session tokens", () => {
  it("satisfy Shopify's library", async () => {
    const claims = await api.session.decodeSessionToken(simulator.sessionToken(SHOP));
    expect(claims).toMatchObject({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: "test-key", sub: simulator.state(SHOP).shop.staffId });
    expect(claims.exp - claims.iat).toBe(60);
  });

  it.each([
    ["another audience", { overrides: { aud: "another" } }],
    ["an end in the past", { overrides: { exp: 1 } }],
    ["another secret", { secret: "guess" }],
    ["no algorithm", { algorithm: "none" as const }],
    ["another shop", { overrides: { dest: "https://other.myshopify.com" } }],
    ["another issuer", { overrides: { iss: "https://other.myshopify.com/admin" } }],
    ["no end", { overrides: { exp: undefined } }],
  ])("with %s open nothing", async (_, options) => {
    const answer = await accessToken(simulator, { subject_token: simulator.sessionToken(SHOP, options) });
    expect(answer).toMatchObject({ status: 400, json: { error: "invalid_subject_token" } });
  });
});

describe("token exchange", () => {
  it("gives an offline token that ends after an hour, with a refresh token", async () => {
    const { status, json } = await accessToken(simulator);
    expect(status).toBe(200);
    expect(json).toMatchObject({ scope: simulator.config.scopes.join(","), expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(json.access_token).toMatch(/^shpat_/);
    expect((await ask(String(json.access_token))).json).toMatchObject({ data: { shop: { name: "Meadow" } } });
    clock.advance(3600_000);
    expect((await ask(String(json.access_token))).status).toBe(401);
    const renewed = await refresh(json.refresh_token);
    expect((await ask(String(renewed.json.access_token))).status).toBe(200);
  });

  it("takes a refresh token again until its replacement is used, and not after", async () => {
    const first = (await accessToken(simulator)).json;
    const lost = await refresh(first.refresh_token);
    const second = await refresh(first.refresh_token);
    expect([lost.status, second.status]).toEqual([200, 200]);
    expect((await refresh(second.json.refresh_token)).status).toBe(200);
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 401, json: { error: "invalid_request", error_description: "This request requires an active refresh_token" } });
  });

  it("gives online tokens of a member of staff", async () => {
    const { json } = await accessToken(simulator, { requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token" });
    expect(json).toMatchObject({ expires_in: 86_399, associated_user: { first_name: "Ida", last_name: "Lind", account_owner: true } });
  });

  it("knows only this app, and only what it offers", async () => {
    expect((await accessToken(simulator, { client_secret: "guess" })).json).toMatchObject({ error: "invalid_client" });
    expect((await accessToken(simulator, { grant_type: "password" })).json).toMatchObject({ error: "unsupported_grant_type" });
    expect((await toShop(simulator, "/admin/oauth/access_token", { shop: "nobody.myshopify.com", body: {} })).status).toBe(404);
  });

  it("ends with the uninstall and begins anew with the reinstall", async () => {
    const before = (await accessToken(simulator)).json;
    simulator.uninstall(SHOP);
    expect((await ask(String(before.access_token))).status).toBe(401);
    expect((await refresh(before.refresh_token)).status).toBe(401);
    expect((await accessToken(simulator)).status).toBe(400);
    simulator.install(SHOP);
    const after = (await accessToken(simulator)).json;
    expect((await ask(String(after.access_token))).status).toBe(200);
    expect(simulator.revokeTokens(SHOP)).toBeGreaterThan(0);
    expect((await ask(String(after.access_token))).status).toBe(401);
    expect((await refresh(after.refresh_token)).status).toBe(200);
  });
});

describe("offline tokens without an end", () => {
  const unending = () => accessToken(simulator, { expiring: "0" });
  const exchange = (token: unknown) => accessToken(simulator, {
    subject_token: token, subject_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  });

  it("open nothing for a public app, and everything for an app of custom distribution", async () => {
    const { json } = await unending();
    expect(json).toEqual({ access_token: expect.stringMatching(/^shpat_/) as string, scope: simulator.config.scopes.join(",") });
    expect(await ask(String(json.access_token))).toMatchObject({ status: 403, text: expect.stringContaining("Non-expiring access tokens are no longer accepted") as string });
    const custom = await startSimulator({ clock, distribution: "custom" });
    const own = (await accessToken(custom, { expiring: "0" })).json;
    clock.advance(365 * 86_400_000);
    expect((await toShop(custom, "/admin/api/2026-10/graphql.json", { token: String(own.access_token), body: { query: "{ shop { name } }" } })).status).toBe(200);
    await custom.close();
  });

  it("are exchanged for an expiring pair, the same when its answer was lost, until it is used or replaced", async () => {
    const { json: original } = await unending();
    const first = (await exchange(original.access_token)).json;
    expect(first).toMatchObject({ expires_in: 3600, refresh_token: expect.stringMatching(/^shprt_/) as string });
    expect((await ask(String(first.access_token))).status).toBe(200);
    expect((await ask(String(original.access_token))).status).toBe(401);
    clock.advance(6 * 86_400_000);
    const again = (await exchange(original.access_token)).json;
    expect([again.access_token, again.refresh_token, again.expires_in]).toEqual([first.access_token, first.refresh_token, 3600]);
    expect((await refresh(first.refresh_token)).status).toBe(200);
    expect(await exchange(original.access_token)).toMatchObject({ status: 400, json: { error: "invalid_subject_token" } });

    const { json: other } = await unending();
    await exchange(other.access_token);
    await accessToken(simulator);
    expect((await exchange(other.access_token)).status).toBe(400);
  });

  it("are not exchanged once they are revoked, nor when they expire by themselves", async () => {
    const { json } = await unending();
    simulator.reinstall(SHOP);
    expect((await exchange(json.access_token)).status).toBe(400);
    expect((await exchange((await accessToken(simulator)).json.access_token)).status).toBe(400);
  });
});

it("a revoked client secret ends every token, and signs nothing any more", async () => {
  const own = await startSimulator({ clock });
  const before = (await accessToken(own)).json;
  const oldToken = own.sessionToken(SHOP);
  own.revokeSecret("the next secret");
  expect((await toShop(own, "/admin/api/2026-10/graphql.json", { token: String(before.access_token), body: { query: "{ shop { name } }" } })).status).toBe(401);
  expect((await accessToken(own, { client_secret: SECRET })).json).toMatchObject({ error: "invalid_client" });
  expect((await accessToken(own, { subject_token: oldToken })).json).toMatchObject({ error: "invalid_subject_token" });
  expect((await accessToken(own, { grant_type: "refresh_token", refresh_token: before.refresh_token })).status).toBe(401);
  expect((await accessToken(own)).status).toBe(200);
  await own.close();
});

describe("signatures", () => {
  it("of a launch satisfy Shopify's library", async () => {
    const own = await startSimulator();
    own.setAppUrl("https://app.example");
    const url = new URL(own.launchUrl(SHOP, "/app/shipments?view=late"));
    expect(url.pathname).toBe("/app/shipments");
    expect(url.searchParams.get("view")).toBe("late");
    expect(Buffer.from(url.searchParams.get("host") ?? "", "base64").toString()).toBe("admin.shopify.com/store/meadow");
    expect(await api.utils.validateHmac(Object.fromEntries(url.searchParams))).toBe(true);
    await own.close();
  });

  it("of a proxy request satisfy Shopify's library, and Shopify's names are not the shopper's to send", async () => {
    const own = await startSimulator();
    const query = own.proxyQuery(new URLSearchParams("order=1001&email=ada%40example.com&shop=evil.myshopify.com&tag=a&tag=b"), { shop: SHOP, pathPrefix: "/apps/track" });
    expect(query.getAll("shop")).toEqual([SHOP]);
    expect(query.get("signature")).toBe(own.signProxy({ ...Object.fromEntries(query), tag: ["a", "b"] }));
    expect(await api.utils.validateHmac(query, { signator: "appProxy" })).toBe(true);
    const content = [...new Set(query.keys())].filter((name) => name !== "signature").sort().map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
    expect(query.get("signature")).toBe(createHmac("sha256", SECRET).update(content).digest("hex"));
    await own.close();
  });
});

import "@shopify/shopify-api/adapters/web-api";
import { createHmac, randomUUID } from "node:crypto";
import { createServer, request as send, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createShopifyWebhookHandler } from "~/ingest/shopify-webhooks.server";
import { createTakeIn, type TakeIn } from "~/ingest/take-in.server";
import { openQueue, type BossQueue } from "~/jobs/boss.server";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { SHOP as SIMULATED_SHOP, placeOrder, startSimulator } from "~tests/simulator/shopify/testing";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

/** Webhooks that Shopify did not send: cases that shopify-api 13 to 15 fixed, and others of their kind. */

const SECRET = "a-secret-for-tests";
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const config = { apiKey: "key", apiSecret: SECRET, apiSecretOld: null, appUrl: "https://app.example", scopes: null, appBridgeUrl: null, expiringTokens: true };
const VICTIM = "saltmarsh.myshopify.com";
const NOW = Date.UTC(2026, 10, 24, 8);

let db: Database;
let queue: BossQueue;
let server: Server;
let port: number;
let takeIn: TakeIn;

beforeAll(async () => {
  db = await openTestDatabase();
  queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: () => undefined });
  takeIn = createTakeIn(db, queue);
  const handle = createShopifyWebhookHandler(config, takeIn, () => NOW, silent);
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  await db.prisma.shop.create({ data: { domain: VICTIM, installedAt: new Date(NOW - 86_400_000) } });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await queue.stop();
  await db.close();
});
beforeEach(async () => {
  await db.prisma.delivery.deleteMany();
});

const sign = (body: string, secret = SECRET) => createHmac("sha256", secret).update(body).digest("base64");

/** Posts a webhook with these header lines; a list sends a header several times. @returns the status */
function post(body: string, headers: Record<string, string | string[]>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = send({ port, host: "127.0.0.1", path: "/webhooks", method: "POST", headers: { "content-type": "application/json", ...headers } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", reject);
    request.end(body);
  });
}

function headersOf(body: string, more: Record<string, string | string[]> = {}): Record<string, string | string[]> {
  return {
    "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": VICTIM, "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": randomUUID(),
    "x-shopify-hmac-sha256": sign(body), ...more,
  };
}

const kept = () => db.prisma.delivery.findMany({ orderBy: { id: "asc" } });

/** Deals with everything that was kept, and gives the shop that a forgery was about. */
async function afterwards() {
  const ids = (await kept()).map((row) => row.id.toString());
  await processDeliveries(testContext(db, { now: NOW }), { deliveryIds: ids });
  return db.prisma.shop.findUniqueOrThrow({ where: { domain: VICTIM } });
}

describe("a signature that was made for something else", () => {
  it("of a cookie, by Shopify's library, is not a webhook's", async () => {
    const library = shopifyApi({
      apiKey: "key", apiSecretKey: SECRET, apiVersion: ApiVersion.October26, hostName: "app.example", isEmbeddedApp: false, scopes: ["read_orders"], logger: { level: LogSeverity.Error },
    });
    const begun = (await library.auth.begin({ shop: VICTIM, callbackPath: "/auth/callback", isOnline: false, rawRequest: new Request("https://app.example/auth") })) as Response;
    const cookies = begun.headers.getSetCookie().map((line) => (line.split(";", 1)[0] ?? "").split(/=(.*)/s, 2));
    const state = cookies.find(([name]) => name !== undefined && !name.endsWith(".sig"));
    const signature = cookies.find(([name]) => name?.endsWith(".sig"))?.[1] ?? "";
    expect(signature).toMatch(/^[\w+/]{43}=$/);
    for (const body of [state?.[1] ?? "", `${state?.[0]}=${state?.[1]}`]) {
      expect(await post(body, headersOf(body, { "x-shopify-hmac-sha256": signature, "x-shopify-topic": "shop/redact" }))).toBe(401);
    }
    expect(await kept()).toEqual([]);
  });

  it.each([
    // Signed with the client secret itself, and visible to anyone who can open the app in some shop.
    ["a session token", (): [string, string] => {
      const content = [{ alg: "HS256", typ: "JWT" }, { dest: `https://${VICTIM}`, aud: "key" }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
      return [content, sign(content)];
    }],
    ["the address that Shopify opens the app with", (): [string, string] => {
      const query = "embedded=1&host=YWRtaW4&locale=en&shop=alder.myshopify.com&timestamp=1764000000";
      return [query, sign(query)];
    }],
    ["a value of a cookie signed with the client secret", (): [string, string] => ["443276", sign("443276")]],
    ["a cookie whose value is JSON", (): [string, string] => ['"state"', sign('"state"')]],
    ["a request of the app proxy", (): [string, string] => {
      const signed = `path_prefix=/apps/trackshop=${VICTIM}timestamp=1764000000`;
      return [signed, sign(signed)];
    }],
  ])("(%s) does nothing to a shop as a webhook", async (_what, make) => {
    const [body, signature] = make();
    for (const topic of ["shop/redact", "app/uninstalled", "customers/redact", "orders/delete", "app/scopes_update"]) {
      await post(body, headersOf(body, { "x-shopify-hmac-sha256": signature, "x-shopify-topic": topic }));
    }
    expect(await afterwards()).toMatchObject({ status: "active" });
    expect((await kept()).map((row) => row.status).filter((status) => status !== "ignored")).toEqual([]);
  });

  it.each([
    ["shop/redact", { shop_id: 1, shop_domain: "alder.myshopify.com" }],
    ["app/uninstalled", { id: 1, domain: "alder.example", myshopify_domain: "alder.myshopify.com" }],
    ["customers/redact", { shop_domain: "alder.myshopify.com", customer: { id: 1, email: "anna@example.com" }, orders_to_redact: [] }],
  ])("of another shop's %s does nothing to a shop that is named in the header", async (topic, content) => {
    const body = JSON.stringify(content);
    expect(await post(body, headersOf(body, { "x-shopify-topic": topic }))).toBe(200);
    expect(await afterwards()).toMatchObject({ status: "active" });
    expect(await kept()).toMatchObject([{ status: "ignored", error: "The body is about another shop than the header says." }]);
  });
});

describe("headers", () => {
  it("of events are taken as those of webhooks, and one id is one delivery under either name", async () => {
    const body = '{"id":1}';
    const id = randomUUID();
    const events = Object.fromEntries(Object.entries(headersOf(body, { "x-shopify-webhook-id": id })).map(([name, value]) => [name.replace(/^x-/, ""), value]));
    expect(await post(body, events)).toBe(200);
    expect(await post(body, headersOf(body, { "x-shopify-webhook-id": id }))).toBe(200);
    expect(await post(body, { ...headersOf(body, { "x-shopify-webhook-id": id }), ...events })).toBe(200);
    expect(await kept()).toMatchObject([{ webhookId: id, topic: "orders/updated", shopDomain: VICTIM }]);
  });

  it.each(["webhooks", "events"] as const)("of the family %s are taken in as the simulated Shopify sends them", async (webhookHeaders) => {
    const simulator = await startSimulator({ apiSecret: SECRET, appUrl: `http://127.0.0.1:${port}`, webhookHeaders });
    try {
      placeOrder(simulator);
      await simulator.drain();
      expect(simulator.webhooks.map((each) => each.outcome)).toEqual(["delivered", "delivered"]);
      expect((await kept()).map((row) => [row.topic, row.shopDomain, row.triggeredAt !== null]).sort()).toEqual([
        ["fulfillment_orders/order_routing_complete", SIMULATED_SHOP, true], ["orders/create", SIMULATED_SHOP, true],
      ]);
    } finally {
      await simulator.close();
    }
  });

  it("are one delivery per shop and id: another shop's same id is another", async () => {
    const body = '{"id":1}';
    for (const shop of [VICTIM, "alder.myshopify.com"]) await post(body, headersOf(body, { "x-shopify-webhook-id": "same", "x-shopify-shop-domain": shop }));
    expect(await kept()).toHaveLength(2);
  });

  it.each([
    ["x-shopify-hmac-sha256", 401], ["x-shopify-webhook-id", 400], ["x-shopify-shop-domain", 400], ["x-shopify-topic", 400], ["x-shopify-api-version", 400],
    ["x-shopify-triggered-at", 400], ["x-shopify-event-id", 400],
  ])("that repeat %s are refused", async (name, status) => {
    const body = '{"id":1}';
    const value = headersOf(body, { "x-shopify-triggered-at": "2026-11-24T08:00:00Z", "x-shopify-event-id": "e" })[name];
    expect(await post(body, headersOf(body, { [name]: [String(value), String(value)] }))).toBe(status);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ["hmac-sha256", sign("other"), 401], ["webhook-id", "another", 400], ["shop-domain", "alder.myshopify.com", 400], ["topic", "shop/redact", 400], ["api-version", "2026-07", 400],
    ["triggered-at", "2026-11-20T08:00:00Z", 400],
  ])("whose families contradict each other in %s are refused, whichever of them is right", async (name, other, status) => {
    const body = '{"id":1}';
    const right = headersOf(body, { "x-shopify-triggered-at": "2026-11-24T08:00:00Z" });
    const events = Object.fromEntries(Object.entries(right).map(([each, value]) => [each.replace(/^x-/, ""), value]));
    expect(await post(body, { ...right, [`shopify-${name}`]: other })).toBe(status);
    expect(await post(body, { ...events, [`x-shopify-${name}`]: other })).toBe(status);
    expect(await kept()).toEqual([]);
  });
});

describe("a value that PostgreSQL does not read", () => {
  it.each(["+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", "-000001-01-01T00:00:00Z", "0000-01-01T00:00:00Z"])("as the instant %s is left out, and the webhook kept", async (instant) => {
    const body = '{"id":1}';
    expect(await post(body, headersOf(body, { "x-shopify-triggered-at": instant }))).toBe(200);
    expect(await kept()).toMatchObject([{ triggeredAt: null }]);
  });

  it("is refused alone when it is an instant, and replaced when it is a character: the rest of its group is kept", async () => {
    const delivery = (id: string, more: object = {}) => ({
      source: "shopify", shopDomain: VICTIM, topic: "orders/updated", webhookId: id, eventId: null, apiVersion: "2026-10", triggeredAt: null,
      receivedAt: new Date(NOW).toISOString(), body: Buffer.from("{}"), ...more,
    });
    const bad = [delivery("bad-instant", { triggeredAt: "+275760-09-13T00:00:00.000Z" }), delivery("bad-text", { topic: "orders/\u0000" })];
    const good = Array.from({ length: 300 }, (_, index) => delivery(`good-${index}`));
    // One goes ahead, so that the others form a group.
    const results = await Promise.allSettled([...good.slice(0, 150), ...bad, ...good.slice(150)].map((each) => takeIn(each)));
    expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(301);
    expect(results.filter((each) => each.status === "rejected").map((each) => (each.reason as Error).name)).toEqual(["CannotBeStored"]);
    expect(await db.prisma.delivery.count()).toBe(301);
  });
});

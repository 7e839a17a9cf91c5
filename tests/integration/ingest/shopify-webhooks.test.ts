import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createShopifyWebhookHandler, MAX_BODY_BYTES } from "~/ingest/shopify-webhooks.server";
import { createTakeIn, type TakeIn } from "~/ingest/take-in.server";
import { openQueue, type BossQueue } from "~/jobs/boss.server";
import { topicKind } from "~/shopify/webhook-topics";
import { openTestDatabase } from "~tests/setup/test-database";

const SECRET = "a-secret-for-tests";
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const config = { apiKey: "key", apiSecret: SECRET, apiSecretOld: "the-secret-before", appUrl: "https://app.example", scopes: null, appBridgeUrl: null, expiringTokens: true };

let db: Database;
let queue: BossQueue;
let server: Server;
let address: string;
let takeIn: TakeIn;

beforeAll(async () => {
  db = await openTestDatabase();
  queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: () => undefined });
  const real = createTakeIn(db, queue);
  takeIn = real;
  const handle = createShopifyWebhookHandler(config, (delivery) => takeIn(delivery), () => Date.now(), silent);
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await queue.stop();
  await db.close();
});

beforeEach(async () => {
  await db.prisma.delivery.deleteMany();
});

function post(body: string | Buffer, more: { headers?: Record<string, string | null>; secret?: string } = {}): Promise<Response> {
  const headers: Record<string, string | null> = {
    "content-type": "application/json",
    "x-shopify-topic": "orders/updated",
    "x-shopify-shop-domain": "alder.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": randomUUID(),
    "x-shopify-event-id": "event-1",
    "x-shopify-triggered-at": "2026-11-24T08:00:00.123Z",
    "x-shopify-hmac-sha256": createHmac("sha256", more.secret ?? SECRET).update(body).digest("base64"),
    ...more.headers,
  };
  return fetch(address, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null)),
  });
}

const kept = () => db.prisma.delivery.findMany({ orderBy: { id: "asc" } });

describe("taking in Shopify's webhooks", () => {
  it("keeps the raw body and a job before it answers 200", async () => {
    const before = await queue.pending();
    expect((await post('{"id":1}')).status).toBe(200);
    const [row] = await kept();
    expect(row).toMatchObject({ source: "shopify", shopDomain: "alder.myshopify.com", topic: "orders/updated", status: "pending", eventId: "event-1" });
    expect(Buffer.from(row?.body ?? []).toString()).toBe('{"id":1}');
    expect(await queue.pending()).toBe(before + 1);
  });

  it("answers a duplicate 200 and keeps it once", async () => {
    const headers = { "x-shopify-webhook-id": "same" };
    expect((await post("{}", { headers })).status).toBe(200);
    expect((await post("{}", { headers })).status).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it("refuses a wrong signature with 401 and keeps nothing", async () => {
    expect((await post("{}", { secret: "wrong" })).status).toBe(401);
    expect((await post("{}", { headers: { "x-shopify-hmac-sha256": "not base64 at all" } })).status).toBe(401);
    expect(await kept()).toHaveLength(0);
  });

  it("takes the old secret while Shopify rotates", async () => {
    expect((await post("{}", { secret: "the-secret-before" })).status).toBe(200);
  });

  it.each(["x-shopify-hmac-sha256", "x-shopify-topic", "x-shopify-shop-domain", "x-shopify-webhook-id", "x-shopify-api-version"])("answers 400 without %s", async (name) => {
    expect((await post("{}", { headers: { [name]: null } })).status).toBe(400);
    expect(await kept()).toHaveLength(0);
  });

  it("answers an empty body 400 and another method 405", async () => {
    expect((await post("")).status).toBe(400);
    expect((await fetch(address)).status).toBe(405);
  });

  it("refuses 10 MB with 413 without storing it", async () => {
    const response = await post(Buffer.alloc(10 * 1024 * 1024, 97)).catch(() => null);
    // The connection may be cut before the answer is read: either way nothing was taken in.
    if (response) expect(response.status).toBe(413);
    expect(await kept()).toHaveLength(0);
    expect(MAX_BODY_BYTES).toBeLessThan(10 * 1024 * 1024);
  });

  it.each([
    ["not JSON", "certainly not JSON"],
    ["unicode", JSON.stringify({ note: "naïve 東京 🏔️ \u0000 \u202e" })],
    ["ids above 2^53", '{"id":9007199254740993123}'],
    ["unknown fields", '{"no_such_field":{"deep":[1,2,3]}}'],
  ])("keeps a signed body that is %s, byte for byte", async (_name, body) => {
    expect((await post(body)).status).toBe(200);
    const [row] = await kept();
    expect(Buffer.from(row?.body ?? []).toString("utf8")).toBe(body);
  });

  it("keeps unknown topics and unknown shops: what to do with them is decided later", async () => {
    expect((await post("{}", { headers: { "x-shopify-topic": "no/such_topic", "x-shopify-shop-domain": "nobody.myshopify.com" } })).status).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it("answers 503 when the database cannot take it, so that Shopify tries again", async () => {
    const real = takeIn;
    takeIn = () => Promise.reject(new Error("connection refused"));
    try {
      expect((await post("{}")).status).toBe(503);
    } finally {
      takeIn = real;
    }
  });

  it("groups many at once and keeps every one", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => post("{}")));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(await kept()).toHaveLength(200);
  });
});

describe("what is taken in is dealt with", () => {
  it("keeps every topic of the app's configuration under a name that its handler knows", async () => {
    const topics = [...readFileSync(new URL("../../../shopify.app.toml", import.meta.url), "utf8").matchAll(/"([a-z_]+\/[a-z_]+)"/g)].map((match) => match[1] ?? "");
    expect(topics.length).toBeGreaterThan(15);
    for (const topic of topics) {
      await post("{}", { headers: { "x-shopify-topic": topic } });
      const [row] = await kept();
      expect(topicKind(row?.topic ?? ""), topic).not.toBeNull();
      await db.prisma.delivery.deleteMany();
    }
  });
});

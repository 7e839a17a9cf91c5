import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { createProviderWebhookHandler } from "~/ingest/provider-webhooks.server";
import { createTakeIn } from "~/ingest/take-in.server";
import { findAdapter } from "~/integrations/carriers/registry";
import { openQueue, type BossQueue } from "~/jobs/boss.server";
import { SENT_AT, webhookCases as allCases } from "~tests/contracts/carriers/cases/webhooks";
import { openTestDatabase } from "~tests/setup/test-database";

/** One way to sign for each provider: a shop has one connection with each. */
const webhookCases = allCases.filter((given) => given.variant === undefined);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const secrets = createSecrets(randomBytes(32).toString("base64"));
/** Two shops that use the same providers, each with secrets of its own. */
const SHOPS = ["alder", "birch"] as const;
const secretOf = { alder: "ours", birch: "theirs" } as const;
const tokenOf = (shop: string, provider: string) => `${shop}-${provider}`.padEnd(27, "0");

let db: Database;
let queue: BossQueue;
let server: Server;
let base: string;
const clock = { now: SENT_AT + 1_000 };

beforeAll(async () => {
  db = await openTestDatabase();
  queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: () => undefined });
  const keys = { at: (url: string) => Promise.resolve(webhookCases.find(({ adapter }) => adapter.webhook?.kind === "rsa" && adapter.webhook.jwksUrl === url)?.keys ?? []) };
  const handle = createProviderWebhookHandler({ db, secrets, find: findAdapter, keys, now: () => clock.now, log: silent }, createTakeIn(db, queue));
  server = createServer((request, response) => void handle(request, response, (request.url ?? "/").split("?", 1)[0] ?? "/"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const shop of SHOPS) {
    const { id: shopId } = await db.prisma.shop.create({ data: { domain: `${shop}.myshopify.com`, installedAt: new Date() } });
    for (const { adapter, credentials } of webhookCases) {
      const sealed = secrets.encrypt(JSON.stringify(credentials(secretOf[shop])), "connection.credentials");
      await db.prisma.carrierConnection.create({ data: { shopId, provider: adapter.code, credentials: sealed, webhookToken: tokenOf(shop, adapter.code), createdAt: new Date() } });
    }
  }
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await queue.stop();
  await db.close();
});

beforeEach(async () => {
  await db.prisma.delivery.deleteMany();
});

function post(shop: string, provider: string, body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${base}/hooks/${provider}/${tokenOf(shop, provider)}`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
}

const kept = () => db.prisma.delivery.findMany();

describe.each(webhookCases.map((given) => [given.adapter.code, given] as const))("%s's pushes, over HTTP", (code, given) => {
  const body = given.push("92055901649173127510");

  it("are kept for the shop whose secret signed them, byte for byte", async () => {
    expect((await post("alder", code, body, given.sign(body, "ours"))).status).toBe(200);
    const [delivery] = await kept();
    expect(delivery).toMatchObject({ source: code, shopDomain: "alder.myshopify.com" });
    expect(Buffer.from(delivery?.body ?? []).toString("utf8")).toBe(body);
  });

  it("are refused without a signature and with another shop's", async () => {
    expect((await post("alder", code, body, {})).status).toBe(401);
    expect((await post("alder", code, body, given.sign(body, "theirs"))).status).toBe(401);
    // A provider's own key pair signs for every shop: there the address alone tells them apart.
    if (given.keys === undefined) expect((await post("birch", code, body, given.sign(body, "ours"))).status).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it("are not taken in at another provider's address, nor at one that nobody has", async () => {
    const other = code === "usps" ? "fedex" : "usps";
    expect((await fetch(`${base}/hooks/${code}/${tokenOf("alder", other)}`, { method: "POST", body, headers: given.sign(body, "ours") })).status).toBe(404);
    expect((await fetch(`${base}/hooks/${code}/${"x".repeat(27)}`, { method: "POST", body, headers: given.sign(body, "ours") })).status).toBe(404);
    expect(await kept()).toEqual([]);
  });
});

describe("a push that says when it was sent", () => {
  it("is refused when that is too long ago", async () => {
    const given = webhookCases.find((each) => each.tooLateAfterMs !== undefined);
    if (given === undefined) throw new Error("no such case");
    const body = given.push("1Z3");
    clock.now = SENT_AT + (given.tooLateAfterMs ?? 0) + 60_000;
    const answer = await post("alder", given.adapter.code, body, given.sign(body, "ours"));
    clock.now = SENT_AT + 1_000;
    expect([answer.status, await answer.text(), await kept()]).toEqual([401, "This was sent too long ago.", []]);
  });
});

describe("a push that comes twice", () => {
  it("is kept once", async () => {
    const given = webhookCases[0];
    if (given === undefined) throw new Error("no cases");
    const body = given.push("1Z2");
    for (let times = 0; times < 2; times += 1) expect((await post("alder", given.adapter.code, body, given.sign(body, "ours"))).status).toBe(200);
    expect((await kept()).length).toBe(1);
  });
});

import { createHmac, randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestDatabase } from "~tests/setup/server-database";

import { API_SECRET, openRunningApp, SHOP, until, type RunningApp } from "./support/running-app";

/**
 * kill -9 of a worker that holds webhooks: those it was dealing with, and those of its batch that it had not come to. The
 * others are told by their due instants how long they wait; the clock is moved on, so that the test does not.
 */

/** More than one run of a worker takes at once: the rest of them wait in its memory. */
const WEBHOOKS = 1_200;
const MINUTE = 60_000;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: pg.Pool;
let app: RunningApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await openRunningApp({ databaseUrl: database.url });
  sql = new pg.Pool({ connectionString: database.url, max: 3 });
  // Dropping the database at the end cuts the pool's connections.
  sql.on("error", () => undefined);
}, 240_000);
afterAll(async () => {
  await app?.close();
  await sql?.end();
  await database?.drop();
});

const count = async (where: string) => Number((await sql.query<{ count: string }>(`select count(*) from delivery where webhook_id like 'takeover-%' and ${where}`)).rows[0]?.count);

async function postWebhook(orderId: string): Promise<number> {
  const body = JSON.stringify({ id: Number(orderId), admin_graphql_api_id: `gid://shopify/Order/${orderId}` });
  const answer = await fetch(`${app.url}/webhooks`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json", "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": SHOP, "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": `takeover-${randomUUID()}`,
      "x-shopify-hmac-sha256": createHmac("sha256", API_SECRET).update(body).digest("base64"),
    },
  });
  await answer.arrayBuffer();
  return answer.status;
}

describe("the webhooks of a killed worker", () => {
  it("are due again within a minute of its death, whether it had begun with them or not, and another deals with each once", async () => {
    const web = await app.startWeb();
    await app.install();
    app.sendOrder(0);
    await app.shopify.drain();
    const [orderGid = ""] = Object.keys(app.shopify.state(SHOP).orders);
    const orderId = orderGid.split("/").at(-1) ?? "";
    expect(orderId).toMatch(/^\d+$/);
    for (let sent = 0; sent < WEBHOOKS; sent += 50) expect(new Set(await Promise.all(Array.from({ length: 50 }, () => postWebhook(orderId))))).toEqual(new Set([200]));
    expect(await count("status = 'pending'")).toBe(WEBHOOKS);

    // The worker cannot store what it reads as long as the shop is locked: it stands in the middle of its work.
    const lock = await sql.connect();
    await lock.query("begin");
    await lock.query("select 1 from shop where domain = $1 for update", [SHOP]);
    const killed = await app.startWorker();
    await until(async () => (await count("claim is not null")) > 0, 60_000, () => killed.output());
    const claimed = await count("claim is not null");
    await killed.kill();
    await lock.query("rollback");
    lock.release();
    const killedAt = app.clock.now();
    expect(await count("status = 'pending'")).toBe(WEBHOOKS);
    expect(claimed).toBeLessThan(WEBHOOKS);
    const { rows } = await sql.query<{ latest: Date }>("select max(next_due_at) as latest from delivery where status = 'pending'");
    expect(new Date(rows[0]?.latest ?? NaN).getTime() - killedAt).toBeLessThanOrEqual(MINUTE);

    app.clock.advance(MINUTE);
    const heir = await app.startWorker();
    await until(async () => (await count("status = 'pending'")) === 0, 120_000, () => heir.output());
    expect(await count("status = 'done'")).toBe(WEBHOOKS);
    expect(await count("attempts = 1")).toBe(WEBHOOKS - claimed);
    expect(await count("attempts = 2")).toBe(claimed);
    expect(await count("claim is not null or claimed_until is not null or next_due_at is not null")).toBe(0);
    expect(web.output() + heir.output()).not.toMatch(/uncaught|unhandled/i);
  }, 400_000);
});

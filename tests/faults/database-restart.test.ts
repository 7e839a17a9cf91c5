import { createHmac, randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BROWSER } from "~tests/simulator/demo/admin-client";
import { sleep } from "~tests/simulator/demo/app-health";

import { startOwnPostgres, type OwnPostgres } from "./support/own-postgres";
import { API_SECRET, openRunningApp, SHOP, until, type AppProcess, type RunningApp } from "./support/running-app";

/** PostgreSQL goes away and comes back, in order and by a crash, under processes that go on running. */

let server: OwnPostgres;
let app: RunningApp;
let web: AppProcess;
let worker: AppProcess;

beforeAll(async () => {
  server = await startOwnPostgres();
  app = await openRunningApp({ databaseUrl: server.url, shopify: { retryDelaysMs: Array.from({ length: 60 }, () => 250) } });
  web = await app.startWeb();
  worker = await app.startWorker();
  await app.install();
}, 180_000);
afterAll(async () => {
  await app?.close();
  await server?.remove();
});

async function count(text: string): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return Number((await client.query<{ count: string }>(`select count(*) from ${text}`)).rows[0]?.count);
  } finally {
    await client.end();
  }
}

/** A webhook as Shopify posts it. @returns the status, and how long the answer took, ms */
async function postWebhook(webhookId: string): Promise<{ status: number; ms: number }> {
  const body = JSON.stringify({ id: 1 });
  const since = performance.now();
  const answer = await fetch(`${app.url}/webhooks`, {
    method: "POST",
    body,
    headers: {
      "x-shopify-topic": "orders/updated",
      "x-shopify-shop-domain": SHOP,
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": webhookId,
      "x-shopify-hmac-sha256": createHmac("sha256", API_SECRET).update(body).digest("base64"),
    },
  });
  return { status: answer.status, ms: performance.now() - since };
}

const adminPage = () => fetch(`${app.url}/app?shop=${SHOP}`, { headers: { ...BROWSER, authorization: `Bearer ${app.shopify.sessionToken(SHOP)}` } });
const shopperPage = () => {
  const query = app.shopify.proxyQuery(new URLSearchParams(), { shop: SHOP, pathPrefix: "/apps/track" });
  return fetch(`${app.url}/proxy/track?${query.toString()}`, { headers: BROWSER });
};

describe.each(["fast", "immediate"] as const)("PostgreSQL stops (%s) and comes back", (mode) => {
  const first = mode === "fast" ? 0 : 100;

  it("answers 503 in the meantime, loses nothing, and goes on by itself", async () => {
    const before = await count("shipment");
    // Orders come in while the server goes down: work is under way in every connection.
    for (let index = 0; index < 10; index += 1) app.sendOrder(first + index, "fast");
    await until(async () => (await count("delivery")) > 3, 20_000, () => web.output());
    await server.stop(mode);

    const id = randomUUID();
    const down = await postWebhook(id);
    expect(down.status).toBe(503);
    expect(down.ms, "Shopify waits five seconds").toBeLessThan(4_000);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(503);
    for (const page of [adminPage(), shopperPage()]) {
      const answer = await page;
      expect(answer.status, await answer.text()).toBe(503);
    }
    for (let index = 10; index < 15; index += 1) app.sendOrder(first + index, "fast");
    await sleep(2_500);
    expect(web.running(), web.output()).toBe(true);
    expect(worker.running(), worker.output()).toBe(true);

    await server.start();
    await until(async () => (await fetch(`${app.url}/healthz`)).status === 200, 15_000, () => web.output());
    expect((await postWebhook(id)).status).toBe(200);
    expect([(await adminPage()).status, (await shopperPage()).status]).toEqual([200, 200]);
    await app.shopify.drain();
    await until(async () => {
      app.clock.advance(30_000);
      await sleep(300);
      return (await count("shipment")) === before + 15 && (await count("delivery where status = 'pending'")) === 0;
    }, 60_000, () => `The worker did not go on: ${worker.output()}`);

    // Jobs are taken from the queue again, not only by the net of due rows.
    const quick = app.sendOrder(first + 20);
    await until(async () => (await count(`shipment where number = '${quick.number}'`)) === 1, 10_000, () => `The queue stands still: ${worker.output()}`);
    expect(web.output() + worker.output()).not.toMatch(/uncaught|unhandled/i);
  }, 150_000);
});

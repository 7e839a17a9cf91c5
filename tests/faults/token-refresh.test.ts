import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestDatabase } from "~tests/setup/server-database";

import { openRunningApp, SHOP, type AppProcess, type RunningApp } from "./support/running-app";

/** An offline token lasts an hour and its refresh token works once: several processes need it at the same moment. */

const PROCESSES = 4;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let app: RunningApp;
let asking: AppProcess[];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await openRunningApp({ databaseUrl: database.url });
  await app.startWeb();
  await app.install();
  asking = await Promise.all(Array.from({ length: PROCESSES }, () => app.start("tests/faults/support/asking-process.ts", (message) => "ready" in message)));
}, 120_000);
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const refreshes = () => app.shopify.requests.filter((request) => request.operation === "refresh_token");
const askAll = () => Promise.all(asking.map((each) => each.ask({ ask: SHOP }) as Promise<{ answers: number; errors: string[] }>));

describe("an offline token that several processes need at once", () => {
  it("is used as it is while it lasts", async () => {
    expect(await askAll()).toEqual(Array.from({ length: PROCESSES }, () => ({ answers: 10, errors: [] })));
    expect(refreshes()).toHaveLength(0);
  });

  it("is refreshed once when it has run out, and again an hour later", async () => {
    for (const times of [1, 2, 3]) {
      app.clock.advance(61 * 60_000);
      expect(await askAll()).toEqual(Array.from({ length: PROCESSES }, () => ({ answers: 10, errors: [] })));
      expect(refreshes().map((request) => request.status)).toEqual(Array.from({ length: times }, () => 200));
    }
  });

  it("is refreshed once when Shopify revokes it in the middle of a run", async () => {
    const before = refreshes().length;
    app.shopify.revokeTokens(SHOP);
    expect(await askAll()).toEqual(Array.from({ length: PROCESSES }, () => ({ answers: 10, errors: [] })));
    expect(refreshes()).toHaveLength(before + 1);
  });

  it("says what to do when nothing can renew it, and a webhook is taken in all the same", async () => {
    app.shopify.revokeTokens(SHOP, { refreshTokens: true });
    for (const { answers, errors } of await askAll()) {
      expect(answers).toBe(0);
      for (const error of errors) expect(error).toMatch(/has to open the app again/);
    }
    app.sendOrder(1);
    await app.shopify.drain();
    expect(app.shopify.webhooks.filter((one) => one.topic === "orders/create").map((one) => one.status)).toEqual([200]);
  });
});

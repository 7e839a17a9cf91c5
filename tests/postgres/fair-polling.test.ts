import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openDatabase, type Database } from "~/db/database.server";
import { openQueue, type BossQueue } from "~/jobs/boss.server";
import { startWorker, type Worker } from "~/worker/start-worker.server";
import { fakeProviders, scans } from "~tests/integration/routing/fake-providers";
import { addShipments, addShop } from "~tests/integration/routing/routing-rows";
import { connect, routingContext } from "~tests/integration/routing/routing-world";
import { createTestDatabase } from "~tests/setup/server-database";

/** Shops whose provider is slow, each with this much due; and how long a call takes there. */
const BIG_SHOPS = 12;
const BIG = 5_000;
const SLOW_MS = 1_500;
const SMALL = 10;

let target: { url: string; drop(): Promise<void> };
let db: Database;
let queue: BossQueue;
const workers: Worker[] = [];

beforeAll(async () => {
  target = await createTestDatabase();
  db = await openDatabase({ url: target.url, dataDir: "" });
  queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: () => undefined });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await queue.stop();
  await db.close();
  await target.drop();
});

describe("one shop's many shipments", () => {
  it("do not hold up another's few: not in the line, not in the queue, not behind a slow provider", async () => {
    const now = Date.now();
    const asked = new Map<string, number>();
    const providers = fakeProviders();
    const slowly = async (numbers: string[]) => {
      await sleep(SLOW_MS);
      for (const number of numbers) asked.set(number, Date.now());
      return scans(now - 3_600_000)(numbers);
    };
    providers.carrier("ups", { limits: { batch: 1, perSecond: 1_000, perDay: null }, track: slowly });
    providers.carrier("usps", {
      limits: { batch: 1, perSecond: 1_000, perDay: null },
      track: (numbers) => {
        for (const number of numbers) asked.set(number, Date.now());
        return scans(now - 3_600_000)(numbers);
      },
    });
    const clock = { get now() { return Date.now(); } };
    const context = { ...routingContext(db, clock, providers), queue };
    const bigs: string[] = [];
    for (let index = 0; index < BIG_SHOPS; index += 1) {
      const shopId = await addShop(db, now);
      await connect(context, shopId, "ups");
      await addShipments(db, shopId, BIG, { nextPollAt: now - 3_600_000, now, carrier: "ups", number: (each) => `A${index}A${each}` });
      bigs.push(shopId);
    }
    workers.push(await startWorker(context, queue));
    await sleep(4_000);

    // All of the big shops' work has begun; now ten shipments of a small shop become due.
    const small = await addShop(db, now);
    await connect(context, small, "usps");
    const dueAt = Date.now();
    await addShipments(db, small, SMALL, { nextPollAt: dueAt, now, carrier: "usps", number: (each) => `B${each}` });
    const answered = () => Array.from({ length: SMALL }, (_, each) => asked.get(`B${each}`));
    while (answered().some((at) => at === undefined) && Date.now() - dueAt < 60_000) await sleep(100);
    const waited = Math.max(...answered().map((at) => (at ?? Infinity) - dueAt));
    process.stdout.write(`the small shop waited ${waited} ms\n`);
    expect(waited).toBeLessThan(15_000);
    // Meanwhile the big ones go on, every one of them, and none has more under way than its share.
    for (const [index, shopId] of bigs.entries()) {
      expect([...asked.keys()].filter((number) => number.startsWith(`A${index}A`)).length).toBeGreaterThan(0);
      const [row] = (await db.sql("select coalesce(sum(cardinality(shipment_ids)), 0)::int as held from poll_round where shop_id = $1", [shopId])).rows;
      expect(Number(row?.held)).toBeLessThanOrEqual(200);
    }
  }, 120_000);
});

import { afterEach, expect, it } from "vitest";

import { shopAccess } from "~/db/shop-access.server";
import { claimDueSyncRuns } from "~/db/sync-runs.server";
import { backfillShop } from "~/use-cases/backfill-shop";

import { openAccessWorld, SHOP, type AccessWorld } from "./access-world";
import { shopRecords } from "./shop-records";

let world: AccessWorld;
afterEach(() => world.close());

/** Orders of every kind that the bulk operation and the pages read in different ways. */
function fill(count: number): void {
  const { simulator } = world;
  for (let n = 0; n < count; n += 1) {
    const { id } = world.placeOrder();
    if (n % 3 !== 0) {
      const fulfillment = simulator.fulfilOrder(SHOP, id, { tracking: [{ company: "UPS", number: `1Z999AA1012345${1000 + n}` }, ...(n % 5 === 0 ? [{ company: "USPS", number: `94001118992231974${10000 + n}` }] : [])] });
      if (n % 2 === 0) simulator.addFulfillmentEvent(SHOP, fulfillment, { status: "IN_TRANSIT" });
      if (n % 7 === 0) simulator.createReturn(SHOP, id, { tracking: { company: "UPS", number: `1Z999AA1099999${1000 + n}` } });
    }
    if (n % 11 === 0) simulator.cancelOrder(SHOP, n % 3 === 0 ? id : world.placeOrder().id);
  }
}

/** Forgets all that was read, and reads it anew. */
async function again(): Promise<void> {
  const { prisma } = world.context.db;
  await prisma.order.deleteMany({ where: { shopId: world.shopId() } });
  await prisma.syncRun.deleteMany({ where: { shopId: world.shopId() } });
  await prisma.shop.update({ where: { id: world.shopId() }, data: { syncedThrough: null } });
  await backfillShop(world.context, { shopId: world.shopId() });
  await world.backfill();
}

it("reads the same by pages as by bulk operation, and by bulk operation again once bulk queries are allowed", { timeout: 120_000 }, async () => {
  world = await openAccessWorld();
  fill(60);
  await world.install();
  await world.backfill();
  expect(await world.run()).toMatchObject({ status: "done", way: { kind: "bulk" } });
  const byBulk = await shopRecords(world.context.db, world.shopId());

  world.simulator.setBulkQueries(false);
  await again();
  const total = Object.keys(world.simulator.state(SHOP).orders).length;
  expect(await world.run()).toMatchObject({ status: "done", way: { kind: "pages" }, done: total, total, error: null });
  expect(await shopRecords(world.context.db, world.shopId())).toEqual(byBulk);
  expect((await shopAccess(world.context.db.prisma, world.shopId())).bulkRefusedAt).not.toBeNull();

  world.simulator.setBulkQueries(true);
  await again();
  expect(await world.run()).toMatchObject({ way: { kind: "bulk" } });
  expect((await shopAccess(world.context.db.prisma, world.shopId())).bulkRefusedAt).toBeNull();
});

it("goes on by pages where it was killed, with progress shown", { timeout: 120_000 }, async () => {
  world = await openAccessWorld();
  for (let n = 0; n < 170; n += 1) world.placeOrder();
  await world.install();
  world.simulator.setBulkQueries(false);
  await backfillShop(world.context, { shopId: world.shopId() });
  await backfillShop(world.context, { shopId: world.shopId() });
  expect(await world.run()).toMatchObject({ status: "running", done: 100, total: 170, way: { kind: "pages", read: 100 } });

  // The process ends in the middle of the third page: Shopify's answers never reach it.
  const { adminFor } = world.context;
  const killed = { ...world.context, adminFor: async (domain: string) => ({ ...(await adminFor(domain)), runPartially: () => Promise.reject(new Error("killed")) }) };
  await backfillShop(killed, { shopId: world.shopId() });
  expect(await world.run()).toMatchObject({ status: "running", done: 100 });

  const listed = () => world.answers.filter((answer) => answer.operation === "ListChangedOrders").length;
  const before = listed();
  world.simulator.clock.advance(3_600_000);
  expect(await claimDueSyncRuns(world.context.db.prisma, world.context.now(), 60_000)).toEqual([world.shopId()]);
  await world.backfill();
  expect(await world.run()).toMatchObject({ status: "done", done: 170, total: 170 });
  expect(listed() - before).toBe(2);
  expect(await world.context.db.prisma.order.count({ where: { shopId: world.shopId() } })).toBe(170);
});

it("waits for Shopify's points instead of running into the limit", { timeout: 120_000 }, async () => {
  const waits: number[] = [];
  const sleep = (ms: number) => {
    waits.push(ms);
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  };
  world = await openAccessWorld({ throttle: { restoreRate: 20_000, maximumAvailable: 1_600 }, sleep });
  for (let n = 0; n < 60; n += 1) world.placeOrder();
  await world.install();
  world.simulator.setBulkQueries(false);
  await world.backfill();
  expect(await world.run()).toMatchObject({ status: "done", done: 60 });
  expect(world.answers.filter((answer) => answer.throttled)).toEqual([]);
  expect(Math.max(...waits)).toBeLessThan(1_000);
});

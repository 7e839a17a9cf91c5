import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { claimDueShops } from "~/db/shops.server";
import { claimDueSyncRuns, latestSyncRun } from "~/db/sync-runs.server";
import { AdminApiError } from "~/shopify/admin-port";
import { backfillShop } from "~/use-cases/backfill-shop";
import { installShop } from "~/use-cases/install-shop";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { eventNode, fulfillmentNode, lineItemNode, list, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { shopRecords } from "./shop-records";
import { openSyncContext, START, type SyncTestContext } from "./sync-context";

const DAY = 86_400_000;
let context: SyncTestContext;
let shopify: FakeShopify;
let domain: string;
let count = 0;

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(() => {
  count += 1;
  domain = `backfill-${count}.myshopify.com`;
  shopify = new FakeShopify();
  context.clock.now = START;
  context.jobs.length = 0;
  context.admins.set(domain, shopify.client(domain));
});

function addOrders(first: number, last: number, updatedAt = START - DAY): void {
  for (let n = first; n <= last; n += 1) {
    const id = `gid://shopify/Order/${n}`;
    shopify.orders.set(
      id,
      orderNode({
        id,
        name: `#${n}`,
        updatedAt: new Date(updatedAt + n).toISOString(),
        lineItems: list({ ...lineItemNode(), id: `gid://shopify/LineItem/${n}` }),
        fulfillmentOrders: list(),
        fulfillments: [fulfillmentNode({ id: `gid://shopify/Fulfillment/${n}`, events: list(eventNode({ id: `gid://shopify/FulfillmentEvent/${n}` })) })],
      }),
    );
  }
}

const run = (shopId: string) => latestSyncRun(context.db.prisma, shopId, "backfill");

/** Works the backfill's jobs as the worker would, as long as there are any. */
async function work(shopId: string): Promise<number> {
  let jobs = 0;
  while (context.take("backfill-shop").length > 0) {
    jobs += 1;
    await backfillShop(context, { shopId });
  }
  return jobs;
}

/** Lets the run's due instant come. */
async function wait(): Promise<void> {
  context.clock.now += 16_000;
  for (const shopId of await claimDueSyncRuns(context.db.prisma, context.now(), 600_000)) await context.queue.send(null, "backfill-shop", { shopId });
}

it("reads all orders by bulk operation, with progress, in steps that follow each other", async () => {
  addOrders(1, 430);
  const shop = await installShop(context, { domain });
  expect(shop).toMatchObject({ name: "Fio", timeZone: "Europe/Lisbon", currency: "EUR", locale: "pt-PT", countryCode: "PT" });
  await work(shop.id);
  expect(await run(shop.id)).toMatchObject({ status: "running", total: null, done: 0, since: START - 60 * DAY });

  await wait();
  await work(shop.id);
  expect(await run(shop.id)).toMatchObject({ status: "running", done: 0 });

  if (shopify.bulk) shopify.bulk.status = "COMPLETED";
  await wait();
  context.take("backfill-shop");
  await backfillShop(context, { shopId: shop.id });
  expect(await run(shop.id)).toMatchObject({ status: "running", total: 430, done: 200 });
  expect(await work(shop.id)).toBe(2);
  expect(await run(shop.id)).toMatchObject({ status: "done", total: 430, done: 430, nextDueAt: null });
  expect(await context.db.prisma.shipment.count({ where: { shopId: shop.id, status: "IN_TRANSIT" } })).toBe(430);

  // What changed meanwhile is read at once.
  expect(await context.db.prisma.shop.findUniqueOrThrow({ where: { id: shop.id } })).toMatchObject({ syncedThrough: new Date(START) });
  expect(await claimDueShops(context.db.prisma, context.now(), 1_000)).toEqual([shop.id]);
});

it("reads half a year with read_all_orders", async () => {
  shopify.scopes.push("read_all_orders");
  const { id } = await installShop(context, { domain });
  await work(id);
  expect(await run(id)).toMatchObject({ since: START - 180 * DAY });
});

it("is done when there are no orders", async () => {
  const { id } = await installShop(context, { domain });
  await work(id);
  if (shopify.bulk) shopify.bulk.status = "COMPLETED";
  await wait();
  await work(id);
  expect(await run(id)).toMatchObject({ status: "done", total: 0, done: 0 });
});

it.each([
  ["refused", () => (shopify.bulkRefusal = { code: "INVALID", message: "no bulk today" })],
  ["failing", () => { shopify.before = (name) => { if (name === "ReadBulkOperation" && shopify.bulk) shopify.bulk.status = "FAILED"; }; }],
])("reads page by page when the bulk operation is %s, to the same result", async (_how, trouble) => {
  addOrders(1, 120);
  trouble();
  const { id } = await installShop(context, { domain });
  for (let step = 0; step < 10 && (await run(id))?.status !== "done"; step += 1) {
    await work(id);
    await wait();
  }
  expect(await run(id)).toMatchObject({ status: "done", done: 120, total: 120 });
  expect(await shopRecords(context.db, id)).toHaveLength(120);
});

it("waits for another bulk operation, and for Shopify when it is away", async () => {
  addOrders(1, 3);
  shopify.bulkRefusal = { code: "OPERATION_IN_PROGRESS", message: "busy" };
  const { id } = await installShop(context, { domain });
  await work(id);
  expect(await run(id)).toMatchObject({ status: "running", way: null, nextDueAt: START + 30_000 });
  shopify.bulkRefusal = null;
  shopify.before = () => Promise.reject(new AdminApiError("unavailable", "away"));
  context.clock.now += 30_000;
  await wait();
  await work(id);
  expect(await run(id)).toMatchObject({ status: "running", error: "away" });
  shopify.before = () => undefined;
  for (let step = 0; step < 5 && (await run(id))?.status !== "done"; step += 1) {
    await wait();
    await work(id);
    if (shopify.bulk) shopify.bulk.status = "COMPLETED";
  }
  expect(await run(id)).toMatchObject({ status: "done", done: 3, error: null });
});

it("is begun once, however often the app is opened", async () => {
  const { id } = await installShop(context, { domain });
  await installShop(context, { domain });
  await Promise.all([installShop(context, { domain }), installShop(context, { domain })]);
  expect(context.take("backfill-shop")).toEqual([{ shopId: id }]);
  expect(await context.db.prisma.syncRun.count({ where: { shopId: id } })).toBe(1);
});

it("two at once do not both work on it", async () => {
  addOrders(1, 60);
  const { id } = await installShop(context, { domain });
  await work(id);
  if (shopify.bulk) shopify.bulk.status = "COMPLETED";
  shopify.asked.length = 0;
  await Promise.all([backfillShop(context, { shopId: id }), backfillShop(context, { shopId: id })]);
  expect(shopify.asked.filter((name) => name === "ReadBulkOperation")).toHaveLength(1);
});

it("reconciliation reads what changed since the last one, and goes on where it broke off", async () => {
  addOrders(1, 450, START);
  const { id } = await installShop(context, { domain });
  await context.db.prisma.syncRun.deleteMany({ where: { shopId: id } });
  await context.db.prisma.shop.update({ where: { id }, data: { syncedThrough: new Date(START) } });
  // Far enough apart that one job's end lies beyond the overlap.
  for (const [index, order] of [...shopify.orders.values()].entries()) order.updatedAt = new Date(START + index * 60_000).toISOString();
  context.clock.now = START + DAY;

  let pages = 0;
  shopify.before = (name) => {
    pages += name === "ListChangedOrders" ? 1 : 0;
    if (pages === 2) throw new AdminApiError("unavailable", "away");
  };
  await expect(reconcileShop(context, { shopId: id })).rejects.toThrow("away");
  expect(await latestSyncRun(context.db.prisma, id, "reconcile")).toMatchObject({ status: "failed", error: "away" });

  shopify.before = () => undefined;
  let read = (await reconcileShop(context, { shopId: id })) ?? 0;
  while (context.take("reconcile-shop").length > 0) read += (await reconcileShop(context, { shopId: id })) ?? 0;
  expect(await context.db.prisma.order.count({ where: { shopId: id } })).toBe(450);
  // The overlaps are read twice, the rest once.
  expect(read).toBeLessThan(500);
  const shop = await context.db.prisma.shop.findUniqueOrThrow({ where: { id } });
  expect(shop).toMatchObject({ syncedThrough: new Date(START + DAY), nextSyncAt: new Date(START + DAY + 3_600_000) });
});

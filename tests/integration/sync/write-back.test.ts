import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { dueWriteBacks, insertWriteBacks } from "~/db/write-backs.server";
import { AdminApiError } from "~/shopify/admin-port";
import { installShop } from "~/use-cases/install-shop";
import { syncOrder } from "~/use-cases/sync-order";
import { writeBackEvent } from "~/use-cases/write-back-event";
import { orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { openSyncContext, START, type SyncTestContext } from "./sync-context";

let context: SyncTestContext;
let shopify: FakeShopify;
let shopId: string;
let writeBackId: string;
let count = 0;
const ORDER = "gid://shopify/Order/1001";

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(async () => {
  count += 1;
  const domain = `write-back-${count}.myshopify.com`;
  shopify = new FakeShopify();
  shopify.orders.set(ORDER, orderNode());
  context.clock.now = START;
  context.admins.set(domain, shopify.client(domain));
  shopId = (await installShop(context, { domain })).id;
  await syncOrder(context, { shopId, orderGid: ORDER });
  const shipment = await context.db.prisma.shipment.findFirstOrThrow({ where: { shopId } });
  const decision = { shopId, shipmentId: shipment.id, key: "DELIVERED:1", status: "DELIVERED", happenedAt: START - 500, message: "Left at the door", dueAt: START };
  const [id] = await context.db.transaction((tx) => insertWriteBacks(tx, [decision]));
  expect(await context.db.transaction((tx) => insertWriteBacks(tx, [decision]))).toEqual([]);
  writeBackId = id ?? "";
});

const tell = () => writeBackEvent(context, { writeBackId });
const row = () => context.db.prisma.writeBack.findUniqueOrThrow({ where: { id: writeBackId } });
const events = () => shopify.fulfillments()[0]?.events.nodes ?? [];

it("tells Shopify once, however often it is asked", async () => {
  await Promise.all([tell(), tell(), tell()]);
  await tell();
  expect(events()).toMatchObject([{ status: "DELIVERED", message: "Left at the door" }]);
  expect(await row()).toMatchObject({ state: "done", eventGid: events()[0]?.id, nextDueAt: null, attempts: 1 });
});

it("finds its own event again when the answer was lost", async () => {
  shopify.before = (name) => {
    if (name === "CreateFulfillmentEvent") throw new AdminApiError("unavailable", "no answer");
  };
  await tell();
  expect(await row()).toMatchObject({ state: "queued", error: "no answer", attempts: 1 });
  expect((await row()).nextDueAt?.getTime()).toBeGreaterThan(START);
  context.clock.now += 60_000;
  expect(await dueWriteBacks(context.db.prisma, context.now(), 10)).toEqual([writeBackId]);
  shopify.before = () => undefined;
  await tell();
  expect(events()).toHaveLength(1);
  expect(await row()).toMatchObject({ state: "done", eventGid: events()[0]?.id });
});

it("is no news when it comes back, before or after its id is known", async () => {
  let read: string | null = null;
  shopify.before = async (name) => {
    if (name === "CreateFulfillmentEvent") read = await syncOrder(context, { shopId, orderGid: ORDER });
  };
  await tell();
  expect(read).toBe("stored");
  await syncOrder(context, { shopId, orderGid: ORDER });
  expect(await context.db.prisma.trackingEvent.count({ where: { shopId } })).toBe(0);
});

it("gives up what Shopify refuses, and what has no fulfillment any more", async () => {
  shopify.before = (name) => {
    if (name === "CreateFulfillmentEvent") throw new AdminApiError("access_denied", "no scope");
  };
  await tell();
  expect(await row()).toMatchObject({ state: "failed", error: "no scope", nextDueAt: null });

  await context.db.prisma.writeBack.update({ where: { id: writeBackId }, data: { state: "queued" } });
  shopify.before = () => undefined;
  shopify.orders.clear();
  await tell();
  expect(await row()).toMatchObject({ state: "skipped" });
});

it("gives up after many tries, and is skipped for a shop or a number that is gone", async () => {
  shopify.before = () => Promise.reject(new AdminApiError("throttled", "busy"));
  for (let attempt = 0; attempt < 12; attempt += 1) await tell();
  expect(await row()).toMatchObject({ state: "failed", attempts: 12 });

  await context.db.prisma.writeBack.update({ where: { id: writeBackId }, data: { state: "queued" } });
  await context.db.prisma.shipment.updateMany({ where: { shopId }, data: { removedAt: new Date(START) } });
  await tell();
  expect(await row()).toMatchObject({ state: "skipped" });

  await context.db.prisma.writeBack.update({ where: { id: writeBackId }, data: { state: "queued" } });
  await context.db.prisma.shop.update({ where: { id: shopId }, data: { status: "uninstalled" } });
  await tell();
  expect(await row()).toMatchObject({ state: "skipped", error: "The app was uninstalled." });
});

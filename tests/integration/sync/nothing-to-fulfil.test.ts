import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { advanceShipments } from "~/use-cases/advance-shipments";
import { installShop } from "~/use-cases/install-shop";
import { registerShipments } from "~/use-cases/register-shipments";
import { syncOrder } from "~/use-cases/sync-order";
import { fulfillmentNode, list, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { openSyncContext, START, type SyncTestContext } from "./sync-context";

const HOUR = 3_600_000;
const ORDER = "gid://shopify/Order/1001";
let context: SyncTestContext;
let shopify: FakeShopify;
let shopId: string;
let count = 0;

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(async () => {
  count += 1;
  const domain = `nothing-${count}.myshopify.com`;
  shopify = new FakeShopify();
  shopify.orders.set(ORDER, orderNode({ displayFulfillmentStatus: "UNFULFILLED", fulfillments: [] }));
  context.clock.now = START;
  context.admins.set(domain, shopify.client(domain));
  shopId = (await installShop(context, { domain })).id;
});

const sync = () => syncOrder(context, { shopId, orderGid: ORDER });
const open = () => context.db.prisma.shipmentException.findMany({ where: { shopId, resolvedAt: null }, select: { rule: true } });
const shipment = () => context.db.prisma.shipment.findFirstOrThrow({ where: { shopId } });
async function become(status: string): Promise<void> {
  context.clock.now += HOUR;
  shopify.change(ORDER, context.clock.now, (order) => {
    order.displayFulfillmentStatus = status;
  });
  expect(await sync()).toBe("stored");
}

it("a number given for an order of which nothing is to be shipped any more is no exception, until something is again", async () => {
  await sync();
  const wanted = { number: "1Z999AA10123456784", carrier: null, order: "#1001", shippedAt: null, service: null, originCountry: null, destinationCountry: null };
  const [done] = await registerShipments(context, shopId, [wanted]);
  const id = done && "id" in done ? done.id : "";
  context.clock.now = START + 30 * HOUR;
  await context.db.transaction((tx) => advanceShipments(context, tx, [id]));
  expect(await open()).toEqual([{ rule: "label-without-scan" }]);

  await become("FULFILLMENT_NOT_REQUIRED");
  expect(await open()).toEqual([]);
  expect(await shipment()).toMatchObject({ openExceptions: 0, nextRuleAt: null });
  // Reading it again changes nothing.
  await become("FULFILLMENT_NOT_REQUIRED");
  expect(await open()).toEqual([]);

  await become("UNFULFILLED");
  expect(await open()).toEqual([{ rule: "label-without-scan" }]);
});

it("orders that are downloaded or collected have no shipments, and so nothing that can be late", async () => {
  shopify.change(ORDER, START, (order) => {
    order.displayFulfillmentStatus = "FULFILLED";
    order.fulfillments = [fulfillmentNode({ trackingInfo: [], events: list(), displayStatus: "PICKED_UP" }), fulfillmentNode({ id: "gid://shopify/Fulfillment/2", trackingInfo: [{ company: null, number: null, url: null }], events: list() })];
  });
  await sync();
  expect(await context.db.prisma.shipment.count({ where: { shopId } })).toBe(0);
  expect(await open()).toEqual([]);
});

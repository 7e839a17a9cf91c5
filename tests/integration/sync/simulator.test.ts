import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import { latestSyncRun } from "~/db/sync-runs.server";
import { AdminApiError } from "~/shopify/admin-port";
import { readShop } from "~/shopify/operations/read-shop";
import { backfillShop } from "~/use-cases/backfill-shop";
import { handleShopifyDeliveries } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { syncOrders } from "~/use-cases/sync-orders";
import { writeBackEvent } from "~/use-cases/write-back-event";
import { insertWriteBacks } from "~/db/write-backs.server";

import { shopRecords } from "./shop-records";
import { startSimulatedApp, type SimulatedApp } from "./simulated-app";

const SHOP = "meadow.myshopify.com";
const MINUTE = 60_000;
let app: SimulatedApp;
let shopId: string;

beforeAll(async () => {
  // Ids beyond 2^53, as they may come one day.
  app = await startSimulatedApp({ shops: [SHOP], firstId: 9_100_000_000_000_000_001n });
  app.simulator.addLocation(SHOP, { name: "Portland", address: { city: "Portland", provinceCode: "OR", countryCode: "US", zip: "97201" } });
  app.simulator.addProduct(SHOP, { title: "Linen apron", productType: "Kitchen", variants: [{ title: "Sand", priceMinor: 4800 }] });
  app.simulator.install(SHOP);
  for (let n = 0; n < 60; n += 1) fulfilled(n % 3 === 0 ? [] : [`1Z999AA1012345678${n}`]);
  await app.simulator.drain();
  app.take();
  await app.open(SHOP);
  shopId = (await installShop(app.context, { domain: SHOP })).id;
}, 60_000);
afterAll(() => app.close());

function placeOrder() {
  const [product] = Object.values(app.simulator.state(SHOP).products);
  return app.simulator.createOrder(SHOP, {
    lines: [{ variantId: product?.variants[0]?.id ?? "", quantity: 2 }],
    customer: { firstName: "Ada", lastName: "Byron", email: "ada@example.com" },
    shippingAddress: { address1: "1 Main St", city: "Boise", provinceCode: "ID", countryCode: "US", zip: "83702" },
    shipping: { title: "Standard", priceMinor: 500 },
  });
}

function fulfilled(numbers: string[]) {
  const order = placeOrder();
  return app.simulator.fulfilOrder(SHOP, order, { tracking: numbers.map((number) => ({ company: "UPS", number })) });
}

const gids = () => Object.keys(app.simulator.state(SHOP).orders).map((id) => `gid://shopify/Order/${id}`);

/** What a shop would hold that read everything anew, beside what it holds. */
async function compare(): Promise<void> {
  const known = await shopRecords(app.context.db, shopId);
  await app.context.db.prisma.order.deleteMany({ where: { shopId } });
  await syncOrders(app.context, { id: shopId, domain: SHOP }, gids());
  expect(known).toEqual(await shopRecords(app.context.db, shopId));
}

it("is read by bulk operation after the install", { timeout: 60_000 }, async () => {
  for (let step = 0; step < 40; step += 1) {
    if ((await latestSyncRun(app.context.db.prisma, shopId, "backfill"))?.status === "done") break;
    await backfillShop(app.context, { shopId });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await latestSyncRun(app.context.db.prisma, shopId, "backfill")).toMatchObject({ status: "done", way: { kind: "bulk" }, total: 60, done: 60 });
  expect(await app.context.db.prisma.shipment.count({ where: { shopId } })).toBe(40);
  await compare();
});

type Step = { what: number; which: number; wait: number };
const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(9), which: fc.nat(), wait: fc.nat(60) });
const faults = fc.record({
  duplicate: fc.constantFrom(0, 0.5, 1),
  drop: fc.constantFrom(0, 0.3, 1),
  reorder: fc.constantFrom<boolean | number>(false, 3, true),
  freshWebhookIds: fc.boolean(),
});

/** Something happens in the simulated shop; what cannot happen there is refused, and that is no matter here. */
function happen({ what, which }: Step): void {
  const { simulator } = app;
  const state = simulator.state(SHOP);
  const pick = <T>(records: Record<string, T>): T | undefined => Object.values(records).slice(-4)[which % 4];
  const fulfillment = pick(state.fulfillments);
  const order = pick(state.orders);
  try {
    if (what <= 1) fulfilled([`1Z999AA1${which}`]);
    else if (what === 2) fulfilled([`1Z999AA1${which}`, `9400${which}`]);
    else if (what === 3) placeOrder();
    else if (what === 4 && fulfillment) simulator.updateTracking(SHOP, fulfillment, [{ company: "UPS", number: `1Z77${which % 3}` }]);
    else if (what <= 6 && fulfillment) simulator.addFulfillmentEvent(SHOP, fulfillment, { status: which % 2 === 0 ? "IN_TRANSIT" : "DELIVERED" });
    else if (what === 7 && fulfillment) simulator.cancelFulfillment(SHOP, fulfillment);
    else if (what === 8 && order) simulator.updateOrder(SHOP, order, { tags: [`tag${which % 5}`] });
    else if (order) simulator.createReturn(SHOP, order, {});
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Refusal") throw error;
  }
}

it("holds the same whatever happens to the webhooks", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), faults, async (story, plan) => {
      const { simulator, context } = app;
      simulator.webhookFaults.set(plan);
      for (const each of story) {
        simulator.clock.advance(each.wait * MINUTE);
        happen(each);
        if (each.which % 2 === 0) continue;
        // Some of the webhooks have come by now, some have not.
        await new Promise((resolve) => setTimeout(resolve, 10));
        const outcomes = await handleShopifyDeliveries(context, app.take());
        expect([...outcomes.values()].filter((outcome) => outcome.kind === "failed")).toEqual([]);
      }
      simulator.webhookFaults.clear();
      await simulator.drain();
      simulator.clock.advance(MINUTE);
      await reconcileShop(context, { shopId });
      await handleShopifyDeliveries(context, app.take());
      await compare();
    }),
    { numRuns: 6, endOnFailure: true, interruptAfterTimeLimit: 40_000 },
  );
});

it("renews its token once for many callers, and gets over a revoked one, throttling and errors", { timeout: 60_000 }, async () => {
  const { simulator, context } = app;
  const order = placeOrder();
  const orderGid = `gid://shopify/Order/${order.id}`;
  const sync = () => syncOrders(context, { id: shopId, domain: SHOP }, [orderGid]);
  simulator.clock.advance(2 * 60 * MINUTE);
  const last = simulator.requests.at(-1);
  const admin = await context.adminFor(SHOP);
  await Promise.all(Array.from({ length: 12 }, () => admin.run(readShop, {})));
  // The simulator remembers the newest requests alone.
  const since = simulator.requests.slice(last ? simulator.requests.lastIndexOf(last) + 1 : 0);
  expect(since.filter((request) => request.path.includes("access_token"))).toHaveLength(1);

  for (const failure of ["revoked", "throttle", "500"] as const) {
    simulator.failNext(failure, { shop: SHOP, count: 1 });
    expect((await sync()).get(orderGid)).toBe("stored");
  }
  simulator.failNext("graphql-error", { shop: SHOP, count: 1 });
  await sync().catch((error: unknown) => expect(error).toBeInstanceOf(AdminApiError));
});

it("tells the simulated Shopify an event, once", { timeout: 60_000 }, async () => {
  const { simulator, context } = app;
  const fulfillment = fulfilled(["1Z999AA10123456784"]);
  await syncOrders(context, { id: shopId, domain: SHOP }, [`gid://shopify/Order/${fulfillment.orderId}`]);
  const stored = await context.db.prisma.shipment.findFirstOrThrow({ where: { shopId, fulfillment: { gid: `gid://shopify/Fulfillment/${fulfillment.id}` } } });
  const now = simulator.clock.now();
  const [writeBackId] = await context.db.transaction((tx) =>
    insertWriteBacks(tx, [{ shopId, shipmentId: stored.id, key: "k", status: "OUT_FOR_DELIVERY", happenedAt: now, message: "On the van", dueAt: now }]),
  );
  await Promise.all([writeBackEvent(context, { writeBackId: writeBackId ?? "" }), writeBackEvent(context, { writeBackId: writeBackId ?? "" })]);
  const events = Object.values(simulator.state(SHOP).fulfillmentEvents).filter((event) => event.fulfillmentId === fulfillment.id);
  expect(events).toMatchObject([{ status: "OUT_FOR_DELIVERY", message: "On the van" }]);
  expect(await context.db.prisma.writeBack.findUniqueOrThrow({ where: { id: writeBackId ?? "" } })).toMatchObject({ state: "done" });
  await simulator.drain();
  await handleShopifyDeliveries(context, app.take());
  expect(await context.db.prisma.trackingEvent.count({ where: { shipmentId: stored.id } })).toBe(0);
});

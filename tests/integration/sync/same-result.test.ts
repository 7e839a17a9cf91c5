import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import { handleShopifyDeliveries, type DeliveryOutcome } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { syncOrders } from "~/use-cases/sync-orders";
import type { PendingDelivery } from "~/db/deliveries.server";
import { setSyncState } from "~/db/shops.server";
import { eventNode, fulfillmentNode, list, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { shopRecords } from "./shop-records";
import { delivery, openSyncContext, otherProcess, restId, START, type SyncTestContext } from "./sync-context";

let context: SyncTestContext;
beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());

const MINUTE = 60_000;
const ORDERS = ["gid://shopify/Order/1", "gid://shopify/Order/2"];
const NUMBERS = ["1Z999AA10123456784", "9400111899223197428490", "RR123456785PT", "LOCAL-7"];
const STATUSES = ["LABEL_PRINTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "DELAYED", "SOMETHING_NEW"];

/** Something that happens at Shopify; numbers choose among what is there. */
type Change =
  | { kind: "fulfil"; order: number; numbers: number[] }
  | { kind: "numbers"; which: number; numbers: number[] }
  | { kind: "event"; which: number; status: number }
  | { kind: "unevent"; which: number }
  | { kind: "cancel"; which: number }
  | { kind: "edit"; order: number; quantity: number }
  | { kind: "customer"; order: number; email: string }
  | { kind: "hold"; order: number }
  | { kind: "return"; order: number };

/** What becomes of the webhook about a change: delivered at once, so many changes later, doubled, or never. */
type Fate = { late: number; copies: number; dropped: boolean };

const some = fc.nat(9);
const numbers = fc.uniqueArray(fc.nat(NUMBERS.length - 1), { maxLength: 3 });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("fulfil" as const), order: some, numbers }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("numbers" as const), which: some, numbers }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("event" as const), which: some, status: some }) },
  fc.record({ kind: fc.constant("unevent" as const), which: some }),
  fc.record({ kind: fc.constant("cancel" as const), which: some }),
  fc.record({ kind: fc.constant("edit" as const), order: some, quantity: fc.nat(3) }),
  fc.record({ kind: fc.constant("customer" as const), order: some, email: fc.emailAddress() }),
  fc.record({ kind: fc.constant("hold" as const), order: some }),
  fc.record({ kind: fc.constant("return" as const), order: some }),
);
const fate: fc.Arbitrary<Fate> = fc.record({ late: fc.nat(4), copies: fc.nat(2), dropped: fc.boolean() });

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];

/** Lets a change happen. @returns the webhook's topic and body, or null when there was nothing to change */
function happen(shopify: FakeShopify, what: Change, at: number): { topic: string; body: Record<string, unknown> } | null {
  const when = new Date(at).toISOString();
  const infos = (chosen: number[]) => chosen.map((index) => ({ company: index === 0 ? "UPS" : null, number: NUMBERS[index] ?? null, url: null }));
  if ("order" in what) {
    const gid = pick(ORDERS, what.order) ?? "";
    const rest = { id: restId(gid), admin_graphql_api_id: gid };
    shopify.change(gid, at, (order) => {
      if (what.kind === "fulfil") {
        order.fulfillments.push(fulfillmentNode({ id: shopify.id("Fulfillment"), createdAt: when, updatedAt: when, trackingInfo: infos(what.numbers) }));
      } else if (what.kind === "edit") {
        for (const line of order.lineItems.nodes) Object.assign(line, { quantity: 3, currentQuantity: what.quantity });
      } else if (what.kind === "customer") {
        order.email = what.email;
      } else if (what.kind === "hold") {
        for (const each of order.fulfillmentOrders.nodes) Object.assign(each, { status: "ON_HOLD", updatedAt: when, fulfillmentHolds: [{ reason: "OTHER", displayReason: "Other" }] });
      } else {
        order.returns.nodes.push({
          id: shopify.id("Return"),
          name: "R",
          status: "OPEN",
          createdAt: when,
          requestApprovedAt: null,
          closedAt: null,
          reverseFulfillmentOrders: { nodes: [{ reverseDeliveries: { nodes: [{ id: shopify.id("ReverseDelivery"), deliverable: { tracking: { carrierName: "UPS", number: NUMBERS[0] ?? null, url: null } } }] } }] },
        });
      }
    });
    if (what.kind === "fulfil") return { topic: "fulfillments/create", body: { id: 1, order_id: rest.id } };
    if (what.kind === "hold") {
      const held = shopify.orders.get(gid)?.fulfillmentOrders.nodes[0];
      return { topic: "fulfillment_orders/placed_on_hold", body: { fulfillment_order: { id: held?.id } } };
    }
    if (what.kind === "return") return { topic: "returns/approve", body: { order: rest } };
    return { topic: "orders/updated", body: rest };
  }
  const fulfillment = pick(shopify.fulfillments(), what.which);
  const gid = [...shopify.orders.values()].find((order) => order.fulfillments.some((each) => each.id === fulfillment?.id))?.id;
  if (!fulfillment || !gid) return null;
  shopify.change(gid, at, () => {
    fulfillment.updatedAt = when;
    if (what.kind === "numbers") fulfillment.trackingInfo = infos(what.numbers);
    else if (what.kind === "cancel") fulfillment.status = "CANCELLED";
    else if (what.kind === "unevent") fulfillment.events.nodes.shift();
    else fulfillment.events.nodes.push(eventNode({ id: shopify.id("FulfillmentEvent"), status: pick(STATUSES, what.status) ?? "", happenedAt: when }));
  });
  const topic = { numbers: "fulfillments/update", cancel: "fulfillments/update", unevent: "fulfillment_events/delete", event: "fulfillment_events/create" }[what.kind];
  return { topic, body: { id: 5, fulfillment_id: restId(fulfillment.id), order_id: restId(gid) } };
}

function freshShopify(): FakeShopify {
  const shopify = new FakeShopify();
  for (const gid of ORDERS) {
    const order = orderNode({ id: gid, name: `#${restId(gid)}`, fulfillments: [], updatedAt: new Date(START).toISOString() });
    // Lines and fulfillment orders are an order's own.
    order.lineItems = list(...order.lineItems.nodes.map((line) => ({ ...line, id: `gid://shopify/LineItem/${restId(gid)}` })));
    order.fulfillmentOrders = list(...order.fulfillmentOrders.nodes.map((each) => ({ ...each, id: `gid://shopify/FulfillmentOrder/${restId(gid)}` })));
    shopify.orders.set(gid, order);
  }
  return shopify;
}

let runs = 0;

it("stores the same, whatever was doubled, late, out of order or lost", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, fate), { minLength: 1, maxLength: 14, size: "max" }), fc.nat(), async (story, seed) => {
      runs += 1;
      const shopify = freshShopify();
      const troubled = `troubled-${runs}.myshopify.com`;
      const calm = `calm-${runs}.myshopify.com`;
      // Answers take differently long, so that readings that began earlier are stored later.
      let turn = seed;
      shopify.before = async () => {
        turn = (turn * 1_103_515_245 + 12_345) % 2 ** 31;
        for (let wait = turn % 40; wait > 0; wait -= 1) await new Promise((resolve) => setImmediate(resolve));
      };
      context.clock.now = START;
      for (const domain of [troubled, calm]) context.admins.set(domain, shopify.client(domain));
      const shops = [await installShop(context, { domain: troubled }), await installShop(context, { domain: calm })] as const;
      await setSyncState(context.db.prisma, shops[0].id, { syncedThrough: START, nextSyncAt: null });

      const waiting: { due: number; delivery: PendingDelivery }[] = [];
      const underWay: Promise<Map<string, DeliveryOutcome>>[] = [];
      for (const [index, [what, { late, copies, dropped }]] of story.entries()) {
        context.clock.now += 20 * MINUTE;
        const told = happen(shopify, what, context.clock.now);
        if (told && !dropped) {
          for (let copy = 0; copy <= copies; copy += 1) waiting.push({ due: index + ((late + copy * 2) % 5), delivery: delivery(troubled, told.topic, told.body) });
        }
        const due = waiting.filter((each) => each.due <= index).map((each) => each.delivery).reverse();
        const half = Math.ceil(due.length / 2);
        underWay.push(handleShopifyDeliveries(context, due.slice(0, half)), handleShopifyDeliveries(otherProcess(context), due.slice(half)));
        // Sometimes the next change happens while this one is still being read.
        if (seed % (index + 2) === 0) await Promise.all(underWay);
        for (const each of [...waiting]) if (each.due <= index) waiting.splice(waiting.indexOf(each), 1);
      }
      context.clock.now += 20 * MINUTE;
      await reconcileShop(context, { shopId: shops[0].id });
      // Stragglers come after everything is known.
      underWay.push(handleShopifyDeliveries(context, waiting.map((each) => each.delivery)));
      const outcomes = (await Promise.all(underWay)).flatMap((each) => [...each.values()]);
      expect(outcomes.filter((outcome) => outcome.kind !== "done")).toEqual([]);

      await syncOrders(context, shops[1], ORDERS);
      const known = (await shopRecords(context.db, shops[0].id)) as { gid: string }[];
      const expected = (await shopRecords(context.db, shops[1].id)) as { gid: string }[];
      // What never changed was never told of: only the backfill would have read it.
      expect(known).toEqual(expected.filter((order) => known.some((each) => each.gid === order.gid) || shopify.orders.get(order.gid)?.updatedAt !== new Date(START).toISOString()));
    }),
    { numRuns: 15, endOnFailure: true, interruptAfterTimeLimit: 30_000 },
  );
});

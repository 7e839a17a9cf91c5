import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { AdminApiError } from "~/shopify/admin-port";
import { handleShopifyDeliveries, handleShopifyDelivery } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { syncOrder } from "~/use-cases/sync-order";
import { eventNode, fulfillmentNode, lineItemNode, list, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { delivery, openSyncContext, otherProcess, START, type SyncTestContext } from "./sync-context";

let context: SyncTestContext;
let shopify: FakeShopify;
let domain: string;
let shopId: string;
let count = 0;
const ORDER = "gid://shopify/Order/1001";

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(async () => {
  count += 1;
  domain = `reading-${count}.myshopify.com`;
  shopify = new FakeShopify();
  shopify.orders.set(ORDER, orderNode());
  context.clock.now = START;
  context.admins.set(domain, shopify.client(domain));
  shopId = (await installShop(context, { domain })).id;
  context.jobs.length = 0;
  shopify.asked.length = 0;
});

const sync = () => syncOrder(context, { shopId, orderGid: ORDER });
const shipments = () => context.db.prisma.shipment.findMany({ where: { shopId }, orderBy: { createdAt: "asc" }, include: { events: true } });
const fulfillment = () => shopify.orders.get(ORDER)?.fulfillments[0] ?? fulfillmentNode();

describe("one order", () => {
  it("is stored with its shipment, which is followed from then on", async () => {
    expect(await sync()).toBe("stored");
    const [shipment] = await shipments();
    expect(shipment).toMatchObject({ numberKey: "1Z999AA10123456784", carrier: "ups", carrierSource: "company", status: "PENDING", originCountry: "PT" });
    expect(shipment?.nextPollAt).not.toBeNull();
    const order = await context.db.prisma.order.findFirstOrThrow({ where: { shopId } });
    expect(order.email).toMatch(/^v1\./);
    // Whole values: a random id or hash may hold three of their characters by chance.
    expect(JSON.stringify(order, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(/ines@|inês|alves@|ines alves|912345678|912 345|flores|1200-\d{3}/i);
  });

  it("that Shopify does not show stays as it is", async () => {
    await sync();
    shopify.orders.clear();
    expect(await sync()).toBe("not_found");
    expect(await context.db.prisma.order.count({ where: { shopId } })).toBe(1);
  });

  it("of a shop that is gone is not read", async () => {
    expect(await syncOrder(context, { shopId: "nobody", orderGid: ORDER })).toBeNull();
  });

  it("of a large size is read to its end", async () => {
    const lines = Array.from({ length: 230 }, (_, index) => ({ ...lineItemNode(), id: `gid://shopify/LineItem/${index + 1}` }));
    const fulfillments = Array.from({ length: 12 }, (_, index) =>
      fulfillmentNode({
        id: `gid://shopify/Fulfillment/${index + 1}`,
        trackingInfo: [{ company: null, number: `NUMBER${index}`, url: null }],
        fulfillmentLineItems: list(...Array.from({ length: 25 }, (_item, place) => ({ quantity: 1, lineItem: { id: `gid://shopify/LineItem/${place + 1}` } }))),
        events: list(...Array.from({ length: 45 }, (_event, place) => eventNode({ id: `gid://shopify/FulfillmentEvent/${index * 100 + place}` }))),
      }),
    );
    shopify.orders.set(ORDER, orderNode({ lineItems: list(...lines), fulfillments }));
    await sync();
    expect(await context.db.prisma.lineItem.count({ where: { shopId } })).toBe(230);
    expect((await shipments()).map((each) => each.eventCount)).toEqual(Array.from({ length: 12 }, () => 45));
    const stored = await context.db.prisma.fulfillment.findFirstOrThrow({ where: { shopId } });
    expect(stored.items).toHaveLength(25);
  });

  it("that was written while it was read is read again: an older reading never wins", async () => {
    await sync();
    // The slow reading begins, then an event is added (which does not move updatedAt), read and stored by another process.
    let raced = false;
    shopify.before = async () => {
      if (raced) return;
      raced = true;
      fulfillment().events.nodes.push(eventNode({ status: "OUT_FOR_DELIVERY" }));
      await syncOrder(otherProcess(context), { shopId, orderGid: ORDER });
    };
    expect(await sync()).toBe("stored");
    expect(raced).toBe(true);
    expect(await shipments()).toMatchObject([{ status: "OUT_FOR_DELIVERY", eventCount: 1 }]);
  });

  it("is not overwritten by what a lagging copy of it says", async () => {
    await sync();
    shopify.orders.set(ORDER, orderNode({ updatedAt: "2026-11-02T09:00:00Z", tags: ["old"] }));
    expect(await sync()).toBe("stale");
    expect(await context.db.prisma.order.findFirstOrThrow({ where: { shopId } })).toMatchObject({ tags: ["b2c", "gift"] });
  });
});

describe("tracking numbers", () => {
  const give = (...numbers: string[]) => {
    fulfillment().trackingInfo = numbers.map((number) => ({ company: "UPS", number, url: null }));
    return sync();
  };

  it("that change leave the old one behind, with its history and nothing due", async () => {
    await sync();
    await give("1Z999AA10123456785");
    expect(await shipments()).toMatchObject([
      { numberKey: "1Z999AA10123456784", nextPollAt: null, nextRuleAt: null, openExceptions: 0, removedAt: expect.any(Date) as Date },
      { numberKey: "1Z999AA10123456785", removedAt: null },
    ]);
  });

  it("that come back are the same shipment again", async () => {
    await sync();
    await give();
    await give("1Z999AA10123456784");
    const found = await shipments();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ removedAt: null });
    expect(found[0]?.nextPollAt).not.toBeNull();
  });

  it("whose carrier the merchant corrected keep it", async () => {
    await sync();
    await context.db.prisma.shipment.updateMany({ where: { shopId }, data: { carrier: "ctt", carrierSource: "merchant" } });
    fulfillment().trackingInfo = [{ company: "USPS", number: "1Z999AA10123456784", url: "https://example.com" }];
    await sync();
    expect(await shipments()).toMatchObject([{ carrier: "ctt", carrierSource: "merchant", trackingCompany: "USPS" }]);
  });
});

describe("webhooks", () => {
  const body = { id: 1001, admin_graphql_api_id: ORDER };

  it("of one order lead to one reading of it", async () => {
    const many = [
      delivery(domain, "orders/create", body),
      delivery(domain, "orders/updated", body),
      delivery(domain, "fulfillments/create", { id: 1, order_id: 1001 }),
      delivery(domain, "fulfillment_events/create", { id: 1, order_id: 1001 }),
    ];
    const outcomes = await handleShopifyDeliveries(context, many);
    expect([...outcomes.values()]).toEqual(many.map(() => ({ kind: "done" })));
    expect(shopify.asked).toEqual(["ReadOrders"]);
  });

  it("that name a part alone find its order, stored or not", async () => {
    const held = delivery(domain, "fulfillment_orders/placed_on_hold", { fulfillment_order: { id: "gid://shopify/FulfillmentOrder/1" } });
    expect(await handleShopifyDelivery(context, held)).toEqual({ kind: "done" });
    expect(await handleShopifyDelivery(context, held)).toEqual({ kind: "done" });
    expect(shopify.asked).toEqual(["FindOrderOfFulfillmentOrder", "ReadOrders", "ReadOrders"]);
  });

  it.each([
    ["an empty body", "orders/updated", ""],
    ["no JSON", "orders/updated", "<html>"],
    ["a list", "orders/updated", "[]"],
    ["unknown fields alone", "orders/updated", '{"what": "ever"}'],
    ["an unknown topic", "products/update", '{"id": 1}'],
    ["a topic that is a property of every object", "constructor", '{"id": 1}'],
    ["ten megabytes of nothing", "orders/updated", `{"a": "${"x".repeat(10_000_000)}"}`],
  ])("with %s are put aside with a reason", async (_what, topic, text) => {
    const outcome = await handleShopifyDelivery(context, delivery(domain, topic, text));
    expect(outcome).toMatchObject({ kind: "ignored", reason: expect.any(String) as string });
    expect(await context.db.prisma.order.count({ where: { shopId } })).toBe(0);
  });

  it("of an unknown shop are put aside, whatever they ask", async () => {
    for (const topic of ["orders/create", "app/uninstalled", "shop/redact", "customers/redact"]) {
      expect(await handleShopifyDelivery(context, delivery("nobody.myshopify.com", topic, body))).toMatchObject({ kind: "ignored" });
    }
  });

  it("name orders beyond 2^53 exactly", async () => {
    const gid = "gid://shopify/Order/9223372036854775807";
    shopify.orders.set(gid, orderNode({ id: gid, name: "#9", lineItems: list(), fulfillmentOrders: list(), fulfillments: [] }));
    expect(await handleShopifyDelivery(context, delivery(domain, "fulfillments/create", '{"id": 1, "order_id": 9223372036854775807}'))).toEqual({ kind: "done" });
    expect(await context.db.prisma.order.count({ where: { shopId, gid } })).toBe(1);
  });

  it("fail, to be tried again, when Shopify cannot be asked; one bad order does not hold up the others", async () => {
    const second = "gid://shopify/Order/1002";
    shopify.orders.set(second, orderNode({ id: second, name: "#1002", currentTotalPriceSet: { shopMoney: { amount: "not money", currencyCode: "EUR" } } }));
    const [good, bad] = [delivery(domain, "orders/create", body), delivery(domain, "orders/create", { admin_graphql_api_id: second })];
    const outcomes = await handleShopifyDeliveries(context, [good, bad]);
    expect(outcomes.get(good.id)).toEqual({ kind: "done" });
    expect(outcomes.get(bad.id)).toMatchObject({ kind: "failed" });

    shopify.before = () => Promise.reject(new AdminApiError("unauthorized", "revoked"));
    expect(await handleShopifyDelivery(context, good)).toEqual({ kind: "failed", message: "revoked" });
    context.admins.delete(domain);
    expect(await handleShopifyDelivery(context, good)).toMatchObject({ kind: "failed" });
  });

  it("about a deleted order delete it here", async () => {
    await sync();
    expect(await handleShopifyDelivery(context, delivery(domain, "orders/delete", { id: 1001 }))).toEqual({ kind: "done" });
    expect(await context.db.prisma.order.count({ where: { shopId } })).toBe(0);
    expect(await shipments()).toEqual([]);
  });
});

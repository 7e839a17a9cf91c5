import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { orderStamps } from "~/db/orders.server";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { parseStorableJson } from "~/shopify/parse-json";
import type { OrderNode } from "~/shopify/operations/nodes";
import { WEBHOOK_TOPICS } from "~/shopify/webhook-topics";
import { handleProviderDelivery } from "~/use-cases/handle-provider-delivery";
import { handleShopifyDelivery } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { syncReadOrders } from "~/use-cases/sync-read-orders";
import { webhookCases } from "~tests/contracts/carriers/cases/webhooks";
import { swapValues } from "~tests/contracts/carriers/mutate";
import { eventNode, fulfillmentNode, lineItemNode, list, orderNode } from "~tests/fixtures/order-node";
import { FakeShopify } from "~tests/integration/sync/fake-shopify";
import { delivery, openSyncContext, START, type SyncTestContext } from "~tests/integration/sync/sync-context";

import { hostileText, places, RUNS } from "./hostile-values";

const DOMAIN = "hostile.myshopify.com";
const NUMBER = "1Z999AA10123456784";
let context: SyncTestContext;
let shopId: string;
const shopify = new FakeShopify();

beforeAll(async () => {
  context = await openSyncContext({ carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} } });
  context.admins.set(DOMAIN, shopify.client(DOMAIN));
  shopId = (await installShop(context, { domain: DOMAIN })).id;
  shopify.orders.set("gid://shopify/Order/1", wholeOrder());
});
afterAll(() => context.db.close());

function wholeOrder(): OrderNode {
  return orderNode({
    id: "gid://shopify/Order/1", name: "#1", lineItems: list(lineItemNode()),
    fulfillments: [fulfillmentNode({ events: list(eventNode({ message: "Signed for", city: "Porto", zip: "4000" })) })],
  });
}

/** A body with every part that any topic reads. */
const BODY = {
  id: 1, admin_graphql_api_id: "gid://shopify/Order/1", order_id: 1, fulfillment_id: 1, return_id: 1, order_edit: { order_id: 1 }, order: { id: 1, admin_graphql_api_id: "gid://shopify/Order/1" },
  customer: { id: 7, email: "ines.alves@example.com", phone: "+351 912 345 678" }, orders_requested: [1], orders_to_redact: [1], data_request: { id: 9 },
  current: ["read_all_orders"], previous: [], shop_id: 1, shop_domain: DOMAIN, fulfillment_order: { id: "gid://shopify/FulfillmentOrder/1" }, note: "x", email: "x", updated_at: "2026-11-10T08:00:00Z",
};

/** Failures that say that a request cannot be stored, and would say so at every further try. */
const expectNoFault = (outcome: { kind: string; message?: string; reason?: string }) => expect(outcome.kind === "failed" ? outcome.message : "").toBe("");

describe.each(Object.keys(WEBHOOK_TOPICS))("Shopify's %s", (topic) => {
  it("is dealt with or set aside, whatever its body holds", async () => {
    await fc.assert(
      fc.asyncProperty(places, hostileText, async (picks, id) => {
        for (const body of [swapValues(JSON.stringify(BODY), picks), JSON.stringify({ ...BODY, data_request: { id }, customer: { id, email: id, phone: id } }), id]) {
          await context.db.prisma.shop.updateMany({ where: { id: shopId }, data: { status: "active" } });
          expectNoFault(await handleShopifyDelivery(context, delivery(DOMAIN, topic, body, { triggeredAt: null, webhookId: `w ${id}` })));
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

describe("an order that Shopify tells", () => {
  it("is stored whatever stands in its texts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ at: fc.nat({ max: 200 }), value: hostileText }), { minLength: 1, maxLength: 6 }), async (picks) => {
        const node = parseStorableJson(withTexts(wholeOrder(), picks)) as OrderNode;
        await context.db.prisma.shop.updateMany({ where: { id: shopId }, data: { status: "active" } });
        const stored = await syncReadOrders(context, shopId, [node], await orderStamps(context.db.prisma, shopId, [node.id]));
        expect(stored.stored).toEqual([node.id]);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});

/** Free texts of an order: not its ids, instants, amounts and enumerations, which Shopify itself writes. */
const FREE = /^(name|tags|title|variantTitle|sku|vendor|productType|company|number|url|message|city|province|country|zip|address1|address2|phone|email|customerLocale|reason|displayReason|sourceName)$/;

function withTexts(order: OrderNode, picks: readonly { at: number; value: string }[]): string {
  const root = structuredClone(order) as unknown;
  const free: { holder: Record<string, unknown>; key: string }[] = [];
  const collect = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (FREE.test(key) && (typeof each === "string" || each === null)) free.push({ holder: value as Record<string, unknown>, key });
      collect(each);
    }
  };
  collect(root);
  for (const { at, value } of picks) {
    const place = free[at % free.length];
    if (place) place.holder[place.key] = value;
  }
  return JSON.stringify(root);
}

describe.each(webhookCases.map((each) => [each.adapter.code, each] as const))("a push of %s", (_code, { adapter, push }) => {
  it("is recorded or set aside, whatever its texts and instants are", async () => {
    await context.db.prisma.shop.updateMany({ where: { id: shopId }, data: { status: "active" } });
    await shipmentOf(NUMBER);
    await fc.assert(
      fc.asyncProperty(places, async (picks) => {
        const body = swapValues(push(NUMBER), picks);
        const outcome = await handleProviderDelivery(context, { ...delivery(DOMAIN, "tracking", body), source: adapter.code });
        // A body that cannot be read is a failure with the reason; one of the database would name its code.
        if (outcome.kind === "failed") expect(outcome.message).not.toMatch(/prisma|Code: |invalid input|byte sequence|date\/time|surrogate|Unicode/i);
      }),
      { numRuns: RUNS },
    );
  });
});

async function shipmentOf(number: string): Promise<void> {
  const at = new Date(START);
  if ((await context.db.prisma.shipment.count({ where: { shopId, numberKey: number, fulfillmentId: null } })) > 0) return;
  await context.db.prisma.shipment.create({ data: { shopId, number, numberKey: number, shippedAt: at, createdAt: at, updatedAt: at, trackingState: "tracking" } });
}

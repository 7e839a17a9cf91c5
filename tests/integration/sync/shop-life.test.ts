import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { readCustomerData } from "~/db/customer-data.server";
import { listDataRequests, readDataExport } from "~/db/data-requests.server";
import { handleShopifyDelivery } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { redactShop } from "~/use-cases/redact-shop";
import { syncOrder } from "~/use-cases/sync-order";
import { eventNode, fulfillmentNode, list, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { shopRecords } from "./shop-records";
import { delivery, openSyncContext, START, type SyncTestContext } from "./sync-context";

const HOUR = 3_600_000;
let context: SyncTestContext;
let shopify: FakeShopify;
let ours: { id: string; domain: string };
let theirs: { id: string; domain: string };
let count = 0;

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());

beforeEach(async () => {
  count += 1;
  shopify = new FakeShopify();
  for (const n of [1, 2, 3]) {
    const id = `gid://shopify/Order/${n}`;
    const customer = n === 3 ? { email: "else@example.com", shippingAddress: null } : {};
    shopify.orders.set(
      id,
      orderNode({
        id,
        name: `#${n}`,
        lineItems: list(),
        fulfillmentOrders: list(),
        fulfillments: [fulfillmentNode({ id: `gid://shopify/Fulfillment/${n}`, events: list(eventNode({ id: `gid://shopify/FulfillmentEvent/${n}` })) })],
        ...customer,
      }),
    );
  }
  context.clock.now = START;
  const open = async (name: string) => {
    const domain = `${name}-${count}.myshopify.com`;
    context.admins.set(domain, shopify.client(domain));
    const shop = await installShop(context, { domain });
    for (const orderGid of shopify.orders.keys()) await syncOrder(context, { shopId: shop.id, orderGid });
    return { id: shop.id, domain };
  };
  ours = await open("ours");
  theirs = await open("theirs");
  context.jobs.length = 0;
});

const db = () => context.db.prisma;
const send = (topic: string, body: unknown, triggeredAt: number | null = context.now()) => handleShopifyDelivery(context, delivery(ours.domain, topic, body, { triggeredAt }));
const due = (shopId: string) => db().shipment.count({ where: { shopId, OR: [{ nextPollAt: { not: null } }, { nextRuleAt: { not: null } }] } });

describe("uninstalling", () => {
  it("stops all work of that shop and of no other", async () => {
    await db().carrierConnection.create({ data: { shopId: ours.id, provider: "ups", credentials: "x", webhookToken: `t${count}`, createdAt: new Date(START) } });
    await db().session.create({ data: { id: `offline_${ours.domain}`, shop: ours.domain, data: "x" } });
    context.clock.now += HOUR;
    expect(await send("app/uninstalled", { id: 1 })).toEqual({ kind: "done" });

    expect(await db().shop.findUniqueOrThrow({ where: { id: ours.id } })).toMatchObject({ status: "uninstalled", nextSyncAt: null });
    expect(await due(ours.id)).toBe(0);
    expect(await db().session.count({ where: { shop: ours.domain } })).toBe(0);
    expect(await db().syncRun.count({ where: { shopId: ours.id, nextDueAt: { not: null } } })).toBe(0);
    expect(await db().carrierConnection.count({ where: { shopId: ours.id, enabled: true } })).toBe(0);
    expect(await due(theirs.id)).toBeGreaterThan(0);

    expect(await send("orders/updated", { id: 1 })).toMatchObject({ kind: "ignored" });
    expect(await syncOrder(context, { shopId: ours.id, orderGid: "gid://shopify/Order/1" })).toBeNull();
    expect(await reconcileShop(context, { shopId: ours.id })).toBeNull();
    // A reading that was under way stores nothing any more.
    expect(await due(ours.id)).toBe(0);
  });

  it("is undone by installing again", async () => {
    const off = await db().carrierConnection.create({ data: { shopId: ours.id, provider: "ups", credentials: "x", webhookToken: `a${count}`, enabled: false, createdAt: new Date(START) } });
    const on = await db().carrierConnection.create({ data: { shopId: ours.id, provider: "usps", credentials: "x", webhookToken: `b${count}`, createdAt: new Date(START) } });
    await send("app/uninstalled", {});
    context.clock.now += HOUR;
    await installShop(context, { domain: ours.domain });
    expect(await db().shop.findUniqueOrThrow({ where: { id: ours.id } })).toMatchObject({ status: "active", uninstalledAt: null, installedAt: new Date(START + HOUR) });
    expect(await due(ours.id)).toBe(3);
    expect(context.take("backfill-shop")).toEqual([{ shopId: ours.id }]);
    expect(await db().carrierConnection.findUniqueOrThrow({ where: { id: on.id } })).toMatchObject({ enabled: true });
    expect(await db().carrierConnection.findUniqueOrThrow({ where: { id: off.id } })).toMatchObject({ enabled: false });

    // The news of the first uninstall comes once more, a day late.
    expect(await send("app/uninstalled", {}, START)).toMatchObject({ kind: "ignored" });
    expect(await send("shop/redact", {}, START)).toMatchObject({ kind: "ignored" });
    expect(await db().shop.findUniqueOrThrow({ where: { id: ours.id } })).toMatchObject({ status: "active" });
  });

  it("and shop/redact delete everything of that shop, and nothing of another", async () => {
    const before = await shopRecords(context.db, theirs.id);
    await send("app/uninstalled", {});
    context.clock.now += 48 * HOUR;
    expect(await send("shop/redact", { shop_id: 1, shop_domain: ours.domain })).toEqual({ kind: "done" });
    for (const job of context.take("redact-shop")) await redactShop(context, job);

    const where = { where: { shopId: ours.id } };
    const left = await Promise.all([
      db().order.count(where), db().shipment.count(where), db().trackingEvent.count(where), db().fulfillment.count(where), db().syncRun.count(where),
      db().notification.count(where), db().writeBack.count(where), db().accessLog.count(where), db().location.count(where), db().shipmentException.count(where),
      db().shopAccess.count(where), db().shop.count({ where: { id: ours.id } }),
    ]);
    expect(left).toEqual(left.map(() => 0));
    expect(await shopRecords(context.db, theirs.id)).toEqual(before);
  });

  it("is respected by a deletion that comes after a new install", async () => {
    await redactShop(context, { shopId: ours.id });
    expect(await db().order.count({ where: { shopId: ours.id } })).toBe(3);
  });
});

describe("a customer's data", () => {
  const customer = { id: 7, email: "INES.alves@example.com", phone: null };
  const fields = ["name", "email", "phone", "address"] as const;
  const orderId = async (shopId: string, n: number) => (await db().order.findFirstOrThrow({ where: { shopId, gid: `gid://shopify/Order/${n}` } })).id;
  const read = async (shopId: string, n: number) =>
    readCustomerData(context, db(), { shopId, orderId: await orderId(ours.id, n), actor: "staff:1", purpose: "test", fields });

  it("is read field by field, and written down without values", async () => {
    const data = await readCustomerData(context, db(), { shopId: ours.id, orderId: await orderId(ours.id, 1), actor: "staff:1", purpose: "order page", fields: ["name", "address"] });
    expect(data).toMatchObject({ name: "Inês Alves", email: null, phone: null, address: { address1: "Rua das Flores 12", zip: "1200-195" } });
    const [entry] = await db().accessLog.findMany({ where: { shopId: ours.id } });
    expect(entry).toMatchObject({ actor: "staff:1", purpose: "order page", fields: ["name", "address"] });
    expect(JSON.stringify(entry, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("Alves");
  });

  it("is not read by another shop", async () => {
    expect(await read(theirs.id, 1)).toBeNull();
    expect(await db().accessLog.count({ where: { shopId: theirs.id } })).toBe(0);
  });

  it("is exported, sealed, for that shop alone", async () => {
    expect(await send("customers/data_request", { customer, orders_requested: [1], data_request: { id: 99 } })).toEqual({ kind: "done" });
    expect(await send("customers/data_request", { customer, orders_requested: [1], data_request: { id: 99 } })).toEqual({ kind: "done" });
    const [request, ...others] = await listDataRequests(db(), ours.id);
    expect(others).toEqual([]);
    const stored = await db().dataRequest.findFirstOrThrow({ where: { shopId: ours.id } });
    expect(stored.export).toMatch(/^v1\./);
    const contents = JSON.parse((await readDataExport(context, db(), { shopId: ours.id, id: request?.id ?? "", actor: "staff:1" })) ?? "") as unknown;
    expect(contents).toMatchObject({ orders: [{ name: "#1", customer: { email: "Ines.Alves@Example.com" }, shipments: [{ events: [{ status: "IN_TRANSIT" }] }] }, { name: "#2" }] });
    expect(await readDataExport(context, db(), { shopId: theirs.id, id: request?.id ?? "", actor: "staff:1" })).toBeNull();
  });

  it("is deleted from all orders of that customer, and stays deleted when they are read again", async () => {
    const shipment = await db().shipment.findFirstOrThrow({ where: { shopId: ours.id, orderId: await orderId(ours.id, 1) } });
    await db().feedback.create({ data: { shopId: ours.id, shipmentId: shipment.id, rating: 2, comment: "Inês was not home", createdAt: new Date(START) } });
    await send("customers/data_request", { customer, orders_requested: [1], data_request: { id: 99 } });
    // Only one order is named; the other one has the same e-mail.
    expect(await send("customers/redact", { customer, orders_to_redact: [1] })).toEqual({ kind: "done" });
    const redactedAt = new Date(START);
    for (const n of [1, 2]) {
      await syncOrder(context, { shopId: ours.id, orderGid: `gid://shopify/Order/${n}` });
      expect(await db().order.findFirstOrThrow({ where: { shopId: ours.id, gid: `gid://shopify/Order/${n}` } })).toMatchObject({
        redactedAt, customerName: null, email: null, phone: null, address: null, emailHash: null, phoneHash: null, postalHash: null, city: null, countryCode: "PT",
      });
    }
    expect(await db().feedback.findFirstOrThrow({ where: { shipmentId: shipment.id } })).toMatchObject({ rating: 2, comment: null });
    expect(await db().dataRequest.count({ where: { shopId: ours.id } })).toBe(0);
    expect((await read(ours.id, 3))?.email).toBe("else@example.com");
    expect(await db().order.count({ where: { shopId: theirs.id, redactedAt: { not: null } } })).toBe(0);
  });

  it("is deleted from every order that Shopify names, and from those with the customer's e-mail", async () => {
    const redacted = async () => (await db().order.findMany({ where: { shopId: ours.id, redactedAt: { not: null } }, orderBy: { gid: "asc" }, select: { name: true } })).map((order) => order.name);
    // The customer has another e-mail by now: the orders are named.
    expect(await send("customers/redact", { customer: { id: 7, email: "new@example.com" }, orders_to_redact: [3] })).toEqual({ kind: "done" });
    expect(await redacted()).toEqual(["#3"]);
    // "In some cases, a customer record contains only the customer's email address" (shopify.dev).
    expect(await send("customers/redact", { customer: { email: "ines.alves@example.com" } })).toEqual({ kind: "done" });
    expect(await redacted()).toEqual(["#1", "#2", "#3"]);
  });

  it("is not deleted on a request that names nobody", async () => {
    expect(await send("customers/redact", {})).toMatchObject({ kind: "ignored" });
    expect(await db().order.count({ where: { shopId: ours.id, redactedAt: { not: null } } })).toBe(0);
  });
});

it("newly granted access to all orders has them read", async () => {
  await db().syncRun.updateMany({ where: { shopId: ours.id }, data: { status: "done" } });
  await send("app/scopes_update", { previous: ["read_orders"], current: ["read_orders"] });
  expect(context.take("backfill-shop")).toEqual([]);
  shopify.scopes.push("read_all_orders");
  await send("app/scopes_update", { previous: ["read_orders"], current: ["read_orders", "read_all_orders"] });
  expect(context.take("backfill-shop")).toEqual([{ shopId: ours.id }]);
});

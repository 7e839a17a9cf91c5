import { createHmac } from "node:crypto";

import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";

import type { ShopifySimulator } from "./simulator";
import { graphqlClient, placeOrder, SECRET, SHOP, startReceiver, startSimulator } from "./testing";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(options: Parameters<typeof startSimulator>[0] = {}, status?: (attempt: number) => number) {
  const receiver = await startReceiver(status);
  const simulator = await startSimulator({ appUrl: receiver.url, ...options });
  open.push(simulator, receiver);
  return { simulator, receiver };
}

const topics = (received: readonly { topic: string }[]): string[] => received.map((one) => one.topic).sort();

describe("webhooks", () => {
  it("are signed over the raw body and carry Shopify's headers", async () => {
    const { simulator, receiver } = await start();
    const order = placeOrder(simulator, { note: "ünïcode ✂" });
    await simulator.drain();
    expect(topics(receiver.received)).toEqual(["fulfillment_orders/order_routing_complete", "orders/create"]);
    const created = receiver.received.find((one) => one.topic === "orders/create");
    expect(created?.headers["x-shopify-hmac-sha256"]).toBe(createHmac("sha256", SECRET).update(created?.text ?? "").digest("base64"));
    expect(created?.headers).toMatchObject({ "x-shopify-shop-domain": SHOP, "x-shopify-api-version": "2026-10" });
    for (const name of ["x-shopify-webhook-id", "x-shopify-event-id"]) expect(created?.headers[name]).toMatch(/^[0-9a-f-]{36}$/);
    expect(created?.body).toMatchObject({
      id: Number(order.id),
      admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
      name: "#1001",
      email: "ada@example.com",
      total_price: "153.00",
      note: "ünïcode ✂",
      fulfillment_status: null,
      line_items: [{ quantity: 2, fulfillable_quantity: 2 }, { quantity: 1 }],
      shipping_address: { city: "Boise", country_code: "US" },
      customer: { first_name: "Ada" },
    });
    expect(created?.body.created_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}-0[45]:00$/);
  });

  it("carry the headers of events when they are sent under those names", async () => {
    const { simulator, receiver } = await start({ webhookHeaders: "events" });
    placeOrder(simulator);
    await simulator.drain();
    for (const { headers, text } of receiver.received) {
      expect(headers["shopify-hmac-sha256"]).toBe(createHmac("sha256", SECRET).update(text).digest("base64"));
      expect(headers).toMatchObject({ "shopify-shop-domain": SHOP, "shopify-api-version": "2026-10" });
      for (const name of ["shopify-topic", "shopify-webhook-id", "shopify-triggered-at"]) expect(headers[name]).toEqual(expect.any(String));
      expect(Object.keys(headers).filter((name) => name.startsWith("x-shopify-") || name === "shopify-event-id")).toEqual([]);
    }
    expect(receiver.received.length).toBeGreaterThan(1);
  });

  it("follow an order through its life", async () => {
    const { simulator, receiver } = await start({ webhookConcurrency: 1 });
    const order = placeOrder(simulator);
    const [held] = simulator.fulfillmentOrdersOf(SHOP, order);
    if (!held) throw new Error("there is no fulfillment order");
    simulator.holdFulfillmentOrder(SHOP, held, { reason: "OTHER" });
    simulator.releaseHolds(SHOP, held);
    simulator.moveFulfillmentOrder(SHOP, held, Object.values(simulator.state(SHOP).locations)[1]?.id ?? "");
    const fulfillment = simulator.fulfilOrder(SHOP, order, { tracking: { company: "UPS", number: "1Z999AA10123456784" } });
    const event = simulator.addFulfillmentEvent(SHOP, fulfillment, { status: "IN_TRANSIT", city: "Reno" });
    simulator.deleteFulfillmentEvent(SHOP, event);
    const back = simulator.createReturn(SHOP, order, { requested: true });
    simulator.moveReturn(SHOP, back, "approve");
    simulator.moveReturn(SHOP, back, "close");
    simulator.editOrder(SHOP, order, { add: [{ title: "Gift wrap", priceMinor: 300 }] });
    simulator.cancelOrder(SHOP, order, { reason: "CUSTOMER" });
    await simulator.drain();
    const sequence = receiver.received.map((one) => one.topic).filter((topic) => topic !== "orders/updated");
    expect(sequence).toEqual([
      "orders/create",
      "fulfillment_orders/order_routing_complete",
      "fulfillment_orders/placed_on_hold",
      "fulfillment_orders/hold_released",
      "fulfillment_orders/moved",
      "fulfillments/create",
      "fulfillment_events/create",
      "fulfillments/update",
      "fulfillment_events/delete",
      "fulfillments/update",
      "returns/request",
      "returns/approve",
      "returns/close",
      "orders/edited",
      "orders/cancelled",
    ]);
    const of = (topic: string) => receiver.received.find((one) => one.topic === topic)?.body;
    expect(of("fulfillment_events/create")).toMatchObject({ status: "in_transit", city: "Reno", order_id: Number(order.id), fulfillment_id: Number(fulfillment.id) });
    expect(of("fulfillments/create")).toMatchObject({ tracking_company: "UPS", tracking_numbers: ["1Z999AA10123456784"], status: "success", order_id: Number(order.id) });
    expect(of("fulfillment_orders/moved")).toMatchObject({ moved_fulfillment_order: { id: `gid://shopify/FulfillmentOrder/${held.id}` } });
    expect(of("returns/request")).toMatchObject({ status: "requested", order: { admin_graphql_api_id: `gid://shopify/Order/${order.id}` }, total_return_line_items: 2 });
    expect(of("orders/edited")).toMatchObject({ order_edit: { order_id: Number(order.id), line_items: { additions: [{ delta: 1 }], removals: [] } } });
  });

  it("carry ids beyond 2^53 digit for digit", async () => {
    const { simulator, receiver } = await start({ firstId: 9_007_199_254_740_993_111n });
    const order = placeOrder(simulator);
    await simulator.drain();
    expect(order.id.length).toBe(19);
    expect(receiver.received.find((one) => one.topic === "orders/create")?.text).toContain(`"id":${order.id},`);
  });

  it("are sent again until they are taken, and then given up", async () => {
    const { simulator, receiver } = await start({ retryDelaysMs: [1, 1, 1] }, (attempt) => (attempt < 3 ? 503 : 200));
    simulator.uninstall(SHOP);
    await simulator.drain();
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
    expect(simulator.webhooks.at(-1)).toMatchObject({ topic: "app/uninstalled", outcome: "delivered", attempts: 3, status: 200 });
    const other = await start({ retryDelaysMs: [1] }, () => 302);
    other.simulator.uninstall(SHOP);
    await other.simulator.drain();
    expect(other.simulator.webhooks.at(-1)).toMatchObject({ outcome: "given_up", attempts: 2, status: 302, error: "answered 302" });
  });

  it("are dropped, doubled and delayed on command", async () => {
    const { simulator, receiver } = await start();
    simulator.webhookFaults.next("drop", { topic: "orders/create" });
    simulator.webhookFaults.next("duplicate", { topic: "fulfillment_orders/order_routing_complete" });
    placeOrder(simulator);
    await simulator.drain();
    expect(topics(receiver.received)).toEqual(["fulfillment_orders/order_routing_complete", "fulfillment_orders/order_routing_complete"]);
    expect(receiver.received[0]?.headers["x-shopify-webhook-id"]).toBe(receiver.received[1]?.headers["x-shopify-webhook-id"]);
    expect(simulator.webhooks.map((one) => one.outcome)).toContain("dropped");
    simulator.webhookFaults.next("delay", { delayMs: 30 });
    placeOrder(simulator);
    await simulator.drain();
    expect(receiver.received.map((one) => one.topic).slice(2)).toEqual(["fulfillment_orders/order_routing_complete", "orders/create"]);
  });

  it("come in another order, every one of them, whatever the plan", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 2, max: 9 }), async (seed, size) => {
        const receiver = await startReceiver();
        const simulator = await startSimulator({ appUrl: receiver.url, seed, webhookConcurrency: 1 });
        simulator.webhookFaults.set({ reorder: size, duplicate: 0.5 });
        const made = Array.from({ length: 5 }, () => placeOrder(simulator).name);
        await simulator.drain();
        const names = receiver.received.filter((one) => one.topic === "orders/create").map((one) => String(one.body.name));
        expect(new Set(names)).toEqual(new Set(made));
        await simulator.close();
        await receiver.close();
      }),
      { numRuns: 5 },
    );
  });

  it("stop with the uninstall, but for what must still be told", async () => {
    const { simulator, receiver } = await start();
    const order = placeOrder(simulator);
    simulator.uninstall(SHOP);
    simulator.updateOrder(SHOP, order, { note: "x" });
    simulator.dataRequest(SHOP, order.customerId ?? "");
    simulator.redactCustomer(SHOP, order.customerId ?? "");
    simulator.shopRedact(SHOP);
    await simulator.drain();
    expect(topics(receiver.received)).toEqual(["app/uninstalled", "customers/data_request", "customers/redact", "fulfillment_orders/order_routing_complete", "orders/create", "shop/redact"]);
    expect(receiver.received.find((one) => one.topic === "customers/redact")?.body).toMatchObject({ customer: { email: "ada@example.com" }, orders_to_redact: [Number(order.id)], shop_domain: SHOP });
    expect(order.email).toBeNull();
  });

  it("tell of erasures when Shopify does: two days after an uninstall, and long after a shopper was last served", async () => {
    const { simulator, receiver } = await start();
    const DAY = 86_400_000;
    const order = placeOrder(simulator);
    const old = placeOrder(simulator, { at: simulator.clock.now() - 200 * DAY, customer: { firstName: "Eve", lastName: "Old", email: "eve@example.com" } });
    simulator.requestErasure(SHOP, order.customerId ?? "");
    simulator.requestErasure(SHOP, old.customerId ?? "");
    const passes = async (days: number) => {
      receiver.received.splice(0);
      simulator.clock.advance(days * DAY);
      await simulator.drain();
      return receiver.received.map((one) => [one.topic, one.body.orders_to_redact ?? null]);
    };
    await simulator.drain();
    expect(await passes(9.9)).toEqual([]);
    expect(await passes(0.2)).toEqual([["customers/redact", [Number(old.id)]]]);
    expect(await passes(180)).toEqual([["customers/redact", [Number(order.id)]]]);

    simulator.reinstall(SHOP);
    expect(await passes(3)).toEqual([["app/uninstalled", null]]);
    simulator.uninstall(SHOP);
    expect(await passes(1.9)).toEqual([["app/uninstalled", null]]);
    expect(await passes(0.2)).toEqual([["shop/redact", null]]);
    expect(await passes(30)).toEqual([]);
  });

  it("reach subscriptions that the app made itself, with the fields it asked for", async () => {
    const { simulator, receiver } = await start();
    const run = graphqlClient(simulator);
    const made = await run(`mutation($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_FULFILLED, webhookSubscription: { uri: $uri, includeFields: ["id", "customer.email"] }) { webhookSubscription { id topic } userErrors { message } } }`, { uri: `${receiver.url}/own` });
    expect(made).toMatchObject({ data: { webhookSubscriptionCreate: { webhookSubscription: { topic: "ORDERS_FULFILLED" }, userErrors: [] } } });
    const order = placeOrder(simulator);
    simulator.fulfilOrder(SHOP, order);
    await simulator.drain();
    expect(receiver.received.find((one) => one.topic === "orders/fulfilled")?.body).toEqual({ id: Number(order.id), customer: { email: "ada@example.com" } });
  });

  it("survive a restart", async () => {
    const { mkdtemp, rm } = await import("node:fs/promises");
    const { tmpdir } = await import("node:os");
    const { join } = await import("node:path");
    const folder = await mkdtemp(join(tmpdir(), "simulated-shopify-"));
    const first: ShopifySimulator = await startSimulator({ dataDir: folder, retryDelaysMs: [60_000], appUrl: "http://127.0.0.1:9" });
    const order = placeOrder(first);
    await first.close();
    const { simulator, receiver } = await start({ dataDir: folder });
    await simulator.drain();
    expect(simulator.findOrder(SHOP, "#1001").id).toBe(order.id);
    expect(placeOrder(simulator).name).toBe("#1002");
    expect(simulator.webhooks.length + receiver.received.length).toBeGreaterThan(0);
    await simulator.close();
    open.splice(0, 1);
    await rm(folder, { recursive: true });
  });
});

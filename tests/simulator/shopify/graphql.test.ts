import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ShopifySimulator } from "./simulator";
import { accessToken, graphqlClient, placeOrder, SHOP, startSimulator, testConfig, toShop } from "./testing";

let simulator: ShopifySimulator;
let run: ReturnType<typeof graphqlClient>;
beforeAll(async () => {
  simulator = await startSimulator();
  run = graphqlClient(simulator);
});
afterAll(() => simulator.close());

describe("Shopify's schema", () => {
  it("answers an order with everything that hangs on it", async () => {
    const order = placeOrder(simulator, { channel: "amazon", tags: ["gift"] });
    simulator.fulfilOrder(SHOP, order, { tracking: [{ company: "UPS", number: "1Z999AA10123456784" }, { company: "USPS", number: "9400111899223197428490" }] });
    const result = await run(
      `query One($id: ID!) {
        order(id: $id) {
          id name sourceName tags createdAt displayFulfillmentStatus customer { email }
          totalPriceSet { shopMoney { amount currencyCode } }
          channelInformation { channelDefinition { handle isMarketplace } }
          lineItems(first: 1) { nodes { title variantTitle quantity } pageInfo { hasNextPage endCursor } }
          fulfillments { status trackingInfo { company number url } events(first: 5) { nodes { status } } fulfillmentLineItems(first: 5) { nodes { quantity lineItem { title } } } }
          fulfillmentOrders(first: 5) { nodes { status assignedLocation { name location { address { city } } } } }
        }
      }`,
      { id: `gid://shopify/Order/${order.id}` },
    );
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({
      order: {
        name: order.name,
        sourceName: "amazon-us",
        tags: ["gift"],
        displayFulfillmentStatus: "FULFILLED",
        customer: { email: "ada@example.com" },
        totalPriceSet: { shopMoney: { amount: "153.0", currencyCode: "USD" } },
        channelInformation: { channelDefinition: { handle: "amazon-us", isMarketplace: true } },
        lineItems: { nodes: [{ title: "Linen apron", variantTitle: "Sand", quantity: 2 }], pageInfo: { hasNextPage: true } },
        fulfillments: [{ status: "SUCCESS", trackingInfo: [{ company: "UPS", url: "https://www.ups.com/track?tracknum=1Z999AA10123456784" }, { number: "9400111899223197428490" }] }],
        fulfillmentOrders: { nodes: [{ status: "CLOSED", assignedLocation: { name: "Portland", location: { address: { city: "Portland" } } } }] },
      },
    });
  });

  it("says of an order of which nothing is left to fulfil that fulfillment is not required", async () => {
    const [cancelled, refunded, edited, open, sent] = Array.from({ length: 5 }, () => placeOrder(simulator));
    if (!cancelled || !refunded || !edited || !open || !sent) throw new Error("orders are missing");
    simulator.cancelOrder(SHOP, cancelled);
    simulator.cancelOrder(SHOP, refunded, { refund: true });
    simulator.editOrder(SHOP, edited, { quantities: edited.lineItems.map((line) => ({ lineItemId: line.id, quantity: 0 })) });
    simulator.fulfilOrder(SHOP, sent);
    const ids = [cancelled, refunded, edited, open, sent].map((order) => `gid://shopify/Order/${order.id}`);
    const { data } = await run("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { displayFulfillmentStatus } } }", { ids });
    expect((data as unknown as { nodes: { displayFulfillmentStatus: string }[] }).nodes.map((node) => node.displayFulfillmentStatus)).toEqual([
      "FULFILLMENT_NOT_REQUIRED", "FULFILLMENT_NOT_REQUIRED", "FULFILLMENT_NOT_REQUIRED", "UNFULFILLED", "FULFILLED",
    ]);
  });

  it("names a field that it does not simulate instead of answering null", async () => {
    const result = await run("{ shop { storefrontAccessTokens(first: 1) { nodes { id } } } }");
    expect(result.errors?.[0]).toMatchObject({ message: "Shop.storefrontAccessTokens is not simulated.", path: ["shop", "storefrontAccessTokens"], extensions: { code: "NOT_SIMULATED" } });
  });

  it("refuses what Shopify's schema does not have", async () => {
    expect((await run("{ shop { nonsense } }")).errors?.[0]?.message).toContain('Cannot query field "nonsense"');
    expect((await run("{ orders(first: 1) { nodes {")).errors?.[0]?.message).toContain("Syntax Error");
    expect((await run("query($at: DateTime!) { node(id: \"x\") { id } }", { at: "yesterday" })).errors?.length).toBeGreaterThan(0);
    expect((await run("{ orders { nodes { id } } }")).errors?.[0]?.message).toBe("you must provide one of first or last");
    expect((await run("{ orders(first: 251) { nodes { id } } }")).errors?.[0]?.message).toContain("250");
  });

  it("finds nodes of every simulated kind, and null where there is none", async () => {
    const result = await run('{ nodes(ids: ["gid://shopify/Order/1", "gid://shopify/Shop/1"]) { id } node(id: "nonsense") { id } }');
    expect(result.data).toEqual({ nodes: [null, null], node: null });
  });
});

describe("lists", () => {
  it("pages through orders by updated_at without losing one that changes in between", async () => {
    const own = await startSimulator();
    const query = graphqlClient(own);
    const start = own.clock.now();
    for (let at = 0; at < 7; at += 1) placeOrder(own, { at: start - (10 - at) * 60_000 });
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data, errors } = await query("query($after: String) { orders(first: 3, after: $after, sortKey: UPDATED_AT) { edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }", { after });
      expect(errors).toBeUndefined();
      const page = (data as unknown as { orders: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).orders;
      seen.push(...page.edges.map((edge) => edge.node.name));
      if (seen.length === 3) own.updateOrder(SHOP, "#1005", { note: "changed" });
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(["#1001", "#1002", "#1003", "#1004", "#1006", "#1007", "#1005"]);
    await own.close();
  });

  it("filters with Shopify's search syntax", async () => {
    const own = await startSimulator();
    const query = graphqlClient(own);
    const start = own.clock.now();
    placeOrder(own, { at: start - 3 * 86_400_000, tags: ["vip"] });
    placeOrder(own, { at: start - 86_400_000 });
    own.cancelOrder(SHOP, placeOrder(own));
    const names = async (search: string) => {
      const { data, errors } = await query("query($q: String) { orders(first: 10, query: $q) { nodes { name } } }", { q: search });
      expect(errors).toBeUndefined();
      return (data as unknown as { orders: { nodes: { name: string }[] } }).orders.nodes.map((node) => node.name);
    };
    const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
    expect(await names(`created_at:>='${iso(start - 2 * 86_400_000)}'`)).toEqual(["#1002", "#1003"]);
    expect(await names(`created_at:>='${iso(start - 4 * 86_400_000)}' AND created_at:<'${iso(start - 2 * 86_400_000)}'`)).toEqual(["#1001"]);
    expect(await names("name:#1002 OR tag:vip")).toEqual(["#1001", "#1002"]);
    expect(await names("-tag:vip status:cancelled")).toEqual(["#1003"]);
    expect(await names("(name:1001 OR name:1002) NOT tag:vip")).toEqual(["#1002"]);
    expect((await query('{ orders(first: 1, query: "moon_phase:full") { nodes { id } } }')).errors?.[0]?.message).toBe("Searching orders by moon_phase is not simulated.");
    await own.close();
  });

  it.each(["created_at:>='2026-10-01T00:00:00.000Z'", "created_at:>=2026-10-01T00:00:00Z", "created_at:>='2026-10-01 00:00'", "created_at:>='yesterday'"])(
    "refuses the instant of %s, which Shopify's reference does not show",
    async (search) => {
      const { errors } = await run("query($q: String) { orders(first: 1, query: $q) { nodes { id } } }", { q: search });
      expect(errors?.[0]?.extensions?.code).toBe("BAD_REQUEST");
    },
  );

  it("hides orders older than 60 days from an app without read_all_orders", async () => {
    const own = await startSimulator();
    const old = placeOrder(own, { at: own.clock.now() - 61 * 86_400_000 });
    const query = `query($id: ID!) { order(id: $id) { name } ordersCount { count } }`;
    expect((await graphqlClient(own)(query, { id: `gid://shopify/Order/${old.id}` })).data).toEqual({ order: null, ordersCount: { count: 0 } });
    own.updateScopes(SHOP, [...own.config.scopes, "read_all_orders"]);
    expect((await graphqlClient(own)(query, { id: `gid://shopify/Order/${old.id}` })).data).toEqual({ order: { name: "#1001" }, ordersCount: { count: 1 } });
    await own.close();
  });
});

describe("scopes", () => {
  it("refuses each field that asks for more than was granted, and runs no mutation without its scope", async () => {
    const own = await startSimulator({ config: testConfig("read_orders,write_app_proxy") });
    const order = placeOrder(own);
    const fulfillment = own.fulfilOrder(SHOP, order);
    const query = graphqlClient(own);
    const products = await query("{ shop { name } products(first: 1) { nodes { id } } }");
    expect(products.data).toBeNull();
    expect(products.errors?.[0]).toMatchObject({
      message: "Access denied for products field. Required access: `read_products` access scope.",
      path: ["products"],
      extensions: { code: "ACCESS_DENIED", requiredAccess: "`read_products` access scope." },
    });
    const event = await query(
      `mutation($id: ID!) { fulfillmentEventCreate(fulfillmentEvent: { fulfillmentId: $id, status: IN_TRANSIT }) { fulfillmentEvent { id } userErrors { message } } }`,
      { id: `gid://shopify/Fulfillment/${fulfillment.id}` },
    );
    expect(event.errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
    expect(Object.keys(own.state(SHOP).fulfillmentEvents)).toHaveLength(0);
    const tags = await query('mutation($id: ID!) { tagsAdd(id: $id, tags: ["x"]) { userErrors { message } } }', { id: `gid://shopify/Order/${order.id}` });
    expect(tags.errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
    const nested = await query("query($id: ID!) { order(id: $id) { name email lineItems(first: 1) { nodes { title product { id } } } } theme(id: \"gid://shopify/OnlineStoreTheme/1\") { id } }", { id: `gid://shopify/Order/${order.id}` });
    expect(nested.data).toEqual({ order: { name: order.name, email: "ada@example.com", lineItems: { nodes: [{ title: "Linen apron", product: null }] } }, theme: null });
    expect(nested.errors?.map((error) => error.path)).toEqual([["order", "lineItems", "nodes", 0, "product"], ["theme"]]);
    const whole = await query("query($id: ID!) { nodes(ids: [$id]) { ... on Order { name returns(first: 1) { nodes { id } } } } }", { id: `gid://shopify/Order/${order.id}` });
    expect(whole).toMatchObject({ data: { nodes: [null] }, errors: [{ path: ["nodes", 0, "returns"], extensions: { code: "ACCESS_DENIED" } }] });
    await own.close();
  });

  it("reach the tokens of an installed shop once its merchant approves, and not before", async () => {
    const own = await startSimulator();
    const query = graphqlClient(own);
    const scopes = async () => (await query("{ currentAppInstallation { accessScopes { handle } } }")).data as unknown as { currentAppInstallation: { accessScopes: { handle: string }[] } } | null;
    own.deployScopes([...own.config.scopes, "read_discounts"]);
    expect(own.pendingScopes(SHOP)).toEqual(["read_discounts"]);
    expect((await scopes())?.currentAppInstallation.accessScopes.map((scope) => scope.handle)).not.toContain("read_discounts");
    expect((await query("{ discountNodes(first: 1) { nodes { id } } }")).errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
    expect(own.approveScopes(SHOP)).toEqual(["read_discounts"]);
    expect((await scopes())?.currentAppInstallation.accessScopes.map((scope) => scope.handle)).toContain("read_discounts");
    await own.close();
  });

  it("can take a shop's answers away until its merchant approves", async () => {
    const own = await startSimulator();
    const token = String((await accessToken(own)).json.access_token);
    const ask = () => toShop(own, "/admin/api/2026-10/graphql.json", { token, body: { query: "{ shop { name } }" } });
    own.deployScopes([...own.config.scopes, "read_discounts"], { blocked: true });
    expect(await ask()).toMatchObject({ status: 403, json: { errors: "[API] This action requires merchant approval for read_discounts scope." } });
    own.approveScopes(SHOP);
    expect((await ask()).status).toBe(200);
    await own.close();
  });

  it("tells what was granted", async () => {
    const { data } = await run("{ currentAppInstallation { accessScopes { handle } } }");
    expect(data).toEqual({ currentAppInstallation: { accessScopes: simulator.config.scopes.map((handle) => ({ handle })) } });
  });
});

describe("cost", () => {
  it("takes what is asked for, gives back what was not used, and throttles when the bucket is empty", async () => {
    const own = await startSimulator({ throttle: { restoreRate: 1, maximumAvailable: 200 } });
    const query = graphqlClient(own);
    const first = await query("{ orders(first: 50) { nodes { id } } }");
    expect(first.extensions?.cost).toMatchObject({ requestedQueryCost: 52, actualQueryCost: 2, throttleStatus: { maximumAvailable: 200, restoreRate: 1 } });
    own.setThrottle(SHOP, 20);
    const second = await query("{ orders(first: 50) { nodes { id } } }");
    expect(second.errors?.[0]).toMatchObject({ message: "Throttled", extensions: { code: "THROTTLED" } });
    expect(second.extensions?.cost).toMatchObject({ requestedQueryCost: 52, actualQueryCost: null });
    expect((await query("{ shop { name } }")).data).toEqual({ shop: { name: "Meadow" } });
    await own.close();
  });

  it("refuses what would cost more than 1,000 points", async () => {
    const { errors } = await run("{ orders(first: 100) { nodes { lineItems(first: 50) { nodes { id } } } } }");
    expect(errors?.[0]).toMatchObject({ extensions: { code: "MAX_COST_EXCEEDED" } });
  });
});

describe("failures on command", () => {
  it("answers with each of them once, and then is well again", async () => {
    const own = await startSimulator();
    const token = String((await accessToken(own)).json.access_token);
    const ask = () => toShop(own, "/admin/api/2026-10/graphql.json", { token, body: { query: "{ shop { name } }" } });
    own.failNext("500");
    expect((await ask()).status).toBe(500);
    own.failNext("throttle");
    expect((await ask()).json).toMatchObject({ errors: [{ message: "Throttled" }] });
    own.failNext("graphql-error", { shop: SHOP });
    expect((await ask()).json).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
    expect((await ask()).json).toMatchObject({ data: { shop: { name: "Meadow" } } });
    own.failNext("revoked");
    expect((await ask()).status).toBe(401);
    expect((await ask()).status).toBe(401);
    await own.close();
  });
});

describe("mutations", () => {
  const gid = (type: string, id: string | undefined): string => `gid://shopify/${type}/${id ?? ""}`;

  it("fulfils, tracks, reports and cancels", async () => {
    const order = placeOrder(simulator);
    const [fulfillmentOrder] = simulator.fulfillmentOrdersOf(SHOP, order);
    const line = fulfillmentOrder?.lines[0];
    const made = await run(
      `mutation($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id name trackingInfo { number url company } totalQuantity } userErrors { field message } } }`,
      {
        f: {
          lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: gid("FulfillmentOrder", fulfillmentOrder?.id), fulfillmentOrderLineItems: [{ id: gid("FulfillmentOrderLineItem", line?.id), quantity: 1 }] }],
          trackingInfo: { company: "Royal Mail", numbers: ["AB123456785GB", "CD123456785GB"] },
        },
      },
    );
    expect(made).toMatchObject({ data: { fulfillmentCreate: { userErrors: [], fulfillment: { name: `${order.name}-F1`, totalQuantity: 1, trackingInfo: [{ number: "AB123456785GB", company: "Royal Mail" }, { number: "CD123456785GB" }] } } } });
    expect(fulfillmentOrder?.status).toBe("IN_PROGRESS");
    const [fulfillment] = simulator.fulfillmentsOf(SHOP, order);
    const id = gid("Fulfillment", fulfillment?.id);
    const event = await run(
      `mutation($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { status happenedAt city } userErrors { message } } }`,
      { e: { fulfillmentId: id, status: "OUT_FOR_DELIVERY", happenedAt: "2026-11-20T10:00:00+01:00", city: "Boise" } },
    );
    expect(event).toMatchObject({ data: { fulfillmentEventCreate: { fulfillmentEvent: { status: "OUT_FOR_DELIVERY", happenedAt: "2026-11-20T09:00:00Z", city: "Boise" }, userErrors: [] } } });
    expect(await run(`mutation($id: ID!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: { number: "X1", url: "https://example.com/X1" }) { fulfillment { trackingInfo { number url } displayStatus } userErrors { message } } }`, { id })).toMatchObject({
      data: { fulfillmentTrackingInfoUpdate: { fulfillment: { trackingInfo: [{ number: "X1", url: "https://example.com/X1" }], displayStatus: "OUT_FOR_DELIVERY" } } },
    });
    expect(await run("mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status displayStatus } userErrors { message } } }", { id })).toMatchObject({ data: { fulfillmentCancel: { fulfillment: { status: "CANCELLED", displayStatus: "CANCELED" } } } });
    expect(await run("mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { field message } } }", { id })).toMatchObject({ data: { fulfillmentCancel: { fulfillment: null, userErrors: [{ field: ["id"] }] } } });
  });

  it("holds and releases", async () => {
    const order = placeOrder(simulator);
    const id = gid("FulfillmentOrder", simulator.fulfillmentOrdersOf(SHOP, order)[0]?.id);
    const held = await run(`mutation($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: INCORRECT_ADDRESS, reasonNotes: "no such street" }) { fulfillmentOrder { status fulfillmentHolds { id reason displayReason } } userErrors { message } } }`, { id });
    expect(held).toMatchObject({ data: { fulfillmentOrderHold: { fulfillmentOrder: { status: "ON_HOLD", fulfillmentHolds: [{ reason: "INCORRECT_ADDRESS", displayReason: "Incorrect address" }] }, userErrors: [] } } });
    expect(() => simulator.fulfilOrder(SHOP, order)).toThrow("nothing left");
    expect(await run("mutation($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { fulfillmentOrder { status } userErrors { message } } }", { id })).toMatchObject({ data: { fulfillmentOrderReleaseHold: { fulfillmentOrder: { status: "OPEN" } } } });
  });

  it("updates, tags, describes and cancels orders", async () => {
    const order = placeOrder(simulator);
    const id = gid("Order", order.id);
    expect(await run(`mutation($i: OrderInput!) { orderUpdate(input: $i) { order { email note shippingAddress { city zip country } } userErrors { message } } }`, { i: { id, email: "new@example.com", note: "ring twice", shippingAddress: { city: "Salem" } } })).toMatchObject({
      data: { orderUpdate: { order: { email: "new@example.com", note: "ring twice", shippingAddress: { city: "Salem", zip: "83702", country: "United States" } } } },
    });
    await run('mutation($id: ID!) { tagsAdd(id: $id, tags: ["late", "Late", "vip"]) { userErrors { message } } }', { id });
    expect(await run('mutation($id: ID!) { tagsRemove(id: $id, tags: ["VIP"]) { node { ... on Order { tags } } } }', { id })).toMatchObject({ data: { tagsRemove: { node: { tags: ["late"] } } } });
    const set = await run(`mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { namespace key value } userErrors { code message } } }`, { m: [{ ownerId: id, namespace: "$app:eta", key: "date", type: "date", value: "2026-12-01" }] });
    expect(set).toMatchObject({ data: { metafieldsSet: { metafields: [{ key: "date", value: "2026-12-01" }], userErrors: [] } } });
    expect(await run('query($id: ID!) { order(id: $id) { metafield(namespace: "$app:eta", key: "date") { value ownerType } } }', { id })).toMatchObject({ data: { order: { metafield: { value: "2026-12-01", ownerType: "ORDER" } } } });
    const cancel = "mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: { originalPaymentMethodsRefund: true }) { job { done } orderCancelUserErrors { code message } } }";
    expect(await run(cancel, { id })).toMatchObject({ data: { orderCancel: { job: { done: true }, orderCancelUserErrors: [] } } });
    expect(await run(cancel, { id })).toMatchObject({ data: { orderCancel: { job: null, orderCancelUserErrors: [{ code: "INVALID" }] } } });
    expect(order.financialStatus).toBe("REFUNDED");
  });

  it("refunds once per idempotency key, and never without one", async () => {
    const order = placeOrder(simulator);
    const input = { orderId: gid("Order", order.id), refundLineItems: [{ lineItemId: gid("LineItem", order.lineItems[0]?.id), quantity: 1, restockType: "RETURN" }], transactions: [{ amount: "48.00", gateway: "shopify_payments", kind: "REFUND", orderId: gid("Order", order.id) }] };
    const without = await run("mutation($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }", { input });
    expect(without.errors?.[0]?.message).toContain("@idempotent");
    const text = 'mutation($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "k-1") { refund { id totalRefundedSet { shopMoney { amount } } } userErrors { message } } }';
    const once = await run(text, { input });
    expect(once).toMatchObject({ data: { refundCreate: { refund: { totalRefundedSet: { shopMoney: { amount: "48.0" } } }, userErrors: [] } } });
    expect((await run(text, { input })).data).toEqual(once.data);
    expect(Object.values(simulator.state(SHOP).refunds).filter((one) => one.orderId === order.id)).toHaveLength(1);
  });

  it("opens returns for what was shipped, with the label they come back with", async () => {
    const order = placeOrder(simulator);
    const fulfillment = simulator.fulfilOrder(SHOP, order);
    const opened = await run(`mutation($r: ReturnInput!) { returnCreate(returnInput: $r) { return { id status name totalQuantity } userErrors { message } } }`, {
      r: { orderId: gid("Order", order.id), returnLineItems: [{ fulfillmentLineItemId: gid("FulfillmentLineItem", fulfillment.lines[0]?.id), quantity: 1, returnReason: "SIZE_TOO_LARGE" }] },
    });
    expect(opened).toMatchObject({ data: { returnCreate: { return: { status: "OPEN", name: `${order.name}-R1`, totalQuantity: 1 }, userErrors: [] } } });
    const [one] = Object.values(simulator.state(SHOP).returns).filter((each) => each.orderId === order.id);
    if (!one) throw new Error("there is no return");
    simulator.addReturnTracking(SHOP, one, { company: "UPS", number: "1Z999AA10123456784" });
    const read = await run(
      "query($id: ID!) { return(id: $id) { order { returnStatus } reverseFulfillmentOrders(first: 1) { nodes { reverseDeliveries(first: 1) { nodes { deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number carrierName } } } } } } } } }",
      { id: gid("Return", one.id) },
    );
    expect(read).toMatchObject({ data: { return: { order: { returnStatus: "IN_PROGRESS" }, reverseFulfillmentOrders: { nodes: [{ reverseDeliveries: { nodes: [{ deliverable: { tracking: { number: "1Z999AA10123456784", carrierName: "UPS" } } }] } }] } } } });
  });

  it("shows the theme's files by pattern", async () => {
    simulator.setThemeFile(SHOP, { filename: "templates/page.tracking.json", content: '{"sections":{}}' });
    simulator.setThemeFile(SHOP, { filename: "layout/theme.liquid", content: "<html>" });
    const { data } = await run('{ themes(first: 1, roles: [MAIN]) { nodes { role files(filenames: ["templates/*.json"], first: 10) { nodes { filename body { ... on OnlineStoreThemeFileBodyText { content } } } } } } }');
    expect(data).toEqual({ themes: { nodes: [{ role: "MAIN", files: { nodes: [{ filename: "templates/page.tracking.json", body: { content: '{"sections":{}}' } }] } }] } });
  });
});

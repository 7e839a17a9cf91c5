import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { ALL_PROTECTED_DATA, NO_PROTECTED_DATA } from "./graphql/protected-data";
import type { ShopifySimulator } from "./simulator";
import { graphqlClient, placeOrder, SHOP, startReceiver, startSimulator, testConfig, type GraphqlResult } from "./testing";

const QUERY = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Order {
  name email phone
  shippingAddress { name address1 city zip countryCodeV2 phone }
  customer { id email }
} } }`;

let simulator: ShopifySimulator;
let run: ReturnType<typeof graphqlClient>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let id: string;
beforeAll(async () => {
  receiver = await startReceiver();
  simulator = await startSimulator({ appUrl: receiver.url });
  run = graphqlClient(simulator);
  id = `gid://shopify/Order/${placeOrder(simulator, { phone: "+15035550101" }).id}`;
});
afterAll(async () => {
  await simulator.close();
  await receiver.close();
});
beforeEach(() => simulator.setProtectedData(ALL_PROTECTED_DATA));

const refused = ({ errors }: GraphqlResult) => (errors ?? []).map((error) => [error.path?.join("."), error.message.split(" See ")[0], error.extensions?.code]);

describe("protected customer data", () => {
  it("is answered as a whole when everything is released", async () => {
    const answer = await run(QUERY, { ids: [id] });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ nodes: [{ email: "ada@example.com", shippingAddress: { name: "Ada Byron", zip: "83702" } }] });
  });

  it("is refused field by field, with the rest of the answer", async () => {
    simulator.setProtectedData({ customerData: true, fields: ["name"] });
    const answer = await run(QUERY, { ids: [id] });
    expect(answer.data).toEqual({
      nodes: [{
        name: "#1001", email: null, phone: null,
        shippingAddress: { name: "Ada Byron", address1: null, city: "Boise", zip: null, countryCodeV2: "US", phone: null },
        customer: { id: expect.stringContaining("Customer") as string, email: null },
      }],
    });
    const use = (field: string) => `This app is not approved to use the ${field} field.`;
    expect(refused(answer)).toEqual([
      ["nodes.0.email", use("email"), "ACCESS_DENIED"],
      ["nodes.0.phone", use("phone"), "ACCESS_DENIED"],
      ["nodes.0.shippingAddress.address1", use("address1"), "ACCESS_DENIED"],
      ["nodes.0.shippingAddress.zip", use("zip"), "ACCESS_DENIED"],
      ["nodes.0.shippingAddress.phone", use("phone"), "ACCESS_DENIED"],
      ["nodes.0.customer.email", "This app is not approved to access the Customer object.", "ACCESS_DENIED"],
    ]);
  });

  it("is refused with its objects when nothing is released, and what cannot be without them is null", async () => {
    simulator.setProtectedData(NO_PROTECTED_DATA);
    const answer = await run(QUERY, { ids: [id] });
    expect(answer.data).toEqual({ nodes: [null] });
    expect(refused(answer)).toEqual([["nodes.0", "This app is not approved to access the Order object.", "ACCESS_DENIED"]]);
    const list = await run("{ shop { name } orders(first: 1) { nodes { id } } }");
    expect(list.data).toBeNull();
    expect(refused(list)).toEqual([["orders", "This app is not approved to access the Order object.", "ACCESS_DENIED"]]);
    const shop = await run("{ shop { name } }");
    expect(shop).toMatchObject({ data: { shop: { name: "Meadow" } } });
    const event = await run(`mutation { fulfillmentEventCreate(fulfillmentEvent: { fulfillmentId: "gid://shopify/Fulfillment/1", status: IN_TRANSIT }) { fulfillmentEvent { id } userErrors { message } } }`);
    expect(event).toMatchObject({ data: { fulfillmentEventCreate: null }, errors: [{ path: ["fulfillmentEventCreate"] }] });
  });

  it("is not heard of by webhooks that an app is not approved for", async () => {
    simulator.setProtectedData(NO_PROTECTED_DATA);
    const made = await run(`mutation { webhookSubscriptionCreate(topic: ORDERS_PAID, webhookSubscription: { uri: "https://app.example/x" }) { webhookSubscription { id } userErrors { field message } } }`);
    expect(made.data).toMatchObject({
      webhookSubscriptionCreate: {
        webhookSubscription: null,
        userErrors: [{ field: ["webhookSubscription"], message: expect.stringContaining("This app is not approved to subscribe to webhook topics containing protected customer data.") as string }],
      },
    });
    await simulator.drain();
    receiver.received.splice(0);
    placeOrder(simulator);
    await simulator.drain();
    expect(receiver.received).toEqual([]);
  });

  it("is blanked out of webhooks' bodies field by field", async () => {
    simulator.setProtectedData({ customerData: true, fields: ["email"] });
    receiver.received.splice(0);
    placeOrder(simulator);
    await simulator.drain();
    expect(receiver.received.find((one) => one.topic === "orders/create")?.body).toMatchObject({
      email: "ada@example.com",
      customer: { first_name: null, email: "ada@example.com" },
      shipping_address: { first_name: null, name: null, address1: null, zip: null, city: "Boise" },
    });
  });

  it("keeps a version from being made whose topics are not approved", async () => {
    await expect(startSimulator({ config: testConfig(), protectedData: NO_PROTECTED_DATA })).rejects.toThrow("not approved to subscribe to webhook topics containing protected customer data");
    const own = await startSimulator({ config: testConfig("read_products,write_app_proxy"), protectedData: NO_PROTECTED_DATA });
    expect(own.pendingScopes(SHOP)).toEqual([]);
    await own.close();
  });
});

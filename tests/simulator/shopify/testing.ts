import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

import { parseAppConfig } from "./config/app-config";
import { createShopifySimulator, type ShopifySimulator } from "./simulator";
import type { ShopifySimulatorOptions } from "./options";

/** The shop of the simulator's own tests. */
export const SHOP = "meadow.myshopify.com";
export const SECRET = "a secret of the tests";

/** An app that listens to much and may much. */
export function testConfig(scopes = "write_orders,write_fulfillments,write_merchant_managed_fulfillment_orders,write_returns,read_products,read_customers,read_locations,read_themes,write_app_proxy") {
  return parseAppConfig(`
    client_id = "test-key" # the key
    name = "Milepost"
    [access_scopes]
    scopes = "${scopes}"
    [webhooks]
    api_version = "2026-10"
    [[webhooks.subscriptions]]
    topics = ["app/uninstalled", "app/scopes_update"]
    uri = "/webhooks"
    ${
      scopes.includes("write_orders")
        ? `[[webhooks.subscriptions]]
    topics = [
      "orders/create", "orders/updated", "orders/cancelled", "orders/edited", "fulfillments/create", "fulfillments/update",
      "fulfillment_events/create", "fulfillment_events/delete", "fulfillment_orders/placed_on_hold",
      "fulfillment_orders/hold_released", "fulfillment_orders/moved", "fulfillment_orders/order_routing_complete",
      "returns/request", "returns/approve", "returns/close", "bulk_operations/finish",
    ]
    uri = "/webhooks"`
        : ""
    }
    [[webhooks.subscriptions]]
    compliance_topics = ["customers/data_request", "customers/redact", "shop/redact"]
    uri = "/webhooks"
    [app_proxy]
    url = "/proxy"
    subpath = "track"
    prefix = "apps"
  `);
}

/** A simulator with one shop, a location and a product; the app is installed. */
export async function startSimulator(options: Partial<ShopifySimulatorOptions> = {}): Promise<ShopifySimulator> {
  const simulator = await createShopifySimulator({
    apiSecret: SECRET,
    config: testConfig(),
    appUrl: "http://127.0.0.1:9",
    retryDelaysMs: [],
    bulkDelayMs: 5,
    shops: [{ domain: SHOP, name: "Meadow", email: "hello@meadow.example", ownerName: "Ida Lind", timeZone: "America/New_York" }],
    ...options,
  });
  if (Object.keys(simulator.state(SHOP).locations).length === 0) {
    simulator.addLocation(SHOP, { name: "Portland", address: { city: "Portland", provinceCode: "OR", countryCode: "US", zip: "97201" } });
    simulator.addLocation(SHOP, { name: "Toronto", address: { city: "Toronto", provinceCode: "ON", countryCode: "CA" } });
    simulator.addProduct(SHOP, { title: "Linen apron", productType: "Kitchen", variants: [{ title: "Sand", priceMinor: 4800 }, { title: "Moss", priceMinor: 5200 }] });
    simulator.install(SHOP);
  }
  return simulator;
}

/** The ids of the test shop's two variants. */
export function variants(simulator: ShopifySimulator): [string, string] {
  const [product] = Object.values(simulator.state(SHOP).products);
  const [first, second] = product?.variants ?? [];
  if (!first || !second) throw new Error("the test shop has no product");
  return [first.id, second.id];
}

/** An order of two lines. */
export function placeOrder(simulator: ShopifySimulator, spec: Partial<Parameters<ShopifySimulator["createOrder"]>[1]> = {}) {
  const [first, second] = variants(simulator);
  return simulator.createOrder(SHOP, {
    lines: [{ variantId: first, quantity: 2 }, { variantId: second }],
    customer: { firstName: "Ada", lastName: "Byron", email: "ada@example.com", phone: "+15035550101" },
    shippingAddress: { address1: "1 Main St", city: "Boise", provinceCode: "ID", countryCode: "US", zip: "83702" },
    shipping: { title: "Standard", priceMinor: 500 },
    ...spec,
  });
}

/** Sends a request as the preload would: to the simulator, the shop's host in the header. */
export async function toShop(simulator: ShopifySimulator, path: string, init: { token?: string; body?: unknown; shop?: string } = {}): Promise<{ status: number; json: Record<string, unknown>; text: string }> {
  const response = await fetch(simulator.url + path, {
    method: init.body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", "x-simulated-host": init.shop ?? SHOP, ...(init.token === undefined ? {} : { "x-shopify-access-token": init.token }) },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: response.headers.get("content-type")?.includes("application/json;") ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

/** Exchanges a session token for an access token. */
export async function accessToken(simulator: ShopifySimulator, body: Record<string, unknown> = {}) {
  return toShop(simulator, "/admin/oauth/access_token", {
    body: {
      client_id: simulator.apiKey,
      client_secret: simulator.apiSecret,
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: simulator.sessionToken(SHOP),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
      ...body,
    },
  });
}

export interface GraphqlResult {
  // Answers are read field by field in the tests; their shape is the query's.
  data: Record<string, never> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
  extensions?: { cost: { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: { currentlyAvailable: number; maximumAvailable: number; restoreRate: number } } };
}

/** Runs GraphQL with a token of its own. */
export function graphqlClient(simulator: ShopifySimulator) {
  let token: string | null = null;
  return async (query: string, variables: Record<string, unknown> = {}): Promise<GraphqlResult> => {
    token ??= String((await accessToken(simulator)).json.access_token);
    const { json } = await toShop(simulator, "/admin/api/2026-10/graphql.json", { token, body: { query, variables } });
    return json as unknown as GraphqlResult;
  };
}

export interface Received {
  topic: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown>;
}

/** A stand-in for the app's webhook endpoint; answers what it is told to. */
export async function startReceiver(status: (attempt: number) => number = () => 200): Promise<{ url: string; received: Received[]; close(): Promise<void> }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      received.push({ topic: String(request.headers["x-shopify-topic"]), headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> });
      response.writeHead(status(received.length)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

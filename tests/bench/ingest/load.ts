import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

import autocannon from "autocannon";

const SECRET = "bench-secret";

/** An order of about 4 KB, as webhooks bring them. */
export const BODY = JSON.stringify({
  id: 5409829119461, admin_graphql_api_id: "gid://shopify/Order/5409829119461", name: "#1001", currency: "USD",
  line_items: Array.from({ length: 12 }, (_, index) => ({
    id: 11665503117 + index, title: `Larch camp mug ${index}`, quantity: 1, price: "24.00", sku: `MUG-${index}`,
    properties: [], tax_lines: [{ price: "1.98", rate: 0.0825, title: "State tax" }], vendor: "Alder & Finch",
    fulfillment_status: null, product_id: 632910392, variant_id: 808950810, requires_shipping: true,
  })),
});

function headers(id: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-shopify-topic": "orders/updated",
    "x-shopify-shop-domain": "alder.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": id,
    "x-shopify-event-id": id,
    "x-shopify-triggered-at": "2026-11-24T08:00:00.000Z",
    "x-shopify-hmac-sha256": SIGNATURE,
  };
}
const SIGNATURE = createHmac("sha256", SECRET).update(BODY).digest("base64");

/** Loads a server for some seconds with 50 connections, every request a webhook of its own. */
export async function load(port: number, seconds: number): Promise<{ perSecond: number; p50: number; p99: number; failures: number }> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/webhooks`,
    connections: 50,
    duration: seconds,
    method: "POST",
    body: BODY,
    requests: [{ setupRequest: (each) => ({ ...each, headers: headers(randomUUID()) }) }],
  });
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failures: result.non2xx + result.errors + result.timeouts };
}

/** Posts webhooks until the server is gone, and tells the ids that it answered 200. */
export async function loadUntilGone(port: number, connections: number): Promise<Set<string>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const acknowledged = new Set<string>();
  const lane = async () => {
    for (;;) {
      const id = randomUUID();
      const status = await post(agent, port, id);
      if (status === null) return;
      if (status === 200) acknowledged.add(id);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return acknowledged;
}

function post(agent: Agent, port: number, id: string): Promise<number | null> {
  return new Promise((resolve) => {
    const call = request({ agent, port, host: "127.0.0.1", path: "/webhooks", method: "POST", headers: { ...headers(id), "content-length": Buffer.byteLength(BODY) } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", () => resolve(null));
    });
    call.on("error", () => resolve(null));
    call.end(BODY);
  });
}

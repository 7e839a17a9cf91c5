import { readFile } from "node:fs/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { allOperations } from "~/shopify/operations";
import { orderExportExample, orderExportQuery } from "~/shopify/operations/bulk";

import { requestedCost } from "./graphql/cost";
import { findOperation, readDocument } from "./graphql/run";
import { parseAppConfig } from "./config/app-config";
import { adminSchema } from "./schema/schema";
import type { ShopifySimulator } from "./simulator";
import { accessToken, placeOrder, SHOP, startSimulator, toShop } from "./testing";

/** Every operation of the app, with the app's own configuration: nothing of them is left unsimulated or refused. */
let simulator: ShopifySimulator;
let token: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  const config = parseAppConfig(await readFile(new URL("../../../shopify.app.toml", import.meta.url), "utf8"));
  simulator = await startSimulator({ config });
  const order = placeOrder(simulator);
  const [fulfillmentOrder] = simulator.fulfillmentOrdersOf(SHOP, order);
  if (fulfillmentOrder) {
    simulator.holdFulfillmentOrder(SHOP, fulfillmentOrder, { reason: "OTHER" });
    simulator.releaseHolds(SHOP, fulfillmentOrder);
  }
  const fulfillment = simulator.fulfilOrder(SHOP, order, { tracking: { company: "UPS", number: "1Z999AA10123456784" } });
  simulator.addFulfillmentEvent(SHOP, fulfillment, { status: "IN_TRANSIT" });
  const back = simulator.createReturn(SHOP, order, { tracking: { company: "UPS", number: "1Z999AA10123456785" } });
  simulator.setThemeFile(SHOP, { filename: "templates/page.json", content: "{}" });
  Object.assign(ids, { Order: order.id, Fulfillment: fulfillment.id, FulfillmentOrder: fulfillmentOrder?.id, Return: back.id });
  token = String((await accessToken(simulator)).json.access_token);
});
afterAll(() => simulator.close());

const all = allOperations.filter((one) => one !== orderExportExample).map((one) => [one.name, one.text] as const);

function variablesFor(name: string, text: string): Record<string, unknown> {
  const kind = /fulfillmentOrder\(id:/.test(text) ? "FulfillmentOrder" : /return\(id:/.test(text) ? "Return" : /fulfillment\(id:|on Fulfillment \{\s*\.\.\.FulfillmentCore/.test(text) && !/on Order \{/.test(text) ? "Fulfillment" : "Order";
  const id = `gid://shopify/${kind}/${ids[kind] ?? ""}`;
  return {
    id: name === "ReadThemeFiles" ? `gid://shopify/OnlineStoreTheme/${Object.keys(simulator.state(SHOP).themes)[0] ?? ""}` : name === "ReadBulkOperation" ? "gid://shopify/BulkOperation/1" : id,
    ids: [id],
    after: null,
    query: /bulkOperationRunQuery/.test(text) ? orderExportQuery("updated_at:>='2020-01-01T00:00:00Z'") : "updated_at:>='2020-01-01T00:00:00Z'",
    event: { fulfillmentId: `gid://shopify/Fulfillment/${ids.Fulfillment ?? ""}`, status: "DELIVERED", happenedAt: new Date().toISOString(), message: null },
    withFulfillmentOrders: true,
    withReturns: true,
    ...{ lineItems: 10, fulfillmentOrders: 4, fulfillments: 3, items: 6, events: 8, returns: 1 },
  };
}

describe("the app's operations", () => {
  it("are found", () => expect(all.length).toBeGreaterThan(8));

  it.each(all)("%s is answered whole", async (name, text) => {
    const wanted = new Set([...(/\(([^)]*)\)/.exec(text)?.[1] ?? "").matchAll(/\$(\w+)/g)].map((match) => match[1]));
    const variables = Object.fromEntries(Object.entries(variablesFor(name, text)).filter(([key]) => wanted.has(key)));
    const { status, json } = await toShop(simulator, "/admin/api/2026-10/graphql.json", { token, body: { query: text, variables } });
    expect({ status, errors: json.errors }).toEqual({ status: 200, errors: undefined });
    expect(json.data).toBeTruthy();
  });

  it("run as bulk operations where they are meant to", async () => {
    await simulator.drain();
    const [operation] = simulator.bulkOperations(SHOP);
    expect(operation).toMatchObject({ status: "COMPLETED", rootObjectCount: 1 });
    expect(operation?.result?.split("\n")[0]).toContain('"trackingInfo":[{"company":"UPS"');
  });

  it("cost what fits into a query", () => {
    for (const [name, text] of all) {
      const read = readDocument(text);
      if ("errors" in read) throw new Error(`${name}: ${read.errors.join("; ")}`);
      const operation = findOperation(read.document, null);
      if (operation) expect(requestedCost(adminSchema(), read.document, operation, variablesFor(name, text))).toBeLessThanOrEqual(1000);
    }
  });
});

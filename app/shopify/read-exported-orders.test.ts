import { expect, it } from "vitest";

import { readExportedOrders } from "./read-exported-orders";

async function* from(lines: readonly string[]) {
  yield* lines;
}

async function read(...lines: unknown[]) {
  const items = [];
  for await (const item of readExportedOrders(from(lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)))))) items.push(item);
  return items.map((item) =>
    item.kind === "reread" ? item : { id: item.order.id, lines: item.order.lineItems.nodes.map((line) => line.id), orders: item.order.fulfillmentOrders.nodes.length, complete: item.complete },
  );
}

const order = (n: number) => ({ id: `gid://shopify/Order/${n}`, fulfillments: [] });
const part = (kind: string, n: number, parent: number) => ({ id: `gid://shopify/${kind}/${n}`, __parentId: `gid://shopify/Order/${parent}` });

it("puts orders together with their parts", async () => {
  expect(await read(order(1), part("LineItem", 1, 1), part("FulfillmentOrder", 1, 1), order(2), part("LineItem", 2, 2))).toEqual([
    { id: "gid://shopify/Order/1", lines: ["gid://shopify/LineItem/1"], orders: 1, complete: true },
    { id: "gid://shopify/Order/2", lines: ["gid://shopify/LineItem/2"], orders: 0, complete: true },
  ]);
});

it("has orders read whole whose lines are broken, apart, or deeper than a bulk operation reaches", async () => {
  expect(await read(order(1), "{broken", order(2), part("LineItem", 1, 1), order(3), part("Return", 1, 3))).toEqual([
    { id: "gid://shopify/Order/1", lines: [], orders: 0, complete: false },
    { kind: "reread", gid: "gid://shopify/Order/1" },
    { id: "gid://shopify/Order/2", lines: [], orders: 0, complete: true },
    { id: "gid://shopify/Order/3", lines: [], orders: 0, complete: false },
  ]);
});

it("makes nothing of an empty file", async () => expect(await read()).toEqual([]));

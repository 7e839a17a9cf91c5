import { toGid } from "./webhook-body";

/** Which orders a webhook is about: by their own gids, or by parts whose order must be looked up. */
export interface OrderRefs {
  orders: string[];
  parts: string[];
}

/** Kinds of records whose gids lead to an order. */
const PARTS = new Set(["FulfillmentOrder", "Return", "Fulfillment"]);

/** How deep a body is searched, and how many records it may name: Shopify's bodies stay far below. */
const DEPTH = 6;
const MOST = 50;

/**
 * Which orders a webhook is about. An order's own bodies and those that carry an `order_id` say so themselves;
 * fulfillment orders, returns and reverse deliveries name only their own gids (REST shapes and payloads of
 * shopify.dev, "Webhook topics", 2026-10).
 */
export function orderRefs(topic: string, body: Record<string, unknown>): OrderRefs {
  const named = topic.startsWith("orders/")
    ? [toGid("Order", body.admin_graphql_api_id) ?? toGid("Order", body.id), toGid("Order", field(body.order_edit, "order_id"))]
    : [toGid("Order", body.order_id), toGid("Order", field(body.order, "admin_graphql_api_id")), toGid("Order", field(body.order, "id"))];
  const orders = named.filter((gid) => gid !== null);
  if (orders.length > 0) return { orders: [...new Set(orders)], parts: [] };
  const parts = new Set<string>();
  collectParts(body, parts, DEPTH);
  for (const [key, kind] of [["fulfillment_id", "Fulfillment"], ["return_id", "Return"]] as const) {
    const gid = toGid(kind, body[key]);
    if (gid) parts.add(gid);
  }
  return { orders: [], parts: [...parts] };
}

/**
 * A body that names the same records and holds nothing else: what is left of a webhook whose customer's data was deleted
 * before it was dealt with.
 */
export function bodyOfRefs({ orders, parts }: OrderRefs): string {
  const [first, second] = orders;
  return JSON.stringify({
    ...(first === undefined ? {} : { admin_graphql_api_id: first, order: { admin_graphql_api_id: first } }),
    ...(second === undefined ? {} : { order_id: second, order_edit: { order_id: second } }),
    ...(parts.length === 0 ? {} : { parts }),
  });
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
}

function collectParts(value: unknown, parts: Set<string>, depth: number): void {
  if (parts.size >= MOST || depth === 0) return;
  if (typeof value === "string") {
    const kind = /^gid:\/\/shopify\/(\w+)\/[1-9]\d{0,19}$/.exec(value)?.[1];
    if (kind !== undefined && PARTS.has(kind)) parts.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) collectParts(each, parts, depth - 1);
  }
}

/** What a webhook topic asks for. `order`: an order changed and is read again. */
export type TopicKind = "order" | "order_deleted" | "uninstalled" | "scopes" | "data_request" | "customer_redact" | "shop_redact";

/**
 * Every topic of shopify.app.toml, each once, and what it asks for. Of an order's topics the body only tells which
 * order is meant: it may be late, doubled or out of order, so what it says of the order is never believed.
 */
export const WEBHOOK_TOPICS: Readonly<Record<string, TopicKind>> = {
  "orders/create": "order",
  "orders/updated": "order",
  "orders/cancelled": "order",
  "orders/edited": "order",
  "orders/delete": "order_deleted",
  "fulfillments/create": "order",
  "fulfillments/update": "order",
  "fulfillment_events/create": "order",
  "fulfillment_events/delete": "order",
  "fulfillment_orders/order_routing_complete": "order",
  "fulfillment_orders/moved": "order",
  "fulfillment_orders/split": "order",
  "fulfillment_orders/merged": "order",
  "fulfillment_orders/rescheduled": "order",
  "fulfillment_orders/cancelled": "order",
  "fulfillment_orders/placed_on_hold": "order",
  "fulfillment_orders/hold_released": "order",
  "fulfillment_orders/progress_reported": "order",
  "fulfillment_orders/manually_reported_progress_stopped": "order",
  "fulfillment_orders/scheduled_fulfillment_order_ready": "order",
  "fulfillment_orders/line_items_prepared_for_pickup": "order",
  "fulfillment_orders/line_items_prepared_for_local_delivery": "order",
  "returns/request": "order",
  "returns/approve": "order",
  "returns/decline": "order",
  "returns/cancel": "order",
  "returns/close": "order",
  "returns/reopen": "order",
  "returns/update": "order",
  "reverse_deliveries/attach_deliverable": "order",
  "customers/data_request": "data_request",
  "customers/redact": "customer_redact",
  "shop/redact": "shop_redact",
  "app/uninstalled": "uninstalled",
  "app/scopes_update": "scopes",
};

/** What a topic asks for; null for one that Milepost does not know. */
export function topicKind(topic: string): TopicKind | null {
  return Object.hasOwn(WEBHOOK_TOPICS, topic) ? (WEBHOOK_TOPICS[topic] ?? null) : null;
}

import type { PendingDelivery } from "~/db/deliveries.server";
import { deleteOrder } from "~/db/orders.server";
import { shopByDomain, type Shop } from "~/db/shops.server";
import { readPrivacyRequest } from "~/shopify/privacy-webhooks";
import { readWebhookBody, toGid } from "~/shopify/webhook-body";
import { topicKind, type TopicKind } from "~/shopify/webhook-topics";

import { startBackfill } from "./backfill-start";
import type { UseCaseContext } from "./context";
import { exportCustomerData } from "./export-customer-data";
import { redactCustomer } from "./redact-customer";
import { syncDeliveredOrders } from "./sync-delivered-orders";
import { uninstallShop } from "./uninstall-shop";

/** What became of a webhook: `ignored` is final too; `failed` is tried again. */
export type DeliveryOutcome = { kind: "done" } | { kind: "ignored"; reason: string } | { kind: "failed"; message: string };

/**
 * Deals with webhooks of Shopify, several at once: those about one order lead to one reading of it.
 * One that fails does not hold up the others.
 * @returns each delivery's outcome, by its id
 */
export async function handleShopifyDeliveries(context: UseCaseContext, deliveries: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const outcomes = new Map<string, DeliveryOutcome>();
  const orders: PendingDelivery[] = [];
  for (const delivery of deliveries) {
    const kind = topicKind(delivery.topic);
    if (kind === "order") orders.push(delivery);
    else outcomes.set(delivery.id, await tried(() => handleOther(context, delivery, kind)));
  }
  for (const [id, outcome] of await syncDeliveredOrders(context, orders)) outcomes.set(id, outcome);
  return outcomes;
}

/** Deals with one webhook; see `handleShopifyDeliveries`. */
export async function handleShopifyDelivery(context: UseCaseContext, delivery: PendingDelivery): Promise<DeliveryOutcome> {
  const outcomes = await handleShopifyDeliveries(context, [delivery]);
  return outcomes.get(delivery.id) ?? { kind: "failed", message: "It was not dealt with." };
}

async function tried(work: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  try {
    return await work();
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

async function handleOther(context: UseCaseContext, delivery: PendingDelivery, kind: Exclude<TopicKind, "order"> | null): Promise<DeliveryOutcome> {
  if (kind === null) return { kind: "ignored", reason: `Milepost has no use for ${delivery.topic}.` };
  const shop = await shopByDomain(context.db.prisma, delivery.shopDomain);
  if (!shop) return { kind: "ignored", reason: "Nothing is kept of this shop." };
  const body = readWebhookBody(delivery.body);
  if (!body) return { kind: "ignored", reason: "The body is not a JSON object." };
  switch (kind) {
    case "uninstalled":
      return uninstalled(context, delivery, shop);
    case "shop_redact":
      return shopRedact(context, delivery, shop);
    case "scopes":
      return scopesChanged(context, shop, body);
    case "order_deleted":
      return orderDeleted(context, shop, body);
    case "customer_redact":
    case "data_request": {
      const request = readPrivacyRequest(body);
      if (!request) return { kind: "ignored", reason: "The request names no customer and no order." };
      if (kind === "customer_redact") await redactCustomer(context, { shopId: shop.id, request, deliveryId: delivery.id });
      else await exportCustomerData(context, { shopId: shop.id, request, requestId: request.requestId ?? delivery.webhookId });
      return { kind: "done" };
    }
  }
}

/** A webhook can come a day late: one from before the present install says nothing about it. */
function isOfEarlierInstall(delivery: PendingDelivery, shop: Shop): boolean {
  return shop.status === "active" && delivery.triggeredAt !== null && delivery.triggeredAt < shop.installedAt.getTime();
}

const EARLIER: DeliveryOutcome = { kind: "ignored", reason: "It is about an earlier install; the shop has installed the app again since." };

async function uninstalled(context: UseCaseContext, delivery: PendingDelivery, shop: Shop): Promise<DeliveryOutcome> {
  if (isOfEarlierInstall(delivery, shop)) return EARLIER;
  await uninstallShop(context, { domain: shop.domain });
  return { kind: "done" };
}

async function shopRedact(context: UseCaseContext, delivery: PendingDelivery, shop: Shop): Promise<DeliveryOutcome> {
  if (isOfEarlierInstall(delivery, shop)) return EARLIER;
  await uninstallShop(context, { domain: shop.domain });
  await context.queue.send(null, "redact-shop", { shopId: shop.id });
  return { kind: "done" };
}

/** With `read_all_orders` newly granted, Shopify shows older orders: they are read. */
async function scopesChanged(context: UseCaseContext, shop: Shop, body: Record<string, unknown>): Promise<DeliveryOutcome> {
  const has = (scopes: unknown) => Array.isArray(scopes) && scopes.includes("read_all_orders");
  if (shop.status === "active" && has(body.current) && !has(body.previous)) {
    await context.db.transaction((tx) => startBackfill(context, tx, shop.id));
  }
  return { kind: "done" };
}

async function orderDeleted(context: UseCaseContext, shop: Shop, body: Record<string, unknown>): Promise<DeliveryOutcome> {
  const gid = toGid("Order", body.admin_graphql_api_id) ?? toGid("Order", body.id);
  if (!gid) return { kind: "ignored", reason: "The body names no order." };
  const deleted = await context.db.transaction((tx) => deleteOrder(tx, shop.id, gid));
  return deleted ? { kind: "done" } : { kind: "ignored", reason: "Nothing is kept of this order." };
}

import type { PendingDelivery } from "~/db/deliveries.server";
import { deleteOrder } from "~/db/orders.server";
import { installConfirmedAt } from "~/db/session-storage.server";
import { shopByDomain, type Shop } from "~/db/shops.server";
import { errorSummary } from "~/domain/errors/describe-error";
import { readPrivacyRequest } from "~/shopify/privacy-webhooks";
import { namesAnotherShop, readWebhookBody, toGid } from "~/shopify/webhook-body";
import { topicKind, type TopicKind } from "~/shopify/webhook-topics";

import type { UseCaseContext } from "./context";
import { exportCustomerData } from "./export-customer-data";
import { redactCustomer } from "./redact-customer";
import { noteScopes, readGrantedScopes } from "./shop-access";
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
    return { kind: "failed", message: errorSummary(error) };
  }
}

async function handleOther(context: UseCaseContext, delivery: PendingDelivery, kind: Exclude<TopicKind, "order"> | null): Promise<DeliveryOutcome> {
  if (kind === null) return { kind: "ignored", reason: `Milepost has no use for ${delivery.topic}.` };
  const shop = await shopByDomain(context.db.prisma, delivery.shopDomain);
  if (!shop) return { kind: "ignored", reason: "Nothing is kept of this shop." };
  const body = readWebhookBody(delivery.body);
  if (!body) return { kind: "ignored", reason: "The body is not a JSON object." };
  if (namesAnotherShop(body, shop.domain)) return { kind: "ignored", reason: "The body is about another shop than the header says." };
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

/**
 * A webhook can come a day late: one from before the present install says nothing about it. The app is known to have
 * been installed when Shopify last gave a token for the shop, and when it last issued a session token for a visit: a
 * reinstall whose old token had not ended yet is seen by the visit alone.
 */
async function isOfEarlierInstall(context: UseCaseContext, delivery: PendingDelivery, shop: Shop): Promise<boolean> {
  if (shop.status !== "active" || delivery.triggeredAt === null) return false;
  const confirmedAt = await installConfirmedAt(context.db.prisma, shop.domain);
  return delivery.triggeredAt < Math.max(shop.installedAt.getTime(), confirmedAt ?? 0);
}

const EARLIER: DeliveryOutcome = { kind: "ignored", reason: "It is about an earlier install; the shop has installed the app again since." };

async function uninstalled(context: UseCaseContext, delivery: PendingDelivery, shop: Shop): Promise<DeliveryOutcome> {
  if (await isOfEarlierInstall(context, delivery, shop)) return EARLIER;
  await uninstallShop(context, { domain: shop.domain });
  return { kind: "done" };
}

async function shopRedact(context: UseCaseContext, delivery: PendingDelivery, shop: Shop): Promise<DeliveryOutcome> {
  if (await isOfEarlierInstall(context, delivery, shop)) return EARLIER;
  await uninstallShop(context, { domain: shop.domain });
  await context.queue.send(null, "redact-shop", { shopId: shop.id });
  return { kind: "done" };
}

/**
 * What the merchant granted may show more than before. Webhooks come late and out of order, so the granted scopes are
 * read; where that fails, the webhook's own list is taken.
 */
async function scopesChanged(context: UseCaseContext, shop: Shop, body: Record<string, unknown>): Promise<DeliveryOutcome> {
  if (shop.status !== "active") return { kind: "done" };
  const named = Array.isArray(body.current) ? body.current.filter((scope) => typeof scope === "string") : null;
  const scopes = await context.adminFor(shop.domain).then(readGrantedScopes).catch(() => named);
  if (scopes) await noteScopes(context, shop.id, scopes);
  return { kind: "done" };
}

async function orderDeleted(context: UseCaseContext, shop: Shop, body: Record<string, unknown>): Promise<DeliveryOutcome> {
  const gid = toGid("Order", body.admin_graphql_api_id) ?? toGid("Order", body.id);
  if (!gid) return { kind: "ignored", reason: "The body names no order." };
  const deleted = await context.db.transaction((tx) => deleteOrder(tx, shop.id, gid));
  return deleted ? { kind: "done" } : { kind: "ignored", reason: "Nothing is kept of this order." };
}

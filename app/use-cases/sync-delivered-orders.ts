import { errorSummary } from "~/domain/errors/describe-error";
import type { PendingDelivery } from "~/db/deliveries.server";
import { orderGidsOfParts } from "~/db/orders.server";
import { shopByDomain, type Shop } from "~/db/shops.server";
import type { AdminClient } from "~/shopify/admin-port";
import { findOrderOfFulfillment, findOrderOfFulfillmentOrder, findOrderOfReturn } from "~/shopify/operations/find-orders";
import { readWebhookBody } from "~/shopify/webhook-body";
import { orderRefs } from "~/shopify/webhook-order-refs";

import type { UseCaseContext } from "./context";
import type { DeliveryOutcome } from "./handle-shopify-delivery";
import { isRefusal, noteRefusal } from "./shop-access";
import { syncOrders } from "./sync-orders";

/**
 * Deals with webhooks about orders: reads each order that is named once, however many of them name it.
 * @returns each delivery's outcome, by its id
 */
export async function syncDeliveredOrders(context: UseCaseContext, deliveries: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const outcomes = new Map<string, DeliveryOutcome>();
  const byShop = new Map<string, PendingDelivery[]>();
  for (const delivery of deliveries) byShop.set(delivery.shopDomain, [...(byShop.get(delivery.shopDomain) ?? []), delivery]);
  for (const [domain, ofShop] of byShop) {
    for (const [id, outcome] of await syncOfShop(context, domain, ofShop)) outcomes.set(id, outcome);
  }
  return outcomes;
}

async function syncOfShop(context: UseCaseContext, domain: string, deliveries: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const all = (outcome: DeliveryOutcome) => new Map(deliveries.map((delivery) => [delivery.id, outcome]));
  let shop: Shop | null = null;
  try {
    shop = await shopByDomain(context.db.prisma, domain);
    if (!shop || shop.status !== "active") return all({ kind: "ignored", reason: "The shop has not installed the app." });
    const admin = await context.adminFor(domain);
    const outcomes = new Map<string, DeliveryOutcome>();
    const wanted = new Map<string, string[]>();
    for (const delivery of deliveries) {
      const gids = await ordersOf(context, admin, shop.id, delivery);
      if (gids.length > 0) wanted.set(delivery.id, gids);
      else outcomes.set(delivery.id, { kind: "ignored", reason: "The body names no order that Shopify knows." });
    }
    const failures = await syncEach(context, shop, [...new Set([...wanted.values()].flat())]);
    for (const [id, gids] of wanted) {
      outcomes.set(id, gids.map((gid) => failures.get(gid)).find((failure) => failure !== undefined) ?? { kind: "done" });
    }
    return outcomes;
  } catch (error) {
    if (shop) await noteRefusal(context, shop.id, error);
    return all(outcomeOf(error));
  }
}

/** What Shopify refuses is refused however often it is asked; once it is released, all orders are read. */
function outcomeOf(error: unknown): DeliveryOutcome {
  const message = errorSummary(error);
  return isRefusal(error) ? { kind: "ignored", reason: `Shopify does not let the app read this: ${message}` } : { kind: "failed", message };
}

/** Reads all orders together; when that fails, each by itself, so that one bad order does not hold up the rest. */
async function syncEach(context: UseCaseContext, shop: { id: string; domain: string }, gids: readonly string[]): Promise<Map<string, DeliveryOutcome>> {
  const failures = new Map<string, DeliveryOutcome>();
  try {
    await syncOrders(context, shop, gids);
  } catch (error) {
    if (gids.length === 1 || isRefusal(error)) return new Map(gids.map((gid) => [gid, outcomeOf(error)]));
    for (const gid of gids) {
      await syncOrders(context, shop, [gid]).catch((single: unknown) => failures.set(gid, outcomeOf(single)));
    }
  }
  return failures;
}

/** The orders a webhook is about: as it says, as they are stored, or as Shopify tells. */
async function ordersOf(context: UseCaseContext, admin: AdminClient, shopId: string, delivery: PendingDelivery): Promise<string[]> {
  const body = readWebhookBody(delivery.body);
  if (!body) return [];
  const { orders, parts } = orderRefs(delivery.topic, body);
  if (parts.length === 0) return orders;
  const known = await orderGidsOfParts(context.db.prisma, shopId, parts);
  const found = new Set([...orders, ...known.values()]);
  if (found.size === 0) {
    for (const gid of parts) {
      const order = await findOrder(admin, gid);
      if (order) found.add(order);
    }
  }
  return [...found];
}

async function findOrder(admin: AdminClient, gid: string): Promise<string | null> {
  const kind = gid.split("/")[3];
  if (kind === "FulfillmentOrder") return (await admin.run(findOrderOfFulfillmentOrder, { id: gid })).fulfillmentOrder?.orderId ?? null;
  if (kind === "Return") return (await admin.run(findOrderOfReturn, { id: gid })).return?.order.id ?? null;
  if (kind === "Fulfillment") return (await admin.run(findOrderOfFulfillment, { id: gid })).fulfillment?.order.id ?? null;
  return null;
}

import { claimDeliveries, finishDelivery, type PendingDelivery } from "~/db/deliveries.server";

import { backOff } from "./back-off";
import type { UseCaseContext } from "./context";
import { handleProviderDelivery } from "./handle-provider-delivery";
import { handleShopifyDeliveries, type DeliveryOutcome } from "./handle-shopify-delivery";

/** After this many tries a delivery is dead: shown to the merchant, who can have it tried again. About 9 hours. */
export const MAX_ATTEMPTS = 10;

/** Longer than dealing with one job's deliveries ever takes, ms. */
const LEASE_MS = 5 * 60_000;

/**
 * Deals with deliveries that were taken in. Each has its own fate: one that fails is tried again later with back-off
 * and in the end shown as dead; the others of the job are not held up.
 */
export async function processDeliveries(context: UseCaseContext, input: { deliveryIds: readonly string[] }): Promise<void> {
  const deliveries = await claimDeliveries(context.db.prisma, input.deliveryIds, context.now(), LEASE_MS);
  const shopify = deliveries.filter((each) => each.source === "shopify");
  const others = deliveries.filter((each) => each.source !== "shopify");

  const outcomes = await handleShopifyDeliveries(context, shopify);
  for (const delivery of shopify) await settle(context, delivery, outcomes.get(delivery.id) ?? { kind: "failed", message: "It was not dealt with." });
  for (const delivery of others) await settle(context, delivery, await tried(() => handleProviderDelivery(context, delivery)));
}

async function tried(work: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  try {
    return await work();
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

async function settle(context: UseCaseContext, delivery: PendingDelivery, outcome: DeliveryOutcome): Promise<void> {
  const now = context.now();
  const { prisma } = context.db;
  if (outcome.kind === "done") return finishDelivery(prisma, delivery.id, { status: "done", error: null }, now);
  if (outcome.kind === "ignored") return finishDelivery(prisma, delivery.id, { status: "ignored", error: outcome.reason }, now);
  context.log.warn({ delivery: delivery.id, topic: delivery.topic, attempts: delivery.attempts, error: outcome.message }, "a delivery failed");
  if (delivery.attempts >= MAX_ATTEMPTS) {
    return finishDelivery(prisma, delivery.id, { status: "dead", error: outcome.message }, now);
  }
  await finishDelivery(prisma, delivery.id, { status: "pending", error: outcome.message, nextDueAt: now + backOff(delivery.attempts, delivery.id) }, now);
}

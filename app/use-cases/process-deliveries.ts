import { claimDeliveries, finishDeliveries, type FinishedDelivery, type PendingDelivery } from "~/db/deliveries.server";

import { backOff } from "./back-off";
import type { UseCaseContext } from "./context";
import { describeError } from "./describe-error";
import { handleProviderDeliveries } from "./handle-provider-delivery";
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
  const [shopify, others] = [deliveries.filter((each) => each.source === "shopify"), deliveries.filter((each) => each.source !== "shopify")];
  const outcomes = new Map([
    ...(await outcomesOf(shopify, () => handleShopifyDeliveries(context, shopify))),
    ...(await outcomesOf(others, () => handleProviderDeliveries(context, others))),
  ]);
  const now = context.now();
  const finished = deliveries.map((each) => finish(context, each, outcomes.get(each.id) ?? { kind: "failed", message: "It was not dealt with." }, now));
  await finishDeliveries(context.db.prisma, finished, now);
}

/** An error that escapes a handler is recorded on every delivery it was given: a failed job alone would show it nowhere. */
async function outcomesOf(deliveries: readonly PendingDelivery[], handle: () => Promise<Map<string, DeliveryOutcome>>): Promise<Map<string, DeliveryOutcome>> {
  try {
    return await handle();
  } catch (error) {
    return new Map(deliveries.map((each) => [each.id, { kind: "failed", message: describeError(error) }]));
  }
}

function finish(context: UseCaseContext, delivery: PendingDelivery, outcome: DeliveryOutcome, now: number): FinishedDelivery {
  const { id, topic, attempts } = delivery;
  if (outcome.kind === "done") return { id, status: "done", error: null };
  if (outcome.kind === "ignored") return { id, status: "ignored", error: outcome.reason };
  context.log.warn({ delivery: id, topic, attempts, error: outcome.message }, "a delivery failed");
  if (attempts >= MAX_ATTEMPTS) return { id, status: "dead", error: outcome.message };
  return { id, status: "pending", error: outcome.message, nextDueAt: now + backOff(attempts, id) };
}

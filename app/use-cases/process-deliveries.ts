import { randomUUID } from "node:crypto";

import { claimDeliveries, finishDeliveries, renewClaim, type FinishedDelivery, type PendingDelivery } from "~/db/deliveries.server";
import { errorSummary } from "~/domain/errors/describe-error";

import { backOff } from "./back-off";
import type { UseCaseContext } from "./context";
import { handleProviderDeliveries } from "./handle-provider-delivery";
import { handleShopifyDeliveries, type DeliveryOutcome } from "./handle-shopify-delivery";

/** After this many tries a delivery is dead: shown to the merchant, who can have it tried again. About 9 hours. */
export const MAX_ATTEMPTS = 10;

/** A killed worker's deliveries are taken over after this long at most, ms. */
const LEASE_MS = 30_000;

/** How often a worker that is still at it holds on to them, ms: two renewals may fail before the lease ends. */
const HEARTBEAT_MS = 10_000;

/**
 * Deals with deliveries that were taken in. Each has its own fate: one that fails is tried again later with back-off
 * and in the end shown as dead; the others of the job are not held up. They are held for as long as it takes, and no
 * longer than the lease once this process is gone.
 * @param options.heartbeatMs how often the hold on them is renewed
 */
export async function processDeliveries(context: UseCaseContext, input: { deliveryIds: readonly string[] }, options: { heartbeatMs?: number } = {}): Promise<void> {
  const claim = randomUUID();
  const deliveries = await claimDeliveries(context.db.prisma, input.deliveryIds, claim, context.now(), LEASE_MS);
  if (deliveries.length === 0) return;
  const outcomes = await holding(context, deliveries, claim, options.heartbeatMs ?? HEARTBEAT_MS, () => dealWith(context, deliveries));
  const now = context.now();
  const finished = deliveries.map((each) => finish(context, each, outcomes.get(each.id) ?? { kind: "failed", message: "It was not dealt with." }, now));
  await finishDeliveries(context.db.prisma, finished, claim, now);
}

async function dealWith(context: UseCaseContext, deliveries: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const [shopify, others] = [deliveries.filter((each) => each.source === "shopify"), deliveries.filter((each) => each.source !== "shopify")];
  return new Map([
    ...(await outcomesOf(shopify, () => handleShopifyDeliveries(context, shopify))),
    ...(await outcomesOf(others, () => handleProviderDeliveries(context, others))),
  ]);
}

/** An error that escapes a handler is recorded on every delivery it was given: a failed job alone would show it nowhere. */
async function outcomesOf(deliveries: readonly PendingDelivery[], handle: () => Promise<Map<string, DeliveryOutcome>>): Promise<Map<string, DeliveryOutcome>> {
  try {
    return await handle();
  } catch (error) {
    return new Map(deliveries.map((each) => [each.id, { kind: "failed", message: errorSummary(error) }]));
  }
}

/** Keeps renewing the claim while the work runs: a slow batch stays this run's own. */
async function holding<Result>(context: UseCaseContext, deliveries: readonly PendingDelivery[], claim: string, heartbeatMs: number, work: () => Promise<Result>): Promise<Result> {
  const ids = deliveries.map((each) => each.id);
  let renewing: Promise<void> = Promise.resolve();
  const renew = async () => {
    try {
      const held = await renewClaim(context.db.prisma, ids, claim, context.now() + LEASE_MS);
      if (held < ids.length) context.log.warn({ held, of: ids.length }, "some of the webhooks that are being dealt with are not held by this run any more");
    } catch (error) {
      // The database may be away for a moment; the next beat tries again.
      context.log.warn({ error: errorSummary(error) }, "the hold on webhooks could not be renewed");
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // A renewal after the end would hold what is finished.
    await renewing;
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

import { connectionOf, noteCalls } from "~/db/connections.server";
import type { PendingDelivery } from "~/db/deliveries.server";
import { forgetSubscription, markSubscriptionLive, subscriptionById } from "~/db/subscriptions.server";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import type { SubscriptionNews } from "~/integrations/carriers/push-port";

import { countingContextFor } from "./carrier-context";
import { generalProblem, restUntil } from "./connection-trouble";
import type { UseCaseContext } from "./context";
import type { DeliveryOutcome } from "./handle-shopify-delivery";

/**
 * Deals with what pushes say of their own subscriptions: sends the secret back that a carrier asks for, notes that a
 * subscription pushes (from then on its numbers are asked for less often), and forgets one that the carrier has ended.
 * @returns the outcomes of pushes that say nothing else; those that bring news of shipments are not among them
 */
export async function hearOfSubscriptions(
  context: UseCaseContext,
  given: { shopId: string; adapter: CarrierAdapter; group: readonly PendingDelivery[] },
): Promise<Map<string, DeliveryOutcome>> {
  const outcomes = new Map<string, DeliveryOutcome>();
  const life = given.adapter.subscription?.life;
  if (!life) return outcomes;
  const lively = new Set<string>();
  for (const delivery of given.group) {
    const news = life.read(delivery.body.toString("utf8"));
    if (!news) continue;
    if (news.what === "ready" || news.what === "pushes") lively.add(news.id);
    if (news.what === "ready") outcomes.set(delivery.id, { kind: "done" });
    else if (news.what !== "pushes") outcomes.set(delivery.id, await hear(context, given, news));
  }
  for (const id of lively) await markSubscriptionLive(context.db.prisma, given.shopId, given.adapter.code, id);
  return outcomes;
}

async function hear(context: UseCaseContext, given: { shopId: string; adapter: CarrierAdapter }, news: SubscriptionNews): Promise<DeliveryOutcome> {
  const { prisma } = context.db;
  const { shopId, adapter } = given;
  if (news.what === "waits") return { kind: "ignored", reason: "The carrier has still to open this subscription." };
  if (news.what === "ended") {
    await forgetSubscription(prisma, shopId, adapter.code, news.id);
    return { kind: "done" };
  }
  const known = await subscriptionById(prisma, shopId, adapter.code, news.id);
  if (known?.live) return { kind: "ignored", reason: "This subscription pushes already." };
  const connection = await connectionOf(prisma, shopId, adapter.code, context.now());
  if (!connection?.enabled) return { kind: "ignored", reason: "The provider is not connected any more." };
  const { carrier, sent } = countingContextFor(context, adapter, connection);
  if (!adapter.subscription?.wanted(carrier.credentials)) return { kind: "ignored", reason: "The connection asks for no pushes." };
  const confirmed = await adapter.subscription.life?.confirm(news, carrier);
  const problem = confirmed?.ok === false ? confirmed.problem : null;
  const general = problem && generalProblem([problem]);
  const now = context.now();
  await noteCalls(prisma, shopId, adapter.code, { calls: sent(), problem: general, pausedUntil: general ? restUntil(general, connection.failingSince, now) : null, now });
  return problem ? { kind: "failed", message: `The subscription could not be confirmed: ${problem.message}` } : { kind: "done" };
}

import type { PendingDelivery } from "~/db/deliveries.server";
import { numberKey, shipmentsByNumber, type NumberedShipment } from "~/db/shipments.server";
import { shopByDomain } from "~/db/shops.server";
import { errorSummary } from "~/domain/errors/describe-error";
import { cleanJsonText } from "~/domain/text/clean-text";
import type { CarrierAdapter } from "~/integrations/carriers/port";

import type { UseCaseContext } from "./context";
import type { DeliveryOutcome } from "./handle-shopify-delivery";
import { hearOfSubscriptions } from "./hear-of-subscriptions";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";

/** A number is used again by its carrier after months; a push about it belongs to the newest shipment of that time. */
const REUSE_AFTER_MS = 120 * 24 * 3_600_000;

/**
 * Deals with pushes of carriers and aggregators, many at once: those of one provider to one shop are read together,
 * and their scans go to the shop's shipments with those numbers in few transactions.
 * @returns each delivery's outcome, by its id; one that fails does not hold up the others
 */
export async function handleProviderDeliveries(context: UseCaseContext, deliveries: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const outcomes = new Map<string, DeliveryOutcome>();
  for (const group of Map.groupBy(deliveries, (each) => `${each.source} ${each.shopDomain}`).values()) {
    for (const [id, outcome] of await handleGroup(context, group)) outcomes.set(id, outcome);
  }
  return outcomes;
}

async function handleGroup(context: UseCaseContext, group: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  try {
    return await readAndRecord(context, group);
  } catch (error) {
    if (group.length === 1) return new Map(group.map((each) => [each.id, { kind: "failed", message: errorSummary(error) }]));
    // Which of them it was is found by taking each alone; what was recorded before is recorded once all the same.
    const outcomes = new Map<string, DeliveryOutcome>();
    for (const delivery of group) for (const [id, outcome] of await handleGroup(context, [delivery])) outcomes.set(id, outcome);
    return outcomes;
  }
}

/** Deals with one push; see `handleProviderDeliveries`. */
export async function handleProviderDelivery(context: UseCaseContext, delivery: PendingDelivery): Promise<DeliveryOutcome> {
  const outcomes = await handleProviderDeliveries(context, [delivery]);
  return outcomes.get(delivery.id) ?? { kind: "failed", message: "It was not dealt with." };
}

/** @param group pushes of one provider to one shop, at least one */
async function readAndRecord(context: UseCaseContext, group: readonly PendingDelivery[]): Promise<Map<string, DeliveryOutcome>> {
  const [{ source, shopDomain }] = group as [PendingDelivery];
  const all = (outcome: DeliveryOutcome) => new Map(group.map((each) => [each.id, outcome]));
  const adapter = context.carriers.find(source);
  if (!adapter) return all({ kind: "ignored", reason: `No adapter reads ${source} any more.` });
  const shop = await shopByDomain(context.db.prisma, shopDomain);
  if (!shop || shop.status !== "active") return all({ kind: "ignored", reason: "The shop has uninstalled the app." });

  const outcomes = await hearOfSubscriptions(context, { shopId: shop.id, adapter, group });
  const answers = group.filter((delivery) => !outcomes.has(delivery.id)).map((delivery) => ({
    delivery,
    answer: adapter.parse(cleanJsonText(delivery.body.toString("utf8")), { httpStatus: null, receivedAt: delivery.receivedAt }),
  }));
  const numbers = answers.flatMap(({ answer }) => answer.shipments.map((each) => numberKey(each.number)));
  const byNumber = Map.groupBy(await shipmentsByNumber(context.db.prisma, shop.id, numbers), (each) => each.numberKey);

  const observations: Observation[] = [];
  for (const { delivery, answer } of answers) {
    const unreadable = answer.problems.find((problem) => problem.kind === "unparsable");
    const found = answer.shipments.flatMap((each) => byNumber.get(numberKey(each.number)) ?? []);
    if (unreadable && answer.shipments.length === 0) outcomes.set(delivery.id, { kind: "failed", message: unreadable.message });
    else if (found.length === 0) outcomes.set(delivery.id, { kind: "ignored", reason: "None of its numbers belongs to a shipment of this shop." });
    else {
      observations.push(...toObservations(adapter, answer.shipments, found));
      outcomes.set(delivery.id, { kind: "done" });
    }
  }
  await recordTrackingEvents(context, observations);
  return outcomes;
}

/** Pairs what a provider said with the shipments it is about; the newest one that can have been meant. */
export function toObservations(
  adapter: Pick<CarrierAdapter, "code" | "kind">,
  said: ReturnType<CarrierAdapter["parse"]>["shipments"],
  found: readonly Pick<NumberedShipment, "id" | "numberKey" | "shippedAt" | "further">[],
): Observation[] {
  return said.flatMap((parsed) => {
    const candidates = found.filter((each) => each.numberKey === numberKey(parsed.number));
    if (candidates.length === 0) return [];
    const newest = Math.max(...candidates.map((each) => each.shippedAt.getTime()));
    return candidates
      .filter((each) => newest - each.shippedAt.getTime() < REUSE_AFTER_MS)
      .map((shipment) => ({
        shipmentId: shipment.id,
        source: adapter.kind,
        provider: adapter.code,
        carrier: parsed.carrier,
        // Scans from long before this shipment are of the number's former life.
        events: parsed.events.filter((event) => event.time.at > shipment.shippedAt.getTime() - REUSE_AFTER_MS),
        estimate: parsed.estimate ?? undefined,
        // Silence about a further number says nothing of how the shipment's own number is told of.
        polled: shipment.further ? undefined : ("answer" as const),
        nextNumber: parsed.nextNumber,
      }));
  });
}

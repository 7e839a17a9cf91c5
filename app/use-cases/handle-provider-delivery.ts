import type { PendingDelivery } from "~/db/deliveries.server";
import { numberKey, shipmentsByNumber, type NumberedShipment } from "~/db/shipments.server";
import { shopByDomain } from "~/db/shops.server";
import type { CarrierAdapter } from "~/integrations/carriers/port";

import type { UseCaseContext } from "./context";
import type { DeliveryOutcome } from "./handle-shopify-delivery";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";

/** A number is used again by its carrier after months; a push about it belongs to the newest shipment of that time. */
const REUSE_AFTER_MS = 120 * 24 * 3_600_000;

/** Deals with one push of a carrier or aggregator: its scans go to the shop's shipments with those numbers. */
export async function handleProviderDelivery(context: UseCaseContext, delivery: PendingDelivery): Promise<DeliveryOutcome> {
  const adapter = context.carriers.find(delivery.source);
  if (!adapter) return { kind: "ignored", reason: `No adapter reads ${delivery.source} any more.` };
  const shop = await shopByDomain(context.db.prisma, delivery.shopDomain);
  if (!shop || shop.status !== "active") return { kind: "ignored", reason: "The shop has uninstalled the app." };

  const answer = adapter.parse(delivery.body.toString("utf8"), { httpStatus: null, receivedAt: delivery.receivedAt });
  const unreadable = answer.problems.find((problem) => problem.kind === "unparsable");
  if (unreadable && answer.shipments.length === 0) return { kind: "failed", message: unreadable.message };

  const found = await shipmentsByNumber(context.db.prisma, shop.id, answer.shipments.map((each) => numberKey(each.number)));
  const observations = toObservations(adapter, answer.shipments, found);
  if (observations.length === 0) return { kind: "ignored", reason: "None of its numbers belongs to a shipment of this shop." };
  await recordTrackingEvents(context, observations);
  return { kind: "done" };
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

import { DateTime } from "luxon";

import { toShopifyEvent } from "./details";
import type { DeliveryEstimate, EventSource } from "./event";
import type { ShipmentState } from "./shipment-state";

/** A fulfillment event to be written back to Shopify. `key` makes it once per shipment. */
export interface WriteBackDecision {
  key: string;
  /** Shopify's FulfillmentEventStatus. */
  status: string;
  happenedAt: number;
  message: string | null;
  /** When the carrier expects the delivery, milliseconds since the epoch; null when it has not said, or it is over. */
  estimatedAt: number | null;
}

/** News older than this when it is learnt is history that Shopify's order page needs no more, in ms. */
export const WRITE_BACK_WINDOW_MS = 14 * 24 * 3_600_000;

/** Events after which no delivery is expected any more. */
const OVER: ReadonlySet<string> = new Set(["DELIVERED", "READY_FOR_PICKUP"]);

/**
 * What of a shipment's state is written back: the status it has now, when Shopify has one for it and did not say it
 * itself. One per status and beginning of it, so that a delivery that is undone and made again is written back twice, and
 * so is a delay after the way went on in between.
 * @param expected the shipment's estimate and the source that gave it
 */
export function decideWriteBacks(state: ShipmentState, expected: { estimate: DeliveryEstimate | null; source: EventSource | null }): WriteBackDecision[] {
  const event = state.decidedBy;
  const { milestoneAt } = state;
  if (!event || event.source === "shopify" || milestoneAt === null) return [];
  if (event.receivedAt - event.time.at > WRITE_BACK_WINDOW_MS) return [];
  const status = toShopifyEvent(state.status, state.detail);
  if (!status) return [];
  const byCarrier = expected.source === "carrier" || expected.source === "aggregator";
  const estimatedAt = byCarrier && expected.estimate && !OVER.has(status) ? estimatedDeliveryAt(expected.estimate) : null;
  return [{ key: `${status}:${new Date(milestoneAt).toISOString()}`, status, happenedAt: milestoneAt, message: event.text, estimatedAt }];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The one instant that Shopify takes for an estimate: the end of a window, the end of a day in the zone in which the
 * carrier named it, and noon UTC of a day without a zone, which is that day in nearly every zone. Null for a day of which
 * neither is known.
 */
export function estimatedDeliveryAt({ latest, precision, zone }: DeliveryEstimate): number | null {
  if (precision === "instant") return latest;
  if (zone === null) return latest % DAY_MS === 0 ? latest + 12 * HOUR_MS : null;
  const day = DateTime.fromMillis(latest, { zone });
  // Shopify keeps whole seconds.
  return day.isValid ? day.endOf("day").startOf("second").toMillis() : null;
}

/** What a mapping makes of the past is written back as long as it is news; after that Shopify would write to shoppers of old things, ms. */
const NEWS_MS = 48 * HOUR_MS;

/** Why a write-back that comes from reading the past anew is not made; null when it is still news. */
export function historyFor(decision: Pick<WriteBackDecision, "happenedAt">, now: number): string | null {
  return now - decision.happenedAt > NEWS_MS ? "It was history when its scans were read anew." : null;
}

/** Why nothing is written back for a shop that has switched it off. */
export const SWITCHED_OFF = "Writing back to Shopify is switched off in the settings.";

import { toShopifyEvent } from "./details";
import type { ShipmentState } from "./shipment-state";

/** A fulfillment event to be told to Shopify. `key` makes it once per shipment. */
export interface WriteBackDecision {
  key: string;
  /** Shopify's FulfillmentEventStatus. */
  status: string;
  happenedAt: number;
  message: string | null;
}

/** News older than this when it is learnt is history that Shopify's order page needs no more, in ms. */
export const WRITE_BACK_WINDOW_MS = 14 * 24 * 3_600_000;

/**
 * What of a shipment's state Shopify should be told: the status it has now, when Shopify has a name for it and did not
 * say it itself. One per status and beginning of it, so that a delivery that is undone and made again is told twice.
 */
export function decideWriteBacks(state: ShipmentState): WriteBackDecision[] {
  const event = state.decidedBy;
  if (!event || event.source === "shopify" || state.statusAt === null) return [];
  if (event.receivedAt - event.time.at > WRITE_BACK_WINDOW_MS) return [];
  const status = toShopifyEvent(state.status, state.detail);
  if (!status) return [];
  return [{ key: `${status}:${new Date(state.statusAt).toISOString()}`, status, happenedAt: state.statusAt, message: event.text }];
}

/** What a mapping makes of the past is told as long as it is news; after that Shopify would write to shoppers of old things, ms. */
const NEWS_MS = 48 * 3_600_000;

/** Why a write-back that comes from reading the past anew is not made; null when it is still news. */
export function historyFor(decision: Pick<WriteBackDecision, "happenedAt">, now: number): string | null {
  return now - decision.happenedAt > NEWS_MS ? "It was history when its scans were read anew." : null;
}

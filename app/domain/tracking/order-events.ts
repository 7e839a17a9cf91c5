import type { EventSource, EventTime, TrackingEvent } from "./event";

/** A scan more than this ahead of the moment it was received is a wrong clock or a promise, not a fact, in ms. */
export const FUTURE_TOLERANCE_MS = 10 * 60_000;

/** A wall clock without an offset can be this far off UTC, in ms: time zones span from −12 to +14 hours. */
const LOCAL_SLACK_MS = 14 * 3_600_000;

/**
 * The written rule for sources that contradict each other: who was nearer to the parcel is believed.
 * A merchant's own word stands above all; a carrier's own answer above an aggregator's copy of it; Shopify's
 * fulfillment events, which anybody with access may write, below both.
 */
const TRUST: Record<EventSource, number> = { manual: 5, api: 4, carrier: 3, aggregator: 2, shopify: 1, csv: 1 };

/** How far a source is believed when two disagree; more is better. */
export function trustOf(source: EventSource): number {
  return TRUST[source];
}

/** True when the scan claims to be later than it could be when it was received. */
export function isInFuture(event: TrackingEvent): boolean {
  const slack = event.time.certainty === "local" ? LOCAL_SLACK_MS : event.time.certainty === "date" ? 24 * 3_600_000 : 0;
  return event.time.at > event.receivedAt + FUTURE_TOLERANCE_MS + slack;
}

/**
 * How far a delivery has come with each status: decides between scans of one instant (carriers often stamp
 * "arrived" and "out for delivery" with the same minute, or with the same date alone), and of those without any.
 */
export const PROGRESS: Readonly<Record<TrackingEvent["status"], number>> = {
  UNKNOWN: 0,
  PENDING: 1,
  PRE_TRANSIT: 2,
  IN_TRANSIT: 3,
  EXCEPTION: 4,
  OUT_FOR_DELIVERY: 5,
  ATTEMPTED_DELIVERY: 6,
  READY_FOR_PICKUP: 7,
  RETURNING: 8,
  EXPIRED: 9,
  DELIVERED: 10,
  RETURNED: 11,
};

/**
 * Oldest first: by instant, then by how far the status is, then by trust, then by key, so that any order of arrival
 * gives one order. A date without a time stands at the end of what is known of that day's start: it is compared by
 * its day's first instant, and loses only against a clock time of a later moment.
 */
export function byTime(a: TrackingEvent, b: TrackingEvent): number {
  return (
    a.time.at - b.time.at ||
    PROGRESS[a.status] - PROGRESS[b.status] ||
    trustOf(a.source) - trustOf(b.source) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** True for a scan whose source gave no usable time. */
export function isUndated(event: { readonly time: EventTime }): boolean {
  return event.time.certainty === "received";
}

/**
 * Oldest first, as `byTime`, with undated scans as late as they can have been: behind every dated scan that had
 * happened when they were first heard of. Those that nothing dated lies between are in the order of their progress,
 * whenever each was heard of, so that one answer or many, in any order, give one order.
 */
export function inOrder(events: readonly TrackingEvent[]): TrackingEvent[] {
  const dated = events.filter((event) => !isUndated(event)).sort(byTime);
  if (dated.length === events.length) return dated;
  const undated = events.filter(isUndated).map((event) => ({ event, after: dated.filter((other) => other.time.at <= event.time.at).length }));
  const order: TrackingEvent[] = [];
  for (let place = 0; place <= dated.length; place += 1) {
    order.push(...undated.filter(({ after }) => after === place).map(({ event }) => event).sort(byProgress));
    const next = dated[place];
    if (next) order.push(next);
  }
  return order;
}

function byProgress(a: TrackingEvent, b: TrackingEvent): number {
  return PROGRESS[a.status] - PROGRESS[b.status] || trustOf(a.source) - trustOf(b.source) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** One scan per key, the copy that was received first: later copies add nothing. */
export function withoutCopies(events: readonly TrackingEvent[]): TrackingEvent[] {
  const byKey = new Map<string, TrackingEvent>();
  for (const event of events) {
    const known = byKey.get(event.key);
    if (!known || event.receivedAt < known.receivedAt) byKey.set(event.key, event);
  }
  return [...byKey.values()];
}

import { computeState } from "~/domain/tracking/compute-state";
import type { TrackingEvent } from "~/domain/tracking/event";
import { inOrder, isUndated, PROGRESS, trustOf, withoutCopies } from "~/domain/tracking/order-events";
import type { ShipmentFacts } from "~/domain/tracking/shipment-state";

/** Two sources that tell of one thing are seldom further apart than this, ms. */
const ECHO_MS = 2 * 3_600_000;

/**
 * The scans a shopper is shown, oldest first: without those withdrawn or from the future, and each thing told once,
 * by the source nearest to the parcel.
 */
export function visibleScans(facts: ShipmentFacts, events: readonly TrackingEvent[]): TrackingEvent[] {
  const { notes } = computeState(facts, events);
  const hidden = new Set(notes.filter((note) => note.kind === "withdrawn" || note.kind === "future_time").map((note) => note.eventKey));
  const kept = withoutCopies(events).filter((event) => !hidden.has(event.key) && !(event.withdraws && event.status === "UNKNOWN"));
  const shown = inOrder(kept.filter((event) => !kept.some((other) => isEcho(event, other))));
  const past = new Set(notes.filter((note) => note.kind === "undated").map((note) => note.eventKey));
  return shown.filter((event) => past.has(event.key)).reduce(beforeWhatIsAsFar, shown.filter((event) => !past.has(event.key)));
}

/** Puts a scan without a time, that the shipment was past already, before the first that is further, else as far. */
function beforeWhatIsAsFar(order: readonly TrackingEvent[], event: TrackingEvent): TrackingEvent[] {
  const further = order.findIndex((other) => PROGRESS[other.status] > PROGRESS[event.status]);
  const found = further === -1 ? order.findIndex((other) => other.status === event.status) : further;
  return order.toSpliced(found === -1 ? order.length : found, 0, event);
}

/** True when another source, nearer to the parcel, says the same at about the same time. */
function isEcho(event: TrackingEvent, other: TrackingEvent): boolean {
  return (
    other !== event &&
    event.status !== "UNKNOWN" &&
    other.provider !== event.provider &&
    other.status === event.status &&
    trustOf(other.source) > trustOf(event.source) &&
    (Math.abs(other.time.at - event.time.at) <= ECHO_MS || event.time.certainty === "date" || isUndated(event))
  );
}

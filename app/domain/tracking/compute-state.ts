import { toShopifyEvent } from "./details";
import type { TrackingEvent } from "./event";
import { mayFollow, note, onReturnLeg } from "./may-follow";
import { inOrder, isInFuture, isUndated, PROGRESS, trustOf, withoutCopies } from "./order-events";
import type { ShipmentFacts, ShipmentState, StateNote } from "./shipment-state";
import type { ShipmentStatus } from "./status";
import { withdrawnScans } from "./withdrawn-scans";

/** Statuses that show that a carrier has had the shipment in its hands. */
const SCANNED: ReadonlySet<TrackingEvent["status"]> = new Set([
  "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "DELIVERED", "EXCEPTION", "RETURNING", "RETURNED",
]);

/** What can be the matter before any carrier has had it: a voided label is no scan, and nothing was shipped by it. */
const BEFORE_SCAN: ReadonlySet<TrackingEvent["detail"]> = new Set(["cancelled", "not_received", "pickup_failed", "invalid_number"]);

const isScanned = ({ status, detail }: TrackingEvent): boolean => SCANNED.has(status) && !(status === "EXCEPTION" && BEFORE_SCAN.has(detail));

/**
 * A shipment's state out of its facts and its events. Pure; the same for any order, any copies, any split into batches.
 *
 * The rules, in order:
 * 1. Copies count once; withdrawn scans, UNKNOWN scans and scans from the future never decide.
 * 2. Scans are put in order by when they happened, not by when they were heard of: a late scan fills the timeline and
 *    never moves the shipment backwards.
 * 3. A label's or a plan's scan (PENDING, PRE_TRANSIT) never takes a scanned shipment back.
 * 4. After DELIVERED or RETURNED, only a scan of the same or a higher trust undoes it; one of a lower trust, or a
 *    transit scan within 12 h stamped with a date alone, is a straggler.
 * 5. A scan on a leg back, and everything DELIVERED after a RETURNING scan, is a return: delivered to the sender.
 * 6. A scan without a time only ever moves the shipment on: it counts when it is further than every dated scan that had
 *    happened when it was first heard of. Without a time, RETURNING makes a return of a delivery that no source nearer
 *    to the parcel reported (docs/decisions/undated-scans.md).
 */
export function computeState(facts: ShipmentFacts, given: readonly TrackingEvent[]): ShipmentState {
  const events = inOrder(withoutCopies(given));
  const notes: StateNote[] = [];
  const withdrawn = new Set<string>();
  for (const { correction, before } of withdrawnScans(events)) {
    if (before) {
      withdrawn.add(before.key);
      notes.push(note("withdrawn", before, "The carrier withdrew this scan."));
    }
    // The correction itself is shown in the timeline and decides nothing unless its map gave it a status.
    if (correction.status === "UNKNOWN") withdrawn.add(correction.key);
  }

  let decidedBy: TrackingEvent | null = null;
  let status: ShipmentStatus = "PENDING";
  let statusAt: number | null = null;
  let milestoneAt: number | null = null;
  let firstScanAt: number | null = null;
  let deliveredAt: number | null = null;
  let lastEventAt: number | null = null;
  let returning = facts.direction === "return" ? null : false;
  /** How far the dated scans had come, and the trust of who said without a time that it comes back. */
  let furthest = 0;
  let turnedBackBy = 0;

  for (const event of events) {
    if (withdrawn.has(event.key)) continue;
    if (isInFuture(event)) {
      notes.push(note("future_time", event, "The source gives a time that had not come yet when it was received; it does not decide the status."));
      continue;
    }
    const undated = isUndated(event);
    if (!undated) lastEventAt = latest(lastEventAt, event.time.at);
    if (event.time.certainty === "local") notes.push(note("time_unsure", event, "The source did not say its time zone."));
    if (event.status === "UNKNOWN") continue;
    if (isScanned(event)) firstScanAt = earliest(firstScanAt, event.time.at);

    const toSender = event.status === "DELIVERED" && trustOf(event.source) <= turnedBackBy;
    const next = onReturnLeg(event, returning === false && toSender ? true : returning);
    const back = next === "RETURNING" || next === "RETURNED";
    if (undated && back) turnedBackBy = Math.max(turnedBackBy, trustOf(event.source));
    if (!undated && back && returning !== null) returning = true;
    if (undated && decidedBy && (PROGRESS[next] <= furthest || PROGRESS[next] < PROGRESS[status])) {
      notes.push(note("undated", event, "The source gives no time for this scan, and the shipment was as far already; it does not decide the status."));
      continue;
    }

    if (!mayFollow(status, decidedBy, next, event, notes)) continue;
    if (undated) lastEventAt = latest(lastEventAt, event.time.at);
    else furthest = Math.max(furthest, PROGRESS[next]);
    if (status === "DELIVERED" && next !== "DELIVERED") {
      notes.push(note("delivery_undone", event, "A delivery was reported before; the carrier has scanned it again since."));
      deliveredAt = null;
    }
    // A repeat of the same status keeps its beginning; a better detail of it is taken over.
    if (next !== status) statusAt = event.time.at;
    else if (statusAt !== null) statusAt = Math.min(statusAt, event.time.at);
    if (next === "DELIVERED") deliveredAt = earliest(deliveredAt, event.time.at);
    if (next === status && decidedBy?.detail && !event.detail) continue;
    const sameMilestone = decidedBy !== null && toShopifyEvent(next, event.detail) === toShopifyEvent(status, decidedBy.detail);
    milestoneAt = sameMilestone && milestoneAt !== null ? Math.min(milestoneAt, event.time.at) : event.time.at;
    status = next;
    decidedBy = event;
  }
  if (status === "DELIVERED" && returning !== null && decidedBy && trustOf(decidedBy.source) <= turnedBackBy) {
    status = "RETURNED";
    deliveredAt = null;
  }

  return {
    status,
    detail: decidedBy?.detail ?? null,
    statusAt,
    milestoneAt,
    firstScanAt,
    // Where nothing is dated and nothing was understood, hearing of it is all there is.
    lastEventAt: lastEventAt ?? events.reduce<number | null>((at, event) => (isUndated(event) ? latest(at, event.time.at) : at), null),
    deliveredAt,
    eventCount: events.length,
    decidedBy,
    notes,
  };
}

function latest(known: number | null, at: number): number {
  return known === null ? at : Math.max(known, at);
}

function earliest(known: number | null, at: number): number {
  return known === null ? at : Math.min(known, at);
}

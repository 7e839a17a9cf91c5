import type { TrackingEvent } from "./event";
import { byTime, isInFuture, trustOf, withoutCopies } from "./order-events";
import type { ShipmentFacts, ShipmentState, StateNote } from "./shipment-state";
import type { ShipmentStatus } from "./status";

/** Statuses that show that a carrier has had the shipment in its hands. */
const SCANNED: ReadonlySet<TrackingEvent["status"]> = new Set([
  "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "DELIVERED", "EXCEPTION", "RETURNING", "RETURNED",
]);

/** What can be the matter before any carrier has had it: a voided label is no scan, and nothing was shipped by it. */
const BEFORE_SCAN: ReadonlySet<TrackingEvent["detail"]> = new Set(["cancelled", "not_received", "pickup_failed", "invalid_number"]);

const isScanned = ({ status, detail }: TrackingEvent): boolean => SCANNED.has(status) && !(status === "EXCEPTION" && BEFORE_SCAN.has(detail));

/** How long after a delivery a scan of a less trusted source may still be a straggler, in ms. */
const STRAGGLER_MS = 12 * 3_600_000;

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
 */
export function computeState(facts: ShipmentFacts, given: readonly TrackingEvent[]): ShipmentState {
  const events = withoutCopies(given).sort(byTime);
  const notes: StateNote[] = [];
  const withdrawn = withdrawnKeys(events, notes);

  let decidedBy: TrackingEvent | null = null;
  let status: ShipmentStatus = "PENDING";
  let statusAt: number | null = null;
  let firstScanAt: number | null = null;
  let deliveredAt: number | null = null;
  let lastEventAt: number | null = null;
  let returning = facts.direction === "return" ? null : false;

  for (const event of events) {
    if (withdrawn.has(event.key)) continue;
    if (isInFuture(event)) {
      notes.push(note("future_time", event, "The source gives a time that had not come yet when it was received; it does not decide the status."));
      continue;
    }
    lastEventAt = event.time.at;
    if (event.time.certainty === "local") notes.push(note("time_unsure", event, "The source did not say its time zone."));
    if (event.status === "UNKNOWN") continue;
    if (isScanned(event)) firstScanAt ??= event.time.at;

    const next = onReturnLeg(event, returning);
    if (next === "RETURNING" || next === "RETURNED") returning = returning === null ? null : true;

    if (!mayFollow(status, decidedBy, next, event, notes)) continue;
    if (status === "DELIVERED" && next !== "DELIVERED") {
      notes.push(note("delivery_undone", event, "A delivery was reported before; the carrier has scanned it again since."));
      deliveredAt = null;
    }
    // A repeat of the same status keeps its beginning; a better detail of it is taken over.
    if (next !== status) statusAt = event.time.at;
    if (next === "DELIVERED") deliveredAt ??= event.time.at;
    if (next === status && decidedBy?.detail && !event.detail) continue;
    status = next;
    decidedBy = event;
  }

  return {
    status,
    detail: decidedBy?.detail ?? null,
    statusAt,
    firstScanAt,
    lastEventAt,
    deliveredAt,
    eventCount: events.length,
    decidedBy,
    notes,
  };
}

/** Each withdrawing scan takes back the scan before it of the same provider. */
function withdrawnKeys(events: readonly TrackingEvent[], notes: StateNote[]): Set<string> {
  const withdrawn = new Set<string>();
  const last = new Map<string, TrackingEvent>();
  for (const event of events) {
    if (event.withdraws) {
      const before = last.get(event.provider);
      if (before) {
        withdrawn.add(before.key);
        notes.push(note("withdrawn", before, "The carrier withdrew this scan."));
      }
      // The correction itself is shown in the timeline and decides nothing unless its map gave it a status.
      if (event.status === "UNKNOWN") withdrawn.add(event.key);
    }
    last.set(event.provider, event);
  }
  return withdrawn;
}

/** What a scan means on the way back: delivered there is returned. */
function onReturnLeg(event: TrackingEvent, returning: boolean | null): ShipmentStatus {
  const status = event.status as ShipmentStatus;
  // A return shipment is on its way back as a whole: its delivery is a delivery.
  if (returning === null) return status;
  if (status === "DELIVERED" && (event.returnLeg || returning)) return "RETURNED";
  if (event.returnLeg && (status === "IN_TRANSIT" || status === "OUT_FOR_DELIVERY")) return "RETURNING";
  if (returning && status === "IN_TRANSIT" && event.detail !== "resumed") return "RETURNING";
  return status;
}

function mayFollow(
  status: ShipmentStatus,
  decidedBy: TrackingEvent | null,
  next: ShipmentStatus,
  event: TrackingEvent,
  notes: StateNote[],
): boolean {
  if (!decidedBy) return true;
  const early = next === "PENDING" || next === "PRE_TRANSIT";
  if (early && status !== "PENDING" && status !== "PRE_TRANSIT") {
    // A voided label says something even after a scan; any other early word does not.
    return event.source === "manual";
  }
  if (next === "PENDING" && status === "PRE_TRANSIT") return false;
  if (status !== "DELIVERED" && status !== "RETURNED") {
    return true;
  }
  if (next === status) return true;
  if (next === "EXPIRED") return false;
  if (trustOf(event.source) < trustOf(decidedBy.source)) {
    notes.push(note("sources_disagree", event, `${event.provider} says ${next}, ${decidedBy.provider} said ${status}; the nearer source is believed.`));
    return false;
  }
  const straggler = event.time.certainty !== "exact" && event.time.at - decidedBy.time.at < STRAGGLER_MS && next !== "RETURNING" && next !== "RETURNED";
  if (straggler) {
    notes.push(note("late_scan", event, "A scan without an exact time came close after the delivery; it does not undo it."));
    return false;
  }
  return true;
}

function note(kind: StateNote["kind"], event: TrackingEvent, message: string): StateNote {
  return { kind, eventKey: event.key, message };
}

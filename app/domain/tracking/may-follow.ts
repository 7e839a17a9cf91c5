import type { TrackingEvent } from "./event";
import { trustOf } from "./order-events";
import type { StateNote } from "./shipment-state";
import type { ShipmentStatus } from "./status";

/** How long after a delivery a scan of a less trusted source may still be a straggler, in ms. */
const STRAGGLER_MS = 12 * 3_600_000;

/** What a scan means on the way back: delivered there is returned. */
export function onReturnLeg(event: TrackingEvent, returning: boolean | null): ShipmentStatus {
  const status = event.status as ShipmentStatus;
  // A return shipment is on its way back as a whole: its delivery is a delivery.
  if (returning === null) return status;
  if (status === "DELIVERED" && (event.returnLeg || returning)) return "RETURNED";
  if (event.returnLeg && (status === "IN_TRANSIT" || status === "OUT_FOR_DELIVERY")) return "RETURNING";
  if (returning && status === "IN_TRANSIT" && event.detail !== "resumed") return "RETURNING";
  return status;
}

/** Whether a scan may follow the present status; where it may not, `notes` says why. */
export function mayFollow(
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

export function note(kind: StateNote["kind"], event: TrackingEvent, message: string): StateNote {
  return { kind, eventKey: event.key, message };
}

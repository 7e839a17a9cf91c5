import type { EventTime, TrackingEvent } from "./event";
import type { ShipmentStatus, TrackingDetail } from "./status";

/** A step as a shopper sees it. */
export type ProgressStepKey =
  | "ordered"
  | "shipped"
  | "on_the_way"
  | "out_for_delivery"
  | "delivered"
  | "ready_for_pickup"
  | "collected"
  | "returning"
  | "returned"
  | "return_registered"
  | "return_on_the_way"
  | "return_received";

/** `problem` is the step at which the shipment stands and does not get on by itself. */
export type ProgressStepState = "done" | "current" | "problem" | "upcoming";

export type Moment = Pick<EventTime, "at" | "certainty" | "zone">;

export interface ProgressStep {
  key: ProgressStepKey;
  state: ProgressStepState;
  /** When the step was reached; null when it was not, or when nobody said. */
  moment: Moment | null;
}

/** What the steps are computed from. Instants are milliseconds since the epoch. */
export interface ProgressInput {
  status: ShipmentStatus;
  detail: TrackingDetail | null;
  direction: "out" | "return";
  orderedAt: number;
  shippedAt: number;
  /** The scans that count, oldest first. */
  events: readonly Pick<TrackingEvent, "status" | "detail" | "time">[];
}

const DELIVERY: readonly ProgressStepKey[] = ["ordered", "shipped", "on_the_way", "out_for_delivery", "delivered"];
const PICKUP: readonly ProgressStepKey[] = ["ordered", "shipped", "on_the_way", "ready_for_pickup", "collected"];
const TO_SENDER: readonly ProgressStepKey[] = ["ordered", "shipped", "on_the_way", "returning", "returned"];
const CUSTOMER_RETURN: readonly ProgressStepKey[] = ["return_registered", "return_on_the_way", "return_received"];

/**
 * The steps of one shipment, in order: the way to the door, to a pick-up point, back to the sender, or a shopper's
 * own return. Exactly one step is current or a problem until the way is complete; then all are done.
 */
export function progressOf(input: ProgressInput): ProgressStep[] {
  const keys = stepsFor(input);
  const last = keys.length - 1;
  const reached = reachedStep(keys, input);
  const complete = reached === last && isComplete(input.status);
  const stuck = isStuck(input.status);
  return keys.map((key, index) => {
    const state: ProgressStepState =
      index < reached || complete ? "done" : index > reached ? "upcoming" : stuck ? "problem" : "current";
    return { key, state, moment: state === "upcoming" ? null : momentOf(key, input) };
  });
}

function stepsFor({ status, detail, direction, events }: ProgressInput): readonly ProgressStepKey[] {
  if (direction === "return") return CUSTOMER_RETURN;
  if (status === "RETURNING" || status === "RETURNED") return TO_SENDER;
  if (status === "READY_FOR_PICKUP") return PICKUP;
  const waited = events.some((event) => event.status === "READY_FOR_PICKUP");
  if (status === "DELIVERED" && (detail === "collected" || waited)) return PICKUP;
  return DELIVERY;
}

function reachedStep(keys: readonly ProgressStepKey[], input: ProgressInput): number {
  const index = keys.indexOf(stepAt(input));
  // A way that lacks the step (a return has no last mile) stands on the step before its end.
  return index === -1 ? keys.length - 2 : index;
}

function stepAt(input: ProgressInput): ProgressStepKey {
  const back = input.direction === "return";
  switch (input.status) {
    case "PENDING":
    case "PRE_TRANSIT":
      return back ? "return_registered" : "shipped";
    case "IN_TRANSIT":
      return back ? "return_on_the_way" : "on_the_way";
    case "OUT_FOR_DELIVERY":
    case "ATTEMPTED_DELIVERY":
      return back ? "return_on_the_way" : "out_for_delivery";
    case "READY_FOR_PICKUP":
      return "ready_for_pickup";
    case "DELIVERED":
      return back ? "return_received" : stepsFor(input) === PICKUP ? "collected" : "delivered";
    case "RETURNING":
      return "returning";
    case "RETURNED":
      return "returned";
    case "EXCEPTION":
    case "EXPIRED":
      return furthest(input);
  }
}

/** Where something went wrong: the furthest step that a scan has shown. */
function furthest({ direction, events }: ProgressInput): ProgressStepKey {
  const seen = new Set(events.map((event) => event.status));
  const scanned = [...seen].some((status) => status !== "PENDING" && status !== "PRE_TRANSIT" && status !== "UNKNOWN" && status !== "EXPIRED");
  if (direction === "return") return scanned ? "return_on_the_way" : "return_registered";
  if (seen.has("OUT_FOR_DELIVERY") || seen.has("ATTEMPTED_DELIVERY")) return "out_for_delivery";
  return scanned ? "on_the_way" : "shipped";
}

function isComplete(status: ShipmentStatus): boolean {
  return status === "DELIVERED" || status === "RETURNED";
}

function isStuck(status: ShipmentStatus): boolean {
  return status === "EXCEPTION" || status === "EXPIRED" || status === "ATTEMPTED_DELIVERY";
}

/** Which scans reach a step; `first` where the step begins with them, `last` where the newest is meant. */
const REACHED_BY: Partial<Record<ProgressStepKey, { statuses: readonly TrackingEvent["status"][]; take: "first" | "last" }>> = {
  on_the_way: { statuses: ["IN_TRANSIT"], take: "first" },
  out_for_delivery: { statuses: ["OUT_FOR_DELIVERY"], take: "last" },
  delivered: { statuses: ["DELIVERED"], take: "first" },
  ready_for_pickup: { statuses: ["READY_FOR_PICKUP"], take: "first" },
  collected: { statuses: ["DELIVERED"], take: "first" },
  returning: { statuses: ["RETURNING"], take: "first" },
  returned: { statuses: ["RETURNED", "DELIVERED"], take: "last" },
  return_on_the_way: { statuses: ["IN_TRANSIT", "RETURNING"], take: "first" },
  return_received: { statuses: ["DELIVERED", "RETURNED"], take: "first" },
};

function momentOf(key: ProgressStepKey, input: ProgressInput): Moment | null {
  if (key === "ordered") return { at: input.orderedAt, certainty: "exact", zone: null };
  if (key === "shipped" || key === "return_registered") return { at: input.shippedAt, certainty: "exact", zone: null };
  const rule = REACHED_BY[key];
  if (!rule) return null;
  const found = input.events.filter((event) => rule.statuses.includes(event.status));
  const event = rule.take === "first" ? found[0] : found.at(-1);
  // "Received" is when Milepost heard of it: not a time at which anything happened.
  if (!event || event.time.certainty === "received") return null;
  return { at: event.time.at, certainty: event.time.certainty, zone: event.time.zone };
}

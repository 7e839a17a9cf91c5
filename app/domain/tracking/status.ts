/**
 * The status model: what a shipment, or one scan of it, can be.
 *
 * A superset of AfterShip's 9 tags + 49 sub-tags and 17TRACK's 9 + 30, so that either maps without loss:
 * a status says where the shipment stands, a detail says why or how.
 */

/** Every status, in the order in which a delivery normally passes them. */
export const TRACKING_STATUSES = [
  "PENDING",
  "PRE_TRANSIT",
  "IN_TRANSIT",
  "OUT_FOR_DELIVERY",
  "ATTEMPTED_DELIVERY",
  "READY_FOR_PICKUP",
  "DELIVERED",
  "EXCEPTION",
  "RETURNING",
  "RETURNED",
  "EXPIRED",
  "UNKNOWN",
] as const;

/**
 * `UNKNOWN` belongs to events alone: a code that no map knows. It is kept, counted and shown to the merchant,
 * and is never the reason that a shipment's status changes.
 */
export type TrackingStatus = (typeof TRACKING_STATUSES)[number];

/** What a shipment can be; a shipment is never `UNKNOWN`. */
export type ShipmentStatus = Exclude<TrackingStatus, "UNKNOWN">;

/** Every detail. Which go with which status is told by `STATUS_DETAILS` in ./details. */
export const TRACKING_DETAILS = [
  // before the carrier has it
  "label_created",
  "with_partner",
  "pickup_scheduled",
  "pickup_failed",
  // on the way
  "accepted",
  "departed",
  "arrived",
  "arrived_destination_country",
  "arrived_delivery_facility",
  "customs",
  "customs_cleared",
  "customs_documents",
  "handed_to_partner",
  "forwarded",
  "redirected",
  "rescheduled",
  "resumed",
  "on_hold",
  // the last mile
  "contacted",
  "appointment",
  "parcel_shop",
  "locker",
  "post_office",
  "last_notice",
  // delivered how
  "signed",
  "neighbour",
  "safe_place",
  "mailbox",
  "reception",
  "collected",
  "cash_on_delivery",
  "partial",
  // what went wrong
  "not_home",
  "closed",
  "no_access",
  "address",
  "moved",
  "refused",
  "unclaimed",
  "undeliverable",
  "damaged",
  "lost",
  "destroyed",
  "delayed",
  "weather",
  "missed_connection",
  "missorted",
  "held",
  "payment_due",
  "security",
  "prohibited",
  "oversize",
  "cancelled",
  "carrier_refused",
  "not_received",
  "recalled",
  "invalid_number",
  "other",
] as const;

export type TrackingDetail = (typeof TRACKING_DETAILS)[number];

/** How one scan is understood. `mapping` names what understood it, e.g. `ups/codes@1`, or null when nothing did. */
export interface Understanding {
  status: TrackingStatus;
  detail: TrackingDetail | null;
  mapping: string | null;
}

/** The answer for what nobody knows. */
export const NOT_UNDERSTOOD: Understanding = { status: "UNKNOWN", detail: null, mapping: null };

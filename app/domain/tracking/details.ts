import type { ShipmentStatus, TrackingDetail, TrackingStatus } from "./status";

/** Which details go with which status. A map that pairs others is wrong: a test walks every map. */
export const STATUS_DETAILS: Readonly<Record<TrackingStatus, readonly TrackingDetail[]>> = {
  PENDING: ["invalid_number"],
  PRE_TRANSIT: ["label_created", "with_partner", "pickup_scheduled", "pickup_failed", "delayed", "cancelled", "not_received"],
  IN_TRANSIT: [
    "accepted", "departed", "arrived", "arrived_destination_country", "arrived_delivery_facility", "customs", "customs_cleared",
    "customs_documents", "handed_to_partner", "forwarded", "redirected", "rescheduled", "resumed", "on_hold", "delayed", "weather",
    "missorted", "missed_connection", "contacted", "appointment", "address", "damaged", "payment_due", "held", "parcel_shop",
  ],
  OUT_FOR_DELIVERY: ["contacted", "appointment", "rescheduled"],
  ATTEMPTED_DELIVERY: [
    "not_home", "closed", "no_access", "address", "refused", "payment_due", "security", "rescheduled", "last_notice", "damaged", "missorted", "delayed",
    "weather", "unclaimed", "other",
  ],
  READY_FOR_PICKUP: ["parcel_shop", "locker", "post_office", "last_notice", "not_home"],
  DELIVERED: ["signed", "neighbour", "safe_place", "mailbox", "reception", "locker", "parcel_shop", "collected", "cash_on_delivery", "partial", "damaged"],
  EXCEPTION: [
    "address", "moved", "refused", "unclaimed", "undeliverable", "damaged", "lost", "destroyed", "delayed", "weather", "missed_connection",
    "missorted", "held", "on_hold", "payment_due", "security", "prohibited", "oversize", "cancelled", "carrier_refused", "not_received",
    "customs", "customs_documents", "not_home", "closed", "no_access", "pickup_failed", "recalled", "invalid_number", "partial", "other",
  ],
  RETURNING: [
    "refused", "unclaimed", "address", "moved", "undeliverable", "recalled", "customs", "damaged", "closed", "not_home", "no_access", "payment_due", "prohibited",
    "oversize", "missorted", "cancelled", "other",
  ],
  RETURNED: ["refused", "unclaimed", "address", "moved", "undeliverable", "recalled", "damaged", "other"],
  EXPIRED: [],
  UNKNOWN: ["invalid_number"],
};

/** Who can mend what is the matter. */
export type Actor = "shopper" | "merchant" | "carrier" | "nobody";

/** A detail where it goes with the status, else null: a carrier's table may say more than a sentence for shoppers can. */
export function fittingDetail(status: TrackingStatus, detail: TrackingDetail | null | undefined): TrackingDetail | null {
  return detail !== null && detail !== undefined && STATUS_DETAILS[status].includes(detail) ? detail : null;
}

const SHOPPER: ReadonlySet<TrackingDetail> = new Set([
  "not_home", "closed", "no_access", "payment_due", "unclaimed", "parcel_shop", "locker", "post_office", "last_notice", "appointment", "contacted",
]);
const MERCHANT: ReadonlySet<TrackingDetail> = new Set([
  "lost", "damaged", "destroyed", "refused", "undeliverable", "cancelled", "carrier_refused", "not_received", "prohibited", "oversize",
  "recalled", "invalid_number", "pickup_failed", "partial", "address", "moved", "customs_documents",
]);
const CARRIER: ReadonlySet<TrackingDetail> = new Set(["missorted", "missed_connection", "delayed", "held", "on_hold", "security", "customs"]);

/**
 * Who can do something about a shipment that stands like this. The weather can be mended by nobody; a parcel waiting
 * in a shop by the shopper; a lost one by the merchant, who reships or refunds.
 */
export function whoCanAct(status: TrackingStatus, detail: TrackingDetail | null): Actor {
  if (status === "READY_FOR_PICKUP") return "shopper";
  if (status === "RETURNING" || status === "RETURNED" || status === "EXPIRED") return "merchant";
  if (status === "ATTEMPTED_DELIVERY") return detail === "address" || detail === "refused" ? "merchant" : "shopper";
  if (status !== "EXCEPTION" && status !== "PRE_TRANSIT" && status !== "IN_TRANSIT") return "nobody";
  if (detail === null) return status === "EXCEPTION" ? "carrier" : "nobody";
  if (SHOPPER.has(detail)) return "shopper";
  if (MERCHANT.has(detail)) return "merchant";
  return CARRIER.has(detail) ? "carrier" : "nobody";
}

function isStatedDelay(detail: TrackingDetail | null): boolean {
  return detail !== null && STATED_DELAYS.has(detail);
}

/** Shopify's FulfillmentEventStatus (Admin API 2026-10). */
export type ShopifyEventStatus =
  | "ATTEMPTED_DELIVERY" | "CARRIER_PICKED_UP" | "CONFIRMED" | "DELAYED" | "DELIVERED" | "FAILURE" | "IN_TRANSIT"
  | "LABEL_PRINTED" | "LABEL_PURCHASED" | "OUT_FOR_DELIVERY" | "READY_FOR_PICKUP";

/**
 * Details with which a carrier states a delay, which is what Shopify calls DELAYED. A hold, customs, a wrong sorting or a
 * new date may or may not make it later than planned: the carrier has not said so.
 */
const STATED_DELAYS: ReadonlySet<TrackingDetail> = new Set(["delayed", "weather", "missed_connection"]);

/**
 * The fulfillment event that a status is written back as; null where Shopify has none. There is none for returns, and
 * FAILURE is about a fulfillment that could not be made: it is not used for a parcel in trouble. CARRIER_PICKED_UP is the
 * carrier's pickup or acceptance scan, DELAYED a delay that the carrier states.
 */
export function toShopifyEvent(status: ShipmentStatus, detail: TrackingDetail | null): ShopifyEventStatus | null {
  switch (status) {
    case "PRE_TRANSIT":
      return detail === "cancelled" ? null : isStatedDelay(detail) ? "DELAYED" : "LABEL_PURCHASED";
    case "IN_TRANSIT":
      return detail === "accepted" ? "CARRIER_PICKED_UP" : isStatedDelay(detail) ? "DELAYED" : "IN_TRANSIT";
    case "OUT_FOR_DELIVERY":
    case "ATTEMPTED_DELIVERY":
    case "READY_FOR_PICKUP":
    case "DELIVERED":
      return status;
    case "EXCEPTION":
      return isStatedDelay(detail) ? "DELAYED" : null;
    case "PENDING":
    case "RETURNING":
    case "RETURNED":
    case "EXPIRED":
      return null;
  }
}

import type { Understanding } from "~/domain/tracking/status";
import { NOT_UNDERSTOOD } from "~/domain/tracking/status";

/** Which map understood a Shopify fulfillment event. */
export const SHOPIFY_MAPPING = "shopify/fulfillment-events@1";

/**
 * Shopify's FulfillmentEventStatus (Admin API 2026-10, shopify.dev) as Milepost's statuses.
 * CONFIRMED is Shopify's default when nothing more is known, so it is no news of the parcel; FAILURE says that the
 * fulfillment failed and not why.
 */
const STATUSES: Readonly<Record<string, Pick<Understanding, "status" | "detail">>> = {
  CONFIRMED: { status: "PENDING", detail: null },
  LABEL_PURCHASED: { status: "PRE_TRANSIT", detail: "label_created" },
  LABEL_PRINTED: { status: "PRE_TRANSIT", detail: "label_created" },
  CARRIER_PICKED_UP: { status: "IN_TRANSIT", detail: "accepted" },
  IN_TRANSIT: { status: "IN_TRANSIT", detail: null },
  DELAYED: { status: "EXCEPTION", detail: "delayed" },
  OUT_FOR_DELIVERY: { status: "OUT_FOR_DELIVERY", detail: null },
  ATTEMPTED_DELIVERY: { status: "ATTEMPTED_DELIVERY", detail: null },
  READY_FOR_PICKUP: { status: "READY_FOR_PICKUP", detail: null },
  DELIVERED: { status: "DELIVERED", detail: null },
  FAILURE: { status: "EXCEPTION", detail: "other" },
};

/** How a Shopify fulfillment event is understood; one that Shopify adds later is UNKNOWN until it is mapped. */
export function understandFulfillmentEvent(status: string): Understanding {
  const found = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  return found ? { ...found, mapping: SHOPIFY_MAPPING } : NOT_UNDERSTOOD;
}

import { eventsOf, fulfillmentOrdersOf, fulfillmentsOf, refundsOf, returnsOf, unfulfilledQuantity } from "./find";
import type { Fulfillment, Order, ShopState } from "./records";

/** Sum of the line items as ordered, minor units. */
export function subtotal(order: Order): number {
  return order.lineItems.reduce((sum, item) => sum + item.priceMinor * item.quantity, 0) - order.discountMinor;
}

/** Sum of the line items as they are after edits and refunds, minor units. */
export function currentSubtotal(order: Order): number {
  return Math.max(0, order.lineItems.reduce((sum, item) => sum + item.priceMinor * item.currentQuantity, 0) - order.discountMinor);
}

export function total(order: Order): number {
  return subtotal(order) + order.taxMinor + (order.shippingLine?.priceMinor ?? 0);
}

export function currentTotal(state: ShopState, order: Order): number {
  return Math.max(0, total(order) - refunded(state, order));
}

export function refunded(state: ShopState, order: Order): number {
  return refundsOf(state, order).reduce((sum, refund) => sum + refund.amountMinor, 0);
}

export type DisplayFulfillmentStatus = "FULFILLED" | "FULFILLMENT_NOT_REQUIRED" | "IN_PROGRESS" | "ON_HOLD" | "PARTIALLY_FULFILLED" | "SCHEDULED" | "UNFULFILLED";

/** What the admin shows for the whole order. */
export function displayFulfillmentStatus(state: ShopState, order: Order): DisplayFulfillmentStatus {
  const left = order.lineItems.reduce((sum, item) => sum + unfulfilledQuantity(state, order, item.id), 0);
  const shipped = fulfillmentsOf(state, order).some((one) => one.status === "SUCCESS");
  if (shipped) return left === 0 ? "FULFILLED" : "PARTIALLY_FULFILLED";
  // Since 2026-10: all of it was cancelled, refunded or edited away.
  if (left === 0) return "FULFILLMENT_NOT_REQUIRED";
  const open = fulfillmentOrdersOf(state, order).filter((one) => one.status !== "CLOSED" && one.status !== "CANCELLED");
  if (open.length > 0 && open.every((one) => one.status === "ON_HOLD")) return "ON_HOLD";
  if (open.length > 0 && open.every((one) => one.status === "SCHEDULED")) return "SCHEDULED";
  if (open.some((one) => one.status === "IN_PROGRESS")) return "IN_PROGRESS";
  return "UNFULFILLED";
}

/** REST's fulfillment_status: null, partial or fulfilled. */
export function restFulfillmentStatus(state: ShopState, order: Order): "fulfilled" | "partial" | null {
  const status = displayFulfillmentStatus(state, order);
  return status === "FULFILLED" ? "fulfilled" : status === "PARTIALLY_FULFILLED" ? "partial" : null;
}

/** What the admin shows for one fulfillment: its newest event, or what it is without events. */
export function fulfillmentDisplayStatus(state: ShopState, fulfillment: Fulfillment): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  const newest = eventsOf(state, fulfillment).at(-1);
  if (newest) return newest.status;
  return fulfillment.tracking.length > 0 ? "FULFILLED" : "MARKED_AS_FULFILLED";
}

export function returnStatus(state: ShopState, order: Order): string {
  const all = returnsOf(state, order);
  if (all.some((one) => one.status === "REQUESTED")) return "RETURN_REQUESTED";
  if (all.some((one) => one.status === "OPEN")) return "IN_PROGRESS";
  if (all.some((one) => one.status === "CLOSED")) return "RETURNED";
  return "NO_RETURN";
}

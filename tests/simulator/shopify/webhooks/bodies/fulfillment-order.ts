import { gid } from "../../store/ids";
import type { FulfillmentOrder, Hold } from "../../store/records";

/**
 * The bodies of the fulfillment_orders/* topics are short and speak in gids: what has happened, and to which
 * fulfillment order; not of which order. Fields as the topics' descriptions in the Admin API 2026-10 name them.
 */
export function fulfillmentOrderBody(one: FulfillmentOrder): Record<string, unknown> {
  return {
    id: gid("FulfillmentOrder", one.id),
    status: one.status.toLowerCase(),
    ...(one.status === "SCHEDULED" && one.fulfillAt !== null ? { fulfill_at: new Date(one.fulfillAt).toISOString() } : {}),
    ...(one.holds.length > 0 ? { fulfillment_holds: one.holds.map(holdBody) } : {}),
  };
}

function holdBody(hold: Hold): Record<string, unknown> {
  return { id: gid("FulfillmentHold", hold.id), reason: hold.reason.toLowerCase(), reason_notes: hold.reasonNotes };
}

/** Most topics: routing complete, held, released, in progress, ready, cancelled … */
export function aboutFulfillmentOrder(one: FulfillmentOrder, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { fulfillment_order: fulfillmentOrderBody(one), ...more };
}

/** fulfillment_orders/placed_on_hold. */
export function heldBody(one: FulfillmentOrder, hold: Hold): Record<string, unknown> {
  return {
    ...aboutFulfillmentOrder(one),
    remaining_fulfillment_order: null,
    created_fulfillment_hold: holdBody(hold),
    held_fulfillment_order_line_items: one.lines.map((line) => ({
      id: gid("FulfillmentOrderLineItem", line.id),
      quantity: line.remainingQuantity,
    })),
  };
}

/** fulfillment_orders/moved. */
export function movedBody(original: FulfillmentOrder, moved: FulfillmentOrder, sourceLocationId: string): Record<string, unknown> {
  return {
    original_fulfillment_order: { ...fulfillmentOrderBody(original), assigned_location_id: gid("Location", original.locationId) },
    moved_fulfillment_order: { ...fulfillmentOrderBody(moved), assigned_location_id: gid("Location", moved.locationId) },
    destination_location_id: gid("Location", moved.locationId),
    source_location: { id: gid("Location", sourceLocationId) },
    fulfillment_order_line_items_requested: moved.lines.map((line) => ({
      id: gid("FulfillmentOrderLineItem", line.id),
      quantity: line.remainingQuantity,
    })),
  };
}

import type { ShipmentStatus } from "./status";

/** How far each status is on the way to the door; the same figure means the same part of the way. */
const FURTHEST: Readonly<Record<ShipmentStatus, number>> = {
  PENDING: 0,
  PRE_TRANSIT: 1,
  IN_TRANSIT: 2,
  EXCEPTION: 2,
  RETURNING: 2,
  RETURNED: 2,
  EXPIRED: 2,
  OUT_FOR_DELIVERY: 3,
  ATTEMPTED_DELIVERY: 3,
  READY_FOR_PICKUP: 4,
  DELIVERED: 5,
};

/** Fulfillment events of Shopify that can be true of one shipment of several, by the part of the way they stand for. */
const OF_ONE: Readonly<Record<string, number>> = { OUT_FOR_DELIVERY: 3, ATTEMPTED_DELIVERY: 3, READY_FOR_PICKUP: 4, DELIVERED: 5 };

/**
 * Whether a fulfillment event that is true of one shipment may be told of the whole fulfillment, which has one status
 * however many tracking numbers it has: only when no other of its shipments is still behind. So a fulfillment is
 * delivered when the last of its shipments is, and that one tells it.
 */
export function holdsForFulfillment(event: string, others: readonly ShipmentStatus[]): boolean {
  const reached = Object.hasOwn(OF_ONE, event) ? OF_ONE[event] : undefined;
  return reached === undefined || others.every((status) => FURTHEST[status] >= reached);
}

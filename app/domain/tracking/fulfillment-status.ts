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

/** Another shipment of the same fulfillment. Instants are milliseconds since the epoch. */
export interface Sibling {
  id: string;
  status: ShipmentStatus;
  /** When it got its status; null when nobody said. */
  since: number | null;
  /** The newest instant of each event that was told for it. */
  told: Readonly<Record<string, number>>;
}

/** True for events that must wait for the other shipments of a fulfillment. */
export function isOfOneShipment(event: string): boolean {
  return Object.hasOwn(OF_ONE, event);
}

/**
 * When a fulfillment event that is true of one shipment since `at` became true of the whole fulfillment, which has one
 * status however many tracking numbers it has: when the last of its shipments got there. Null while another one is
 * behind, and when it was told already. So a fulfillment is delivered with the last of its shipments, and told so once.
 */
export function trueOfFulfillment(event: string, at: number, others: readonly Sibling[]): number | null {
  const reached = Object.hasOwn(OF_ONE, event) ? OF_ONE[event] : undefined;
  if (reached === undefined) return at;
  if (others.some(({ status, told }) => FURTHEST[status] < reached || (told[event] ?? -Infinity) >= at)) return null;
  return Math.max(at, ...others.filter(({ status }) => FURTHEST[status] === reached).map(({ since }) => since ?? at));
}

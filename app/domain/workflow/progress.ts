import type { ShipmentStatus } from "~/domain/tracking/status";

/** The steps of a delivery as a shopper sees them, in order. */
export const PROGRESS_STEPS = ["shipped", "on_the_way", "out_for_delivery", "delivered"] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

const REACHED: Record<ShipmentStatus, number | null> = {
  PENDING: 0,
  PRE_TRANSIT: 0,
  IN_TRANSIT: 2,
  EXCEPTION: 2,
  OUT_FOR_DELIVERY: 3,
  ATTEMPTED_DELIVERY: 3,
  READY_FOR_PICKUP: 3,
  DELIVERED: 4,
  // No step forward tells these truly.
  RETURNING: null,
  RETURNED: null,
  EXPIRED: null,
};

/** How many of the steps are behind a shipment, 0 to 4; null where a bar that moves forward would mislead. */
export function stepsReached(status: ShipmentStatus): number | null {
  return REACHED[status];
}

import type { ShopSettings, Trigger } from "~/domain/settings/shop-settings";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";

import { STALE_AFTER_MS, type SkipReason } from "./decide-messages";
import { isDelay } from "./delay";

/** What is known when a decided message is about to be sent. */
export interface SendFacts {
  shopActive: boolean;
  /** The order's personal data were deleted on request. */
  redacted: boolean;
  cancelled: boolean;
  /** null when the message is about the order as a whole. */
  shipment: { status: ShipmentStatus; detail: TrackingDetail | null; openExceptions: number } | null;
  settings: ShopSettings;
  decidedAt: number;
  now: number;
}

/**
 * Why a message that was decided on should no longer be sent; null when it should. Tries go on for a day, and in a
 * day a delivery overtakes what was to be said of it.
 */
export function overtaken(trigger: Trigger, facts: SendFacts): SkipReason | null {
  if (!facts.shopActive) return "shop not active";
  if (facts.redacted) return "customer data deleted";
  if (facts.cancelled) return "order cancelled";
  if (!facts.settings.messages[trigger]) return "switched off";
  if (facts.now - facts.decidedAt > STALE_AFTER_MS) return "too old";
  return facts.shipment ? overtakenBy(trigger, facts.shipment) : null;
}

function overtakenBy(trigger: Trigger, shipment: NonNullable<SendFacts["shipment"]>): SkipReason | null {
  const delivered = shipment.status === "DELIVERED";
  if (trigger === "delivered") return delivered ? null : "delivery undone";
  if (delivered) return "already delivered";
  if (trigger === "out_for_delivery" && shipment.status !== "OUT_FOR_DELIVERY") return "no longer out for delivery";
  if (trigger === "delayed" && shipment.openExceptions === 0 && !isDelay(shipment)) return "no longer late";
  return null;
}

import type { ShopSettings } from "~/domain/settings/shop-settings";
import type { ShipmentState } from "~/domain/tracking/shipment-state";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";

import { DAY_MS } from "../exceptions/rule";

/** What of a shipment's state messages depend on. */
export type StateFacts = Pick<ShipmentState, "status" | "detail" | "statusAt" | "firstScanAt" | "lastEventAt" | "deliveredAt">;

/** Reasons for which a carrier is slower than planned while the shipment still comes. */
const DELAYING: ReadonlySet<TrackingDetail> = new Set([
  "delayed", "weather", "missed_connection", "missorted", "held", "on_hold", "customs_documents", "payment_due", "address", "security",
]);

const ON_ITS_WAY: ReadonlySet<ShipmentStatus> = new Set(["IN_TRANSIT", "OUT_FOR_DELIVERY", "EXCEPTION"]);

/**
 * True when the carrier says that the shipment will be later. An exception without a reason counts; one that ends
 * the delivery (lost, refused, damaged) does not: that is the merchant's to tell, with a remedy.
 */
export function isDelay(state: Pick<StateFacts, "status" | "detail">): boolean {
  if (!ON_ITS_WAY.has(state.status)) return false;
  if (state.status === "EXCEPTION" && (state.detail === null || state.detail === "other" || state.detail === "customs")) return true;
  return state.detail !== null && DELAYING.has(state.detail);
}

/** Rules whose opening a shopper is told as a delay, with the instant at which it became one. Others are the merchant's alone. */
const TOLD_RULES: Readonly<Record<string, (state: StateFacts, settings: ShopSettings) => number | null>> = {
  "stuck-in-transit": (state, settings) =>
    state.status === "IN_TRANSIT" || state.status === "OUT_FOR_DELIVERY"
      ? (state.lastEventAt ?? state.statusAt ?? 0) + settings.rules["stuck-in-transit"].days * DAY_MS
      : null,
};

/** When opened rules made a shipment late for its shopper; null when none of them did. */
export function delayedByRules(rules: readonly string[], state: StateFacts, settings: ShopSettings): number | null {
  const instants = rules.map((rule) => TOLD_RULES[rule]?.(state, settings) ?? null).filter((at): at is number => at !== null);
  return instants.length > 0 ? Math.min(...instants) : null;
}

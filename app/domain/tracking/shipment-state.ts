import type { DeliveryEstimate, TrackingEvent } from "./event";
import type { ShipmentStatus, TrackingDetail } from "./status";

/** What is known of a shipment besides its scans. Instants are milliseconds since the epoch. */
export interface ShipmentFacts {
  direction: "out" | "return";
  shippedAt: number;
  /** The latest estimate that a source gave, or null. */
  estimate: DeliveryEstimate | null;
  /** True once the merchant stopped the tracking of it. */
  stopped: boolean;
}

/** A shipment's state: a pure function of its facts and its events, whatever the order in which they came. */
export interface ShipmentState {
  status: ShipmentStatus;
  detail: TrackingDetail | null;
  /** When the present status began; null while PENDING. */
  statusAt: number | null;
  /**
   * When what is written back to Shopify of the present status began (see `toShopifyEvent`): within one status a pickup,
   * the way and a delay are different facts. Null while PENDING.
   */
  milestoneAt: number | null;
  /** The first scan by a carrier that shows it has the shipment. */
  firstScanAt: number | null;
  /** The newest scan of any kind. */
  lastEventAt: number | null;
  deliveredAt: number | null;
  eventCount: number;
  /** The event that decides the status. */
  decidedBy: TrackingEvent | null;
  /** Sentences about what was odd: a date in the future, sources that disagree, an undone delivery. */
  notes: StateNote[];
}

export interface StateNote {
  kind: "future_time" | "sources_disagree" | "delivery_undone" | "late_scan" | "withdrawn" | "time_unsure" | "undated";
  eventKey: string;
  message: string;
}

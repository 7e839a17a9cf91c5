import type { ShopSettings } from "~/domain/settings/shop-settings";
import type { TrackingEvent } from "~/domain/tracking/event";
import type { ShipmentState } from "~/domain/tracking/shipment-state";

export type Severity = "info" | "warning" | "critical";

/** What a rule looks at. Instants are milliseconds since the epoch; the present is given, never read. */
export interface RuleInput {
  shipment: {
    id: string;
    direction: "out" | "return";
    /** When the shop handed the tracking number out. */
    shippedAt: number;
    createdAt: number;
    trackingState: "tracking" | "stopped" | "ended";
  };
  /** The order that the shipment belongs to; null for a shipment without one. */
  order: {
    /** Nothing of it is to be shipped (any more): it was cancelled, refunded or edited away before it was fulfilled. */
    nothingToFulfil: boolean;
  } | null;
  state: ShipmentState;
  events: readonly TrackingEvent[];
  settings: ShopSettings;
  /** The shop's IANA time zone. */
  timeZone: string;
  now: number;
}

/** What a rule found. Reasons are facts for a sentence (see ./describe), never personal data. */
export interface RuleFinding {
  /** The instant at which the cause began: the same cause has the same instant whenever the rule is asked. */
  since: number;
  reason: Record<string, string | number>;
  /** Where this case weighs otherwise than the rule in general. */
  severity?: Severity;
}

/**
 * One way in which a shipment can go wrong. Pure: the same input gives the same answer.
 * A rule does not remember; that it applies no more is what clears its exception.
 */
export interface Rule {
  /** Kebab case; kept in stored exceptions for ever. */
  code: string;
  /** Raised when the rule decides differently than before; the code stays. */
  version: number;
  name: string;
  severity: Severity;
  description: string;
  /** The finding when the rule applies now, else null. */
  check(input: RuleInput): RuleFinding | null;
  /** The next instant after `now` at which the rule can change its mind without an event; null when none can. */
  nextCheckAt(input: RuleInput): number | null;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

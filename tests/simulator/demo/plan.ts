import type { JourneyKind } from "../carriers/journeys";
import type { Person } from "./people";

export type Channel = "online_store" | "amazon" | "tiktok_shop";
export const CHANNELS: readonly Channel[] = ["online_store", "amazon", "tiktok_shop"];

/** One parcel that leaves: its carrier, number and script. */
export interface PlannedParcel {
  carrier: string;
  number: string;
  journey: JourneyKind;
  /** 1 is usual. */
  pace: number;
  /** Scans come exactly so long after shipping, whatever the hour of the day. */
  exact: boolean;
}

export interface PlannedFulfillment {
  at: number;
  location: string;
  /** Indices into the order's lines. */
  lines: readonly number[];
  parcels: readonly PlannedParcel[];
}

export interface PlannedReturn {
  at: number;
  reason: "SIZE_TOO_SMALL" | "SIZE_TOO_LARGE" | "UNWANTED" | "DEFECTIVE" | "COLOR" | "NOT_AS_DESCRIBED" | "WRONG_ITEM";
  note: string;
}

export interface PlannedFeedback {
  at: number;
  rating: 1 | 2 | 3 | 4 | 5;
  /** In the words of the form; null where nothing was chosen. */
  reason: string | null;
  comment: string | null;
}

/** One order of the demo, from placement to feedback. Instants are milliseconds since the epoch. */
export interface PlannedOrder {
  shop: "alder" | "saltmarsh";
  placedAt: number;
  channel: Channel;
  person: Person;
  /** Handle, variant index and quantity. */
  lines: readonly { product: string; variant: number; quantity: number }[];
  shippingMethod: string;
  shippingMinor: number;
  tags: readonly string[];
  fulfillments: readonly PlannedFulfillment[];
  cancelledAt: number | null;
  /** The fulfillment order is put on hold from then on. */
  heldAt: number | null;
  returned: PlannedReturn | null;
  feedback: PlannedFeedback | null;
}

import type { FeedbackReason } from "~/domain/feedback/feedback";
import type { ProgressStepState } from "~/domain/tracking/progress";

/** What the public page shows of one order: text in the reader's language, nothing that names or reaches a person. */
export interface OrderView {
  name: string;
  placed: string;
  cancelled: boolean;
  shipments: ShipmentView[];
  notShipped: ItemView[];
  /** Sent, but without a number that could be followed. */
  untracked: ItemView[];
  timesIn: string;
}

export interface ShipmentView {
  id: string;
  heading: string;
  title: string;
  sentence: string;
  /** Which colour and icon the status has. */
  tone: "moving" | "good" | "attention" | "waiting";
  steps: { label: string; state: ProgressStepState; stateLabel: string; when: string | null }[];
  /** Null when no source gave a date: nothing is guessed. */
  estimate: { text: string; past: boolean } | null;
  carrier: CarrierView;
  /** Who goes on with it under a number of their own: the last mile. */
  onward: CarrierView[];
  items: ItemView[];
  /** Shipments in which the items are together when nobody said which has what; 1 for one alone. */
  itemsIn: number;
  updated: string | null;
  days: { label: string; scans: ScanView[] }[];
  feedback: FeedbackView | null;
}

/** A carrier, the number it has for the shipment, and its page of that number. */
export interface CarrierView {
  name: string | null;
  number: string;
  url: string | null;
}

export interface ScanView {
  clock: string | null;
  sentence: string;
  place: string | null;
  /** The carrier's own words. */
  words: string | null;
}

export interface ItemView {
  title: string;
  variant: string | null;
  quantity: number;
  imageUrl: string | null;
}

/** The form, or what was given. */
export interface FeedbackView {
  state: "open" | "given" | "closed";
  rating: number | null;
  reason: FeedbackReason | null;
  comment: string | null;
}

import type { TrackingDetail, TrackingStatus, Understanding } from "./status";

/**
 * How sure an instant is.
 * - `exact`: the source gave an instant with its offset.
 * - `local`: the source gave a wall clock without an offset; `zone` says what it was read in.
 * - `date`: only the day is known (midnight without a time is a date, not a scan at midnight).
 * - `received`: the source gave no usable time; the instant is when Milepost heard of it, the latest at which it can
 *   have happened. Such a scan counts by how far it is, not by that instant: see ./order-events.
 */
export type TimeCertainty = "exact" | "local" | "date" | "received";

/** Where a scan comes from. */
export type EventSource = "carrier" | "aggregator" | "shopify" | "manual" | "api" | "csv";

/** When a scan happened, as well as is known. */
export interface EventTime {
  /** Milliseconds since the epoch, UTC. */
  at: number;
  certainty: TimeCertainty;
  /** IANA zone or "+02:00" in which the source spoke; null when it did not say. */
  zone: string | null;
  /** The source's own words, e.g. "20261104 081500". */
  said: string | null;
}

/** Where a scan happened; every part as the source said it. */
export interface EventPlace {
  city: string | null;
  region: string | null;
  /** ISO 3166-1 alpha-2 where the source gave it or it can be told, else null. */
  country: string | null;
  postalCode: string | null;
  /** The source's place in one line, when it gave no parts. */
  text: string | null;
}

/** One scan as a parser reads it: facts of the source plus how its map understood them. */
export interface ParsedEvent {
  time: EventTime;
  status: TrackingStatus;
  detail: TrackingDetail | null;
  /** Which map understood it, e.g. "ups/codes@1"; null when none did. */
  mapping: string | null;
  /** The source's code, exactly; null when it has none. */
  code: string | null;
  /** The source's text, exactly (trimmed, at most 500 characters). */
  text: string | null;
  place: EventPlace | null;
  /** The source's own id of this scan, if it has one. */
  sourceEventId: string | null;
  /** True when this scan belongs to a leg back to the sender. */
  returnLeg: boolean;
  /** True when this scan withdraws the one before it (a carrier's correction). */
  withdraws: boolean;
  /** The raw scan as it came (already stripped of personal data by the parser). */
  raw: unknown;
}

/** One stored scan of one shipment: append-only. */
export interface TrackingEvent extends Omit<ParsedEvent, "raw"> {
  source: EventSource;
  /** The provider that told: "ups", "17track", "shopify", "manual" … */
  provider: string;
  /** The carrier that made the scan where an aggregator told; else the same as `provider`. */
  carrier: string | null;
  /** When Milepost heard of it, milliseconds since the epoch. */
  receivedAt: number;
  /** The same for every copy of this scan from this provider: see ./event-key. */
  key: string;
  /** How it is stored, where the shop's own mapping reads it otherwise: see ./mapping. */
  builtIn?: Understanding & { returnLeg: boolean };
}

/** What a source expects: a window in which the shipment should arrive. */
export interface DeliveryEstimate {
  /** Milliseconds since the epoch; equal when the source named a single instant or day. */
  earliest: number;
  latest: number;
  /** "day" when only the day is known. */
  precision: "instant" | "day";
  zone: string | null;
}

/** Everything one answer or webhook said about one number. */
export interface ParsedShipment {
  number: string;
  /** Other numbers by which the same shipment may have been asked for (a barcode beside an internal id, the number of its one piece). */
  otherNumbers?: readonly string[];
  /** The carrier's own summary, when it gives one apart from the scans. */
  summary: { status: TrackingStatus; detail: TrackingDetail | null; code: string | null; text: string | null } | null;
  events: ParsedEvent[];
  estimate: DeliveryEstimate | null;
  /** The underlying carrier as an aggregator names it, in Milepost's code when known. */
  carrier: string | null;
  service: string | null;
  originCountry: string | null;
  destinationCountry: string | null;
  /** A number under which another carrier goes on (last-mile swap). */
  nextNumber: { number: string; carrier: string | null } | null;
}

export type ProblemKind = "not_found" | "auth" | "rate_limit" | "invalid" | "unavailable" | "unparsable";

/** What went wrong with one number (or with the whole answer when `number` is null). */
export interface TrackingProblem {
  kind: ProblemKind;
  number: string | null;
  /** Plain words, no secrets, no personal data. */
  message: string;
  /** The provider's own code, e.g. "150001". */
  code: string | null;
  /** Milliseconds to wait before asking again, when the provider said so. */
  retryAfterMs: number | null;
}

/** What a parser makes of one body. One bad number never loses the batch. */
export interface ParsedAnswer {
  shipments: ParsedShipment[];
  problems: TrackingProblem[];
}

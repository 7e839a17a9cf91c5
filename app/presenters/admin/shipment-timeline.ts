import type { EventPlace, TrackingEvent } from "~/domain/tracking/event";
import { byTime } from "~/domain/tracking/order-events";
import type { ShipmentState } from "~/domain/tracking/shipment-state";
import { whoSaidWhat } from "~/domain/tracking/who-said-what";

import type { CarrierNames } from "./carrier-name";

/** One scan of the merchant's timeline: what it says, where it comes from, and what understood it. */
export interface TimelineItem {
  key: string;
  at: string;
  certainty: TrackingEvent["time"]["certainty"];
  zone: string | null;
  status: string;
  detail: string | null;
  text: string | null;
  place: string | null;
  source: string;
  provider: string;
  /** The carrier behind an aggregator's word; null when the provider is the carrier. */
  carrier: string | null;
  code: string | null;
  mapping: string | null;
  /** How it is built in, where the shop's own mapping reads it. */
  builtIn: { status: string; detail: string | null } | null;
  /** False for what no rule can be about: the merchant's own word, and a scan without code and text. */
  correctable: boolean;
  receivedAt: string;
  decides: boolean;
  /** What was odd about it, in sentences. */
  notes: string[];
}

/** Newest first. Copies under one key were stored once, so every scan is shown, those that count for nothing too. */
export function timelineItems(events: readonly TrackingEvent[], state: ShipmentState, names: CarrierNames): TimelineItem[] {
  return [...events].sort((a, b) => byTime(b, a)).map((event) => ({
    key: event.key,
    at: new Date(event.time.at).toISOString(),
    certainty: event.time.certainty,
    zone: event.time.zone,
    status: event.status,
    detail: event.detail,
    text: event.text,
    place: placeLine(event.place),
    source: event.source,
    provider: providerName(event, names),
    carrier: event.carrier && event.carrier !== event.provider ? names(event.carrier) : null,
    code: event.code,
    mapping: event.mapping,
    builtIn: event.builtIn ? { status: event.builtIn.status, detail: event.builtIn.detail } : null,
    correctable: event.source !== "manual" && Boolean(event.code ?? event.text),
    receivedAt: new Date(event.receivedAt).toISOString(),
    decides: state.decidedBy?.key === event.key,
    notes: state.notes.filter((note) => note.eventKey === event.key).map((note) => note.message),
  }));
}

/** Who told a scan, by name. */
function providerName(event: Pick<TrackingEvent, "source" | "provider">, names: CarrierNames): string {
  return event.source === "manual" ? "You" : event.provider === "shopify" ? "Shopify" : names(event.provider);
}

/** Who said what: one line for each source, with what its newest scan says and whether that stands. */
export function sourceItems(events: readonly TrackingEvent[], state: ShipmentState, names: CarrierNames) {
  return whoSaidWhat(events, state).map((word) => ({
    source: word.source,
    provider: providerName(word, names),
    status: word.latest?.status ?? null,
    detail: word.latest?.detail ?? null,
    at: word.latest === null ? null : new Date(word.latest.time.at).toISOString(),
    scans: word.scans,
    heardAt: new Date(word.heardAt).toISOString(),
    stand: word.stand,
  }));
}

/** A place in one line, of the parts that are known. */
export function placeLine(place: EventPlace | null): string | null {
  if (!place) return null;
  const parts = [place.city, place.region, place.country].filter((part): part is string => Boolean(part));
  return parts.length > 0 ? parts.join(", ") : place.text;
}

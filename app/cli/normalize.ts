import { readFile } from "node:fs/promises";

import { computeState } from "~/domain/tracking/compute-state";
import type { ParsedAnswer, ParsedEvent, ParsedShipment, TrackingEvent } from "~/domain/tracking/event";
import { eventKey } from "~/domain/tracking/event-key";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";

import { CommandError } from "./command-error";

/** One body, normalised: what `normalize` prints for each file. */
export interface Normalized {
  file: string;
  shipments: {
    number: string;
    status: string;
    detail: string | null;
    events: { at: string | null; status: string; detail: string | null; code: string | null; text: string | null; location: string | null }[];
  }[];
  problems: { kind: string; message: string }[];
}

/** Prints one JSON line a file; a file that cannot be read is a problem of that line and stops nothing. */
export async function normalize(carrier: string, files: readonly string[], output: NodeJS.WritableStream): Promise<void> {
  const adapter = findAdapter(carrier);
  if (!adapter) {
    throw new CommandError(`No adapter reads "${carrier}". Known: ${carrierAdapters.map((each) => each.code).join(", ")}.`);
  }
  for (const file of files) {
    let body: string;
    try {
      body = await readFile(file, "utf8");
    } catch (error) {
      const message = `The file could not be read: ${error instanceof Error ? error.message : String(error)}`;
      output.write(`${JSON.stringify({ file, shipments: [], problems: [{ kind: "invalid", message }] } satisfies Normalized)}\n`);
      continue;
    }
    output.write(`${JSON.stringify(normalizeBody(adapter, file, body, Date.now()))}\n`);
  }
}

/** Reads one body with its adapter and computes each shipment's status as the engine would. */
export function normalizeBody(adapter: Pick<CarrierAdapter, "code" | "kind" | "parse">, file: string, body: string, now: number): Normalized {
  const answer: ParsedAnswer = adapter.parse(body, { httpStatus: null, receivedAt: now });
  return {
    file,
    shipments: answer.shipments.map((shipment) => normalizeShipment(adapter, shipment, now)),
    problems: answer.problems.map(({ kind, message }) => ({ kind, message })),
  };
}

function normalizeShipment(adapter: Pick<CarrierAdapter, "code" | "kind">, shipment: ParsedShipment, now: number): Normalized["shipments"][number] {
  const events: TrackingEvent[] = shipment.events.map(({ raw: _raw, ...event }) => ({
    ...event,
    source: adapter.kind,
    provider: adapter.code,
    carrier: shipment.carrier,
    receivedAt: now,
    key: eventKey(adapter.code, { ...event, raw: null }),
  }));
  const state = computeState({ direction: "out", shippedAt: 0, estimate: null, stopped: false }, events);
  // A body may summarise without listing a scan that its map knows; then the summary is all that is said.
  const summary = state.decidedBy === null && shipment.summary && shipment.summary.status !== "UNKNOWN" ? shipment.summary : null;
  return {
    number: shipment.number,
    status: summary?.status ?? state.status,
    detail: summary?.detail ?? state.detail,
    events: shipment.events.map((event) => ({
      at: instantText(event),
      status: event.status,
      detail: event.detail,
      code: event.code,
      text: event.text,
      location: placeText(event),
    })),
  };
}

/** ISO 8601, no more exact than the source was: with Z, as a wall clock, or as a date; null when it said no time. */
function instantText(event: ParsedEvent): string | null {
  const iso = new Date(event.time.at).toISOString();
  if (event.time.certainty === "exact") return iso;
  if (event.time.certainty === "local") return iso.slice(0, 19);
  return event.time.certainty === "date" ? iso.slice(0, 10) : null;
}

function placeText(event: ParsedEvent): string | null {
  if (!event.place) return null;
  const parts = [event.place.city, event.place.region, event.place.postalCode, event.place.country].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : event.place.text;
}

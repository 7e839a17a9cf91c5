import { DateTime } from "luxon";

import { cleanJsonText } from "~/domain/text/clean-text";
import { computeState } from "~/domain/tracking/compute-state";
import type { ParsedAnswer, ParsedEvent, ParsedShipment, TrackingEvent } from "~/domain/tracking/event";
import { eventKey } from "~/domain/tracking/event-key";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";

import { CommandError } from "./command-error";
import { readBody } from "./read-body";

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

type Reader = Pick<CarrierAdapter, "code" | "kind" | "parse">;

/** Prints one JSON line a file; a file that cannot be read is a problem of that line and stops nothing. */
export async function normalize(carrier: string, files: readonly string[], output: NodeJS.WritableStream): Promise<void> {
  const adapter = findAdapter(carrier);
  if (!adapter) {
    throw new CommandError(`No adapter reads "${carrier}". Known: ${carrierAdapters.map((each) => each.code).join(", ")}.`);
  }
  for (const file of files) output.write(`${JSON.stringify(await normalizeFile(adapter, file, Date.now()))}\n`);
}

async function normalizeFile(adapter: Reader, file: string, now: number): Promise<Normalized> {
  let body: string;
  try {
    body = await readBody(file);
  } catch (error) {
    return onlyProblem(file, "invalid", `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return normalizeBody(adapter, file, body, now);
}

/**
 * Reads one body with its adapter, be it an answer, an error or a webhook, and computes each shipment's status as the
 * engine would. Never throws: parsers are total, and one that fails all the same is a problem of this body alone.
 */
export function normalizeBody(adapter: Reader, file: string, body: string, now: number): Normalized {
  try {
    const answer: ParsedAnswer = adapter.parse(cleanJsonText(body), { httpStatus: null, receivedAt: now });
    return {
      file,
      shipments: answer.shipments.map((shipment) => normalizeShipment(adapter, shipment, now)),
      problems: answer.problems.map(({ kind, message }) => ({ kind, message })),
    };
  } catch (error) {
    return onlyProblem(file, "unparsable", `Not understood: reading failed (${error instanceof Error ? error.message : String(error)}).`);
  }
}

function onlyProblem(file: string, kind: string, message: string): Normalized {
  return { file, shipments: [], problems: [{ kind, message }] };
}

function normalizeShipment(adapter: Reader, shipment: ParsedShipment, now: number): Normalized["shipments"][number] {
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

/**
 * ISO 8601, no more exact than the source was: with Z, as a wall clock (with the offset of its zone where Milepost knows
 * in which the source speaks), or as a date in that zone; null when it said no time.
 */
export function instantText({ time }: Pick<ParsedEvent, "time">): string | null {
  if (time.certainty === "received") return null;
  if (time.certainty === "exact") return new Date(time.at).toISOString();
  const zone = time.zone === null ? "utc" : /^[+-]/.test(time.zone) ? `utc${time.zone}` : time.zone;
  const local = DateTime.fromMillis(time.at, { zone });
  if (time.certainty === "date") return local.toFormat("yyyy-MM-dd");
  return local.toFormat(time.zone === null ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ssZZ");
}

function placeText(event: ParsedEvent): string | null {
  if (!event.place) return null;
  const parts = [event.place.city, event.place.region, event.place.postalCode, event.place.country].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : event.place.text;
}

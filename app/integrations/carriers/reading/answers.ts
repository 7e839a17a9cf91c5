import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind, TrackingProblem } from "~/domain/tracking/event";
import { isUndated } from "~/domain/tracking/order-events";
import { boundedOrNull, boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { text } from "./values";

/** A problem with the usual parts; `code` may come as a number. Control characters never reach a page. */
export function problem(kind: ProblemKind, message: string, more: { number?: string | null; code?: unknown; retryAfterMs?: number | null } = {}): TrackingProblem {
  const said = boundedText(message, 4 * LONGEST.message);
  const plain = boundedText(said.replace(/<[^<>]{0,40}>/g, "").replace(/\p{Cc}+/gu, " ").trim(), LONGEST.message);
  return { kind, number: more.number ?? null, message: plain === "" ? "The provider gave no reason." : plain, code: text(more.code), retryAfterMs: more.retryAfterMs ?? null };
}

/** What should be a shipment and names none: said aloud, so that a body does not vanish without a trace. */
export function numberless(name: string): ParsedAnswer {
  return onlyProblems(problem("invalid", `${name}'s answer names no tracking number.`));
}

/** An answer that holds problems only. */
export function onlyProblems(...problems: TrackingProblem[]): ParsedAnswer {
  return { shipments: [], problems };
}

/** The answer to a body that no reader of this provider understands. */
export function unparsable(why: string): ParsedAnswer {
  return onlyProblems(problem("unparsable", `Not understood: ${why}.`));
}

/** A shipment with nothing known but its number; override what is. Events come out newest first. */
export function shipment(number: string, known: Partial<Omit<ParsedShipment, "number">> = {}): ParsedShipment {
  return {
    number,
    estimate: null,
    carrier: null,
    service: null,
    originCountry: null,
    destinationCountry: null,
    nextNumber: null,
    ...known,
    summary: known.summary ? boundedSummary(known.summary) : null,
    events: newestFirst(known.events ?? []),
  };
}

/** Codes of several parts are put together, and long when each of them is. */
function boundedSummary(summary: NonNullable<ParsedShipment["summary"]>): NonNullable<ParsedShipment["summary"]> {
  return { ...summary, code: boundedOrNull(summary.code, LONGEST.code), text: boundedOrNull(summary.text, LONGEST.scan) };
}

/** A scan's text as it is kept: trimmed, at most 500 characters, null when blank. */
export function scanText(value: unknown): string | null {
  return text(value);
}

/**
 * Newest first. Scans of the same instant keep the source's order, which is found from its ends: sources differ,
 * and a day-only scan beside timed ones must not jump. A scan without a time stays above the one that it stands above
 * in the source's own order: "when Milepost heard of it" would make it the newest of all.
 */
export function newestFirst(events: readonly ParsedEvent[]): ParsedEvent[] {
  const dated = events.filter((event) => !isUndated(event));
  const first = dated[0];
  const last = dated.at(-1);
  const oldestFirst = first !== undefined && last !== undefined && first.time.at < last.time.at;
  const ordered = oldestFirst ? [...events].reverse() : [...events];
  const standsAt = ordered.map((event, index) => {
    if (!isUndated(event)) return event.time.at;
    const beside = ordered.slice(index).find((other) => !isUndated(other)) ?? ordered.slice(0, index).findLast((other) => !isUndated(other));
    return beside?.time.at ?? event.time.at;
  });
  return ordered.map((event, index) => ({ event, at: standsAt[index] ?? event.time.at })).sort((a, b) => b.at - a.at).map(({ event }) => event);
}

/** What an HTTP status says when the body does not say it better. */
export function problemOfStatus(httpStatus: number | null): ProblemKind | null {
  if (httpStatus === null || (httpStatus >= 200 && httpStatus < 300)) return null;
  if (httpStatus === 401 || httpStatus === 403) return "auth";
  if (httpStatus === 404) return "not_found";
  if (httpStatus === 429) return "rate_limit";
  if (httpStatus === 0 || httpStatus >= 500 || httpStatus === 408) return "unavailable";
  return httpStatus >= 400 ? "invalid" : "unavailable";
}

/** A body that could not be read: its HTTP status tells when it tells anything, else it is unparsable. */
export function unreadable(why: string, httpStatus: number | null): ParsedAnswer {
  const kind = problemOfStatus(httpStatus);
  // A page instead of data with 404 is a wrong address or a gateway, never proof that the number is unknown.
  if (kind === null || kind === "not_found") return unparsable(why);
  return onlyProblems(problem(kind, `The provider answered HTTP ${httpStatus ?? 0} and ${why}.`, { code: httpStatus }));
}

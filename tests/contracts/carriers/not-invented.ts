import { expect } from "vitest";

import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";
import { TRACKING_STATUSES, type TrackingStatus, type Understanding } from "~/domain/tracking/status";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { decodeBody } from "~/integrations/carriers/reading/body";

/** What a status may become on the way back to the sender, and nothing else. */
const ON_THE_WAY_BACK: Partial<Record<TrackingStatus, TrackingStatus>> = { DELIVERED: "RETURNED", IN_TRANSIT: "RETURNING", OUT_FOR_DELIVERY: "RETURNING" };

/**
 * Summaries that a provider states by something else than a code and words. DHL Express: known and not scanned is
 * announced. Canada Post: a day of delivery. Amazon and DHL Paket: the leg is said beside the code.
 */
const STATED_OTHERWISE: Readonly<Record<string, readonly TrackingStatus[]>> = { dhl_express: ["PRE_TRANSIT"], canada_post: ["DELIVERED"] };

/** Longest text kept of a scan: a longer one was understood whole and cannot be understood again. */
const MAX_TEXT = 500;

/**
 * What holds of every answer, whatever was read: known statuses, finite times, a reason for silence; and nothing invented.
 * A scan's code and words stand in the body, and what they mean by the adapter's own maps and by the reading of texts is the
 * scan's status (or its counterpart on the way back); what nobody understands is UNKNOWN.
 */
export function expectNothingInvented(adapter: CarrierAdapter, answer: ParsedAnswer, body: string): void {
  const said = wordsOf(body);
  for (const shipment of answer.shipments) {
    expect(typeof shipment.number).toBe("string");
    for (const event of shipment.events) expectEvent(adapter, event, shipment, said);
    expectSummary(adapter, shipment);
  }
  for (const problem of answer.problems) expect(problem.message.length).toBeGreaterThan(0);
}

function expectEvent(adapter: CarrierAdapter, event: ParsedEvent, shipment: ParsedShipment, said: string): void {
  const about = `${adapter.code} ${event.code ?? "-"} ${event.text ?? "-"}`;
  expect(TRACKING_STATUSES, about).toContain(event.status);
  if (event.status !== "UNKNOWN") expect(event.mapping, about).not.toBeNull();
  expect(Number.isFinite(event.time.at), about).toBe(true);
  expect(event.text?.length ?? 0, about).toBeLessThanOrEqual(MAX_TEXT);
  if (said !== "") {
    for (const piece of event.code?.split(/[/|:]/) ?? []) expect(said.includes(fold(piece)), `${about}: the code's "${piece}" does not stand in the body`).toBe(true);
  }
  if ((event.text?.length ?? 0) >= MAX_TEXT || (event.code?.length ?? 0) >= 120) return;
  const understood = adapter.explain({ code: event.code, text: event.text });
  if (!agrees(understood, event) && !readBySummary(adapter, event, shipment)) {
    expect.fail(`${about}: ${event.status} was invented; code and words mean ${understood.status} (${understood.mapping ?? "no map"})`);
  }
}

function agrees(understood: Understanding, event: Pick<ParsedEvent, "status" | "returnLeg">): boolean {
  return understood.status === event.status || (event.returnLeg && ON_THE_WAY_BACK[understood.status] === event.status);
}

/** PostNL: an event whose own code says nothing is read by the status of the same moment. */
function readBySummary(adapter: CarrierAdapter, event: ParsedEvent, shipment: ParsedShipment): boolean {
  return adapter.code === "postnl" && adapter.explain({ code: event.code, text: event.text }).status === "UNKNOWN" && shipment.summary !== null && (event.mapping?.startsWith("postnl/") === true || event.mapping?.startsWith("text/") === true);
}

function expectSummary(adapter: CarrierAdapter, { summary }: ParsedShipment): void {
  if (summary === null) return;
  expect(TRACKING_STATUSES).toContain(summary.status);
  if ((summary.text?.length ?? 0) >= MAX_TEXT || STATED_OTHERWISE[adapter.code]?.includes(summary.status) === true) return;
  const understood = adapter.explain({ code: summary.code, text: summary.text });
  const fits = understood.status === summary.status || ON_THE_WAY_BACK[understood.status] === summary.status || summary.status === "UNKNOWN";
  // Royal Mail's summary falls back on its category, which is not its code.
  if (!fits && !(adapter.code === "royal_mail" && understood.status === "UNKNOWN")) {
    expect.fail(`${adapter.code}: the summary's ${summary.status} was invented; ${summary.code ?? "-"} ${summary.text ?? "-"} means ${understood.status}`);
  }
}

/** Everything that a body says, in one text; "" for a body that cannot be decoded. */
function wordsOf(body: string): string {
  const decoded = decodeBody(body);
  if (decoded.kind === "unreadable") return "";
  const words: string[] = [];
  collect(decoded.value, words);
  return words.join("\n");
}

function collect(value: unknown, words: string[]): void {
  if (typeof value === "string") {
    words.push(fold(value));
    // USPS pushes JSON inside a text of its JSON.
    if (/^\s*[[{]/.test(value)) {
      const inner = decodeBody(value);
      if (inner.kind === "json") collect(inner.value, words);
    }
  } else if (typeof value === "number" || typeof value === "boolean") words.push(fold(String(value)));
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) collect(inner, words);
}

function fold(text: string): string {
  return text.replaceAll("\u00a0", " ").trim().toLowerCase();
}

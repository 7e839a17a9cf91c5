import { DateTime } from "luxon";

import { ownShipments } from "~/db/admin-shipments.server";
import type { EventPlace, ParsedEvent } from "~/domain/tracking/event";
import { STATUS_DETAILS } from "~/domain/tracking/details";
import { TRACKING_STATUSES, type TrackingDetail, type TrackingStatus } from "~/domain/tracking/status";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";
import { recordTrackingEvents } from "./record-tracking-events";

/** What the merchant typed, as text. `date` is YYYY-MM-DD and `time` HH:MM, on the wall clock of the shop. */
export interface ManualEventForm {
  status: string;
  detail: string;
  date: string;
  time: string;
  city: string;
  country: string;
  note: string;
}

/** How far back an event may be added, ms: a tracking number lives no longer. */
const OLDEST_MS = 366 * 86_400_000;
const NOTE_LENGTH = 500;

/**
 * Adds a scan by the merchant's word: it stands above what any source says of the same moment, and everything that
 * follows a carrier's scan follows it too (status, rules, messages, the write-back).
 */
export async function addManualEvent(
  context: UseCaseContext,
  input: { shopId: string; timeZone: string; shipmentId: string; form: ManualEventForm },
): Promise<FormResult> {
  const read = readManualEvent(input.form, input.timeZone, context.now());
  if (!read.ok) return read;
  const [shipment] = await ownShipments(context.db.prisma, input.shopId, [input.shipmentId]);
  if (!shipment) return refused("This shipment is not there any more.");
  const { added } = await recordTrackingEvents(context, [
    { shipmentId: shipment.id, source: "manual", provider: "manual", events: [read.event] },
  ]);
  return added > 0 ? { ok: true } : refused("The same event was added before.");
}

/** Reads the form; every field that is wrong is named. */
export function readManualEvent(form: ManualEventForm, timeZone: string, now: number): FormResult<{ event: ParsedEvent }> {
  const errors: Record<string, string> = {};
  const status = TRACKING_STATUSES.find((each) => each === form.status);
  if (!status || status === "UNKNOWN" || status === "PENDING") errors.status = "Choose what happened.";
  const detail = form.detail === "" ? null : status && STATUS_DETAILS[status].find((each) => each === form.detail);
  if (detail === undefined) errors.detail = "This detail does not go with what happened.";
  const country = form.country.trim().toUpperCase();
  if (country && !/^[A-Z]{2}$/.test(country)) errors.country = "Two letters, such as US or DE.";
  const note = form.note.trim();
  if (note.length > NOTE_LENGTH) errors.note = `At most ${NOTE_LENGTH} characters.`;
  const city = form.city.trim();
  if (city.length > 100) errors.city = "At most 100 characters.";

  const said = `${form.date}T${form.time}`;
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(said) ? DateTime.fromISO(said, { zone: timeZone }) : DateTime.invalid("unreadable");
  if (!at.isValid) errors[/^\d{4}-\d{2}-\d{2}$/.test(form.date) ? "time" : "date"] = "Enter when it happened.";
  else if (at.toMillis() > now) errors.date = "This is in the future.";
  else if (at.toMillis() < now - OLDEST_MS) errors.date = "This is more than a year ago.";

  if (Object.keys(errors).length > 0 || !status || detail === undefined) return { ok: false, errors };
  return { ok: true, event: toEvent({ status, detail, at: at.toMillis(), said, timeZone, city, country, note }) };
}

function toEvent(given: {
  status: TrackingStatus; detail: TrackingDetail | null; at: number; said: string; timeZone: string; city: string; country: string; note: string;
}): ParsedEvent {
  const place: EventPlace | null =
    given.city || given.country
      ? { city: given.city || null, region: null, country: given.country || null, postalCode: null, text: null }
      : null;
  return {
    time: { at: given.at, certainty: "exact", zone: given.timeZone, said: given.said },
    status: given.status,
    detail: given.detail,
    mapping: "manual@1",
    code: null,
    text: given.note || null,
    place,
    sourceEventId: null,
    returnLeg: given.status === "RETURNING" || given.status === "RETURNED",
    withdraws: false,
    raw: { said: given.said, zone: given.timeZone, note: given.note || null },
  };
}

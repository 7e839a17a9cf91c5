import { z } from "zod";

import type { CellReaders } from "../imports/read-row";
import { STATUS_DETAILS } from "../tracking/details";
import type { EventTime, ParsedEvent } from "../tracking/event";
import { statusNamed, understandGiven } from "../tracking/read-status";
import type { WantedShipment } from "../tracking/register/plan";
import { readNumber } from "../tracking/register/read-number";
import { TRACKING_DETAILS, type TrackingDetail } from "../tracking/status";
import { problemsOf, type ApiProblem } from "./problem";

/** Most items of one request. */
export const MOST_ITEMS = 500;

/** An item as it was understood, or everything that is wrong with it. */
export type ReadItem<What> = { ok: true; item: What } | { ok: false; problems: ApiProblem[] };

/** A scan may be this far ahead of the clock, ms. */
const AHEAD_MS = 24 * 3_600_000;

/** Absent, null and blank are one: nothing was said. */
const said = (most: number) =>
  z.string(`Write text of at most ${most} characters.`).max(most, `At most ${most} characters.`).nullish().transform((value) => value?.trim() || null);

const number = z.string("Write the tracking number as text.").superRefine((value, context) => {
  const read = readNumber(value);
  if (!read.ok) context.addIssue({ code: "custom", message: read.problem });
});

const country = (readers: CellReaders) =>
  said(60).transform((value, context) => {
    const code = value === null ? null : readers.country(value);
    if (value !== null && code === null) context.addIssue({ code: "custom", message: "Write the country's two letters, such as DE." });
    return code;
  });

const NO_TIME = "Write an ISO 8601 instant with its offset, such as 2026-11-25T14:30:00+01:00.";

/** Reads a list of items one by one, so that a bad one loses no other. */
export function readList(body: unknown, name: "shipments" | "events"): ReadItem<unknown[]> {
  const schema = z.strictObject({
    [name]: z.array(z.unknown(), `Send a list in "${name}".`).min(1, "Send at least one.").max(MOST_ITEMS, `At most ${MOST_ITEMS} at once.`),
  }, `Send a JSON object with a list in "${name}".`);
  const read = schema.safeParse(body);
  return read.success ? { ok: true, item: read.data[name] as unknown[] } : { ok: false, problems: problemsOf(read.error, "") };
}

/** Reads one shipment that is to be followed. `at` is its place in the request. */
export function readShipmentItem(value: unknown, at: string, readers: CellReaders, now: number): ReadItem<WantedShipment> {
  const schema = z.strictObject({
    number,
    carrier: said(255),
    order: said(255),
    shipped_at: said(60).transform((value, context) => {
      if (value === null) return null;
      const time = readers.time(value, { zone: "UTC" });
      if (time === null) context.addIssue({ code: "custom", message: NO_TIME });
      else if (time.at > now + AHEAD_MS) context.addIssue({ code: "custom", message: "This is in the future." });
      return time?.at ?? null;
    }),
    service: said(100),
    origin_country: country(readers),
    destination_country: country(readers),
  }, "Send an object with a tracking number.");
  const read = schema.safeParse(value);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, at) };
  const { number: typed, carrier, order, shipped_at, service, origin_country, destination_country } = read.data;
  return {
    ok: true,
    item: { number: typed, carrier, order, shippedAt: shipped_at, service, originCountry: origin_country, destinationCountry: destination_country },
  };
}

/** A scan that came by API. */
export interface EventItem {
  number: string;
  numberKey: string;
  carrier: string | null;
  event: ParsedEvent;
}

function eventSchema(readers: CellReaders) {
  return z.strictObject({
    number,
    id: said(120),
    occurred_at: z.string(NO_TIME).min(1, NO_TIME).max(60, NO_TIME),
    time_zone: said(60).transform((value, context) => {
      const zone = value === null ? null : readers.zone(value);
      if (value !== null && zone === null) context.addIssue({ code: "custom", message: "Write an offset (+02:00) or a name (Europe/Berlin)." });
      return zone;
    }),
    status: said(100),
    detail: said(60),
    code: said(100),
    description: said(500),
    carrier: said(255),
    location: z.strictObject({ city: said(200), region: said(200), postal_code: said(40), country: country(readers), text: said(200) }, "Send an object, or leave it out.").nullish(),
  }, "Send an object with a number, a time and what happened.");
}

/** Reads one scan. `at` is its place in the request. */
export function readEventItem(value: unknown, at: string, readers: CellReaders, now: number): ReadItem<EventItem> {
  const read = eventSchema(readers).safeParse(value);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, at) };
  const given = read.data;
  const key = readNumber(given.number);
  const problems: ApiProblem[] = [];
  const time = readers.time(given.occurred_at, { zone: given.time_zone ?? "UTC" });
  const timeProblem = wrongTime(time, given.time_zone, now);
  if (timeProblem) problems.push({ path: `${at}.occurred_at`, message: timeProblem });
  if (given.status === null && given.code === null && given.description === null) {
    problems.push({ path: `${at}.status`, message: "Say what happened: a status, a code or a description." });
  }
  const carrier = given.carrier === null ? null : readers.carrier(given.carrier);
  const understood = understandGiven({ status: given.status, code: given.code, text: given.description, carrier });
  const detail = readDetail(given, understood.detail);
  if (detail === undefined) problems.push({ path: `${at}.detail`, message: "This detail does not go with the status." });
  if (problems.length > 0 || time === null || detail === undefined || !key.ok) return { ok: false, problems };
  const place = given.location ?? null;
  return {
    ok: true,
    item: {
      number: given.number,
      numberKey: key.key,
      carrier,
      event: {
        time,
        ...understood,
        detail,
        code: given.code ?? given.status,
        text: given.description ?? (given.code === null ? null : given.status),
        place: place && { city: place.city, region: place.region, country: place.country, postalCode: place.postal_code, text: place.text },
        sourceEventId: given.id,
        returnLeg: understood.status === "RETURNING" || understood.status === "RETURNED",
        withdraws: false,
        raw: given,
      },
    },
  };
}

function wrongTime(time: EventTime | null, zone: string | null, now: number): string | null {
  if (time === null) return NO_TIME;
  if (time.certainty === "local" && zone === null) return `${NO_TIME} Or send "time_zone" with it.`;
  return time.at > now + AHEAD_MS ? "This is in the future." : null;
}

/** The detail as named where it goes with the status; undefined when it does not. */
function readDetail(given: { status: string | null; detail: string | null }, understood: TrackingDetail | null): TrackingDetail | null | undefined {
  if (given.detail === null) return understood;
  const status = given.status === null ? null : statusNamed(given.status);
  const detail = TRACKING_DETAILS.find((each) => each === given.detail?.toLowerCase());
  return status !== null && detail !== undefined && STATUS_DETAILS[status].includes(detail) ? detail : undefined;
}

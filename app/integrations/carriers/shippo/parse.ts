import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, rows, type StatusMap } from "../reading/understand";
import { at, fields, firstText, list, listAt, textAt } from "../reading/values";

export const SHIPPO_CARRIERS = carrierNames("shippo");

/** Source: Shippo's tracking guide and its Python client of 2026-02. RETURNED covers going and gone. */
export const SHIPPO_STATUSES: StatusMap = {
  name: "shippo/statuses@1",
  meanings: rows(
    ["UNKNOWN", "PENDING"],
    ["PRE_TRANSIT", "PRE_TRANSIT"],
    ["TRANSIT", "IN_TRANSIT"],
    ["DELIVERED", "DELIVERED"],
    ["RETURNED", "RETURNING"],
    ["FAILURE", "EXCEPTION"],
  ),
};

/** Sub-statuses of TRANSIT and FAILURE; those of another main status are not believed. Source: the same. */
export const SHIPPO_SUBSTATUSES: StatusMap = {
  name: "shippo/substatuses@1",
  meanings: rows(
    ["PRE_TRANSIT/information_received", "PRE_TRANSIT", "label_created"],
    ["TRANSIT/package_accepted", "IN_TRANSIT", "accepted"],
    ["TRANSIT/package_arrived", "IN_TRANSIT", "arrived"],
    ["TRANSIT/package_departed", "IN_TRANSIT", "departed"],
    ["TRANSIT/package_processed TRANSIT/package_processing", "IN_TRANSIT"],
    ["TRANSIT/package_forwarded", "IN_TRANSIT", "forwarded"],
    ["TRANSIT/delivery_scheduled", "IN_TRANSIT", "appointment"],
    ["TRANSIT/delivery_rescheduled", "IN_TRANSIT", "rescheduled"],
    ["TRANSIT/delayed", "IN_TRANSIT", "delayed"],
    ["TRANSIT/out_for_delivery", "OUT_FOR_DELIVERY"],
    ["TRANSIT/delivery_attempted TRANSIT/notice_left TRANSIT/reschedule_delivery", "ATTEMPTED_DELIVERY"],
    ["TRANSIT/location_inaccessible", "ATTEMPTED_DELIVERY", "no_access"],
    ["TRANSIT/pickup_available", "READY_FOR_PICKUP"],
    ["TRANSIT/address_issue", "EXCEPTION", "address"],
    ["TRANSIT/contact_carrier", "EXCEPTION"],
    ["TRANSIT/package_held", "EXCEPTION", "held"],
    ["TRANSIT/package_damaged", "EXCEPTION", "damaged"],
    ["RETURNED/package_unclaimed", "RETURNING", "unclaimed"],
    ["FAILURE/package_undeliverable", "EXCEPTION", "undeliverable"],
    ["FAILURE/package_lost", "EXCEPTION", "lost"],
    ["FAILURE/package_disposed", "EXCEPTION", "destroyed"],
  ),
};

/** How a Shippo status ("TRANSIT" or "TRANSIT/package_arrived") is understood: by its sub-status, its status, then its words. */
export function explainShippo({ code, text }: { code: string | null; text: string | null }): Understanding {
  return firstKnown([lookUp(SHIPPO_SUBSTATUSES, code), lookUp(SHIPPO_STATUSES, code?.split("/")[0] ?? null)], text, "generic");
}

/** Words of a refused token, for bodies that are kept without their HTTP status. */
const REFUSED = /\btoken\b|credentials|not authenticated|unauthori[sz]ed/i;

/** Reads a track, its webhook, and the several forms of errors. */
export const parseShippo = parser("Shippo", (value, context) => {
  const event = textAt(value, "event");
  if (event !== null && event !== "track_updated") return onlyProblems();
  const item = event === null ? value : at(value, "data");
  const number = textAt(item, "tracking_number");
  const told = ["carrier", "tracking_status", "tracking_history"].some((part) => at(item, part) !== undefined);
  // A refused field comes as a list of reasons under its own name.
  if (number !== null && told && !Array.isArray(at(item, "tracking_number"))) return readTrack(number, item, context.receivedAt);
  const message = firstText(at(value, "detail"), at(value, "error"), at(value, "message"), ...Object.values(fields(value)).flatMap((one) => list(one).slice(0, 1)));
  if (event !== null || message === null || context.httpStatus === 200) return null;
  const kind = problemOfStatus(context.httpStatus) ?? (REFUSED.test(message) ? "auth" : "invalid");
  return onlyProblems(problem(kind, message, { code: context.httpStatus }));
});

function codeOf(status: unknown): string | null {
  const main = textAt(status, "status");
  const sub = textAt(status, "substatus", "code") ?? textAt(status, "substatus");
  return main === null ? null : sub === null ? main : `${main}/${sub}`;
}

function readTrack(number: string, item: unknown, receivedAt: number): ParsedAnswer {
  const history = listAt(item, "tracking_history");
  const status = at(item, "tracking_status");
  const told = history.length > 0 ? history : listAt(item, "tracking_status");
  const code = codeOf(status);
  const words = textAt(status, "status_details");
  const explained = explainShippo({ code, text: words });
  // Nothing known is said by UNKNOWN and an empty status; it is no scan.
  const events = told.filter((one) => textAt(one, "status") !== null && textAt(one, "status") !== "UNKNOWN").map((one) => readEvent(one, receivedAt));
  const known: ParsedShipment = shipment(number, {
    events,
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(item, "eta"), { utcMidnightIsDate: true })),
    carrier: SHIPPO_CARRIERS.ours(textAt(item, "carrier")),
    service: textAt(item, "servicelevel", "name"),
    originCountry: countryCode(at(item, "address_from", "country")),
    destinationCountry: countryCode(at(item, "address_to", "country")),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = codeOf(event);
  const words = textAt(event, "status_details");
  const place = at(event, "location");
  return scan({
    time: readTime(at(event, "status_date")),
    receivedAt,
    saidTime: at(event, "status_date"),
    understood: explainShippo({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(place, "city"), region: at(place, "state"), country: at(place, "country"), postalCode: at(place, "zip") }),
    id: textAt(event, "object_id"),
    raw: event,
  });
}

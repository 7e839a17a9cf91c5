import type { EventPlace, EventTime } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { onlyProblems, problemOfStatus, problem, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, rows, type StatusMap } from "../reading/understand";
import { at, joined, textAt } from "../reading/values";

/** Sendle's event types and states as its answers have them, and the list of types in the published schema of its events ("Info", "Expired" and "Drop Off", which awaits the parcel or has it, are left to their words). */
export const SENDLE_EVENTS: StatusMap = {
  name: "sendle/events@1",
  meanings: {
    ...rows(["PICKUP", "IN_TRANSIT", "accepted"], ["DELIVERED", "DELIVERED"]),
    "PICKUP ATTEMPTED": ["PRE_TRANSIT", "pickup_failed"],
    "DROPPED OFF": ["IN_TRANSIT", "accepted"],
    "IN TRANSIT": ["IN_TRANSIT"], "LOCAL DELIVERY": ["IN_TRANSIT"],
    "OUT FOR DELIVERY": ["OUT_FOR_DELIVERY"],
    "DELIVERY ATTEMPTED": ["ATTEMPTED_DELIVERY"], "CARD LEFT": ["ATTEMPTED_DELIVERY", "not_home"],
    "LEFT WITH AGENT": ["READY_FOR_PICKUP"],
    DAMAGED: ["EXCEPTION", "damaged"],
    "UNABLE TO DELIVER": ["EXCEPTION", "undeliverable"],
  },
};
const WORDS: Readonly<Record<string, "not_found" | "auth" | "invalid">> = { not_found: "not_found", unauthorised: "auth", unauthorized: "auth", forbidden: "auth" };

const explain = explainBy("sendle", SENDLE_EVENTS);

/** Sendle's answer names no number at its top: the order's reference stands where there is one. */
const parse = parser("Sendle", (value, context) => {
  const error = textAt(value, "error");
  if (error !== null) {
    const kind = (Object.hasOwn(WORDS, error) ? WORDS[error] : undefined) ?? problemOfStatus(context.httpStatus) ?? "invalid";
    return onlyProblems(problem(kind, textAt(value, "error_description") ?? "Sendle gave no reason.", { code: error }));
  }
  const scans = at(value, "tracking_events");
  // A push is one event that names its order.
  const pushed = textAt(value, "event_type") !== null && textAt(value, "sendle_reference") !== null;
  if (!Array.isArray(scans) && !pushed) return null;
  const state = textAt(value, "state");
  const words = textAt(value, "status", "description");
  const explained = explain({ code: state, text: words });
  const known = shipment(textAt(value, "tracking_number") ?? textAt(value, "sendle_reference") ?? textAt(value, "customer_reference") ?? "", {
    carrier: "sendle",
    events: (Array.isArray(scans) ? scans : [value]).map((event) => {
      const code = textAt(event, "event_type");
      const text = joined(" | ", at(event, "description"), at(event, "reason"));
      return scan({ time: timeOf(event), receivedAt: context.receivedAt, saidTime: at(event, "scan_time"), understood: explain({ code, text }), code, text, place: placeOf(event), raw: event });
    }),
    summary: state === null ? null : { status: explained.status, detail: explained.detail, code: state, text: words },
    estimate: estimate(readTime(at(value, "scheduling", "estimated_delivery_date_minimum")), readTime(at(value, "scheduling", "estimated_delivery_date_maximum"))),
    originCountry: countryCode(at(value, "origin", "country")),
    destinationCountry: countryCode(at(value, "destination", "country")),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
});

function placeOf(event: unknown): EventPlace | null {
  const told = at(event, "location_data");
  return readPlace({ city: at(told, "suburb"), region: at(told, "state"), country: at(told, "country"), postalCode: at(told, "postcode"), text: at(event, "location") });
}

function timeOf(event: unknown): EventTime | null {
  return readTime(at(event, "scan_time")) ?? readTime(at(event, "display_time"));
}

/** Sendle, read only: its API is open to its own account holders and has no public description that could be checked. */
export const sendle: CarrierAdapter = readOnlyAdapter({ code: "sendle", name: "Sendle", aliases: [], parse, explain });

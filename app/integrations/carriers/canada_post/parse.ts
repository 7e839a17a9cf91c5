import type { EventTime, ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, joined, listAt, textAt } from "../reading/values";
import { CANADA_POST_EVENTS } from "./status-map";
import { jsonOfXml, messagesOfXml } from "./xml";

/** Source: error lists of the old XML service (messages) and of the JSON service. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "004": "not_found", "4": "not_found", E002: "auth", AA001: "auth", AA002: "auth", AA003: "auth", AA004: "auth", Server: "rate_limit",
};

/** Zone letters as they are written; in summer they can still say standard time. */
const ZONES: Readonly<Record<string, string>> = {
  NST: "-03:30", NDT: "-02:30", AST: "-04:00", ADT: "-03:00", EST: "-05:00", EDT: "-04:00", CST: "-06:00", CDT: "-05:00",
  MST: "-07:00", MDT: "-06:00", PST: "-08:00", PDT: "-07:00",
};

/** Identifiers are compared as numbers: leading zeros come and go. */
export function explainCanadaPost(scanned: { code: string | null; text: string | null }): Understanding {
  const code = scanned.code?.trim().replace(/^0+(?=\d)/, "") ?? null;
  return firstKnown([lookUp(CANADA_POST_EVENTS, code)], scanned.text, "canada_post");
}

/** Reads the JSON service's details and summaries, the XML of the old one, and the errors of both. */
export const parseCanadaPost = parser("Canada Post", (given, context, kind) => {
  if (kind === "xml") {
    const messages = messagesOfXml(given);
    if (messages.length > 0) return onlyProblems(...messages.map((one) => stated(KINDS, one, null)));
  }
  const value = kind === "xml" ? jsonOfXml(given) : given;
  if (Array.isArray(value)) return value.length === 0 ? null : together(value.map((one) => readSummary(one, context)));
  if (textAt(value, "pin") !== null) return readDetails(value, context);
  const errors = listAt(value, "errors");
  const gateway = textAt(value, "httpMessage");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "errorCode"), message: textAt(one, "message") }, context.httpStatus)));
  if (gateway !== null) return onlyProblems(stated({}, { code: textAt(value, "httpCode"), message: gateway }, Number(textAt(value, "httpCode") ?? context.httpStatus)));
  return null;
});

function readDetails(value: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(value, "pin") ?? "";
  const events = listAt(value, "significantEvents").map((event) => readEvent(event, context.receivedAt));
  if (events.length === 0) return onlyProblems(problem("not_found", "Canada Post knows nothing of this number yet.", { number }));
  return { shipments: [complete(number, value, events)], problems: [] };
}

function complete(number: string, value: unknown, events: ParsedEvent[]): ParsedShipment {
  const day = firstText(at(value, "changedExpectedDate"), at(value, "expectedDeliveryDate"))?.slice(0, 10);
  const known = shipment(number, { events, estimate: estimate(readTime(day)), carrier: "canada_post", service: textAt(value, "serviceName") });
  return { ...known, events: markReturnLeg(known.events) };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "eventIdentifier");
  const words = textAt(event, "eventDescription");
  return scan({
    time: eventTime(event),
    receivedAt,
    saidTime: at(event, "eventDate"),
    understood: explainCanadaPost({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(event, "eventSite"), region: at(event, "eventProvince"), text: at(event, "eventRetailName") }),
    raw: event,
  });
}

/** The date is a local day even when it is written as midnight in UTC. */
function eventTime(event: unknown): EventTime | null {
  const day = textAt(event, "eventDate")?.slice(0, 10);
  const letters = textAt(event, "eventTimeZone")?.toUpperCase() ?? "";
  const offset = Object.hasOwn(ZONES, letters) ? (ZONES[letters] ?? "") : "";
  return readTime(joined(" ", day, `${textAt(event, "eventTime") ?? ""}`)?.concat(textAt(event, "eventTime") === null ? "" : offset));
}

/** A summary tells the newest event without its identifier; the day of delivery is told apart from it. */
function readSummary(one: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(one, "pin");
  const error = at(one, "error");
  if (textAt(error, "code") !== null || number === null) {
    return onlyProblems(stated(KINDS, { code: textAt(error, "code"), message: textAt(error, "descEn"), number }, context.httpStatus));
  }
  const words = textAt(one, "eventDescription");
  const at1 = textAt(one, "eventDateTime")?.replace(/^(\d{8}):(\d{6})$/, "$1 $2");
  const understood = explainCanadaPost({ code: null, text: words });
  const event = scan({ time: readTime(at1), receivedAt: context.receivedAt, understood, code: null, text: words, place: readPlace({ text: at(one, "eventLocation") }), raw: one });
  const delivered = textAt(one, "actualDeliveryDate") !== null;
  const known = complete(number, one, words === null ? [] : [event]);
  return { shipments: [delivered ? { ...known, summary: { status: "DELIVERED", detail: null, code: null, text: words } } : known], problems: [] };
}

import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, problemOfStatus, shipment, unparsable, unreadable } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { deliveredWhere } from "../reading/delivered-where";
import { countryCode } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { at, fields, list, listAt, text, textAt } from "../reading/values";
import { upsErrors, upsWarning } from "./errors";
import { upsEstimate } from "./estimate";
import { explainUps, upsCode } from "./explain";
import { readAlert, readActivity } from "./scans";

interface Reading {
  httpStatus: number | null;
  receivedAt: number;
}

/** Reads UPS's Track answers, Track Alert pushes, answers to subscriptions, and errors. */
export const parseUps: CarrierAdapter["parse"] = (body, context) => {
  const decoded = decodeBody(body);
  if (decoded.kind === "unreadable") return unreadable(decoded.why, context.httpStatus);
  const value = decoded.value;
  if (at(value, "trackResponse") !== undefined) return readTrackResponse(value, context);
  if (at(value, "activityStatus") !== undefined) return readPush(value, context);
  const rejected = listAt(value, "invalidTrackingNumbers").map((one) =>
    problem("invalid", "UPS does not take this number.", { number: text(one), code: at(value, "response", "errors", 0, "code") }),
  );
  const errors = upsErrors(listAt(value, "response", "errors"), context.httpStatus);
  if (rejected.length > 0 || errors.length > 0) return onlyProblems(...errors, ...rejected);
  if (at(value, "validTrackingNumbers") !== undefined) return onlyProblems();
  const kind = problemOfStatus(context.httpStatus);
  return kind === null ? unparsable("none of UPS's forms") : onlyProblems(problem(kind, `UPS answered HTTP ${context.httpStatus ?? 0}.`, { code: context.httpStatus }));
};

function readTrackResponse(value: unknown, context: Reading): ParsedAnswer {
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const one of listAt(value, "trackResponse", "shipment")) {
    const asked = textAt(one, "inquiryNumber");
    const packages = listAt(one, "package");
    for (const piece of packages) {
      const number = numberOfPackage(piece, asked);
      // An InfoNotice or a shipment's number leads to its one package, which has a number of its own.
      const others = packages.length === 1 && asked !== null && asked !== number ? { otherNumbers: [asked] } : {};
      if (number !== null) answer.shipments.push({ ...readPackage(number, piece, context), ...others });
      else answer.problems.push(problem("invalid", "UPS's answer names no tracking number."));
    }
    if (packages.length > 0) continue;
    for (const warning of listAt(one, "warnings")) answer.problems.push(upsWarning(warning, asked));
    if (listAt(one, "warnings").length === 0) answer.problems.push(problem("not_found", "UPS knows nothing of this number yet.", { number: asked }));
  }
  if (answer.shipments.length === 0 && answer.problems.length === 0) return unparsable("UPS's answer holds no shipment");
  return answer;
}

/** UPS's specification fills examples with the word "string"; the number asked for stands then. */
function numberOfPackage(piece: unknown, asked: string | null): string | null {
  const own = textAt(piece, "trackingNumber");
  return own === null || own === "string" ? asked : own;
}

function readPackage(number: string, piece: unknown, context: Reading): ParsedShipment {
  const events = listAt(piece, "activity").map((activity) => readActivity(activity, context.receivedAt));
  const code = upsCode(textAt(piece, "currentStatus", "type"), textAt(piece, "currentStatus", "code"), textAt(piece, "currentStatus", "statusCode"));
  const words = textAt(piece, "currentStatus", "description");
  const explained = explainUps({ code, text: words });
  const postal = listAt(piece, "alternateTrackingNumber").find((other) => textAt(other, "type") === "USPS_PIC");
  const postalNumber = textAt(postal, "number");
  const known = shipment(number, {
    events,
    summary: code === null && words === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: upsEstimate(piece),
    carrier: "ups",
    service: textAt(piece, "service", "description"),
    originCountry: countryOf(piece, "ORIGIN"),
    destinationCountry: countryOf(piece, "DESTINATION"),
    nextNumber: postalNumber === null ? null : { number: postalNumber, carrier: "usps" },
  });
  return { ...known, events: withPlaceOfDelivery(markReturnLeg(known.events), textAt(piece, "deliveryInformation", "location")) };
}

function countryOf(piece: unknown, type: string): string | null {
  const found = listAt(piece, "packageAddress").find((address) => textAt(address, "type") === type);
  return countryCode(textAt(found, "address", "countryCode")) ?? countryCode(textAt(found, "address", "country"));
}

/** Where it was left is told once per package: it belongs to the newest delivery. */
function withPlaceOfDelivery(events: ParsedEvent[], words: string | null): ParsedEvent[] {
  const detail = deliveredWhere(words);
  const newest = events[0];
  if (detail === null || newest === undefined || newest.status !== "DELIVERED" || newest.detail !== null) return events;
  return [{ ...newest, detail }, ...events.slice(1)];
}

function readPush(value: unknown, context: Reading): ParsedAnswer {
  const number = textAt(value, "trackingNumber");
  if (number === null) return unparsable("UPS's alert names no tracking number");
  const known = shipment(number, { events: [readAlert(value, context.receivedAt)], estimate: upsEstimate(pushAsPackage(value)), carrier: "ups" });
  const postal = textAt(list(fields(value)["alternateTrackingNumber"])[0]);
  return { shipments: [postal === null ? known : { ...known, nextNumber: { number: postal, carrier: null } }], problems: [] };
}

/** The alert's flat date of delivery in the form of the Track answer. */
function pushAsPackage(value: unknown): unknown {
  return {
    deliveryDate: [{ type: "SDD", date: at(value, "scheduledDeliveryDate") }],
    deliveryTime: { type: "EDW", startTime: at(value, "deliveryStartTime"), endTime: at(value, "deliveryEndTime") },
  };
}

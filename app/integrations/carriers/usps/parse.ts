import type { ParsedAnswer } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, problemOfStatus, unparsable, unreadable } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { at, fields, text, textAt } from "../reading/values";
import { uspsErrors } from "./errors";
import { readUspsItem } from "./item";
import { readUspsXml } from "./parse-xml";

type Reading = Parameters<CarrierAdapter["parse"]>[1];

/** Reads USPS's v3 and v3r2 answers, pushed notifications, errors, and the older XML. */
export const parseUsps: CarrierAdapter["parse"] = (body, context) => {
  const decoded = decodeBody(body);
  if (decoded.kind === "unreadable") return unreadable(decoded.why, context.httpStatus);
  return decoded.kind === "xml" ? readUspsXml(decoded.value, context) : readJson(decoded.value, context, 0);
};

function readJson(value: unknown, context: Reading, depth: number): ParsedAnswer {
  if (Array.isArray(value)) {
    if (value.length === 0) return onlyProblems(problem("not_found", "USPS answered with an empty list."));
    return whole(value.map((one) => readElement(one, context)));
  }
  const payload = at(value, "payload");
  if (payload !== undefined && depth === 0) return readNotification(payload, context);
  return readElement(value, context);
}

/** A notification holds its content as a JSON text inside the JSON. */
function readNotification(payload: unknown, context: Reading): ParsedAnswer {
  if (typeof payload !== "string") return readJson(payload, context, 1);
  const inner = decodeBody(payload);
  return inner.kind === "json" ? readJson(inner.value, context, 1) : unparsable("the notification's content is not whole JSON");
}

function readElement(value: unknown, context: Reading): ParsedAnswer {
  const number = textAt(value, "trackingNumber");
  const own = Number(textAt(value, "statusCode") ?? "200");
  if (at(value, "error") !== undefined || (own !== 200 && !Number.isNaN(own))) {
    return onlyProblems(uspsErrors(value, number, context.httpStatus));
  }
  const older = at(value, "TrackResults", "TrackInfo");
  if (older !== undefined) return readOlderSummary(older, context);
  const known = Array.isArray(at(value, "trackingEvents")) || textAt(value, "statusCategory") !== null || textAt(value, "status") !== null;
  if (number !== null && known) return { shipments: [readUspsItem(number, value, context.receivedAt)], problems: [] };
  const kind = problemOfStatus(context.httpStatus);
  if (kind !== null) return onlyProblems(problem(kind, textAt(value, "message") ?? `USPS answered HTTP ${context.httpStatus ?? 0}.`, { code: context.httpStatus }));
  return unparsable("none of USPS's forms");
}

/** The oldest documented summary: a number and one sentence. */
function readOlderSummary(info: unknown, context: Reading): ParsedAnswer {
  const number = textAt(info, "@ID") ?? textAt(info, "ID");
  const words = text(fields(info)["TrackSummary"]);
  if (number === null || words === null) return unparsable("USPS's summary is not whole");
  return { shipments: [readUspsItem(number, { trackingEvents: [{ eventType: words }] }, context.receivedAt)], problems: [] };
}

function whole(parts: readonly ParsedAnswer[]): ParsedAnswer {
  return { shipments: parts.flatMap((part) => part.shipments), problems: parts.flatMap((part) => part.problems) };
}

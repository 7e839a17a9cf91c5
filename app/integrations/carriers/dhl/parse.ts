import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";

import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { oneOfEachNumber } from "../reading/reused";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { at, firstText, joined, listAt, numberOf, text, textAt } from "../reading/values";
import { dhlCode, explainDhl } from "./explain";

/** Keys of DHL's scans that name a person: a remark or description may be a name, but is text and not removed there. */
const PERSONAL = ["receiver", "sender", "signed"];

/** Reads DHL's unified answers, its pushes, and its problem documents. */
export const parseDhl = parser("DHL", (value, context) => {
  const scope = textAt(value, "scope");
  // Steps in the life of a subscription carry no shipment.
  if (scope !== null && scope !== "subscription.push") return /^subscription\./.test(scope) ? onlyProblems() : null;
  const shipments = listAt(value, "shipments");
  if (shipments.length > 0) {
    const answer: ParsedAnswer = { shipments: [], problems: [] };
    for (const one of shipments) {
      const number = textAt(one, "id");
      if (number !== null) answer.shipments.push(readShipment(number, one, context.receivedAt));
    }
    // Without a division in the question, one number may lead to shipments of several.
    return answer.shipments.length > 0 ? { ...answer, shipments: oneOfEachNumber(answer.shipments) } : null;
  }
  const status = numberOf(at(value, "status"));
  const title = firstText(at(value, "title"), at(value, "detail"));
  if (status === null || title === null) return null;
  return onlyProblems(stated({}, { code: String(status), message: joined(": ", title, at(value, "detail")) }, status));
});

function readShipment(number: string, one: unknown, receivedAt: number): ParsedShipment {
  const service = textAt(one, "service");
  const status = at(one, "status");
  const told = listAt(one, "events");
  // A push has no list: its status is the one scan.
  const events = (told.length > 0 ? told : textAt(status, "timestamp") === null ? [] : [status]).map((event) => readEvent(event, service, receivedAt));
  const code = dhlCode(service, textAt(status, "status"), textAt(status, "statusCode"));
  const words = wordsOf(status);
  const explained = explainDhl({ code, text: words });
  const frame = at(one, "estimatedDeliveryTimeFrame");
  const hints = { utcMidnightIsDate: true };
  const known = shipment(number, {
    // A piece's own number leads to its shipment, which answers under another.
    otherNumbers: listAt(one, "details", "pieceIds").map(text).filter((id) => id !== null),
    events,
    summary: code === null && words === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(frame, "estimatedFrom"), hints), readTime(at(frame, "estimatedThrough"), hints)) ?? estimate(readTime(at(one, "estimatedTimeOfDelivery"), hints)),
    carrier: service === "express" ? "dhl_express" : service === "parcel-de" ? "dhl_parcel_de" : "dhl",
    service: textAt(one, "details", "product", "productName"),
    originCountry: countryCode(at(one, "origin", "address", "countryCode")),
    destinationCountry: countryCode(at(one, "destination", "address", "countryCode")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** Some divisions put words into `status`, others into `description`. */
function wordsOf(status: unknown): string | null {
  const own = textAt(status, "status");
  return firstText(at(status, "description"), own !== null && /\s/.test(own) ? own : null, at(status, "remark"));
}

function readEvent(event: unknown, service: string | null, receivedAt: number): ParsedEvent {
  const code = dhlCode(service, textAt(event, "status"), textAt(event, "statusCode"));
  const words = wordsOf(event);
  const address = at(event, "location", "address");
  return scan({
    time: readTime(at(event, "timestamp")),
    receivedAt,
    saidTime: at(event, "timestamp"),
    understood: explainDhl({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(address, "addressLocality"), country: at(address, "countryCode"), postalCode: at(address, "postalCode") }),
    raw: event,
    alsoDrop: PERSONAL,
  });
}

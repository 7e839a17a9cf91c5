import type { EventTime, ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { numberless, onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { ROYAL_MAIL_CATEGORIES, ROYAL_MAIL_EVENTS } from "./status-map";

/** Source: error list of the Tracking API v2. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  E1142: "not_found", E1284: "not_found", E1307: "not_found", E1308: "not_found", E1283: "not_found",
  E0010: "rate_limit", E0009: "unavailable", E0001: "unavailable", E0004: "invalid", E0013: "invalid",
};
/** Messages to sender or addressee, known by their first letters (NEP…, NLC…, NSF…). */
const NOTICE = /^(NEP|NFN|NLC|NRD|NRE|NSF|NUN)/;

/** How one of Royal Mail's events is understood: by its code, then its category, then its words; notices say nothing of the item. */
export function explainRoyalMail({ code, text }: { code: string | null; text: string | null }): Understanding {
  const upper = code?.toUpperCase().replace("\u2019", "'") ?? null;
  const notice: Understanding | null = upper !== null && NOTICE.test(upper) ? { status: "UNKNOWN", detail: null, mapping: ROYAL_MAIL_EVENTS.name } : null;
  return firstKnown([lookUp(ROYAL_MAIL_EVENTS, upper), notice, lookUp(ROYAL_MAIL_CATEGORIES, upper)], text, "royal_mail");
}

/** Reads events, summaries (several numbers) and errors of the Tracking API v2. */
export const parseRoyalMail = parser("Royal Mail", (value, context) => {
  const pieces = listAt(value, "mailPieces");
  if (pieces.length > 0) return together(pieces.map((piece) => readPiece(piece, context)));
  const errors = listAt(value, "errors");
  const message = textAt(value, "httpMessage");
  const status = Number(textAt(value, "httpCode") ?? context.httpStatus);
  if (errors.length > 0) {
    return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "errorCode"), message: textAt(one, "errorDescription") }, status)));
  }
  return message === null ? null : onlyProblems(stated({}, { code: textAt(value, "httpCode"), message: firstText(at(value, "moreInformation"), message) }, status));
});

function readPiece(piece: unknown, context: ParseContext): ParsedAnswer {
  const number = firstText(at(piece, "mailPieceId"), at(piece, "summary", "oneDBarcode"));
  const status = textAt(piece, "status");
  const error = at(piece, "error");
  // The documentation's own example of a good item carries an error too: the item's status decides.
  if (status !== null && status !== "200") {
    return onlyProblems(stated(KINDS, { code: textAt(error, "errorCode"), message: textAt(error, "errorDescription"), number }, Number(status)));
  }
  return number === null ? numberless("Royal Mail") : { shipments: [readShipment(number, piece, context.receivedAt)], problems: [] };
}

function readShipment(number: string, piece: unknown, receivedAt: number): ParsedShipment {
  const summary = at(piece, "summary");
  const told = listAt(piece, "events");
  const last = {
    eventCode: at(summary, "lastEventCode"), eventName: at(summary, "lastEventName"),
    eventDateTime: at(summary, "lastEventDateTime"), locationName: at(summary, "lastEventLocationName"),
  };
  const events = told.length > 0 ? told : textAt(last, "eventCode") === null ? [] : [last];
  const category = textAt(summary, "statusCategory");
  const words = textAt(summary, "statusDescription");
  const code = firstText(at(summary, "lastEventCode"), category);
  const byCode = explainRoyalMail({ code, text: words });
  const explained = byCode.status === "UNKNOWN" ? explainRoyalMail({ code: category, text: words }) : byCode;
  const expected = at(piece, "estimatedDelivery");
  const known = shipment(number, {
    // The id of the address is the one that was asked for; people know the barcode.
    otherNumbers: [textAt(summary, "oneDBarcode"), textAt(summary, "uniqueItemId")].filter((one) => one !== null),
    events: events.map((event) => readEvent(event, receivedAt)),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(windowEnd(expected, "startOfEstimatedWindow"), windowEnd(expected, "endOfEstimatedWindow")) ?? estimate(readTime(textAt(expected, "date")?.slice(0, 10))),
    carrier: "royal_mail",
    service: textAt(summary, "productName"),
    originCountry: countryCode(at(summary, "originCountryCode")),
    destinationCountry: countryCode(at(summary, "destinationCountryCode")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** An end of the window comes with or without its date. */
function windowEnd(expected: unknown, end: string): EventTime | null {
  const said = textAt(expected, end);
  if (said === null) return null;
  return readTime(said) ?? readTime(`${textAt(expected, "date")?.slice(0, 10) ?? ""}T${said}`);
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "eventCode");
  const words = textAt(event, "eventName");
  return scan({
    time: readTime(at(event, "eventDateTime")),
    receivedAt,
    saidTime: at(event, "eventDateTime"),
    understood: explainRoyalMail({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(event, "locationName") }),
    raw: event,
  });
}

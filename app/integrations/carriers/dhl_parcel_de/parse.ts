import type { ParsedAnswer, ParsedEvent, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { at, firstText, isYes, joined, listAt, textAt } from "../reading/values";
import { explainDhlParcelDe, WITHDRAWS } from "./explain";

/** Root codes that are not 0; HTTP may be 200 all the same. Source: DHL's reference of Parcel DE Tracking. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "5": "auth", "6": "auth", "62": "auth", "100": "not_found", "200": "not_found", "-1": "unavailable", "-2": "unavailable", "-3": "unavailable", "-1000": "unavailable",
};
const CLOCK = { zone: "Europe/Berlin", order: "dmy" } as const;

/**
 * Reads d-get-piece-detail, d-get-piece, d-get-piece-events and get-status-for-public-user: everything stands in
 * attributes of nested `data` elements. The public status keeps its code one level lower, in a list per number.
 */
export const parseDhlParcelDe = parser("DHL Paket", (value, context, kind) => {
  if (kind === "json") {
    const title = firstText(at(value, "detail"), at(value, "title"), at(value, "fault", "faultstring"));
    return title === null ? null : onlyProblems(stated({}, { code: textAt(value, "status"), message: title }, context.httpStatus));
  }
  const root = at(value, "data");
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const list of textAt(root, "@code") === null ? listAt(root, "data") : [root]) readList(list, context, answer);
  return answer.shipments.length + answer.problems.length === 0 ? null : answer;
});

function readList(list: unknown, context: ParseContext, answer: ParsedAnswer): void {
  const code = textAt(list, "@code") ?? "0";
  if (code !== "0") {
    const message = firstText(at(list, "@error"), at(list, "@status")) ?? `DHL answered code ${code}.`;
    answer.problems.push(stated(KINDS, { code, message, number: textAt(list, "@_piece-code") }, null));
  } else if (textAt(list, "@name") === "piece-event-list") readPiece(list, context, answer);
  else for (const piece of listAt(list, "data")) readPiece(piece, context, answer);
}

/** The scans of a piece: in a list of their own or, in the public status and in a list of scans alone, right under it. */
function eventsOf(piece: unknown): unknown[] {
  return listAt(piece, "data").flatMap((inner) => {
    const name = textAt(inner, "@name");
    return name === "piece-event-list" ? listAt(inner, "data") : name === "piece-event" ? [inner] : [];
  });
}

function codeOf(element: unknown): string | null {
  return joined("/", at(element, "@ice"), at(element, "@ric"), at(element, "@standard-event-code"));
}

function readPiece(piece: unknown, context: ParseContext, answer: ParsedAnswer): void {
  const number = firstText(at(piece, "@searched-piece-code"), at(piece, "@piece-code"), at(piece, "@piece-identifier"));
  if (number === null) return;
  const events = eventsOf(piece);
  const code = codeOf(piece);
  if (code === null && events.length === 0) {
    answer.problems.push(problem("not_found", firstText(at(piece, "@status"), at(piece, "@error")) ?? "DHL knows nothing of this number yet.", { number, code: at(piece, "@error-status") }));
    return;
  }
  const words = textAt(piece, "@status");
  const explained = explainDhlParcelDe({ code, text: words });
  const back = isYes(at(piece, "@ruecksendung"));
  const known = shipment(number, {
    events: events.map((event) => readEvent(event, context.receivedAt)),
    summary: { status: back && explained.status === "DELIVERED" ? "RETURNED" : explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(piece, "@delivery-timeframe-from"), CLOCK), readTime(at(piece, "@delivery-timeframe-to"), CLOCK)),
    carrier: "dhl_parcel_de",
    service: textAt(piece, "@product-name"),
    originCountry: countryCode(at(piece, "@origin-country")),
    destinationCountry: countryCode(at(piece, "@dest-country")),
  });
  answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = codeOf(event);
  const words = firstText(at(event, "@event-text"), at(event, "@event-status"));
  const known = scan({
    time: readTime(at(event, "@event-timestamp"), CLOCK),
    receivedAt,
    saidTime: at(event, "@event-timestamp"),
    understood: explainDhlParcelDe({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(event, "@event-location"), country: at(event, "@event-country") }),
    withdraws: textAt(event, "@ice") === WITHDRAWS,
    raw: event,
  });
  return isYes(at(event, "@ruecksendung")) ? onReturnLeg(known) : known;
}

import type { ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";

import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { at, firstText, listAt, textAt } from "../reading/values";
import { explainPosteItaliane } from "./explain";

/** Reads the tracking call of Poste Delivery Business. */
export const parsePosteItaliane = parser("Poste Italiane", (value, context) => {
  const result = at(value, "return");
  if (result === undefined) {
    const message = firstText(at(value, "message"), at(value, "error_description"), at(value, "error"));
    return message === null ? null : onlyProblems(stated({}, { code: textAt(value, "error"), message }, context.httpStatus));
  }
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const one of listAt(result, "shipment")) readShipment(one, context.receivedAt, answer);
  const code = textAt(result, "code") ?? "0";
  if (code !== "0" || (answer.shipments.length === 0 && answer.problems.length === 0)) {
    const message = firstText(listAt(result, "messages")[0], at(listAt(result, "messages")[0], "message"), at(result, "result"));
    // 999 is a general fault; 100 to 199 of form, 200 to 299 of business.
    const kind = code === "999" ? "unavailable" : code === "0" ? "not_found" : (problemOfStatus(context.httpStatus) ?? "invalid");
    answer.problems.push(problem(kind, message ?? "Poste Italiane gave no reason.", { code }));
  }
  return answer;
});

function readShipment(one: unknown, receivedAt: number, answer: ParsedAnswer): void {
  const number = textAt(one, "waybillNumber");
  if (number === null) return;
  const told = listAt(one, "tracking");
  if (told.length === 0) {
    answer.problems.push(problem("not_found", "Poste Italiane knows nothing of this number yet.", { number }));
    return;
  }
  const back = textAt(one, "returnFlag") === "S";
  const known = shipment(number, {
    events: told.map((event) => {
      const read = readEvent(event, receivedAt);
      return back && read.status === "DELIVERED" ? onReturnLeg(read) : read;
    }),
    carrier: "poste_italiane",
    service: textAt(one, "product"),
  });
  answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "status");
  const words = firstText(at(event, "StatusDescription"), at(event, "appStatusDescription"), at(event, "synthesisStatusDescription"), at(event, "phase"));
  return scan({
    time: readTime(at(event, "data"), { zone: "Europe/Rome" }),
    receivedAt,
    saidTime: at(event, "data"),
    understood: explainPosteItaliane({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(event, "officeDescription") }),
    raw: event,
  });
}

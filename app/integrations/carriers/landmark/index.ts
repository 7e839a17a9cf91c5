import type { ParsedAnswer, ProblemKind } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, shipment } from "../reading/answers";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, rows, type StatusMap } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";

/** Landmark's event codes, each seen with its texts in answers of its tracking call. */
export const LANDMARK_CODES: StatusMap = {
  name: "landmark/codes@1",
  meanings: rows(
    ["50 60 75 80 100", "PRE_TRANSIT"], ["125 250", "IN_TRANSIT"], ["150", "IN_TRANSIT", "departed"], ["155", "IN_TRANSIT", "arrived_destination_country"], ["200 225 275", "IN_TRANSIT"],
    ["300", "OUT_FOR_DELIVERY"], ["400", "ATTEMPTED_DELIVERY"], ["500", "DELIVERED"], ["900", "EXCEPTION", "undeliverable"],
  ),
};
const KINDS: Readonly<Record<string, ProblemKind>> = { Login: "auth", Lookup: "not_found" };

const explain = explainBy("landmark", LANDMARK_CODES);

const parse = parser("Landmark Global", (value, context, kind) => {
  const response = at(value, "TrackResponse");
  if (kind !== "xml" || response === undefined) return null;
  const errors = listAt(response, "Errors", "Error");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "ErrorCode"), message: textAt(one, "ErrorMessage")?.split("&lt;")[0]?.split("<")[0] ?? null }, context.httpStatus)));
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const piece of listAt(response, "Result", "Packages", "Package")) {
    const number = firstText(at(piece, "TrackingNumber"), at(piece, "LandmarkTrackingNumber"));
    if (number === null) continue;
    const events = listAt(piece, "Events", "Event").map((event) => {
      const code = textAt(event, "EventCode");
      const text = textAt(event, "Status");
      const time = readTime(at(event, "DateTime"));
      // Landmark writes seconds: a scan at midnight is one, unless its whole history is.
      return scan({ time, receivedAt: context.receivedAt, saidTime: at(event, "DateTime"), understood: explain({ code, text }), code, text, place: readPlace({ text: at(event, "Location") }), raw: event });
    });
    if (events.length === 0) answer.problems.push(problem("not_found", "Landmark knows nothing of this number yet.", { number }));
    else {
      const known = shipment(number, { events, carrier: "landmark" });
      answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
    }
  }
  return answer.shipments.length + answer.problems.length === 0 ? null : answer;
});

/** Landmark Global, read only: its tracking call is given by contract. Times are the places' own and carry no zone. */
export const landmark: CarrierAdapter = readOnlyAdapter({ code: "landmark", name: "Landmark Global", aliases: ["landmark_global"], parse, explain });

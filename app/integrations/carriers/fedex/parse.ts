import type { DeliveryEstimate, ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { newestScanned } from "../reading/reused";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { at, firstText, joined, listAt, textAt } from "../reading/values";
import { explainFedex, fedexCode } from "./explain";
import { readFedexXml } from "./parse-xml";

/** Source: FedEx's OpenAPI of the Track API and its error list. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "TRACKING.TRACKINGNUMBER.NOTFOUND": "not_found", "TRACKING.DATA.NOTFOUND": "not_found",
  "NOT.AUTHORIZED.ERROR": "auth", "FORBIDDEN.ERROR": "auth", "LOGIN.REAUTHENTICATE.ERROR": "auth",
  "INTERNAL.SERVER.ERROR": "unavailable", "SERVICE.UNAVAILABLE.ERROR": "unavailable", "SYSTEM.UNEXPECTED.ERROR": "unavailable",
  "NOT.FOUND.ERROR": "invalid", // the address, not the number
};

/** Reads FedEx's Track answers, its pushes (the same parts, wherever they stand), errors, and the older SOAP answers. */
export const parseFedex = parser("FedEx", (value, context, kind) => {
  if (kind === "xml") return readFedexXml(value, (results) => readResults(results, context));
  const errors = listAt(value, "errors");
  if (errors.length > 0) {
    return onlyProblems(...errors.map((error) => stated(KINDS, { code: textAt(error, "code"), message: textAt(error, "message") }, context.httpStatus)));
  }
  const complete = [...listAt(value, "output", "completeTrackResults"), ...listAt(value, "completeTrackResults")];
  if (complete.length > 0) return together(complete.map((one) => readResults(listAt(one, "trackResults"), context, textAt(one, "trackingNumber"))));
  const results = [...listAt(value, "output", "trackResults"), ...listAt(value, "trackResults")];
  if (results.length > 0) return together(results.map((one) => readResults([one], context)));
  return at(value, "trackingNumberInfo") === undefined ? null : readResults([value], context);
});

/** All results of one number. A number is used again after some time: the one scanned last is meant. */
function readResults(results: readonly unknown[], context: ParseContext, asked: string | null = null): ParsedAnswer {
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const result of results) {
    const number = textAt(result, "trackingNumberInfo", "trackingNumber") ?? asked;
    const error = at(result, "error");
    // FedEx's own example carries an error beside a whole history: what was scanned counts.
    const empty = listAt(result, "scanEvents").length === 0 && textAt(result, "latestStatusDetail", "code") === null;
    if (empty && textAt(error, "code") !== null) {
      answer.problems.push(stated(KINDS, { code: textAt(error, "code"), message: textAt(error, "message"), number }, context.httpStatus));
    } else if (number === null) answer.problems.push(problem("invalid", "FedEx's answer names no tracking number."));
    else answer.shipments.push(readResult(number, result, context.receivedAt));
  }
  const newest = newestScanned(answer.shipments);
  return { ...answer, shipments: newest === undefined ? [] : [newest] };
}

function readResult(number: string, result: unknown, receivedAt: number): ParsedShipment {
  const latest = at(result, "latestStatusDetail");
  const code = fedexCode(textAt(latest, "code"), textAt(latest, "ancillaryDetails", 0, "reason"));
  const words = joined(" | ", at(latest, "description"), at(latest, "ancillaryDetails", 0, "reasonDescription"));
  const explained = explainFedex({ code, text: words });
  const known = shipment(number, {
    events: listAt(result, "scanEvents").map((event) => readEvent(event, receivedAt)),
    summary: code === null && words === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: fedexEstimate(result),
    carrier: "fedex",
    service: textAt(result, "serviceDetail", "description"),
    originCountry: countryCode(at(result, "shipperInformation", "address", "countryCode")),
    destinationCountry: countryCode(at(result, "recipientInformation", "address", "countryCode")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** `derivedStatusCode` is left aside: a scan "returning to shipper" was seen with DL there. */
function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = fedexCode(textAt(event, "eventType"), textAt(event, "exceptionCode"));
  const words = joined(" | ", at(event, "eventDescription"), at(event, "exceptionDescription"));
  const place = at(event, "scanLocation");
  return scan({
    time: readTime(at(event, "date")),
    receivedAt,
    saidTime: at(event, "date"),
    understood: explainFedex({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(place, "city"), region: at(place, "stateOrProvinceCode"), country: at(place, "countryCode"), postalCode: at(place, "postalCode") }),
    raw: event,
  });
}

function fedexEstimate(result: unknown): DeliveryEstimate | null {
  const window = at(result, "estimatedDeliveryTimeWindow", "window");
  const date = (type: string) => listAt(result, "dateAndTimes").find((one) => textAt(one, "type") === type);
  if (date("ACTUAL_DELIVERY") !== undefined) return null;
  const promised = firstText(at(date("ESTIMATED_DELIVERY"), "dateTime"), at(date("APPOINTMENT_DELIVERY"), "dateTime"), at(result, "standardTransitTimeWindow", "window", "ends"), at(date("COMMITMENT"), "dateTime"));
  // Midnight here means that only the day is promised, whatever the offset says.
  const day = promised !== null && /T00:00:00/.test(promised) ? promised.slice(0, 10) : promised;
  return estimate(readTime(at(window, "begins")), readTime(at(window, "ends"))) ?? estimate(readTime(day));
}

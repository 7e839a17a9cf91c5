import type { ParsedEvent } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readOffset, readTime } from "../reading/times";
import { explainBy, type StatusMap } from "../reading/understand";
import { at, firstText, joined, listAt, textAt } from "../reading/values";

/** The one standardised code that was seen with its text; the others are left to their words. */
export const PITNEY_BOWES_EVENTS: StatusMap = { name: "pitney_bowes/events@1", meanings: { LC: ["PRE_TRANSIT", "label_created"] } };

const explain = explainBy("pitney_bowes", PITNEY_BOWES_EVENTS);

const parse = parser("Pitney Bowes", (value, context) => {
  const number = firstText(at(value, "requestedIdentifier"), at(value, "trackingNumber"));
  if (number !== null && Array.isArray(at(value, "scanDetailsList"))) {
    const known = shipment(number, {
      carrier: "pitney_bowes",
      service: textAt(value, "serviceName"),
      events: listAt(value, "scanDetailsList").map((event) => readScan(event, context.receivedAt)),
      estimate: estimate(readTime(at(value, "estimatedDeliveryDate"))),
      originCountry: countryCode(at(value, "senderAddress", "country")),
      destinationCountry: countryCode(at(value, "destinationAddress", "country")),
    });
    return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
  }
  const error = (Array.isArray(value) ? value : listAt(value, "errors"))[0];
  const message = firstText(at(error, "errorDescription"), at(error, "message"));
  return message === null ? null : onlyProblems(problem(problemOfStatus(context.httpStatus) ?? "invalid", message, { code: firstText(at(error, "errorCode"), at(error, "code")) }));
});

/** `eventType` RTN marks a scan of the way back. */
function readScan(event: unknown, receivedAt: number): ParsedEvent {
  const code = firstText(at(event, "standardizedEventCode"), at(event, "l1Code"), at(event, "scanType"));
  const words = firstText(at(event, "standardizedEventDescription"), at(event, "l1Description"), at(event, "scanDescription"), at(event, "packageStatus"));
  const said = joined(" ", at(event, "eventDate"), at(event, "eventTime"));
  const known = scan({
    time: readTime(`${said ?? ""}${readOffset(at(event, "eventTimeOffset")) ?? ""}`), receivedAt, saidTime: said, understood: explain({ code, text: words }), code, text: words,
    place: readPlace({ city: firstText(at(event, "eventCity"), at(event, "city")), region: firstText(at(event, "eventStateOrProvince"), at(event, "state")), country: at(event, "country"), postalCode: at(event, "postalCode") }),
    raw: event,
  });
  return textAt(event, "eventType") === "RTN" ? onReturnLeg(known) : known;
}

/** Pitney Bowes, read only: it left the parcel business in 2024; the answers that merchants keep can still be read. */
export const pitneyBowes: CarrierAdapter = readOnlyAdapter({ code: "pitney_bowes", name: "Pitney Bowes", aliases: ["pitneybowes"], parse, explain });

import type { ParsedEvent } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, shipment, problemOfStatus } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, type StatusMap } from "../reading/understand";
import { at, isYes, listAt, textAt } from "../reading/values";

/** LaserShip's event types; all six were seen in captured answers. */
export const ONTRAC_EVENTS: StatusMap = {
  name: "ontrac/events@1",
  meanings: {
    ORDERCREATED: ["PRE_TRANSIT"],
    ORDERRECEIVED: ["PRE_TRANSIT"],
    RECEIVED: ["IN_TRANSIT", "accepted"],
    ARRIVED: ["IN_TRANSIT", "arrived"],
    OUTFORDELIVERY: ["OUT_FOR_DELIVERY"],
    DELIVERED: ["DELIVERED"],
    RELEASED: ["DELIVERED", "safe_place"],
  },
};

const explain = explainBy("ontrac", ONTRAC_EVENTS);

const parse = parser("OnTrac", (value, context) => {
  if (isYes(at(value, "Error"))) return onlyProblems(problem(problemOfStatus(context.httpStatus) ?? "not_found", textAt(value, "ErrorMessage") ?? "OnTrac gave no reason."));
  const number = textAt(value, "Pieces", 0, "TrackingNumber") ?? textAt(value, "OrderNumber");
  if (number === null || !Array.isArray(at(value, "Events"))) return null;
  const known = shipment(number, {
    events: listAt(value, "Events").map((event) => readEvent(event, context.receivedAt)),
    estimate: estimate(readTime(at(value, "EstimatedDeliveryDate"))),
    carrier: "ontrac",
    originCountry: countryCode(at(value, "Origin", "Country")),
    destinationCountry: countryCode(at(value, "Destination", "Country")),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
});

/** `UTCDateTime` is UTC and does not say so. */
function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "EventType");
  const words = textAt(event, "EventShortText");
  const utc = textAt(event, "UTCDateTime");
  return scan({
    time: utc === null ? readTime(at(event, "DateTime")) : readTime(`${utc.replace(/Z$/i, "")}Z`),
    receivedAt,
    saidTime: at(event, "DateTime"),
    understood: explain({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(event, "City"), region: at(event, "State"), country: at(event, "Country"), postalCode: at(event, "PostalCode") }),
    raw: event,
  });
}

/** OnTrac, formerly also LaserShip. Read only: its unified API of 2026 has no public description. */
export const ontrac: CarrierAdapter = readOnlyAdapter({ code: "ontrac", name: "OnTrac", aliases: ["lasership"], parse, explain });

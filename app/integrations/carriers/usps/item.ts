import type { DeliveryEstimate, EventTime, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";

import { shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readOffset, readTime } from "../reading/times";
import { at, firstText, listAt, textAt } from "../reading/values";
import { explainUsps } from "./explain";

/** Keys of a USPS scan that name a person. */
const PERSONAL = ["name", "firm", "authorizedAgent"];

/** One mail piece of a v3 or v3r2 answer; their field names differ a little. */
export function readUspsItem(number: string, item: unknown, receivedAt: number): ParsedShipment {
  const category = textAt(item, "statusCategory");
  const words = firstText(at(item, "status"), at(item, "statusSummary"));
  const events = listAt(item, "trackingEvents").map((event) => readEvent(event, receivedAt));
  const explained = explainUsps({ code: category, text: words });
  const known = shipment(number, {
    events,
    summary: category === null && words === null ? null : { status: explained.status, detail: explained.detail, code: category, text: words },
    estimate: uspsEstimate(item),
    carrier: "usps",
    service: plainService(textAt(item, "mailClass")),
    originCountry: countryCode(at(item, "originCountry")),
    destinationCountry: countryCode(at(item, "destinationCountryCode")) ?? countryCode(at(item, "destinationCountry")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "eventCode");
  const words = textAt(event, "eventType");
  return scan({
    time: uspsTime(event),
    receivedAt,
    saidTime: at(event, "eventTimestamp"),
    understood: explainUsps({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(event, "eventCity"), region: at(event, "eventState"), country: at(event, "eventCountry"),
      postalCode: firstText(at(event, "eventZIP"), at(event, "eventZIPCode")),
    }),
    raw: event,
    alsoDrop: PERSONAL,
  });
}

/**
 * The wall clock with its offset. `GMTTimestamp` often names the wrong day (18:31 at -06:00 given as 00:31 of the same
 * day), so it counts only when alone; and a "Z" behind `eventTimestamp` is not true.
 */
function uspsTime(event: unknown): EventTime | null {
  const local = textAt(event, "eventTimestamp")?.replace(/Z$/i, "") ?? null;
  const offset = readOffset(at(event, "GMTOffset"));
  if (local !== null) return readTime(offset === null ? local : `${local}${offset}`);
  return readTime(at(event, "GMTTimestamp"));
}

function uspsEstimate(item: unknown): DeliveryEstimate | null {
  const expectation = at(item, "deliveryDateExpectation");
  const predicted = textAt(expectation, "predictedDeliveryDate");
  const from = textAt(expectation, "predictedDeliveryWindowStartTime");
  const to = textAt(expectation, "predictedDeliveryWindowEndTime");
  if (predicted !== null && to !== null) {
    const end = readTime(`${predicted.slice(0, 10)} ${to}`);
    const start = from === null ? end : readTime(`${predicted.slice(0, 10)} ${from}`);
    if (end !== null) return estimate(start, end);
  }
  const day = firstText(
    predicted, at(expectation, "expectedDeliveryDate"), at(expectation, "guaranteedDeliveryDate"),
    at(item, "expectedDeliveryTimeStamp"), at(item, "predictedDeliveryTimeStamp"), at(item, "guaranteedDeliveryTimeStamp"),
    at(item, "expectedDeliveryDate"), at(item, "predictedDeliveryDate"),
  );
  return estimate(readTime(day?.slice(0, 10)));
}

/** The class comes with HTML for its trademark sign. */
function plainService(mailClass: string | null): string | null {
  return mailClass?.replace(/<sup>[^<]*<\/sup>/gi, "").replace(/&#?\w+;/g, "").trim() ?? null;
}

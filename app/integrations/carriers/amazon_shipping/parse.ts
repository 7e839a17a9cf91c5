import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { AMAZON_MCF_CODES, AMAZON_SHIPPING_CODES } from "./status-map";

const KINDS: Readonly<Record<string, ProblemKind>> = {
  NotFound: "not_found", Unauthorized: "auth", InvalidRequest: "invalid", TooManyRequests: "rate_limit", QuotaExceeded: "rate_limit",
  InternalError: "unavailable", ServiceUnavailable: "unavailable",
};

export const explainAmazonShipping = explainBy("amazon_shipping", AMAZON_SHIPPING_CODES, AMAZON_MCF_CODES);

/** Reads Amazon Shipping v2 (with and without its wrapper), Multi-Channel Fulfillment, milestone notifications, and errors. */
export const parseAmazonShipping = parser("Amazon Shipping", (value, context) => {
  const errors = listAt(value, "errors");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "code"), message: textAt(one, "message") }, context.httpStatus)));
  const milestone = at(value, "payload", "shipmentTrackingMilestoneChangedNotification", "trackingDetail");
  if (milestone !== undefined) return readMilestones(milestone, context);
  const payload = at(value, "payload") ?? value;
  const number = firstText(at(payload, "trackingId"), at(payload, "trackingNumber"));
  if (number === null) return null;
  if (at(payload, "trackingEvents") !== undefined) return one(readMcf(number, payload, context));
  return at(payload, "eventHistory") === undefined && at(payload, "summary") === undefined ? null : one(readShipping(number, payload, context));
});

function one(known: ParsedShipment): ParsedAnswer {
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

function readShipping(number: string, payload: unknown, context: ParseContext): ParsedShipment {
  const code = textAt(payload, "summary", "status");
  const events = listAt(payload, "eventHistory").map((event) => {
    const known = readEvent({ code: at(event, "eventCode"), time: at(event, "eventTime"), place: at(event, "location"), raw: event }, context.receivedAt);
    return textAt(event, "shipmentType") === "RETURNS" ? onReturnLeg(known) : known;
  });
  const known = shipment(number, { events, estimate: estimate(readTime(at(payload, "promisedDeliveryDate"))), carrier: "amazon_shipping" });
  const explained = explainAmazonShipping({ code, text: null });
  // "Delivered" in the summary is said of a return, too.
  const back = known.events[0]?.returnLeg === true && explained.status === "DELIVERED";
  return { ...known, summary: code === null ? null : { status: back ? "RETURNED" : explained.status, detail: explained.detail, code, text: null } };
}

function readMcf(number: string, payload: unknown, context: ParseContext): ParsedShipment {
  const code = textAt(payload, "currentStatus");
  const words = textAt(payload, "currentStatusDescription");
  const explained = explainAmazonShipping({ code, text: words });
  return shipment(number, {
    events: listAt(payload, "trackingEvents").map((event) =>
      readEvent({ code: at(event, "eventCode"), time: at(event, "eventDate"), place: at(event, "eventAddress"), text: at(event, "eventDescription"), raw: event }, context.receivedAt),
    ),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(payload, "estimatedArrivalDate"))),
    carrier: textAt(payload, "carrierCode")?.toLowerCase() ?? null,
    destinationCountry: countryCode(at(payload, "shipToAddress", "countryCode")),
  });
}

function readMilestones(detail: unknown, context: ParseContext): ParsedAnswer | null {
  const number = textAt(detail, "identifier", "aftn");
  if (number === null) return null;
  const history = listAt(detail, "milestoneHistory");
  const told = history.length > 0 ? history : listAt(detail, "latestMilestone");
  const events = told.map((event) =>
    readEvent({ code: at(event, "status", "code"), time: at(event, "occurredAt"), place: at(event, "location", "address"), text: at(event, "status", "description"), raw: event }, context.receivedAt),
  );
  return one(shipment(number, { events }));
}

function readEvent(said: { code: unknown; time: unknown; place: unknown; text?: unknown; raw: unknown }, receivedAt: number): ParsedEvent {
  const code = textAt(said, "code");
  const words = textAt(said, "text");
  return scan({
    time: readTime(said.time),
    receivedAt,
    saidTime: said.time,
    understood: explainAmazonShipping({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(said.place, "city"), region: firstText(at(said.place, "stateOrRegion"), at(said.place, "state"), at(said.place, "region")),
      country: firstText(at(said.place, "countryCode"), at(said.place, "country")), postalCode: at(said.place, "postalCode"),
    }),
    raw: said.raw,
  });
}

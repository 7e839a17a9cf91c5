import { fittingDetail } from "~/domain/tracking/details";
import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { TrackingDetail, Understanding } from "~/domain/tracking/status";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, type StatusMap } from "../reading/understand";
import { at, firstText, list, listAt, textAt } from "../reading/values";

export const SHIP24_CARRIERS = carrierNames("ship24");

/** Milestones, and the three codes that say more. Source: https://docs.ship24.com/status and Ship24's OpenAPI file. */
export const SHIP24_MILESTONES: StatusMap = {
  name: "ship24/milestones@1",
  meanings: {
    PENDING: ["PENDING"],
    INFO_RECEIVED: ["PRE_TRANSIT"],
    IN_TRANSIT: ["IN_TRANSIT"],
    OUT_FOR_DELIVERY: ["OUT_FOR_DELIVERY"],
    FAILED_ATTEMPT: ["ATTEMPTED_DELIVERY"],
    AVAILABLE_FOR_PICKUP: ["READY_FOR_PICKUP"],
    DELIVERED: ["DELIVERED"],
    EXCEPTION: ["EXCEPTION"],
    "EXCEPTION/EXCEPTION_RETURN": ["RETURNING"],
    "EXCEPTION/EXCEPTION_LOST": ["EXCEPTION", "lost"],
    "EXCEPTION/EXCEPTION_DISCARDED": ["EXCEPTION", "destroyed"],
  },
};

/** Codes tell a detail within their milestone. Source: the same. */
const DETAILS: Readonly<Record<string, TrackingDetail>> = {
  data_order_created: "label_created", data_order_cancelled: "cancelled", data_delivery_decided: "appointment", transit_handover: "accepted",
  transit_origin_country_departure: "departed", destination_arrival: "arrived_destination_country", customs_received: "customs", customs_cleared: "customs_cleared",
  customs_exception: "customs", customs_rejected: "customs", delivery_refused: "refused",
};

const KINDS: Readonly<Record<string, ProblemKind>> = {
  auth_missing_header: "auth", auth_invalid_header: "auth", auth_invalid_api_key: "auth", no_active_subscription: "auth", quota_limit_reached: "rate_limit",
  tracker_not_found: "not_found", parcel_not_found: "not_found", processing_error: "unavailable",
};

/** Milestone and code in one text, e.g. "delivered/delivery_delivered". */
export function explainShip24({ code, text }: { code: string | null; text: string | null }): Understanding {
  const [milestone = "", inner = ""] = (code ?? "").split("/");
  const known = firstKnown([lookUp(SHIP24_MILESTONES, code?.toUpperCase() ?? null), lookUp(SHIP24_MILESTONES, milestone.toUpperCase())], text, "generic");
  const detail = Object.hasOwn(DETAILS, inner) ? DETAILS[inner] : undefined;
  return known.detail === null ? { ...known, detail: fittingDetail(known.status, detail) } : known;
}

function codeOf(item: unknown): string | null {
  const milestone = textAt(item, "statusMilestone");
  const code = textAt(item, "statusCode");
  return milestone === null ? code : code === null ? milestone : `${milestone}/${code}`;
}

/** Reads results, trackers, bulk answers, webhooks, and errors (429 comes as plain words). */
export const parseShip24 = parser("Ship24", (value, context) => {
  const errors = listAt(value, "errors");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "code"), message: textAt(one, "message") }, context.httpStatus)));
  const trackings = at(value, "trackings") ?? at(value, "data", "trackings");
  if (Array.isArray(trackings)) return together(trackings.map((one) => readTracking(one, context)));
  if (at(value, "summary") !== undefined) return together(listAt(value, "data").map(readBulk));
  return at(value, "data", "tracker") === undefined && at(value, "data", "trackers") === undefined ? null : onlyProblems();
});

function readBulk(one: unknown): ParsedAnswer {
  const number = textAt(one, "inputData", "trackingNumber");
  return onlyProblems(...listAt(one, "errors").map((error) => stated(KINDS, { code: textAt(error, "code"), message: textAt(error, "message"), number }, null)));
}

function readTracking(one: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(one, "tracker", "trackingNumber");
  // A proof of delivery is announced in the same envelope without a shipment.
  if (number === null || (at(one, "shipment") === undefined && at(one, "events") === undefined)) return onlyProblems();
  const told = at(one, "shipment");
  const code = codeOf(told);
  const explained = explainShip24({ code, text: null });
  const delivery = at(told, "delivery");
  const window = at(delivery, "courierEstimatedDeliveryDate");
  const events = ordered(listAt(one, "events"));
  const known: ParsedShipment = shipment(number, {
    events: events.map((event) => readEvent(event, context.receivedAt)),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: null },
    estimate: estimate(readTime(at(window, "from")), readTime(at(window, "to"))) ?? estimate(readTime(at(delivery, "estimatedDeliveryDate"))),
    carrier: SHIP24_CARRIERS.ours(firstText(at(events[0], "courierCode"), list(at(one, "tracker", "courierCode"))[0])),
    service: textAt(delivery, "service"),
    originCountry: countryCode(at(told, "originCountryCode")),
    destinationCountry: countryCode(at(told, "destinationCountryCode")),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

/** `order` settles scans of one instant: lower is older. */
function ordered(events: readonly unknown[]): unknown[] {
  const order = (event: unknown) => Number(textAt(event, "order") ?? "0");
  return [...events].sort((a, b) => order(b) - order(a));
}

/** `datetime` of a webhook repeats the local time with a false Z: `occurrenceDatetime` is the truth. */
function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = codeOf(event);
  const words = textAt(event, "status");
  return scan({
    time: readTime(at(event, "occurrenceDatetime")),
    receivedAt,
    saidTime: at(event, "occurrenceDatetime"),
    understood: explainShip24({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(event, "location") }),
    id: textAt(event, "eventId"),
    raw: event,
  });
}

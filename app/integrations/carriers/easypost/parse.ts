import { fittingDetail } from "~/domain/tracking/details";
import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { TrackingDetail, Understanding } from "~/domain/tracking/status";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, type StatusMap } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";

export const EASYPOST_CARRIERS = carrierNames("easypost");

/** Source: https://docs.easypost.com/docs/trackers. "cancelled" is spelt with one l, too. */
export const EASYPOST_STATUSES: StatusMap = {
  name: "easypost/statuses@1",
  meanings: {
    UNKNOWN: ["PENDING"],
    PRE_TRANSIT: ["PRE_TRANSIT"],
    IN_TRANSIT: ["IN_TRANSIT"],
    OUT_FOR_DELIVERY: ["OUT_FOR_DELIVERY"],
    AVAILABLE_FOR_PICKUP: ["READY_FOR_PICKUP"],
    DELIVERED: ["DELIVERED"],
    RETURN_TO_SENDER: ["RETURNING"],
    FAILURE: ["EXCEPTION"],
    CANCELLED: ["EXCEPTION", "cancelled"],
    CANCELED: ["EXCEPTION", "cancelled"],
    ERROR: ["UNKNOWN"],
  },
};

/** `status_detail` tells a detail and never the status. Source: the official client's list of 2026-03. */
const DETAILS: Readonly<Record<string, TrackingDetail>> = {
  address_correction: "address", arrived_at_destination: "arrived_delivery_facility", arrived_at_facility: "arrived", damaged: "damaged", delayed: "delayed",
  departed_facility: "departed", departed_origin_facility: "departed", held: "held", label_created: "label_created", lost: "lost", missorted: "missorted",
  received_at_origin_facility: "accepted", received_at_destination_facility: "arrived_delivery_facility", arrived_at_pickup_location: "parcel_shop", cancelled: "cancelled", refused: "refused", transferred_to_destination_carrier: "handed_to_partner", weather_delay: "weather",
};

/** Source: https://docs.easypost.com/docs/errors. Those of the fields and of single services are the request's fault. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  NOT_FOUND: "not_found", "TRACKER.NOT_FOUND": "not_found", UNAUTHORIZED: "auth", FORBIDDEN: "auth", PAYMENT_REQUIRED: "auth",
  RATE_LIMITED: "rate_limit", TOO_MANY_REQUESTS: "rate_limit", INTERNAL_SERVER_ERROR: "unavailable", SERVICE_UNAVAILABLE: "unavailable", GATEWAY_TIMEOUT: "unavailable",
};

/** EasyPost's status and status detail in one text, e.g. "in_transit/arrived_at_facility". */
export function explainEasyPost({ code, text }: { code: string | null; text: string | null }): Understanding {
  const [status = "", detail = ""] = (code ?? "").split("/");
  const known = firstKnown([lookUp(EASYPOST_STATUSES, status.toUpperCase())], text, "generic");
  const told = Object.hasOwn(DETAILS, detail) ? DETAILS[detail] : undefined;
  return known.detail === null && known.mapping === EASYPOST_STATUSES.name ? { ...known, detail: fittingDetail(known.status, told) } : known;
}

/** Reads trackers (one, list, batch), events, answers to a deletion, and errors. */
export const parseEasyPost = parser("EasyPost", (value, context) => {
  const error = at(value, "error");
  if (error !== undefined) {
    const code = textAt(error, "code");
    const known = code !== null && Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
    const kind = code?.startsWith("APIKEY.") === true ? "auth" : (known ?? problemOfStatus(context.httpStatus) ?? "invalid");
    return onlyProblems(problem(kind, firstText(at(error, "message"), error) ?? "EasyPost gave no reason.", { code }));
  }
  const description = textAt(value, "description");
  if (textAt(value, "object") === "Event" || (description !== null && textAt(value, "result", "tracking_code") !== null)) return /^tracker\./.test(description ?? "") ? answerOf([at(value, "result")], context.receivedAt) : onlyProblems();
  if (at(value, "success") !== undefined) return onlyProblems();
  const many = at(value, "trackers");
  // An empty list is a whole answer: none of the numbers asked for is known.
  if (Array.isArray(many)) return answerOf(many, context.receivedAt) ?? onlyProblems();
  return answerOf([value], context.receivedAt);
});

function answerOf(items: readonly unknown[], receivedAt: number): ParsedAnswer | null {
  const byNumber = new Map<string, ParsedShipment>();
  for (const item of items) {
    const number = textAt(item, "tracking_code");
    // Newest first: of several trackers with one number, the newest made is meant.
    if (number !== null && !byNumber.has(number)) byNumber.set(number, readTracker(number, item, receivedAt));
  }
  return byNumber.size === 0 ? null : { shipments: [...byNumber.values()], problems: [] };
}

function codeOf(item: unknown): string | null {
  const status = textAt(item, "status");
  const detail = textAt(item, "status_detail");
  return status === null ? null : detail === null || detail === "status_update" || detail === status ? status : `${status}/${detail}`;
}

function readTracker(number: string, item: unknown, receivedAt: number): ParsedShipment {
  const code = codeOf(item);
  const explained = explainEasyPost({ code, text: null });
  const back = at(item, "is_return") === true;
  const events = listAt(item, "tracking_details").map((detail) => readDetail(detail, receivedAt));
  const day = textAt(item, "est_delivery_date");
  const known = shipment(number, {
    events: back ? events.map((event) => (explained.status === "RETURNING" ? onReturnLeg(event) : event)) : events,
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: null },
    estimate: explained.status === "DELIVERED" ? null : estimate(readTime(day, { utcMidnightIsDate: true })),
    carrier: EASYPOST_CARRIERS.ours(textAt(item, "carrier")),
    service: textAt(item, "carrier_detail", "service"),
    originCountry: countryCode(at(item, "carrier_detail", "origin_tracking_location", "country")),
    destinationCountry: countryCode(at(item, "carrier_detail", "destination_tracking_location", "country")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

function readDetail(detail: unknown, receivedAt: number): ParsedEvent {
  const code = codeOf(detail);
  const words = firstText(at(detail, "message"), at(detail, "description"));
  const place = at(detail, "tracking_location");
  return scan({
    time: readTime(at(detail, "datetime")),
    receivedAt,
    saidTime: at(detail, "datetime"),
    understood: explainEasyPost({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(place, "city"), region: at(place, "state"), country: at(place, "country"), postalCode: at(place, "zip") }),
    raw: detail,
  });
}

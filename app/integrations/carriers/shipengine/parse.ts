import type { EventTime, ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { SHIPENGINE_DETAILS, SHIPENGINE_STATUSES } from "./status-map";

export const SHIPENGINE_CARRIERS = carrierNames("shipengine");

const KINDS: Readonly<Record<string, ProblemKind>> = {
  unauthorized: "auth", forbidden: "auth", subscription_inactive: "auth", trial_expired: "auth", rate_limit_exceeded: "rate_limit",
};

/** Status and detail in one text, e.g. "DE/DELIVERED_TO_NEIGHBOUR"; the detail is finer and is read first. */
export function explainShipEngine({ code, text }: { code: string | null; text: string | null }): Understanding {
  const [status = "", detail] = (code ?? "").toUpperCase().split("/");
  return firstKnown([lookUp(SHIPENGINE_DETAILS, detail ?? status), lookUp(SHIPENGINE_STATUSES, status)], text, "generic");
}

function codeOf(item: unknown): string | null {
  const status = textAt(item, "status_code");
  const detail = textAt(item, "status_detail_code");
  return status === null ? detail : detail === null ? status : `${status}/${detail}`;
}

/** Reads tracking answers, webhooks of both products, and errors. */
export const parseShipEngine = parser("ShipEngine", (value, context) => {
  const errors = listAt(value, "errors");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "error_code"), message: textAt(one, "message") }, context.httpStatus)));
  const kind = textAt(value, "resource_type");
  if (kind !== null && kind !== "API_TRACK" && kind !== "TRACK_EVENT_V2") return onlyProblems();
  const item = kind === null ? value : at(value, "data");
  const number = textAt(item, "tracking_number");
  if (number === null || codeOf(item) === null) return null;
  const carrier = textAt(item, "carrier_code") ?? /[?&]carrier_code=([\w-]+)/.exec(textAt(value, "resource_url") ?? "")?.[1] ?? null;
  return readTracking(number, item, carrier, context.receivedAt);
});

function readTracking(number: string, item: unknown, carrier: string | null, receivedAt: number): ParsedAnswer {
  const code = codeOf(item);
  const words = firstText(at(item, "carrier_status_description"), at(item, "status_description"));
  const explained = explainShipEngine({ code, text: words });
  const known: ParsedShipment = shipment(number, {
    events: listAt(item, "events").map((event) => readEvent(event, receivedAt)),
    summary: { status: explained.status, detail: explained.detail, code, text: words },
    estimate: textAt(item, "actual_delivery_date") === null ? estimate(readTime(at(item, "estimated_delivery_date"), { utcMidnightIsDate: true })) : null,
    carrier: SHIPENGINE_CARRIERS.ours(carrier),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = codeOf(event);
  const words = firstText(at(event, "description"), at(event, "carrier_status_description"), at(event, "event_description"));
  return scan({
    time: eventTime(event),
    receivedAt,
    saidTime: at(event, "occurred_at"),
    understood: explainShipEngine({ code, text: words }),
    // `event_code` is the carrier's own, e.g. FedEx's DE for an exception: beside ShipEngine's DE it would be a delivery. The raw scan keeps it.
    code,
    text: words,
    place: readPlace({ city: at(event, "city_locality"), region: at(event, "state_province"), country: at(event, "country_code"), postalCode: at(event, "postal_code") }),
    raw: event,
    alsoDrop: ["proof_of_delivery_url"],
  });
}

/** The instant in UTC; pushes of 2019 have it under another name. */
function eventTime(event: unknown): EventTime | null {
  return readTime(at(event, "occurred_at")) ?? readTime(at(event, "carrier_occurred_at")) ?? readTime(at(event, "event_date"));
}

import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";
import { trimEndOf } from "~/domain/tracking/text/bounded-text";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, rows, type StatusMap } from "../reading/understand";
import { at, firstText, list, listAt, textAt } from "../reading/values";

export const TRACKINGMORE_CARRIERS = carrierNames("trackingmore");

/** Source: https://www.trackingmore.com/docs/logistics_status.php (statuses and sub-statuses), compared in lower case. */
export const TRACKINGMORE_STATUSES: StatusMap = {
  name: "trackingmore/statuses@1",
  meanings: rows(
    ["PENDING NOTFOUND NOTFOUND002", "PENDING"],
    ["NOTFOUND001 INFORECEIVED INFORECEIVED001", "PRE_TRANSIT"],
    ["TRANSIT TRANSIT001", "IN_TRANSIT"],
    ["TRANSIT002", "IN_TRANSIT", "arrived"],
    ["TRANSIT003", "IN_TRANSIT", "arrived_delivery_facility"],
    ["TRANSIT004", "IN_TRANSIT", "arrived_destination_country"],
    ["TRANSIT005", "IN_TRANSIT", "customs_cleared"],
    ["TRANSIT006 TRANSIT007", "IN_TRANSIT", "departed"],
    ["PICKUP PICKUP001", "OUT_FOR_DELIVERY"],
    ["PICKUP003", "OUT_FOR_DELIVERY", "contacted"],
    ["PICKUP002", "READY_FOR_PICKUP"],
    ["DELIVERED DELIVERED001", "DELIVERED"],
    ["DELIVERED002", "DELIVERED", "collected"],
    ["DELIVERED003", "DELIVERED", "signed"],
    ["DELIVERED004", "DELIVERED", "neighbour"],
    ["UNDELIVERED UNDELIVERED003 UNDELIVERED004", "ATTEMPTED_DELIVERY"],
    ["UNDELIVERED001", "ATTEMPTED_DELIVERY", "address"],
    ["UNDELIVERED002", "ATTEMPTED_DELIVERY", "not_home"],
    ["EXCEPTION EXCEPTION005", "EXCEPTION"],
    ["EXCEPTION004", "EXCEPTION", "unclaimed"],
    ["EXCEPTION006", "EXCEPTION", "customs"],
    ["EXCEPTION007", "EXCEPTION", "damaged"],
    ["EXCEPTION008", "EXCEPTION", "cancelled"],
    ["EXCEPTION009", "EXCEPTION", "refused"],
    ["EXCEPTION010", "RETURNED"],
    ["EXCEPTION011", "RETURNING"],
    ["EXPIRED EXPIRED001", "EXPIRED"],
  ),
};

/** Source: code table of TrackingMore's Node client. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "401": "auth", "4001": "auth", "4002": "auth", "403": "auth", "4102": "not_found", "404": "not_found", "429": "rate_limit", "4190": "rate_limit",
  "500": "unavailable", "511": "unavailable", "512": "unavailable", "513": "unavailable",
};

/** How a TrackingMore status is understood: as it is, without its trailing digits, then by its words. */
export function explainTrackingMore({ code, text }: { code: string | null; text: string | null }): Understanding {
  const upper = code?.toUpperCase() ?? null;
  const main = upper === null ? null : trimEndOf(upper, "0123456789");
  return firstKnown([lookUp(TRACKINGMORE_STATUSES, upper), lookUp(TRACKINGMORE_STATUSES, main)], text, "generic");
}

/** Reads answers to get, create and batch, webhooks, and errors; the second version's names as well. */
export const parseTrackingMore = parser("TrackingMore", (value, context) => {
  const code = textAt(value, "meta", "code");
  if (code === null) return null;
  if (!/^20\d$/.test(code)) return onlyProblems(stated(KINDS, { code, message: textAt(value, "meta", "message") }, context.httpStatus));
  const data = at(value, "data");
  const batch = at(data, "success") !== undefined || at(data, "error") !== undefined;
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const item of batch ? listAt(data, "success") : list(data)) {
    const number = textAt(item, "tracking_number");
    if (number !== null) answer.shipments.push(readItem(number, item, context.receivedAt));
  }
  for (const item of batch ? listAt(data, "error") : []) {
    answer.problems.push(stated(KINDS, { code: firstText(at(item, "error_code"), at(item, "code")), message: firstText(at(item, "error_message"), at(item, "message")), number: textAt(item, "tracking_number") }, null));
  }
  return answer;
});

function readItem(number: string, item: unknown, receivedAt: number): ParsedShipment {
  const code = firstText(at(item, "substatus"), at(item, "delivery_status"), at(item, "status"));
  const explained = explainTrackingMore({ code, text: null });
  const legs = [at(item, "origin_info"), at(item, "destination_info")];
  const lastMile = firstText(at(item, "destination_track_number"), at(item, "exchange_number"));
  const known = shipment(number, {
    events: legs.flatMap((leg) => listAt(leg, "trackinfo")).map((one) => readCheckpoint(one, receivedAt)),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: null },
    estimate: estimate(readTime(at(item, "scheduled_delivery_date"))),
    carrier: TRACKINGMORE_CARRIERS.ours(firstText(at(item, "courier_code"), at(item, "carrier_code"))),
    service: textAt(item, "service_code"),
    originCountry: countryCode(at(item, "origin_country")),
    destinationCountry: countryCode(at(item, "destination_country")),
    nextNumber: lastMile === null || lastMile === number ? null : { number: lastMile, carrier: TRACKINGMORE_CARRIERS.ours(textAt(legs[1], "courier_code")) },
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** Checkpoints have the place's wall clock and no zone. */
function readCheckpoint(one: unknown, receivedAt: number): ParsedEvent {
  const code = firstText(at(one, "checkpoint_delivery_substatus"), at(one, "substatus"), at(one, "checkpoint_delivery_status"), at(one, "checkpoint_status"));
  const words = firstText(at(one, "tracking_detail"), at(one, "StatusDescription"));
  const said = firstText(at(one, "checkpoint_date"), at(one, "Date"));
  return scan({
    time: readTime(said),
    receivedAt,
    saidTime: said,
    understood: explainTrackingMore({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(one, "city"), region: at(one, "state"), country: at(one, "country_iso2"), postalCode: at(one, "zip"), text: firstText(at(one, "location"), at(one, "Details")),
    }),
    raw: one,
  });
}

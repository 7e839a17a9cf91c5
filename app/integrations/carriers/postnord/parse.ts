import type { ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, rows, type StatusMap } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";

/** PostNord statuses; event code 113 means on the vehicle. Source: guide excerpts on developer.postnord.com and public clients. */
export const POSTNORD_STATUSES: StatusMap = {
  name: "postnord/statuses@1",
  meanings: rows(
    ["CREATED INFORMED", "PRE_TRANSIT"], ["EN_ROUTE", "IN_TRANSIT"], ["DELIVERY", "OUT_FOR_DELIVERY"], ["AVAILABLE_FOR_DELIVERY", "READY_FOR_PICKUP"], ["EXPECTED_DELAY", "EXCEPTION", "delayed"], ["DELIVERED", "DELIVERED"],
    ["DELIVERY_IMPOSSIBLE", "EXCEPTION", "undeliverable"], ["STOPPED", "EXCEPTION", "held"], ["RETURNED", "RETURNING"], ["OTHER", "UNKNOWN"],
  ),
};

/** Status and event code in one text, e.g. "EN_ROUTE/113". */
export function explainPostNord({ code, text }: { code: string | null; text: string | null }): Understanding {
  const [status = "", event] = (code ?? "").toUpperCase().split("/");
  if (status === "EN_ROUTE" && event === "113") return { status: "OUT_FOR_DELIVERY", detail: null, mapping: "postnord/events@1" };
  return firstKnown([lookUp(POSTNORD_STATUSES, status)], text, "postnord");
}

/** Reads findByIdentifier of version 5: one shipment with its items; an empty list says that nothing is known. */
export const parsePostNord = parser("PostNord", (value, context) => {
  const response = at(value, "TrackingInformationResponse");
  if (response === undefined) {
    const message = firstText(at(value, "message"), at(value, "fault", "faultstring"), at(value, "error"));
    return message === null ? null : onlyProblems(stated({}, { code: null, message }, context.httpStatus));
  }
  const faults = listAt(response, "compositeFault", "faults");
  if (faults.length > 0) {
    return onlyProblems(...faults.map((fault) => problem(problemOfStatus(context.httpStatus) ?? "invalid", textAt(fault, "explanationText") ?? "PostNord gave no reason.", { code: at(fault, "faultCode") })));
  }
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const one of listAt(response, "shipments")) readShipment(one, context.receivedAt, answer);
  return answer.shipments.length === 0 ? onlyProblems(problem("not_found", "PostNord knows nothing of this number yet.")) : answer;
});

/** Asked for an item or for its shipment: each item is told under its own number, a single one under the shipment's, too. */
function readShipment(one: unknown, receivedAt: number, answer: ParsedAnswer): void {
  const items = listAt(one, "items");
  const own = textAt(one, "shipmentId");
  const known = {
    estimate: textAt(one, "deliveryDate") === null ? estimate(readTime(at(one, "estimatedTimeOfArrival"), { zone: "Europe/Stockholm" })) : null,
    carrier: "postnord",
    service: textAt(one, "service", "name"),
    originCountry: countryCode(at(one, "consignor", "address", "countryCode")),
    destinationCountry: countryCode(at(one, "consignee", "address", "countryCode")),
  };
  const numbers = new Set<string>();
  for (const item of [...items, ...(items.length === 1 ? [{ ...Object(items[0]), itemId: own, status: at(one, "status"), statusText: at(one, "statusText") }] : [])]) {
    const number = textAt(item, "itemId");
    if (number === null || numbers.has(number)) continue;
    numbers.add(number);
    const code = textAt(item, "status");
    const words = firstText(at(item, "statusText", "header"), at(item, "statusText", "body"));
    const explained = explainPostNord({ code, text: words });
    const read = shipment(number, {
      ...known,
      events: listAt(item, "events").map((event) => readEvent(event, receivedAt)),
      summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    });
    answer.shipments.push({ ...read, events: markReturnLeg(read.events) });
  }
  if (items.length === 0 && own !== null) {
    const code = textAt(one, "status");
    const explained = explainPostNord({ code, text: null });
    answer.shipments.push(shipment(own, { ...known, summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: null } }));
  }
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const status = textAt(event, "status");
  const number = textAt(event, "eventCode");
  const code = status === null ? number : number === null ? status : `${status}/${number}`;
  const words = textAt(event, "eventDescription");
  return scan({
    time: readTime(at(event, "eventTime"), { zone: "Europe/Stockholm" }),
    receivedAt,
    saidTime: at(event, "eventTime"),
    understood: explainPostNord({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(event, "location", "city"), country: firstText(at(event, "location", "countryCode"), at(event, "location", "country")), postalCode: at(event, "location", "postcode"), text: at(event, "location", "name") }),
    raw: event,
  });
}

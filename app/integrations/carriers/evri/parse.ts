import type { ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg, onReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, rows, type StatusMap } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";

/** Stages. Source: recent public code that reads Evri's tracking feed. */
export const EVRI_STAGES: StatusMap = {
  name: "evri/stages@1",
  meanings: rows(
    ["0 1", "PRE_TRANSIT"], ["2", "IN_TRANSIT", "accepted"], ["3 4", "IN_TRANSIT"], ["4_COURIER", "OUT_FOR_DELIVERY"], ["4_SHOP", "READY_FOR_PICKUP", "parcel_shop"], ["4_LOCKER", "READY_FOR_PICKUP", "locker"],
    ["5_COURIER", "DELIVERED"], ["5_SHOP", "DELIVERED", "collected"], ["6 6_INFO 6_ACTION", "EXCEPTION"], ["A", "RETURNING"],
  ),
};

/** Points. Source: the same. */
export const EVRI_POINTS: StatusMap = {
  name: "evri/points@1",
  meanings: rows(
    ["EXPECTED", "PRE_TRANSIT"], ["ACCEPTED_BY_HERMES ARRIVED_PARCELSHOP COLLECTED_BY_EVRI COLLECTED_FROM_PARCELSHOP QUADIENT_LOCKER_DROPOFF", "IN_TRANSIT", "accepted"],
    ["PROCESSING_HUB PROCESSING_DEPOT LOCAL_DEPOT_INBOUND", "IN_TRANSIT"], ["DELAY_FIX_NWD", "IN_TRANSIT", "delayed"], ["COURIER_DELIVERY", "OUT_FOR_DELIVERY"],
    ["COURIER_REATTEMPT_CUSTOMER_NOT_AVAILABLE REDELIVER_WORKDAY_COURIER", "ATTEMPTED_DELIVERY", "not_home"], ["PROCESSING_RETURN", "RETURNING"],
  ),
};

/** Point and stage in one text, e.g. "COURIER_DELIVERY/4_COURIER". */
export function explainEvri({ code, text }: { code: string | null; text: string | null }): Understanding {
  const [point = "", stage] = (code ?? "").toUpperCase().split("/");
  const failed: Understanding | null = point.startsWith("NOT_DELIVERED_") ? { status: "ATTEMPTED_DELIVERY", detail: null, mapping: EVRI_POINTS.name } : null;
  return firstKnown([failed, lookUp(EVRI_POINTS, point), lookUp(EVRI_STAGES, stage ?? point)], text, "evri");
}

export const parseEvri = parser("Evri", (value, context) => {
  const results = at(value, "results");
  if (!Array.isArray(results)) return null;
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const result of results) {
    const number = firstText(at(listAt(result, "parcelIdentifiers").find((one) => textAt(one, "type") === "BARCODE"), "value"), at(result, "uniqueId"));
    if (number === null) continue;
    const told = listAt(result, "trackingEvents");
    const back = at(result, "returnParcel") === true;
    const events = told.map((event) => readEvent(event, context.receivedAt));
    const eta = at(told[0], "eta");
    const known = shipment(number, {
      events: back ? events.map((event) => (event.status === "PRE_TRANSIT" ? event : onReturnLeg(event))) : events,
      estimate: estimate(readTime(at(eta, "start")), readTime(at(eta, "end"))),
      carrier: "evri",
    });
    answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
  }
  if (answer.shipments.length === 0) return onlyProblems(problem("not_found", "Evri knows nothing of this number yet."));
  return answer;
});

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const point = textAt(event, "trackingPoint", "trackingPointCode");
  const stage = textAt(event, "trackingStage", "trackingStageCode");
  const code = point === null ? stage : stage === null ? point : `${point}/${stage}`;
  const words = textAt(event, "trackingPoint", "description");
  return scan({
    time: readTime(at(event, "dateTime"), { zone: "Europe/London" }),
    receivedAt,
    saidTime: at(event, "dateTime"),
    understood: explainEvri({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(event, "location") }),
    raw: event,
  });
}

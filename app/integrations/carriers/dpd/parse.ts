import type { ParsedEvent, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { DPD_CODES } from "./status-map";

const KINDS: Readonly<Record<string, ProblemKind>> = { LOGIN_5: "auth", LOGIN_6: "auth", LOGIN_7: "auth", LOGIN_8: "auth" };
/** Words of faults, since DPD's codes differ between its countries. */
const WORDS: readonly (readonly [RegExp, ProblemKind])[] = [
  [/auth|token|login|password|delisid/i, "auth"],
  [/not found|no data|unknown parcel|does not exist/i, "not_found"],
];

export const explainDpd = explainBy("dpd", DPD_CODES);

/** Reads getTrackingData of the Parcel Life Cycle service, and its faults. The number is not in the answer's scans. */
export const parseDpd = parser("DPD", (value, context, kind) => {
  if (kind !== "xml") return null;
  const body = at(value, "Envelope", "Body") ?? value;
  const fault = at(body, "Fault");
  if (fault !== undefined) {
    const inner = at(fault, "detail", "authenticationFault") ?? at(fault, "detail", "faults");
    const message = firstText(at(inner, "errorMessage"), at(inner, "message"), at(fault, "faultstring"));
    const code = firstText(at(inner, "errorCode"), at(inner, "faultCode"), at(fault, "faultcode"));
    const worded = at(fault, "detail", "authenticationFault") === undefined ? WORDS.find(([pattern]) => pattern.test(message ?? ""))?.[1] : "auth";
    return onlyProblems(worded === undefined ? stated(KINDS, { code, message }, context.httpStatus) : problem(worded, message ?? "DPD gave no reason.", { code }));
  }
  const result = at(body, "getTrackingDataResponse", "trackingresult");
  if (result === undefined) return null;
  const number = firstText(at(result, "shipmentInfo", "parcelLabelNumber"), at(result, "shipmentInfo", "label", "content"), at(result, "parcelLabelNumber"));
  // The list also holds the steps that are still to come.
  const reached = listAt(result, "statusInfo").filter((step) => textAt(step, "statusHasBeenReached") !== "false" && textAt(step, "date", "content") !== null);
  if (reached.length === 0) return onlyProblems(problem("not_found", "DPD knows nothing of this number yet.", { number }));
  const known = shipment(number ?? "", { events: reached.map((step) => readStep(step, context.receivedAt)), carrier: "dpd" });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
});

/** Month first, even in Europe; the depot's own clock, which is Central European in all three units. */
function readStep(step: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(step, "status");
  const words = firstText(at(step, "description", "content", "content"), at(listAt(step, "description", "content")[0], "content"), at(step, "label", "content"));
  const said = textAt(step, "date", "content");
  return scan({
    time: readTime(said, { order: "mdy", zone: "Europe/Berlin" }),
    receivedAt,
    saidTime: said,
    understood: explainDpd({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(step, "location", "content") }),
    raw: step,
  });
}

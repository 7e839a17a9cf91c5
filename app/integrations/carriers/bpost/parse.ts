import type { ParsedEvent } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { BPOST_STATES, BPOST_STEPS } from "./status-map";

/** How one of bpost's scans is understood: by its state, by the pattern of its code, then by its words. */
export function explainBpost({ code, text }: { code: string | null; text: string | null }): Understanding {
  const upper = code?.toUpperCase() ?? "";
  const found = BPOST_STEPS.find(([pattern]) => pattern.test(upper));
  const step: Understanding | null = found === undefined ? null : { status: found[1], detail: found[2] ?? null, mapping: "bpost/steps@1" };
  return firstKnown([lookUp(BPOST_STATES, upper), step], text, "bpost");
}

/** Reads itemTracking, and the exceptions of bpost's services. */
export const parseBpost = parser("bpost", (value, context, kind) => {
  if (kind !== "xml") return null;
  const item = at(value, "itemTracking");
  const number = textAt(item, "itemCode");
  if (number !== null) {
    const states = listAt(item, "stateInfo");
    if (states.length === 0) return onlyProblems(problem("not_found", "bpost knows nothing of this number yet.", { number }));
    const window = at(item, "deliveryTimeWindow");
    const known = shipment(number, {
      events: states.map((state) => readState(state, context.receivedAt)),
      estimate: estimate(readTime(at(window, "plannedDeliveryDateWindowStart")), readTime(at(window, "plannedDeliveryDateWindowEnd"))),
      carrier: "bpost",
    });
    return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
  }
  for (const [name, fallback] of [["systemException", "unavailable"], ["businessException", "invalid"], ["authenticationException", "auth"]] as const) {
    const fault = at(value, name);
    if (fault === undefined) continue;
    const message = firstText(at(fault, "message"), at(fault, "description")) ?? "bpost gave no reason.";
    return onlyProblems(problem(problemOfStatus(context.httpStatus) ?? fallback, message, { code: at(fault, "code") }));
  }
  const message = firstText(at(value, "error", "message"), at(value, "error"));
  return message === null ? null : onlyProblems(stated({}, { code: null, message }, context.httpStatus));
});

function readState(state: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(state, "stateCode");
  const words = textAt(state, "stateDescription");
  return scan({
    time: readTime(at(state, "time"), { zone: "Europe/Brussels" }),
    receivedAt,
    saidTime: at(state, "time"),
    understood: explainBpost({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(state, "location") }),
    raw: state,
  });
}

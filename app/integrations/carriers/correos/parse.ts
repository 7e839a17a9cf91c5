import type { ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";

import { onlyProblems, problem, shipment } from "../reading/answers";
import { parser, together, type ParseContext } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, rows, type StatusMap } from "../reading/understand";
import { at, joined, listAt, textAt } from "../reading/values";

/**
 * Correos event codes. Source: public clients of its localizador and their tests (2026). What is not here is left to its
 * words: the rule that a code's last letter tells an incident could not be verified.
 */
export const CORREOS_EVENTS: StatusMap = {
  name: "correos/events@1",
  meanings: rows(
    ["A010000V A090000V X010000V", "PRE_TRANSIT"], ["P040000V P100000V P101110V P101120V P110000V X020000V X040000V X060000V X070000V X110100V", "IN_TRANSIT"], ["P090000V", "IN_TRANSIT", "handed_to_partner"],
    ["G01L010V H01I360V", "IN_TRANSIT", "arrived_delivery_facility"], ["H020000V X080000V", "OUT_FOR_DELIVERY"], ["H01I350V X380000V X390000V", "READY_FOR_PICKUP"], ["I010000V I01H210V X120000V", "DELIVERED"],
    ["H010930R H06P010V X090100R X090060R X130000R", "ATTEMPTED_DELIVERY"], ["M01E020R", "EXCEPTION", "address"], ["O140000V", "RETURNING"],
  ),
};
const NO_TRACE = "3";

export const explainCorreos = explainBy("correos", CORREOS_EVENTS);

/** Reads the localizador's answer: a list of one, or the object alone; HTTP is always 200. */
export const parseCorreos = parser("Correos", (value, context) => {
  const items = Array.isArray(value) ? value : [value];
  const known = items.filter((item) => textAt(item, "codEnvio") !== null);
  return known.length === 0 ? null : together(known.map((item) => readItem(item, context)));
});

function readItem(item: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(item, "codEnvio") ?? "";
  const code = textAt(item, "error", "codError") ?? "0";
  const events = listAt(item, "eventos");
  if (code === NO_TRACE || (code === "0" && events.length === 0)) {
    return onlyProblems(problem("not_found", textAt(item, "error", "desError") ?? "Correos knows nothing of this number yet.", { number, code }));
  }
  if (code !== "0") return onlyProblems(problem("invalid", textAt(item, "error", "desError") ?? "Correos gave no reason.", { number, code }));
  const known = shipment(number, { events: events.map((event) => readEvent(event, context.receivedAt)), carrier: "correos" });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "codEvento");
  const words = joined(" | ", at(event, "desTextoResumen"), at(event, "desTextoAmpliado"));
  const said = joined(" ", at(event, "fecEvento"), at(event, "horEvento"));
  return scan({
    time: readTime(said, { zone: "Europe/Madrid", order: "dmy" }),
    receivedAt,
    saidTime: said,
    understood: explainCorreos({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(event, "unidad") }),
    raw: event,
  });
}

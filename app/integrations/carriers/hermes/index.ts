import type { ParsedAnswer, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, listAt, textAt } from "../reading/values";
import { shortHermesCode } from "./long-codes";
import { HERMES_CODES, HERMES_GROUPS, HERMES_WITHDRAWS } from "./status-map";

const KINDS: Readonly<Record<string, ProblemKind>> = { e001: "not_found" };

/** Four-digit codes (or nine digits that stand for them), then their groups (60xx and the like). */
function explain({ code: said, text }: { code: string | null; text: string | null }): Understanding {
  const code = said === null ? null : shortHermesCode(said);
  const group = HERMES_GROUPS.find(([pattern]) => pattern.test(code ?? ""));
  const known: Understanding | null = group === undefined ? null : { status: group[1], detail: group[2] ?? null, mapping: "hermes/groups@1" };
  return firstKnown([lookUp(HERMES_CODES, code), known], text, "hermes");
}

const parse = parser("Hermes", (value, context) => {
  const told = at(value, "shipmentinfo");
  if (!Array.isArray(told)) return null;
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const one of told) {
    const number = textAt(one, "shipmentID");
    const code = textAt(one, "result", "code");
    if (code !== null && listAt(one, "status").length === 0) {
      answer.problems.push(stated(KINDS, { code, message: textAt(one, "result", "message"), number }, context.httpStatus));
    } else if (number !== null) {
      const day = textAt(one, "deliveryForecast", "date");
      const window = (end: string) => readTime(day === null ? null : `${day} ${textAt(one, "deliveryForecast", "timeSlot", end) ?? ""}`.trim(), { zone: "Europe/Berlin" });
      const known = shipment(number, {
        carrier: "hermes",
        estimate: estimate(window("from"), window("to")),
        destinationCountry: countryCode(at(one, "receiverAddress", "countryCode")),
        events: listAt(one, "status").map((event) => {
          const own = textAt(event, "code");
          const text = textAt(event, "description");
          return scan({
            time: readTime(at(event, "timestamp"), { zone: "Europe/Berlin" }), receivedAt: context.receivedAt, saidTime: at(event, "timestamp"), understood: explain({ code: own, text }), code: own, text,
            place: readPlace({ city: at(event, "scanningUnit", "city"), country: at(event, "scanningUnit", "countryCode"), text: at(event, "scanningUnit", "name") }),
            withdraws: own !== null && HERMES_WITHDRAWS.has(own), raw: event,
          });
        }),
      });
      answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
    }
  }
  return answer.shipments.length + answer.problems.length === 0 ? null : answer;
});

/** Hermes Germany, read only: its interface is given by contract; it shares no more than a name with Evri. */
export const hermes: CarrierAdapter = readOnlyAdapter({ code: "hermes", name: "Hermes (Germany)", aliases: ["hermes_de", "myhermes_de"], parse, explain });

import type { ParsedAnswer, ParsedEvent, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { gatewayFault } from "../reading/gateway";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, firstText, listAt, numberOf, textAt } from "../reading/values";
import { GLS_CODES } from "./status-map";

/** Source: error list of the Track & Trace V1 specification; E_404_02 is a wrong address, not a parcel. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  E_404_01: "not_found", E_400_01: "invalid", E_400_02: "invalid", E_400_03: "invalid", E_404_02: "invalid", E_500_01: "unavailable",
};

export const explainGls = explainBy("gls", GLS_CODES);

/** Reads the simple track calls: parcels, an error per parcel, problem documents and the gateway's faults. */
export const parseGls = parser("GLS", (value, context) => {
  const parcels = at(value, "parcels");
  if (Array.isArray(parcels) && parcels.length > 0) return readParcels(parcels, context.receivedAt);
  const fault = at(value, "fault");
  if (fault !== undefined) {
    const code = textAt(fault, "detail", "errorcode");
    return onlyProblems(problem(gatewayFault(code) ?? problemOfStatus(context.httpStatus) ?? "invalid", textAt(fault, "faultstring") ?? "GLS gave no reason.", { code }));
  }
  const status = numberOf(at(value, "status"));
  const message = firstText(at(value, "detail"), at(value, "title"));
  if (status === null || message === null) return null;
  // A missing address answers 404, too, and says nothing of a parcel.
  return onlyProblems(stated({ "404": "invalid" }, { code: String(status), message }, problemOfStatus(status) === null ? context.httpStatus : status));
});

function readParcels(parcels: readonly unknown[], receivedAt: number): ParsedAnswer {
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  const asked = parcels.map((parcel) => textAt(parcel, "requested"));
  for (const parcel of parcels) {
    const requested = textAt(parcel, "requested");
    const code = textAt(parcel, "errorCode");
    if (code !== null) {
      answer.problems.push(stated(KINDS, { code, message: textAt(parcel, "errorMessage"), number: requested }, null));
      continue;
    }
    // A reference may stand for several parcels: then each goes by its own number.
    const alone = asked.filter((one) => one === requested).length === 1;
    const number = alone ? (requested ?? textAt(parcel, "unitno")) : firstText(at(parcel, "unitno"), requested);
    if (number === null) continue;
    const status = textAt(parcel, "status");
    const explained = explainGls({ code: status, text: null });
    const known = shipment(number, {
      events: listAt(parcel, "events").map((event) => readEvent(event, receivedAt)),
      summary: status === null ? null : { status: explained.status, detail: explained.detail, code: status, text: null },
      carrier: "gls",
    });
    answer.shipments.push({ ...known, events: markReturnLeg(known.events) });
  }
  return answer;
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "code");
  const words = textAt(event, "description");
  return scan({
    time: readTime(at(event, "eventDateTime")),
    receivedAt,
    saidTime: at(event, "eventDateTime"),
    understood: explainGls({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(event, "city"), postalCode: at(event, "postalCode"), country: at(event, "country") }),
    raw: event,
  });
}

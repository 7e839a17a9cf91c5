import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { numberless, onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { gatewayFault } from "../reading/gateway";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { countryCode } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, list, listAt, text, textAt } from "../reading/values";
import { POSTNL_EVENTS, POSTNL_STATUSES } from "./status-map";

const CLOCK = { zone: "Europe/Amsterdam", order: "dmy" } as const;
const NO_SHIPMENT = "2";

/** Status codes are numbers, event codes a letter with two digits; old answers turn the event's around ("01B"). */
export function explainPostNl({ code, text: words }: { code: string | null; text: string | null }): Understanding {
  const said = code?.trim().toUpperCase() ?? null;
  const turned = said?.replace(/^(\d{2})([A-Z])$/, "$2$1") ?? null;
  const plain = said !== null && /^\d+$/.test(said) ? said.replace(/^0+(?=\d)/, "") : said;
  // The turned form was seen with another meaning than the list's (01B "delivered"): its words decide.
  return firstKnown([lookUp(POSTNL_EVENTS, said), said === turned ? lookUp(POSTNL_STATUSES, plain) : null], words, "postnl");
}

/** Reads current and complete status, the list of updated shipments, warnings and errors. */
export const parsePostNl = parser("PostNL", (value, context) => {
  if (Array.isArray(value)) return together(value.map((one) => readUpdate(one, context)));
  const current = at(value, "CurrentStatus") ?? at(value, "CompleteStatus");
  const shipments = listAt(current, "Shipment");
  if (shipments.length > 0) return together(shipments.map((one) => readShipment(one, context)));
  const warning = list(at(value, "Warnings"))[0];
  if (current !== undefined && (warning === undefined || textAt(warning, "Code") === NO_SHIPMENT)) {
    return onlyProblems(problem("not_found", textAt(warning, "Message") ?? "PostNL knows nothing of this number yet.", { code: at(warning, "Code") }));
  }
  const fault = listAt(value, "Errors")[0] ?? at(value, "fault") ?? warning;
  const message = firstText(at(fault, "ErrorMsg"), at(fault, "Description"), at(fault, "Message"), at(fault, "faultstring"), at(value, "message"));
  const gateway = textAt(fault, "detail", "errorcode");
  const kind = gatewayFault(gateway);
  if (kind !== null) return onlyProblems(problem(kind, message ?? "PostNL gave no reason.", { code: gateway }));
  return message === null ? null : onlyProblems(stated({}, { code: firstText(at(fault, "ErrorNumber"), at(fault, "Code"), at(fault, "ErrorCode")), message }, context.httpStatus));
});

function readShipment(one: unknown, context: ParseContext): ParsedAnswer {
  const number = firstText(at(one, "Barcode"), at(one, "MainBarcode"));
  if (number === null) return onlyProblems(problem(problemOfStatus(context.httpStatus) ?? "invalid", "PostNL's answer names no barcode."));
  const status = at(one, "Status");
  const told = listAt(one, "Event");
  const code = textAt(status, "StatusCode");
  const words = textAt(status, "StatusDescription");
  const explained = explainPostNl({ code, text: words });
  const own = { Code: code, Description: words, TimeStamp: at(status, "TimeStamp") };
  const old = listAt(one, "OldStatus").map((past) => ({ Code: at(past, "StatusCode"), Description: at(past, "StatusDescription"), TimeStamp: at(past, "TimeStamp") }));
  const statuses = code === null ? [] : [own, ...old];
  const known: ParsedShipment = shipment(number, {
    events: (told.length > 0 ? told : statuses).map((event) => withStatusOf(statuses, readEvent(event, context.receivedAt))),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(one, "Expectation", "ETAFrom"), CLOCK), readTime(at(one, "Expectation", "ETATo"), CLOCK)),
    carrier: "postnl",
    service: textAt(one, "ProductDescription"),
    destinationCountry: countryCode(at(listAt(one, "Address").find((address) => textAt(address, "AddressType") === "01"), "CountryCode")),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

/** An event whose own code says nothing is read by the status of the same moment. */
function withStatusOf(statuses: readonly { Code: unknown; Description: unknown; TimeStamp: unknown }[], event: ParsedEvent): ParsedEvent {
  const same = event.status === "UNKNOWN" ? statuses.find((status) => text(status.TimeStamp) === event.time.said) : undefined;
  return same === undefined ? event : { ...event, ...explainPostNl({ code: text(same.Code), text: text(same.Description) }) };
}

function readUpdate(one: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(one, "Barcode");
  const status = at(one, "Status");
  if (number === null) return numberless("PostNL");
  const event = { Code: at(status, "StatusCode"), Description: at(status, "StatusDescription"), TimeStamp: firstText(at(status, "Timestamp"), at(status, "TimeStamp")) };
  return { shipments: [shipment(number, { events: [readEvent(event, context.receivedAt)], carrier: "postnl" })], problems: [] };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "Code");
  const words = textAt(event, "Description");
  return scan({ time: readTime(at(event, "TimeStamp"), CLOCK), receivedAt, saidTime: at(event, "TimeStamp"), understood: explainPostNl({ code, text: words }), code, text: words, raw: event });
}

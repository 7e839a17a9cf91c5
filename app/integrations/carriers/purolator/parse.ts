import type { ParsedAnswer, ParsedEvent, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";
import { classifyByRules } from "~/domain/tracking/text/classify-text";

import { numberless, onlyProblems, problem, shipment } from "../reading/answers";
import { deliveredWhere } from "../reading/delivered-where";
import { estimate } from "../reading/estimates";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp, type StatusMap } from "../reading/understand";
import { at, joined, listAt, textAt } from "../reading/values";

/**
 * Scan types. Source: Purolator's tracking WSDL (v1); "Pickup" was seen in a public client's test.
 * "Other" says nothing; "Undeliverable" covers missed deliveries and real trouble, so its words are read first.
 */
export const PUROLATOR_SCANS: StatusMap = {
  name: "purolator/scans@1",
  meanings: {
    DELIVERY: ["DELIVERED"],
    ONDELIVERY: ["OUT_FOR_DELIVERY"],
    PROOFOFPICKUP: ["IN_TRANSIT", "accepted"],
    PICKUP: ["IN_TRANSIT", "accepted"],
    INTERNATIONALOUTBOUND: ["IN_TRANSIT", "departed"],
  },
};
const NEW_NUMBER = /new tracking number assigned/i;

/** How one of Purolator's scans is understood: its type, unless its words say that nothing was delivered. */
export function explainPurolator({ code, text }: { code: string | null; text: string | null }): Understanding {
  if (NEW_NUMBER.test(text ?? "")) return { status: "IN_TRANSIT", detail: "forwarded", mapping: "purolator/words@1" };
  const type = code?.toUpperCase() ?? "";
  const words = classifyByRules(text ?? "", "purolator");
  // A scan at the counter is a "Delivery" too, whatever was done there ("Transferring to Shipping Centre").
  if (type === "DELIVERY" && words.status !== "DELIVERED" && words.status !== "UNKNOWN") return words;
  const known = firstKnown([lookUp(PUROLATOR_SCANS, type)], text, "purolator");
  if (type === "UNDELIVERABLE" && (known.status === "UNKNOWN" || known.status === "DELIVERED")) return { status: "ATTEMPTED_DELIVERY", detail: null, mapping: PUROLATOR_SCANS.name };
  return known.status === "DELIVERED" && known.detail === null ? { ...known, detail: deliveredWhere(text) } : known;
}

const KINDS: Readonly<Record<string, ProblemKind>> = { "1000003": "invalid", "1100500": "invalid" };

/** Reads TrackPackagesByPin in both versions of the SOAP service; HTTP is 200 even for errors. */
export const parsePurolator = parser("Purolator", (value, context, kind) => {
  if (kind !== "xml") return null;
  const body = at(value, "Envelope", "Body") ?? value;
  const fault = at(body, "Fault");
  if (fault !== undefined) {
    const message = textAt(fault, "faultstring") ?? textAt(fault, "Reason", "Text");
    return onlyProblems(stated({}, { code: textAt(fault, "faultcode") ?? textAt(fault, "Code", "Value"), message }, context.httpStatus));
  }
  const response = at(body, "TrackPackagesByPinResponse");
  if (response === undefined) return null;
  const errors = listAt(response, "ResponseInformation", "Errors", "Error").map((one) => stated(KINDS, { code: textAt(one, "Code"), message: textAt(one, "Description") }, null));
  const parts = listAt(response, "TrackingInformationList", "TrackingInformation").map((one) => readPin(one, context));
  return parts.length + errors.length === 0 ? null : together([...parts, onlyProblems(...errors)]);
});

function readPin(info: unknown, context: ParseContext): ParsedAnswer {
  const scans = listAt(info, "Scans", "Scan");
  // Every scan repeats the number of its piece.
  const number = textAt(info, "PIN", "Value") ?? textAt(scans[0], "PIN", "Value");
  const errors = listAt(info, "ResponseInformation", "Errors", "Error");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => stated(KINDS, { code: textAt(one, "Code"), message: textAt(one, "Description"), number }, null)));
  if (number === null) return numberless("Purolator");
  if (scans.length === 0) return onlyProblems(problem("not_found", "Purolator knows nothing of this number yet.", { number }));
  const promised = scans.map((one) => textAt(one, "ScanDetails", "CommitedDeliveryDate")).find((day) => day !== null);
  const known = shipment(number, { events: distinct(scans.map((one) => readScan(one, context.receivedAt))), estimate: estimate(readTime(promised)), carrier: "purolator" });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

/** The same scan comes twice at times. */
function distinct(events: readonly ParsedEvent[]): ParsedEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = [event.time.at, event.code, event.text, event.place?.city].join("|");
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** The depot's own clock; no zone is told. */
function readScan(one: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(one, "ScanType");
  const words = textAt(one, "Description");
  const said = joined(" ", at(one, "ScanDate"), textAt(one, "ScanTime")?.replace(/^(\d{2})(\d{2})(\d{2})$/, "$1:$2:$3"));
  return scan({
    time: readTime(said),
    receivedAt,
    saidTime: said,
    understood: explainPurolator({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: at(one, "Depot", "Name") }),
    raw: one,
    alsoDrop: ["PickUpAddress", "PickUpContactName", "PickUpCompanyName", "DeliveryAddress", "AttemptedDeliveryAddress", "DeliveryCompanyName"],
  });
}

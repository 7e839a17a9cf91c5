import type { ParsedAnswer, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";

import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated, type ParseContext } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { oneOfEachNumber } from "../reading/reused";
import { scan } from "../reading/scan";
import { readOffset, readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, firstText, joined, listAt, numberOf, textAt } from "../reading/values";
import { readDhlExpressXml } from "./parse-xml";
import { DHL_EXPRESS_CODES } from "./status-map";

export const explainDhlExpress = explainBy("dhl_express", DHL_EXPRESS_CODES);

/** Reads MyDHL's JSON, its problem documents, and the older XML Services. */
export const parseDhlExpress = parser("DHL Express", (value, context, kind) => {
  if (kind === "xml") return readDhlExpressXml(value, (one) => readShipment(one, context));
  const shipments = listAt(value, "shipments");
  if (shipments.length > 0) {
    const answer: ParsedAnswer = { shipments: [], problems: [] };
    for (const one of shipments) {
      const known = readShipment(one, context);
      if (known !== null) answer.shipments.push(known);
    }
    return answer.shipments.length > 0 ? { ...answer, shipments: oneOfEachNumber(answer.shipments) } : null;
  }
  const status = numberOf(at(value, "status"));
  const message = firstText(at(value, "detail"), at(value, "message"), at(value, "title"));
  if (status === null || message === null) return null;
  return onlyProblems(stated({}, { code: String(status), message }, status));
});

/** A shipment that DHL knows ("Success") but has not scanned is announced and no more. */
function readShipment(one: unknown, context: ParseContext): ParsedShipment | null {
  const number = textAt(one, "shipmentTrackingNumber");
  if (number === null) return null;
  const events = [...listAt(one, "events"), ...listAt(one, "pieces").flatMap((piece) => (listAt(one, "events").length > 0 ? [] : listAt(piece, "events")))];
  const known = shipment(number, {
    otherNumbers: listAt(one, "pieces").map((piece) => textAt(piece, "trackingNumber")).filter((own) => own !== null),
    events: events.map((event) => readEvent(event, context.receivedAt)),
    summary: events.length === 0 ? { status: "PRE_TRANSIT", detail: null, code: null, text: null } : null,
    estimate: estimate(readTime(firstText(at(one, "estimatedTimeOfDelivery"), at(one, "estimatedDeliveryDate")))),
    carrier: "dhl_express",
    service: textAt(one, "productCode"),
    originCountry: countryCode(at(one, "shipperDetails", "postalAddress", "countryCode")),
    destinationCountry: countryCode(at(one, "receiverDetails", "postalAddress", "countryCode")),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** Date and time are the service area's own clock; the offset comes only when it was asked for. */
function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "typeCode");
  const words = textAt(event, "description");
  const said = joined(" ", at(event, "date"), at(event, "time"));
  return scan({
    time: readTime(`${said ?? ""}${readOffset(at(event, "GMTOffset")) ?? ""}`),
    receivedAt,
    saidTime: said,
    understood: explainDhlExpress({ code, text: words }),
    code,
    text: words,
    place: readPlace({ text: firstText(at(event, "serviceArea", 0, "description"), at(event, "serviceArea", "description")) }),
    raw: event,
  });
}

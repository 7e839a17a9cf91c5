import type { ParsedAnswer, ParsedShipment, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems } from "../reading/answers";
import { stated } from "../reading/parser";
import { at, list, listAt, textAt } from "../reading/values";

/** Condition codes of XML Services: 100 refused login, 103 and 209 nothing found, 111 unreadable request. */
const KINDS: Readonly<Record<string, ProblemKind>> = { "100": "auth", "103": "not_found", "209": "not_found", "111": "invalid" };

/** The older XML Services answer, each waybill brought into the form of MyDHL's JSON; null for another document. */
export function readDhlExpressXml(value: unknown, read: (one: unknown) => ParsedShipment | null): ParsedAnswer | null {
  const error = at(value, "ShipmentTrackingErrorResponse", "Response", "Status") ?? at(value, "ErrorResponse", "Response", "Status");
  if (error !== undefined) return onlyProblems(...conditions(error, null));
  const response = at(value, "TrackingResponse") ?? at(value, "KnownTrackingResponse");
  if (response === undefined) return null;
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const info of listAt(response, "AWBInfo")) {
    const number = textAt(info, "AWBNumber");
    if ((textAt(info, "Status", "ActionStatus") ?? "").toLowerCase() !== "success") {
      answer.problems.push(...conditions(at(info, "Status"), number));
      continue;
    }
    const known = read(shipmentOf(info, number));
    if (known !== null) answer.shipments.push(known);
  }
  const refused = at(response, "Response", "Status");
  if (refused !== undefined) answer.problems.push(...conditions(refused, null));
  return answer.shipments.length + answer.problems.length === 0 ? null : answer;
}

function conditions(status: unknown, number: string | null) {
  const told = listAt(status, "Condition");
  const fallback = textAt(status, "ActionStatus");
  return (told.length === 0 ? list({ ConditionData: fallback }) : told).map((one) =>
    stated(KINDS, { code: textAt(one, "ConditionCode"), message: textAt(one, "ConditionData") ?? fallback, number }, null),
  );
}

function shipmentOf(info: unknown, number: string | null): unknown {
  const shipment = at(info, "ShipmentInfo");
  return {
    shipmentTrackingNumber: number,
    productCode: textAt(shipment, "GlobalProductCode"),
    // "2021-05-07 23:59:00 GMT-04:00"
    estimatedTimeOfDelivery: textAt(shipment, "EstDlvyDate")?.replace(/(?:(?<!\s)\s+)?GMT(?=[+-])/, ""),
    shipperDetails: { postalAddress: { countryCode: textAt(shipment, "Shipper", "CountryCode") } },
    receiverDetails: { postalAddress: { countryCode: textAt(shipment, "Consignee", "CountryCode") } },
    events: listAt(shipment, "ShipmentEvent").map((event) => ({
      date: textAt(event, "Date"),
      time: textAt(event, "Time"),
      typeCode: textAt(event, "ServiceEvent", "EventCode"),
      description: textAt(event, "ServiceEvent", "Description"),
      serviceArea: [{ code: textAt(event, "ServiceArea", "ServiceAreaCode"), description: textAt(event, "ServiceArea", "Description") }],
    })),
  };
}

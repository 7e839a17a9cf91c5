import type { ParsedAnswer } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, unparsable } from "../reading/answers";
import { at, joined, listAt, textAt } from "../reading/values";
import { readUspsItem } from "./item";

/** The older Web Tools XML (TrackResponse of the TrackV2 request), brought into the form of the JSON answers. */
export function readUspsXml(value: unknown, context: Parameters<CarrierAdapter["parse"]>[1]): ParsedAnswer {
  const refused = at(value, "Error");
  if (refused !== undefined) {
    const code = textAt(refused, "Number");
    // 80040B1A and its neighbours: "API Authorization failure" (USPS Web Tools error document).
    const kind = /^80040b/i.test(code ?? "") ? "auth" : "invalid";
    return onlyProblems(problem(kind, textAt(refused, "Description") ?? "USPS gave no reason.", { code }));
  }
  const infos = listAt(value, "TrackResponse", "TrackInfo");
  if (infos.length === 0) return unparsable("none of USPS's forms");
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const info of infos) {
    const number = textAt(info, "@ID");
    const error = at(info, "Error");
    if (error !== undefined) {
      // -2147219302 and -2147219283: no record of the item, and duplicates of numbers (Web Tools track document).
      answer.problems.push(problem("not_found", textAt(error, "Description") ?? "USPS knows nothing of this number.", { number, code: at(error, "Number") }));
    } else if (number === null) {
      answer.problems.push(problem("invalid", "USPS's answer names no tracking number."));
    } else {
      answer.shipments.push(readUspsItem(number, itemOf(info), context.receivedAt));
    }
  }
  return answer;
}

function itemOf(info: unknown): unknown {
  const scans = [...listAt(info, "TrackSummary"), ...listAt(info, "TrackDetail")];
  return {
    status: textAt(info, "Status"),
    statusCategory: textAt(info, "StatusCategory"),
    statusSummary: textAt(info, "StatusSummary"),
    mailClass: textAt(info, "Class"),
    expectedDeliveryDate: textAt(info, "ExpectedDeliveryDate"),
    predictedDeliveryDate: textAt(info, "PredictedDeliveryDate"),
    trackingEvents: scans.map((one) => ({
      eventType: textAt(one, "Event") ?? textAt(one),
      eventCode: textAt(one, "EventCode"),
      eventTimestamp: joined(" ", at(one, "EventDate"), at(one, "EventTime")),
      eventCity: textAt(one, "EventCity"),
      eventState: textAt(one, "EventState"),
      eventZIP: textAt(one, "EventZIPCode"),
      eventCountry: textAt(one, "EventCountry"),
    })),
  };
}

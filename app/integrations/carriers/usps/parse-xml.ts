import type { ParsedAnswer } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, unparsable } from "../reading/answers";
import { at, joined, listAt, textAt } from "../reading/values";
import { readUspsItem } from "./item";

/** How TrackSummary says that nothing is known (Web Tools track document: sample of a record not found). */
const NO_RECORD = /\bno record of (that|this) (mail )?item\b|could not locate the tracking information|information is not available for your item/i;

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
      const known = readUspsItem(number, itemOf(info), context.receivedAt);
      // The short form says "no record" where a scan would stand.
      const nothing = known.events.length === 1 && NO_RECORD.test(known.events[0]?.text ?? "");
      if (nothing) answer.problems.push(problem("not_found", known.events[0]?.text ?? "", { number }));
      else answer.shipments.push(known);
    }
  }
  return answer;
}

/**
 * The time within a sentence: "… at 2:16 pm on October 12, 2013 in BROOKLYN" (a summary) or
 * "Out for Delivery, October 12, 2013, 10:16 am, BROOKLYN" (a detail); the day alone where no clock is told.
 */
function timeInSentence(sentence: string | null): string | null {
  const summary = /\bat (\d{1,2}:\d{2} [ap]m) on ([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(sentence ?? "");
  if (summary !== null) return joined(" ", summary[2], summary[1]);
  const detail = /\b([A-Z][a-z]+ \d{1,2}, \d{4})(?:,? (\d{1,2}:\d{2} [ap]m))?/.exec(sentence ?? "");
  return detail === null ? null : joined(" ", detail[1], detail[2]);
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
      eventTimestamp: joined(" ", at(one, "EventDate"), at(one, "EventTime")) ?? timeInSentence(textAt(one)),
      eventCity: textAt(one, "EventCity"),
      eventState: textAt(one, "EventState"),
      eventZIP: textAt(one, "EventZIPCode"),
      eventCountry: textAt(one, "EventCountry"),
    })),
  };
}

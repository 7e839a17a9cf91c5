import type { ParsedAnswer, ProblemKind, TrackingProblem } from "~/domain/tracking/event";

import { onlyProblems } from "../reading/answers";
import { stated, together } from "../reading/parser";
import { at, firstText, listAt, textAt } from "../reading/values";

/** Notification codes of the older SOAP service: 1000 login; 9040, 9041 and 9080 no information; 6330 and 9045 "retry later". */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "1000": "auth", "9040": "not_found", "9041": "not_found", "9080": "not_found", "6035": "invalid", "6330": "unavailable", "9045": "unavailable",
};

/**
 * The older SOAP answer, brought into the form of the JSON results; null when it is another document. Until version 5 the
 * details stand in the reply itself, from version 6 in CompletedTrackDetails.
 */
export function readFedexXml(value: unknown, read: (results: readonly unknown[]) => ParsedAnswer): ParsedAnswer | null {
  const reply = at(value, "Envelope", "Body", "TrackReply") ?? at(value, "TrackReply");
  if (reply === undefined) return null;
  const holders = [reply, ...listAt(reply, "CompletedTrackDetails")];
  const details = holders.flatMap((one) => listAt(one, "TrackDetails"));
  if (details.length === 0) {
    const failed = holders.flatMap((one) => listAt(one, "Notifications")).filter(isFailure);
    return failed.length === 0 ? null : onlyProblems(...failed.map((one) => noticeOf(one, null)));
  }
  // Several parcels of one number come as details of their own: they are read together, as in the JSON answer.
  const byNumber = new Map<string | null, unknown[]>();
  const problems: TrackingProblem[] = [];
  for (const detail of details) {
    const number = textAt(detail, "TrackingNumber");
    const failed = listAt(detail, "Notification").find(isFailure);
    if (failed !== undefined) problems.push(noticeOf(failed, number));
    else byNumber.set(number, [...(byNumber.get(number) ?? []), resultOf(detail, number)]);
  }
  return together([...[...byNumber.values()].map(read), onlyProblems(...problems)]);
}

function isFailure(notice: unknown): boolean {
  return /^(error|failure)$/i.test(textAt(notice, "Severity") ?? "");
}

function noticeOf(notice: unknown, number: string | null): TrackingProblem {
  return stated(KINDS, { code: textAt(notice, "Code"), message: textAt(notice, "Message"), number }, null);
}

function resultOf(detail: unknown, number: string | null): unknown {
  const status = at(detail, "StatusDetail");
  const ancillary = listAt(status, "AncillaryDetails")[0];
  return {
    trackingNumberInfo: { trackingNumber: number },
    latestStatusDetail: {
      code: firstText(at(status, "Code"), at(detail, "StatusCode")),
      description: firstText(at(status, "Description"), at(detail, "StatusDescription")),
      ancillaryDetails: [{ reason: textAt(ancillary, "Reason"), reasonDescription: textAt(ancillary, "ReasonDescription") }],
    },
    serviceDetail: { description: firstText(at(detail, "Service", "Description"), at(detail, "ServiceInfo")) },
    shipperInformation: { address: { countryCode: textAt(detail, "ShipperAddress", "CountryCode") } },
    recipientInformation: { address: { countryCode: textAt(detail, "DestinationAddress", "CountryCode") } },
    dateAndTimes: [
      ...listAt(detail, "DatesOrTimes").map((one) => ({ type: textAt(one, "Type"), dateTime: textAt(one, "DateOrTimestamp") })),
      ...listAt(detail, "ActualDeliveryTimestamp").map((dateTime) => ({ type: "ACTUAL_DELIVERY", dateTime })),
      ...listAt(detail, "EstimatedDeliveryTimestamp").map((dateTime) => ({ type: "ESTIMATED_DELIVERY", dateTime })),
    ],
    scanEvents: listAt(detail, "Events").map((event) => ({
      date: textAt(event, "Timestamp"),
      eventType: textAt(event, "EventType"),
      eventDescription: textAt(event, "EventDescription"),
      exceptionCode: textAt(event, "StatusExceptionCode"),
      exceptionDescription: textAt(event, "StatusExceptionDescription"),
      scanLocation: {
        city: textAt(event, "Address", "City"),
        stateOrProvinceCode: textAt(event, "Address", "StateOrProvinceCode"),
        postalCode: textAt(event, "Address", "PostalCode"),
        countryCode: textAt(event, "Address", "CountryCode"),
      },
    })),
  };
}

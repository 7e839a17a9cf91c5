import type { ParsedAnswer, ProblemKind } from "~/domain/tracking/event";

import { onlyProblems } from "../reading/answers";
import { stated, together } from "../reading/parser";
import { at, listAt, textAt } from "../reading/values";

/** Notification codes of the older SOAP service (Track v14): 1000 login; 9040 and 9080 no information. */
const KINDS: Readonly<Record<string, ProblemKind>> = { "1000": "auth", "9040": "not_found", "9080": "not_found", "6035": "invalid" };

/** The older SOAP answer, brought into the form of the JSON results; null when it is another document. */
export function readFedexXml(value: unknown, read: (result: unknown) => ParsedAnswer): ParsedAnswer | null {
  const reply = at(value, "Envelope", "Body", "TrackReply") ?? at(value, "TrackReply");
  if (reply === undefined) return null;
  const details = listAt(reply, "CompletedTrackDetails").flatMap((one) => listAt(one, "TrackDetails"));
  if (details.length === 0) {
    const failed = listAt(reply, "Notifications").filter((one) => textAt(one, "Severity") !== "SUCCESS");
    return failed.length === 0 ? null : onlyProblems(...failed.map((one) => stated(KINDS, { code: textAt(one, "Code"), message: textAt(one, "Message") }, null)));
  }
  return together(
    details.map((detail) => {
      const notice = at(detail, "Notification");
      const number = textAt(detail, "TrackingNumber");
      if (textAt(notice, "Severity") === "ERROR" || textAt(notice, "Severity") === "FAILURE") {
        return onlyProblems(stated(KINDS, { code: textAt(notice, "Code"), message: textAt(notice, "Message"), number }, null));
      }
      return read(resultOf(detail, number));
    }),
  );
}

function resultOf(detail: unknown, number: string | null): unknown {
  const status = at(detail, "StatusDetail");
  const ancillary = listAt(status, "AncillaryDetails")[0];
  return {
    trackingNumberInfo: { trackingNumber: number },
    latestStatusDetail: {
      code: textAt(status, "Code"),
      description: textAt(status, "Description"),
      ancillaryDetails: [{ reason: textAt(ancillary, "Reason"), reasonDescription: textAt(ancillary, "ReasonDescription") }],
    },
    serviceDetail: { description: textAt(detail, "Service", "Description") },
    shipperInformation: { address: { countryCode: textAt(detail, "ShipperAddress", "CountryCode") } },
    recipientInformation: { address: { countryCode: textAt(detail, "DestinationAddress", "CountryCode") } },
    dateAndTimes: listAt(detail, "DatesOrTimes").map((one) => ({ type: textAt(one, "Type"), dateTime: textAt(one, "DateOrTimestamp") })),
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

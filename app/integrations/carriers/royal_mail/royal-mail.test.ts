import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { royalMail } from ".";

const read = reading(royalMail);

describe("royal mail", () => {
  it.each([["EVKSP", "DELIVERED"], ["EVNDA", "READY_FOR_PICKUP"], ["NSFDF", "UNKNOWN"], ["EVRTS", "RETURNED"], ["IN TRANSIT", "IN_TRANSIT"], ["Ready for Delivery", "IN_TRANSIT"], ["EVXXX", "UNKNOWN"]])("explains %s", (code, status) => {
    expect(royalMail.explain({ code, text: null }).status).toBe(status);
  });

  it("takes one piece or many, and forgets who signed", () => {
    const piece = (id: string, extra: Record<string, unknown>) => ({ mailPieceId: id, ...extra });
    const events = [{ eventCode: "EVKSP", eventName: "Delivered and signed", eventDateTime: "2026-11-05T11:20:00+00:00" }];
    const one = read({ mailPieces: piece("0903", { summary: { oneDBarcode: "FQ1GB" }, signature: { recipientName: "Simon" }, events }) });
    expect(one.shipments[0]).toMatchObject({ number: "0903", otherNumbers: ["FQ1GB"], events: [{ status: "DELIVERED", detail: "signed" }] });
    expect(JSON.stringify(one)).not.toContain("Simon");
    const many = read({ mailPieces: [piece("A", { status: "200", summary: { lastEventCode: "EVGPD", lastEventDateTime: "2026-11-05T07:00:00Z" } }), piece("B", { status: "404", error: { errorCode: "E1142", errorDescription: "unknown" } })] });
    expect(statuses(many.shipments[0])).toEqual(["OUT_FOR_DELIVERY"]);
    expect(many.problems).toMatchObject([{ kind: "not_found", number: "B" }]);
  });

  it("takes times that are none for unknown", () => {
    const known = read({ mailPieces: { mailPieceId: "A", events: [{ eventCode: "EVNMI", eventDateTime: "UNPARSABLE DATE" }], estimatedDelivery: { date: "2026-11-06", startOfEstimatedWindow: "08:00:00+00:00", endOfEstimatedWindow: "11:00:00+00:00" } } }).shipments[0];
    expect(known?.events[0]?.time.certainty).toBe("received");
    expect(known?.estimate).toMatchObject({ earliest: Date.UTC(2026, 10, 6, 8), latest: Date.UTC(2026, 10, 6, 11), precision: "instant" });
  });
});

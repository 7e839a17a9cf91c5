import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query, trackOne } from "../reading/tracking-for-tests";
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

describe("royal mail: traps", () => {
  const piece = (summary: Record<string, unknown>, events: unknown[] = []) => ({ mailPieces: { mailPieceId: "A", summary, events } });

  it("the category Delivered also covers what waits to be collected: the code counts", () => {
    expect(statuses(read(piece({ lastEventCode: "EVNPS", lastEventDateTime: "2026-11-05T07:00:00Z", statusCategory: "Delivered" })).shipments[0])).toEqual(["READY_FOR_PICKUP"]);
    expect(read(piece({ lastEventCode: "EVNPS", statusCategory: "DELIVERED" })).shipments[0]?.summary?.status).toBe("READY_FOR_PICKUP");
  });

  it("a notice that is the newest row changes nothing, and rows in any order are put right", () => {
    const row = (eventCode: string, day: string) => ({ eventCode, eventDateTime: `2026-11-${day}T10:00:00Z` });
    for (const events of [[row("NSFDF", "07"), row("EVKOP", "06"), row("EVGPD", "05")], [row("EVGPD", "05"), row("NSFDF", "07"), row("EVKOP", "06")]]) {
      expect(statuses(read(piece({}, events)).shipments[0])).toEqual(["UNKNOWN", "DELIVERED", "OUT_FOR_DELIVERY"]);
    }
  });

  it("quotas are tiny: many numbers cost one call for thirty, one number alone brings its history", async () => {
    const { context, sent } = asked(() => ({ mailPieces: [] }), { client_id: "i", client_secret: "s" });
    await royalMail.track(Array.from({ length: 31 }, (_, index) => query(`N${index}`)), context);
    expect(sent.map((request) => new URL(request.url).pathname)).toEqual(["/mailpieces/v2/summary", "/mailpieces/v2/summary"]);
    await royalMail.track([query("N1")], context);
    expect(sent.at(-1)?.url).toMatch(/\/N1\/events$/);
    expect(royalMail.limits).toMatchObject({ batch: 30, perDay: 50 });
  });

  it("a barcode is found under the item's own id", async () => {
    const answer = await trackOne(royalMail, "FQ087430672GB", piece({ oneDBarcode: "FQ087430672GB", uniqueItemId: "0903" }, [{ eventCode: "EVGPD", eventDateTime: "2026-11-05T07:00:00Z" }]));
    expect(answer).toMatchObject({ shipments: [{ number: "FQ087430672GB" }], problems: [] });
  });
});

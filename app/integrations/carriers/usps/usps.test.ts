import { describe, expect, it } from "vitest";

import { createTokenCache } from "~/integrations/http/token-cache";

import { usps } from ".";
import { explainUsps } from "./explain";
import { parseUsps } from "./parse";

const RECEIVED = Date.UTC(2026, 10, 24, 12);
const read = (value: unknown, httpStatus: number | null = 200) => parseUsps(typeof value === "string" ? value : JSON.stringify(value), { httpStatus, receivedAt: RECEIVED });
const one = (trackingEvents: unknown[], more: Record<string, unknown> = {}) => read({ trackingNumber: "92", trackingEvents, ...more }).shipments[0];

describe("explainUsps", () => {
  it.each([
    ["01", "Delivered, In/At Mailbox", "DELIVERED", "mailbox"],
    ["01", "Delivered, Parcel Locker", "DELIVERED", "locker"],
    ["01", "Delivered, To Original Sender", "RETURNED", null],
    ["01", "Delivered, To Agent", "DELIVERED", null],
    ["60", "Tendered to Agent for Final Delivery", "IN_TRANSIT", "handed_to_partner"],
    ["Delivered to Agent", null, "IN_TRANSIT", "handed_to_partner"],
    ["Moving Through Network", null, "IN_TRANSIT", null],
    ["80", "Picked Up By Shipping Partner, USPS Awaiting Item", "PRE_TRANSIT", "with_partner"],
    ["GC", "Return Receipt Associated", "UNKNOWN", null],
    ["04", "Refused", "RETURNING", "refused"],
    ["ZZ", null, "UNKNOWN", null],
  ])("%s %j", (code, text, status, detail) => {
    expect(explainUsps({ code, text })).toMatchObject({ status, detail });
  });
});

describe("usps: the short XML, one sentence a scan", () => {
  const track = (...scans: string[]) => read(`<TrackResponse><TrackInfo ID="93">${scans.map((words, index) => (index === 0 ? `<TrackSummary>${words}</TrackSummary>` : `<TrackDetail>${words}</TrackDetail>`)).join("")}</TrackInfo></TrackResponse>`, null);

  it("finds each scan's time in its sentence", () => {
    const known = track("Your item was delivered at the front desk at 2:16 pm on October 12, 2026 in BROOKLYN, NY 11201.", "Out for Delivery, October 12, 2026, 10:16 am, BROOKLYN, NY 11201", "Electronic Shipping Info Received, October 11, 2026").shipments[0];
    expect(known?.events.map((event) => [event.status, event.time.at, event.time.certainty])).toEqual([
      ["DELIVERED", Date.UTC(2026, 9, 12, 14, 16), "local"], ["OUT_FOR_DELIVERY", Date.UTC(2026, 9, 12, 10, 16), "local"], ["PRE_TRANSIT", Date.UTC(2026, 9, 11), "date"],
    ]);
  });

  it("a sentence that nothing is known is not found, no scan", () => {
    expect(track("There is no record of that mail item. If it was mailed recently, it may not yet be tracked.")).toMatchObject({ shipments: [], problems: [{ kind: "not_found", number: "93" }] });
  });
});

describe("parseUsps", () => {
  it("builds the instant from wall clock and offset, since the GMT day is often wrong", () => {
    const known = one([{ eventCode: "SF", eventTimestamp: "2024-11-25T18:31:00", GMTTimestamp: "2024-11-25T00:31:21Z", GMTOffset: "-06:00" }]);
    expect(known?.events[0]?.time).toMatchObject({ at: Date.UTC(2024, 10, 26, 0, 31), certainty: "exact", zone: "-06:00" });
  });

  it("says how sure a time is", () => {
    const certainty = (event: Record<string, unknown>) => one([event])?.events[0]?.time.certainty;
    expect(certainty({ eventTimestamp: "2023-08-02T07:31:00Z" })).toBe("local");
    expect(certainty({ eventTimestamp: "2024-11-23T00:00:00" })).toBe("date");
    expect(certainty({ GMTTimestamp: "2026-04-08T12:00:00Z" })).toBe("exact");
    expect(certainty({ eventTimestamp: "soon" })).toBe("received");
  });

  it("keeps the good of a batch and says what failed", () => {
    const answer = read([{ trackingNumber: "92", statusCode: "200", statusCategory: "Accepted", trackingEvents: [] }, { trackingNumber: "93", statusCode: "404", error: { errors: [{ code: "150009", title: "not yet" }] } }], 207);
    expect(answer.shipments.map((item) => item.number)).toEqual(["92"]);
    expect(answer.problems).toMatchObject([{ kind: "not_found", number: "93", code: "150009" }]);
  });

  it("knows that not found comes as HTTP 400, and refused apps apart", () => {
    expect(read({ apiVersion: "/tracking/v3", error: { code: "400", message: "m", errors: [{ code: "150001", title: "t" }] } }, 400).problems[0]?.kind).toBe("not_found");
    expect(read({ error: { code: "401", message: "Insufficient OAuth scope" } }, 401).problems[0]?.kind).toBe("auth");
    expect(read({ error: "invalid_client", error_description: "no" }, null).problems[0]?.kind).toBe("auth");
    expect(read({ error: { code: "503", message: "later" } }, 503).problems[0]?.kind).toBe("unavailable");
  });

  it("reads a notification, whose content is a text, and drops names", () => {
    const payload = JSON.stringify({ trackingNumber: "94", trackingEvents: [{ eventCode: "01", eventType: "Delivered", name: "JANE DOE", firm: "ACME", eventTimestamp: "2026-11-19T08:28:00", GMTOffset: "-06:00" }] });
    const answer = read({ subscriptionId: "s", timestamp: "2026-11-19T14:30:00Z", payload });
    expect(answer.shipments[0]).toMatchObject({ number: "94", events: [{ status: "DELIVERED" }] });
    expect(JSON.stringify(answer)).not.toMatch(/JANE|ACME/);
    expect(read({ payload: '{"tracking' }).problems[0]?.kind).toBe("unparsable");
  });

  it("reads the older XML", () => {
    const xml = `<TrackResponse><TrackInfo ID="95"><StatusCategory>In Transit</StatusCategory>
      <TrackSummary><EventTime>10:45 pm</EventTime><EventDate>January 6, 2016</EventDate><Event>Arrived at USPS Facility</Event><EventCity>COLUMBUS</EventCity><EventCode>10</EventCode></TrackSummary>
      <TrackDetail><EventTime>9:10 am</EventTime><EventDate>January 6, 2016</EventDate><Event>Acceptance</Event><EventCode>03</EventCode></TrackDetail></TrackInfo>
      <TrackInfo ID="96"><Error><Number>-2147219283</Number><Description>no record</Description></Error></TrackInfo></TrackResponse>`;
    const answer = read(xml);
    expect(answer.shipments[0]?.events.map((event) => [event.status, new Date(event.time.at).toISOString(), event.time.certainty])).toEqual([
      ["IN_TRANSIT", "2016-01-06T22:45:00.000Z", "local"],
      ["IN_TRANSIT", "2016-01-06T09:10:00.000Z", "local"],
    ]);
    expect(answer.problems).toMatchObject([{ kind: "not_found", number: "96" }]);
    expect(read("<Error><Number>80040B1A</Number><Description>API Authorization failure</Description></Error>").problems[0]?.kind).toBe("auth");
  });

  it("tells the expected day without a promise of the hour", () => {
    expect(one([], { deliveryDateExpectation: { expectedDeliveryDate: "2026-11-20", endOfDay: "9:00pm" } })?.estimate).toMatchObject({ earliest: Date.UTC(2026, 10, 20), precision: "day" });
    expect(one([], { deliveryDateExpectation: { predictedDeliveryDate: "2026-04-10", predictedDeliveryWindowEndTime: "18:00:00" } })?.estimate).toMatchObject({ latest: Date.UTC(2026, 3, 10, 18) });
  });
});

describe("usps: traps", () => {
  it("a promised day is no delivery", () => {
    const known = one([], { status: "Label created", statusCategory: "Pre-Shipment", deliveryDateExpectation: { expectedDeliveryDate: "2026-11-01" } });
    expect(known?.summary?.status).toBe("PRE_TRANSIT");
    expect(known?.estimate).not.toBeNull();
  });

  it("scans of a shipping partner come before USPS has the parcel", () => {
    for (const code of ["80", "81", "82", "83"]) expect(explainUsps({ code, text: null }).status).toBe("PRE_TRANSIT");
  });

  it("booleans and codes are texts", () => {
    expect(one([{ eventCode: 1, eventType: "Delivered", authorizedAgent: "false", eventTimestamp: "2026-11-19T08:28:00" }])?.events[0]).toMatchObject({ code: "1" });
    expect(one([{ eventCode: "01", eventType: "Delivered, In/At Mailbox", authorizedAgent: "false", eventTimestamp: "2026-11-19T08:28:00" }])?.events[0]).toMatchObject({ status: "DELIVERED", detail: "mailbox" });
  });
});

describe("usps: the tracking scope", () => {
  const test = (scope: string | undefined) =>
    usps.test({ credentials: {}, now: () => 0, tokens: createTokenCache(() => 0), http: { send: () => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ access_token: "t", expires_in: "3600", scope }) }) } });

  it("trap: an app without it gets a token all the same, and is told so", async () => {
    expect(await test("")).toMatchObject({ ok: true }); // nothing said
    expect(await test("addresses labels")).toMatchObject({ ok: false, message: expect.stringContaining("tracking scope") as string });
    expect(await test("addresses tracking")).toMatchObject({ ok: true });
  });
});

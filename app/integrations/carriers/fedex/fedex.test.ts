import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query, trackOne } from "../reading/tracking-for-tests";
import { fedex } from ".";

const read = reading(fedex);
const result = (scans: [string, string, string?][], latest = "IT", id = "1") => ({
  trackingNumberInfo: { trackingNumber: "77", trackingNumberUniqueId: id },
  latestStatusDetail: { code: latest },
  scanEvents: scans.map(([date, eventType, exceptionCode]) => ({ date, eventType, exceptionCode: exceptionCode ?? "", derivedStatusCode: "DL", scanLocation: { streetLines: ["1 Main St"], city: "MEMPHIS" } })),
});
const answer = (...trackResults: unknown[]) => ({ output: { completeTrackResults: [{ trackingNumber: "77", trackResults }] } });

describe("fedex", () => {
  it.each([
    ["DE/007", "ATTEMPTED_DELIVERY", "not_home"], ["DE/07", "EXCEPTION", "refused"], ["DE/08", "ATTEMPTED_DELIVERY", "not_home"], ["SE/084", "EXCEPTION", "delayed"], ["DE", "EXCEPTION", "other"],
    ["HL/015A", "READY_FOR_PICKUP", null], ["OC/IN001", "PRE_TRANSIT", "label_created"], ["RS", "RETURNING", null], ["RR", "UNKNOWN", null], ["OD", "OUT_FOR_DELIVERY", null], ["DE/72B", "IN_TRANSIT", "customs"], ["ZZ", "UNKNOWN", null],
  ])("explains %s", (code, status, detail) => {
    expect(fedex.explain({ code, text: null })).toMatchObject({ status, detail });
  });

  it("never believes a scan's derived status, and reads a delivery after a return as returned", () => {
    const known = read(answer(result([["2026-11-03T10:00:00-06:00", "DL"], ["2026-11-02T10:00:00-06:00", "RS"], ["2026-11-01T10:00:00-06:00", "IT"]]))).shipments[0];
    expect(statuses(known)).toEqual(["RETURNED", "RETURNING", "IN_TRANSIT"]);
    expect(JSON.stringify(known)).not.toContain("Main St");
  });

  it("takes the newest of several parcels with one number", () => {
    const { shipments } = read(answer(result([["2026-01-05T10:00:00-06:00", "DL"]], "DL", "1"), result([["2026-11-18T04:12:00-06:00", "IT"]], "IT", "2")));
    expect(shipments.map((one) => statuses(one))).toEqual([["IN_TRANSIT"]]);
  });

  it("tells a day that is promised at midnight as a day", () => {
    const known = read(answer({ ...result([]), dateAndTimes: [{ type: "ESTIMATED_DELIVERY", dateTime: "2026-12-01T00:00:00-06:00" }] })).shipments[0];
    expect(known?.estimate).toMatchObject({ earliest: Date.UTC(2026, 11, 1), precision: "day" });
  });

  it("reads a push, wherever the result stands, and errors", () => {
    expect(read(result([["2026-11-18T04:12:00-06:00", "OD"]])).shipments[0]?.number).toBe("77");
    expect(read(answer({ trackingNumberInfo: { trackingNumber: "77" }, error: { code: "TRACKING.TRACKINGNUMBER.NOTFOUND", message: "m" } })).problems).toMatchObject([{ kind: "not_found", number: "77" }]);
    expect(read({ errors: [{ code: "NOT.AUTHORIZED.ERROR", message: "m" }] }, 401).problems[0]?.kind).toBe("auth");
  });

  it("reads the older SOAP answer", () => {
    const soap = (inner: string) => `<e:Envelope xmlns:e="x"><e:Body><v14:TrackReply xmlns:v14="y">${inner}</v14:TrackReply></e:Body></e:Envelope>`;
    const detail = "<TrackDetails><Notification><Severity>SUCCESS</Severity></Notification><TrackingNumber>79</TrackingNumber><StatusDetail><Code>IT</Code></StatusDetail><Events><Timestamp>2026-11-17T09:30:00-06:00</Timestamp><EventType>PU</EventType></Events></TrackDetails>";
    expect(statuses(read(soap(`<CompletedTrackDetails>${detail}</CompletedTrackDetails>`)).shipments[0])).toEqual(["IN_TRANSIT"]);
    expect(read(soap("<v14:Notifications><v14:Severity>ERROR</v14:Severity><v14:Code>1000</v14:Code><v14:Message>Authentication Failed</v14:Message></v14:Notifications>")).problems[0]?.kind).toBe("auth");
  });
});

describe("fedex: the older SOAP answers", () => {
  const good = "<Notification><Severity>SUCCESS</Severity></Notification>";
  const scanned = (at: string, code: string) => `<Events><Timestamp>${at}</Timestamp><EventType>${code}</EventType></Events>`;
  const reply = (inner: string) => read(`<TrackReply xmlns="http://fedex.com/ws/track/v5">${inner}</TrackReply>`, null);

  it("until version 5 the details stand in the reply itself and name their status otherwise", () => {
    const answer = reply(`<TrackDetails>${good}<TrackingNumber>61</TrackingNumber><StatusCode>AR</StatusCode><ServiceInfo>SmartPost</ServiceInfo><EstimatedDeliveryTimestamp>2026-12-12T00:00:00</EstimatedDeliveryTimestamp>${scanned("2026-12-08T17:33:00-08:00", "AR")}${scanned("2026-12-02T22:32:30-06:00", "OC")}</TrackDetails>`);
    expect(answer.shipments).toMatchObject([{ number: "61", service: "SmartPost", summary: { status: "IN_TRANSIT" }, estimate: { precision: "day" } }]);
    expect(statuses(answer.shipments[0])).toEqual(["IN_TRANSIT", "PRE_TRANSIT"]);
    expect(answer.shipments[0]?.events[0]?.time.at).toBe(Date.UTC(2026, 11, 9, 1, 33));
  });

  it("several parcels of one number are one shipment: the one scanned last", () => {
    const detail = (events: string) => `<TrackDetails>${good}<TrackingNumber>12</TrackingNumber>${events}</TrackDetails>`;
    const answer = reply(`<CompletedTrackDetails><DuplicateWaybill>true</DuplicateWaybill>${detail(scanned("2024-01-02T10:00:00Z", "DL"))}${detail(scanned("2026-11-02T10:00:00Z", "PU"))}${detail("")}</CompletedTrackDetails>`);
    expect(answer.shipments.map((one) => [one.number, ...statuses(one)])).toEqual([["12", "IN_TRANSIT"]]);
  });

  it("a fault says what to do: of the whole answer, and of one number", () => {
    const fault = (tag: string, code: string) => `<${tag}><Severity>FAILURE</Severity><Code>${code}</Code><Message>retry later</Message></${tag}>`;
    expect(reply(`<CompletedTrackDetails>${fault("Notifications", "6330")}</CompletedTrackDetails>`).problems).toMatchObject([{ kind: "unavailable", code: "6330" }]);
    expect(reply(`<CompletedTrackDetails><TrackDetails>${fault("Notification", "9045")}<TrackingNumber>12</TrackingNumber></TrackDetails></CompletedTrackDetails>`)).toMatchObject({ shipments: [], problems: [{ kind: "unavailable", number: "12" }] });
    expect(reply(`<CompletedTrackDetails><TrackDetails>${fault("Notification", "9040")}<TrackingNumber>12</TrackingNumber></TrackDetails></CompletedTrackDetails>`).problems[0]?.kind).toBe("not_found");
  });

  it("an answer that names no number says so instead of nothing", () => {
    expect(read({ output: { completeTrackResults: [{ trackResults: [{ latestStatusDetail: { code: "DL" } }] }] } })).toMatchObject({ shipments: [], problems: [{ kind: "invalid" }] });
  });
});

describe("fedex: traps", () => {
  it("a number that is used again is asked for within a window around the day of shipping", async () => {
    const { context, sent } = asked(() => ({ output: { completeTrackResults: [] } }));
    await fedex.track([query("77", { shippedAt: Date.UTC(2026, 10, 10) }), query("78")], context);
    const [dated, undated] = (JSON.parse(sent[0]?.body ?? "{}") as { trackingInfo: Record<string, unknown>[] }).trackingInfo;
    expect(dated).toEqual({ shipDateBegin: "2026-11-05", shipDateEnd: "2027-01-09", trackingNumberInfo: { trackingNumber: "77" } });
    expect(undated).toEqual({ trackingNumberInfo: { trackingNumber: "78" } });
  });

  it("not found comes with HTTP 200, and a missing address of the API is not a missing parcel", async () => {
    const answerOf = await trackOne(fedex, "77", answer({ trackingNumberInfo: { trackingNumber: "77" }, error: { code: "TRACKING.TRACKINGNUMBER.NOTFOUND", message: "m" } }));
    expect(answerOf.problems).toMatchObject([{ kind: "not_found", number: "77" }]);
    expect(read({ errors: [{ code: "NOT.FOUND.ERROR", message: "m" }] }, 404).problems[0]?.kind).toBe("invalid");
  });

  it("a scan without a city has no place; street lines and who signed are not kept", () => {
    const raw = { trackingNumberInfo: { trackingNumber: "77" }, deliveryDetails: { receivedByName: "JDOE" }, scanEvents: [{ date: "2026-11-18T04:12:00-06:00", eventType: "OC", scanLocation: { streetLines: [""], residential: false } }] };
    const known = read(answer(raw)).shipments[0];
    expect(known?.events[0]?.place).toBeNull();
    expect(JSON.stringify(known)).not.toMatch(/JDOE|streetLines/);
  });

  it("the finer code counts, not the derived one: out for delivery is derived as in transit", () => {
    expect(read(answer({ ...result([]), latestStatusDetail: { code: "OD", derivedCode: "IT" } })).shipments[0]?.summary?.status).toBe("OUT_FOR_DELIVERY");
  });
});

import { describe, expect, it } from "vitest";

import { eventKey } from "~/domain/tracking/event-key";

import { trackOne } from "../reading/tracking-for-tests";
import { explainUps } from "./explain";
import { parseUps } from "./parse";
import { ups } from ".";

const RECEIVED = Date.UTC(2026, 10, 24, 12);
const read = (value: unknown, httpStatus: number | null = 200) => parseUps(typeof value === "string" ? value : JSON.stringify(value), { httpStatus, receivedAt: RECEIVED });
const one = (activity: unknown[], more: Record<string, unknown> = {}) =>
  read({ trackResponse: { shipment: [{ inquiryNumber: "1Z1", package: [{ trackingNumber: "1Z1", activity, ...more }] }] } }).shipments[0];

describe("explainUps", () => {
  it.each([
    ["I/AR/005", null, "IN_TRANSIT", null],
    ["D/FS/011", null, "DELIVERED", null],
    ["011", null, "DELIVERED", null],
    ["OT", null, "OUT_FOR_DELIVERY", null],
    ["MV", null, "EXCEPTION", "cancelled"],
    ["X/SR/003", "Released by the customs agency", "IN_TRANSIT", "customs_cleared"],
    ["X/BB/058", null, "EXCEPTION", "customs"],
    ["X/KB", "Internal note", "UNKNOWN", null],
    ["X/QQ", null, "EXCEPTION", null],
    ["D/QQ", null, "UNKNOWN", null],
    ["D", null, "UNKNOWN", null],
    ["034", null, "RETURNED", null],
    ["U", null, "UNKNOWN", null],
    ["toString", null, "UNKNOWN", null],
    [null, null, "UNKNOWN", null],
  ])("%s %j", (code, text, status, detail) => {
    expect(explainUps({ code, text })).toMatchObject({ status, detail });
  });
});

describe("parseUps", () => {
  it("takes the GMT pair in every form UPS writes it, and says its offset", () => {
    const scan = { date: "20240320", time: "070700", gmtDate: "20240319", gmtOffset: "+08:00", status: { type: "I", code: "AR", statusCode: "005", description: "Arrived at Facility " } };
    for (const gmtTime of ["23:07:00", "230700"]) {
      const event = one([{ ...scan, gmtTime }])?.events[0];
      expect(event?.time).toEqual({ at: Date.UTC(2024, 2, 19, 23, 7), certainty: "exact", zone: "+08:00", said: "20240320 070700" });
      expect(event?.text).toBe("Arrived at Facility");
    }
    expect(one([{ ...scan, gmtDate: "20240320", gmtTime: "74700" }])?.events[0]?.time.at).toBe(Date.UTC(2024, 2, 20, 7, 47));
    expect(one([{ ...scan, gmtDate: "", gmtTime: "", gmtOffset: "" }])?.events[0]?.time).toMatchObject({ certainty: "local", zone: null });
    expect(one([{ ...scan, gmtDate: "", time: "", gmtOffset: "" }])?.events[0]?.time.certainty).toBe("date");
    expect(one([{ status: scan.status }])?.events[0]?.time).toMatchObject({ at: RECEIVED, certainty: "received" });
  });

  it("keeps no name and no street", () => {
    const known = one([{ date: "20240320", time: "070700", location: { address: { addressLine1: "1 Main St", city: "Wayne" } }, status: { code: "FS", statusCode: "011", type: "D" } }], {
      deliveryInformation: { location: "Front Door", receivedBy: "JANE" },
    });
    expect(JSON.stringify(known)).not.toMatch(/JANE|Main St/);
    expect(known?.events[0]).toMatchObject({ status: "DELIVERED", detail: "safe_place", place: { city: "Wayne" } });
  });

  it("tells the expected window, the rescheduled day first", () => {
    const known = one([], { deliveryDate: [{ type: "SDD", date: "20261201" }, { type: "RDD", date: "20261202" }], deliveryTime: { type: "EDW", startTime: "100000", endTime: "140000" } });
    expect(known?.estimate).toMatchObject({ earliest: Date.UTC(2026, 11, 2, 10), latest: Date.UTC(2026, 11, 2, 14), precision: "instant" });
    expect(one([], { deliveryDate: [{ type: "DEL", date: "20261201" }] })?.estimate).toBeNull();
    expect(one([], { alternateTrackingNumber: [{ number: "9241", type: "USPS_PIC" }] })?.nextNumber).toEqual({ number: "9241", carrier: "usps" });
  });

  it("reads a delivery after a return scan as returned", () => {
    const scan = (date: string, statusCode: string) => ({ date, time: "100000", gmtOffset: "-05:00", status: { type: "I", statusCode } });
    expect(one([scan("20261103", "011"), scan("20261102", "035"), scan("20261101", "005")])?.events.map((event) => event.status)).toEqual(["RETURNED", "RETURNING", "IN_TRANSIT"]);
  });

  it("knows not found in both forms, and errors by their code", () => {
    expect(read({ trackResponse: { shipment: [{ inquiryNumber: "1Z1", warnings: [{ code: "TW0001", message: "Tracking Information Not Found" }] }] } }).problems).toMatchObject([{ kind: "not_found", number: "1Z1", code: "TW0001" }]);
    expect(read({ response: { errors: [{ code: "151018", message: "Not found" }] } }, 404).problems[0]?.kind).toBe("not_found");
    expect(read({ response: { errors: [{ code: "250003", message: "Invalid Access License number" }] } }, null).problems[0]?.kind).toBe("auth");
    expect(read({ response: { errors: [{ code: "TV1002", message: "Invalid inquiry number" }] } }, 400).problems[0]?.kind).toBe("invalid");
  });

  it("reads an alert, and answers to subscriptions", () => {
    const alert = { trackingNumber: "1Z2", gmtActivityDate: "20240423", gmtActivityTime: "131519", gmtOffset: "-04.00", activityStatus: { type: "I", code: "OT", descriptionCode: "021", description: "Out for Delivery" }, scheduledDeliveryDate: "20240423" };
    expect(read(alert).shipments[0]).toMatchObject({ number: "1Z2", events: [{ status: "OUT_FOR_DELIVERY", time: { at: Date.UTC(2024, 3, 23, 13, 15, 19), zone: "-04:00" } }], estimate: { precision: "day" } });
    expect(read({ validTrackingNumbers: ["1Z1"], invalidTrackingNumbers: ["1Z$"] }).problems).toMatchObject([{ kind: "invalid", number: "1Z$" }]);
  });

  it.each(["", "[]", "{}", "null", "<html></html>", '{"trackResponse":{}}', '{"trackResponse":{"shipment":[{"package":[{}]}]}}', '{"trackResponse":'])("makes no shipment of %s", (body) => {
    const answer = read(body);
    expect(answer.shipments).toEqual([]);
    expect(answer.problems.length).toBeGreaterThan(0);
  });
});

describe("ups: traps", () => {
  const alert = { trackingNumber: "1Z2", gmtActivityDate: "20240423", gmtActivityTime: "131519", activityStatus: { type: "I", code: "OT", descriptionCode: "021" } };

  it("a D type is no delivery by itself: an access point and out for delivery have it, too", () => {
    expect(explainUps({ code: "D/2Q/040", text: null }).status).toBe("READY_FOR_PICKUP");
    expect(explainUps({ code: "D/OT/021", text: null }).status).toBe("OUT_FOR_DELIVERY");
    expect(explainUps({ code: "D/99/022", text: null }).status).toBe("ATTEMPTED_DELIVERY");
  });

  it("an alert that is sent again is the same event, and says nothing of the past", () => {
    const [first, again] = [read(alert), read({ ...alert, activityLocation: { city: "" } })].map((answer) => answer.shipments[0]?.events ?? []);
    expect(first?.length).toBe(1);
    expect(first?.map((event) => eventKey("ups", event))).toEqual(again?.map((event) => eventKey("ups", event)));
  });

  it("codes decide, whatever language the descriptions follow", () => {
    expect(explainUps({ code: "D/FS/011", text: "Zugestellt" }).status).toBe("DELIVERED");
    expect(explainUps({ code: "I/AR/005", text: "ZUGESTELLT" }).status).toBe("IN_TRANSIT");
  });

  it("of several packages the one asked for is told; a shipment's one package answers for the shipment's number", async () => {
    const piece = (trackingNumber: string, statusCode: string) => ({ trackingNumber, activity: [{ date: "20261103", time: "100000", status: { statusCode } }] });
    const body = (inquiryNumber: string, ...pieces: unknown[]) => ({ trackResponse: { shipment: [{ inquiryNumber, package: pieces }] } });
    const several = await trackOne(ups, "1ZB", body("1ZB", piece("1ZA", "011"), piece("1ZB", "005")));
    expect(several.shipments.map((known) => [known.number, known.events[0]?.status])).toEqual([["1ZB", "IN_TRANSIT"]]);
    const notice = await trackOne(ups, "123456789012", body("123456789012", piece("1ZA", "011")));
    expect(notice).toMatchObject({ shipments: [{ number: "123456789012" }], problems: [] });
    expect((await trackOne(ups, "LEAD", body("LEAD", piece("1ZA", "011"), piece("1ZB", "005")))).shipments).toEqual([]);
  });

  it("empty texts are nothing: a postal code stays empty until delivery", () => {
    expect(one([{ date: "20261103", time: "100000", location: { address: { city: "", postalCode: "", countryCode: "US" } }, status: { statusCode: "005", description: "" } }])?.events[0]).toMatchObject({ text: null, place: { city: null, postalCode: null, country: "US" } });
  });
});

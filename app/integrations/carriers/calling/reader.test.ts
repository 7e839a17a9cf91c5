import { describe, expect, it } from "vitest";

import { asendia } from "../asendia";
import { dhlGlobalMail } from "../dhl_global_mail";
import { evri } from "../evri";
import { hermes } from "../hermes";
import { landmark } from "../landmark";
import { newgistics } from "../newgistics";
import { ontrac } from "../ontrac";
import { pitneyBowes } from "../pitney_bowes";
import { reading, statuses } from "../reading/parsing-for-tests";
import { sendle } from "../sendle";

describe("adapters that only read", () => {
  it("say that they cannot ask", async () => {
    const query = { number: "1", carrier: null, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null };
    const answer = await evri.track([query], { credentials: {}, http: { send: () => Promise.reject(new Error("not to be asked")) }, now: () => 0, tokens: { get: () => Promise.resolve(""), drop: () => undefined } });
    expect(answer.problems).toMatchObject([{ kind: "invalid", number: "1" }]);
    expect(evri.readOnly).toBe(true);
  });

  it("evri: point before stage, and a return parcel that goes back", () => {
    const body = (returnParcel: boolean, stage: string) => ({ results: [{ parcelIdentifiers: [{ type: "BARCODE", value: "H1" }], returnParcel, trackingEvents: [{ dateTime: "2026-11-05T08:00:00Z", trackingStage: { trackingStageCode: stage } }] }] });
    expect(statuses(reading(evri)(body(false, "4_COURIER")).shipments[0])).toEqual(["OUT_FOR_DELIVERY"]);
    expect(statuses(reading(evri)(body(true, "5_COURIER")).shipments[0])).toEqual(["RETURNED"]);
    expect(reading(evri)({ results: [] }).problems[0]?.kind).toBe("not_found");
    expect(evri.explain({ code: "NOT_DELIVERED_X", text: null }).status).toBe("ATTEMPTED_DELIVERY");
  });

  it("hermes: a withdrawing code, groups of codes, and nothing known", () => {
    const status = [{ timestamp: "2026-01-20T14:30:00+01:00", code: "3500" }, { timestamp: "2026-01-20T15:00:00+01:00", code: "4070" }];
    expect(reading(hermes)({ shipmentinfo: [{ shipmentID: "H1", status }] }).shipments[0]?.events.map((event) => [event.status, event.withdraws])).toEqual([["UNKNOWN", true], ["DELIVERED", false]]);
    expect([hermes.explain({ code: "6091", text: null }).status, hermes.explain({ code: "9399", text: null }).status]).toEqual(["RETURNING", "UNKNOWN"]);
    expect(reading(hermes)({ shipmentinfo: [{ shipmentID: "H1", result: { code: "e001", message: "none" } }] }).problems).toMatchObject([{ kind: "not_found", number: "H1" }]);
  });

  it("pitney bowes: scans of the older answer, and errors as a bare list", () => {
    const one = (scanType: string, scanDescription: string, eventTime: string) => ({ eventDate: "2026-08-07", eventTime, scanType, scanDescription, packageStatus: "InTransit" });
    const known = reading(pitneyBowes)({ trackingNumber: "94", scanDetailsList: [one("01", "DELIVERED", "16:43:00"), one("OF", "OUT FOR DELIVERY", "08:10:00"), one("GX", "Shipping Label Created", "05:00:00")] });
    expect(statuses(known.shipments[0])).toEqual(["DELIVERED", "OUT_FOR_DELIVERY", "PRE_TRANSIT"]);
    expect(reading(pitneyBowes)([{ errorCode: "1110003", message: "Unable to track the package" }]).problems).toMatchObject([{ code: "1110003" }]);
  });

  it("newgistics: day and clock are two instants", () => {
    const event = { EventCode: "DNF", Date: "/Date(1469077200000-0500)/", Time: "/Date(1484870400000-0600)/" };
    const known = reading(newgistics)({ Packages: [{ TrackingNumber: "N1", Signer: "JANE", PackageTrackingEvents: [event] }] });
    expect(known.shipments[0]?.events[0]).toMatchObject({ status: "RETURNING", time: { at: Date.UTC(2016, 6, 21, 18), certainty: "local" } });
    expect(JSON.stringify(known)).not.toContain("JANE");
  });

  it("the others read their answers and refusals", () => {
    expect(statuses(reading(asendia)({ trackingNumber: "A", trackingEvents: [{ code: "DL", time: "2026-04-15T11:00:00Z" }] }).shipments[0])).toEqual(["DELIVERED"]);
    expect(reading(landmark)("<TrackResponse><Errors><Error><ErrorCode>Lookup</ErrorCode><ErrorMessage>Could not find</ErrorMessage></Error></Errors></TrackResponse>").problems[0]?.kind).toBe("not_found");
    expect(reading(sendle)({ error: "not_found", error_description: "x" }, null).problems[0]?.kind).toBe("not_found");
    expect(reading(pitneyBowes)({ trackingNumber: "P", scanDetailsList: [{ standardizedEventCode: "LC", eventDate: "2026-07-24", eventTime: "12:20:26", eventTimeOffset: "-07:00", eventType: "RTN" }] }).shipments[0]?.events[0]).toMatchObject({ status: "PRE_TRANSIT", returnLeg: true });
    expect(reading(ontrac)({ Pieces: [{ TrackingNumber: "LX1" }], Events: [{ EventType: "OutForDelivery", UTCDateTime: "2026-11-18T14:38:32" }] }).shipments[0]?.events[0]).toMatchObject({ status: "OUT_FOR_DELIVERY", time: { certainty: "exact" } });
    expect(reading(dhlGlobalMail)("<track><shipment><trackingnumber>10</trackingnumber><event><code>600</code><date>1/17/2026</date><time>12:26 PM ET</time></event></shipment></track>").shipments[0]?.events[0]?.time.at).toBe(Date.UTC(2026, 0, 17, 17, 26));
  });
});

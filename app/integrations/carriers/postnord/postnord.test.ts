import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { postnord } from ".";

const read = reading(postnord);

describe("postnord", () => {
  it("tells an item under its own number and its shipment's, and reads 113 as on the vehicle", () => {
    const events = [{ eventTime: "2026-11-07T13:45:42.000Z", eventCode: "113", status: "EN_ROUTE", location: { name: "Malmö", countryCode: "SWE" } }];
    const answer = read({ TrackingInformationResponse: { shipments: [{ shipmentId: "S1", status: "EN_ROUTE", items: [{ itemId: "I1", status: "EN_ROUTE", events }] }] } });
    expect(answer.shipments.map((one) => [one.number, ...statuses(one)])).toEqual([["I1", "OUT_FOR_DELIVERY"], ["S1", "OUT_FOR_DELIVERY"]]);
    expect(answer.shipments[0]?.events[0]?.place).toMatchObject({ country: "SE", text: "Malmö" });
  });

  it("knows an empty list for not found, and faults", () => {
    expect(read({ TrackingInformationResponse: { shipments: [] } }).problems[0]?.kind).toBe("not_found");
    expect(read({ TrackingInformationResponse: { compositeFault: { faults: [{ faultCode: "F", explanationText: "bad" }] }, shipments: [] } }, 400).problems[0]).toMatchObject({ kind: "invalid", code: "F" });
    expect(postnord.explain({ code: "RETURNED", text: null }).status).toBe("RETURNING");
  });
});

describe("postnord: traps", () => {
  const answerOf = (shipment: Record<string, unknown>) => read({ TrackingInformationResponse: { shipments: [shipment] } });

  it("items carry the scans; a shipment's status is the summary of all of them", () => {
    const item = (itemId: string, status: string) => ({ itemId, status, events: [{ eventTime: "2026-11-07T13:45:42Z", status, eventDescription: "x" }] });
    const several = answerOf({ shipmentId: "S1", status: "EN_ROUTE", items: [item("I1", "DELIVERED"), item("I2", "EN_ROUTE")] });
    expect(several.shipments.map((one) => [one.number, ...statuses(one)])).toEqual([["I1", "DELIVERED"], ["I2", "IN_TRANSIT"]]);
  });

  it("the expected time is gone after delivery, and a time without an offset is Nordic", () => {
    expect(answerOf({ shipmentId: "S1", estimatedTimeOfArrival: "2026-11-08T12:00:00", status: "EN_ROUTE" }).shipments[0]?.estimate).toMatchObject({ earliest: Date.UTC(2026, 10, 8, 11), zone: "Europe/Stockholm" });
    expect(answerOf({ shipmentId: "S1", estimatedTimeOfArrival: "2026-11-08T12:00:00", deliveryDate: "2026-11-08T11:00:00", status: "DELIVERED" }).shipments[0]?.estimate).toBeNull();
  });

  it("a delivery after a return has begun is one to the sender", () => {
    const events = [{ eventTime: "2026-11-08T10:00:00Z", status: "DELIVERED" }, { eventTime: "2026-11-07T10:00:00Z", status: "RETURNED" }];
    expect(statuses(answerOf({ shipmentId: "S1", items: [{ itemId: "I1", status: "DELIVERED", events }] }).shipments[0])).toEqual(["RETURNED", "RETURNING"]);
  });

  it("texts follow the language: codes decide", () => {
    expect(postnord.explain({ code: "EN_ROUTE", text: "Levererad" }).status).toBe("IN_TRANSIT");
  });
});

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

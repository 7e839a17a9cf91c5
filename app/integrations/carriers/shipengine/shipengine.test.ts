import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { shipengine } from ".";

const read = reading(shipengine);

describe("shipengine", () => {
  it.each([["DE/DELIVERED_TO_NEIGHBOUR", "DELIVERED", "neighbour"], ["DE/INFORMATION", "DELIVERED", null], ["EX/REFUSED_BY_CUSTOMER", "RETURNING", "refused"], ["UN", "UNKNOWN", null], ["SP", "READY_FOR_PICKUP", null], ["OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY", null]])("explains %s", (code, status, detail) => {
    expect(shipengine.explain({ code, text: null })).toMatchObject({ status, detail });
  });

  it("reads pushes of both products, the carrier out of the address where it is left out", () => {
    const data = { tracking_number: "1Z", status_code: "IT", estimated_delivery_date: "2026-10-23T00:00:00", events: [{ occurred_at: "2026-10-22T20:00:00Z", description: "In Transit", status_code: null, event_code: "IT", signer: "JANE", latitude: 37.8 }] };
    const known = read({ resource_url: "https://x/v1/tracking?carrier_code=ups&tracking_number=1Z", resource_type: "API_TRACK", data }).shipments[0];
    expect(known).toMatchObject({ carrier: "ups", summary: { status: "IN_TRANSIT" }, estimate: { precision: "day" } });
    expect(JSON.stringify(known)).not.toMatch(/JANE|37\.8/);
    expect(read({ resource_type: "API_BATCH", data: {} })).toEqual({ shipments: [], problems: [] });
    expect(read({ errors: [{ error_code: "unauthorized", message: "m" }] }, 401).problems[0]?.kind).toBe("auth");
  });
});

describe("shipengine: traps", () => {
  it("pushes of 2019 name the time of a scan otherwise", () => {
    expect(read({ resource_type: "API_TRACK", data: { tracking_number: "1", status_code: "IT", events: [{ event_date: "2019-09-23T15:00:00Z", description: "x" }] } }).shipments[0]?.events[0]?.time).toMatchObject({ at: Date.UTC(2019, 8, 23, 15), certainty: "exact" });
  });

  it("a scan without a status takes none from its neighbours, and the top status stays", () => {
    const known = read({ tracking_number: "1", status_code: "DE", events: [{ occurred_at: "2026-09-23T15:00:00Z", description: "Zzz", status_code: null }] }).shipments[0];
    expect(known).toMatchObject({ summary: { status: "DELIVERED" }, events: [{ status: "UNKNOWN" }] });
  });

  it("a carrier's own code is not taken for ShipEngine's, and is kept with the raw scan", () => {
    const known = read({ tracking_number: "1", status_code: "IT", carrier_code: "fedex", events: [{ occurred_at: "2026-09-23T15:00:00Z", description: "Zzz", status_code: null, event_code: "DE" }] }).shipments[0];
    expect(known?.events[0]).toMatchObject({ status: "UNKNOWN", code: null, raw: { event_code: "DE" } });
  });

  it("the coarse status of a label is not the status of a parcel", () => {
    expect(read({ tracking_number: "1", tracking_status: "delivered", status_code: "IT" }).shipments[0]?.summary?.status).toBe("IN_TRANSIT");
  });

  it("expected days without a zone stay days", () => {
    expect(read({ tracking_number: "1", status_code: "IT", estimated_delivery_date: "2026-10-23T00:00:00" }).shipments[0]?.estimate).toMatchObject({ precision: "day", earliest: Date.UTC(2026, 9, 23) });
  });
});

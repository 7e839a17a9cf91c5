import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { dhl } from ".";

const read = reading(dhl);

describe("dhl", () => {
  it.each([
    ["ecommerce:598|transit", null, "OUT_FOR_DELIVERY", null], ["ecommerce:606|delivered", null, "DELIVERED", "neighbour"], ["parcel-de:DD|transit", null, "UNKNOWN", null], ["svb:AMOUNT_TRANSFERRED|transit", null, "UNKNOWN", null],
    ["parcel-nl:DELIVERED_AT_PARCELSHOP|delivered", null, "READY_FOR_PICKUP", "parcel_shop"], ["ecommerce-europe:366", null, "RETURNED", null], ["parcel-uk:QQ|transit", null, "IN_TRANSIT", null],
    ["transit", null, "IN_TRANSIT", null], ["unknown", null, "UNKNOWN", null], ["express:OK|transit", null, "DELIVERED", null], ["failure", null, "EXCEPTION", null],
  ])("explains %s", (code, text, status, detail) => {
    expect(dhl.explain({ code, text })).toMatchObject({ status, detail });
  });

  it("reads numbers given as numbers, times without an offset as local, and day-only windows", () => {
    const known = read({ shipments: [{ id: 7777777770, service: "express", status: { statusCode: "transit" }, events: [{ timestamp: "2026-11-10T08:02:00", statusCode: "transit", status: "AF" }], estimatedTimeOfDelivery: "2026-11-12T00:00:00Z" }] }).shipments[0];
    expect(known).toMatchObject({ number: "7777777770", carrier: "dhl_express", estimate: { precision: "day" }, events: [{ detail: "arrived", time: { certainty: "local" } }] });
  });

  it("reads a push by its status, and takes the steps of a subscription for what they are", () => {
    const push = { scope: "subscription.push", shipments: [{ id: "GM1", status: { timestamp: "2026-11-10T08:02:00Z", statusCode: "delivered", status: "DELIVERED" } }] };
    expect(statuses(read(push).shipments[0])).toEqual(["DELIVERED"]);
    expect(read({ scope: "subscription.validate", secret: "s" })).toEqual({ shipments: [], problems: [] });
    expect(read({ title: "No result found", detail: "No shipment", status: 404 }, 404).problems[0]?.kind).toBe("not_found");
    expect(read({ title: "Too Many Requests", status: 429 }, 429).problems[0]?.kind).toBe("rate_limit");
  });
});

import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query, trackOne } from "../reading/tracking-for-tests";
import { dhl } from ".";
import { readDhlSubscription } from "./push";

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
    const life = (scope: string, more: object = {}) => readDhlSubscription(JSON.stringify({ scope, self: "https://api-eu.dhl.com/tracking/push/v1/subscription/11111111-1111-4111-8111-111111111111", ...more }));
    const id = "11111111-1111-4111-8111-111111111111";
    expect(life("subscription.validate", { secret: "s" })).toEqual({ id, what: "asks", secret: "s" });
    expect(life("subscription.activate")).toEqual({ id, what: "waits", secret: null });
    expect([life("subscription.ready")?.what, life("subscription.push")?.what, life("subscription.delete")?.what, life("subscription.paused")?.what]).toEqual(["ready", "pushes", "ended", "waits"]);
    for (const body of ["", "{}", '{"scope":"subscription.validate","secret":"s"}', '{"scope":"subscription.validate","self":"https://x/subscription/../../etc","secret":"s"}', '{"shipments":[]}']) expect(readDhlSubscription(body)).toBeNull();
    expect(read({ title: "No result found", detail: "No shipment", status: 404 }, 404).problems[0]?.kind).toBe("not_found");
    expect(read({ title: "Too Many Requests", status: 429 }, 429).problems[0]?.kind).toBe("rate_limit");
  });
});

describe("dhl: traps", () => {
  const told = (id: string, service: string, day: string, more: Record<string, unknown> = {}) => ({ id, service, status: { timestamp: `${day}T08:00:00Z`, statusCode: "transit" }, ...more });

  it("one number can lead to shipments of several divisions: the one scanned last is meant", async () => {
    const answer = await trackOne(dhl, "42", { shipments: [told("42", "ecommerce", "2025-01-02", { status: { timestamp: "2025-01-02T08:00:00Z", statusCode: "delivered" } }), told("42", "express", "2026-11-10")] });
    expect(answer.shipments.map((one) => [one.carrier, ...statuses(one)])).toEqual([["dhl_express", "IN_TRANSIT"]]);
  });

  it("a piece is found under its shipment's number", async () => {
    const answer = await trackOne(dhl, "JD014600006", { shipments: [told("42", "express", "2026-11-10", { details: { totalNumberOfPieces: 2, pieceIds: ["JD014600005", "JD014600006"] } })] });
    expect(answer).toMatchObject({ shipments: [{ number: "JD014600006" }], problems: [] });
  });

  it("the division of the settings and the postal code go along, so that another's shipment is not met", async () => {
    const { context, sent } = asked(() => ({ shipments: [] }), { service: "parcel-de" });
    await dhl.track([query("42", { destinationPostalCode: "53113" })], context);
    expect(sent[0]?.url).toContain("trackingNumber=42&service=parcel-de&recipientPostalCode=53113");
  });

  it("a 404 before the first scan is not found, and no other fault", async () => {
    expect(read({ title: "No result found", detail: "none", status: 404 }, 404).problems).toMatchObject([{ kind: "not_found" }]);
  });

  it("the base code transit covers the courier's round: the words tell it, where the division gave no code of its own", () => {
    expect(dhl.explain({ code: "transit", text: "Shipment is out with courier for delivery" }).status).toBe("OUT_FOR_DELIVERY");
    expect(dhl.explain({ code: "transit", text: "Delivered" }).status).toBe("IN_TRANSIT");
    expect(dhl.explain({ code: "delivered", text: "Out for delivery" }).status).toBe("DELIVERED");
  });
});

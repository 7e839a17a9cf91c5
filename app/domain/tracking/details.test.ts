import { describe, expect, it } from "vitest";
import { STATUS_DETAILS, toShopifyEvent, whoCanAct } from "./details";
import { TRACKING_DETAILS, TRACKING_STATUSES, type ShipmentStatus } from "./status";

/** Shopify's enum FulfillmentEventStatus, Admin API 2026-10. */
const SHOPIFY = [
  "ATTEMPTED_DELIVERY", "CARRIER_PICKED_UP", "CONFIRMED", "DELAYED", "DELIVERED", "FAILURE", "IN_TRANSIT", "LABEL_PRINTED",
  "LABEL_PURCHASED", "OUT_FOR_DELIVERY", "READY_FOR_PICKUP",
];

const PAIRS = TRACKING_STATUSES.flatMap((status) => [null, ...STATUS_DETAILS[status]].map((detail) => ({ status, detail })));

describe("details", () => {
  it("each go with a status", () => {
    const used = new Set(Object.values(STATUS_DETAILS).flat());
    expect(TRACKING_DETAILS.filter((detail) => !used.has(detail))).toEqual([]);
  });

  it("say who can act, for every pair", () => {
    for (const { status, detail } of PAIRS) {
      expect(["shopper", "merchant", "carrier", "nobody"]).toContain(whoCanAct(status, detail));
    }
    expect(whoCanAct("EXCEPTION", "address")).toBe("merchant");
    expect(whoCanAct("EXCEPTION", "payment_due")).toBe("shopper");
    expect(whoCanAct("EXCEPTION", "weather")).toBe("nobody");
    expect(whoCanAct("EXCEPTION", "missorted")).toBe("carrier");
    expect(whoCanAct("READY_FOR_PICKUP", "locker")).toBe("shopper");
    expect(whoCanAct("DELIVERED", "signed")).toBe("nobody");
  });

  it("are told to Shopify in its own words or not at all", () => {
    for (const { status, detail } of PAIRS) {
      if (status === "UNKNOWN") continue;
      const told = toShopifyEvent(status satisfies ShipmentStatus, detail);
      if (told !== null) expect(SHOPIFY).toContain(told);
    }
    expect(toShopifyEvent("DELIVERED", "neighbour")).toBe("DELIVERED");
    expect(toShopifyEvent("IN_TRANSIT", "accepted")).toBe("CARRIER_PICKED_UP");
    expect(toShopifyEvent("EXCEPTION", "weather")).toBe("DELAYED");
    expect(toShopifyEvent("RETURNED", null)).toBeNull();
  });
});

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

  it("are written back to Shopify with a status of its own or not at all", () => {
    for (const { status, detail } of PAIRS) {
      if (status === "UNKNOWN") continue;
      const told = toShopifyEvent(status satisfies ShipmentStatus, detail);
      if (told !== null) expect(SHOPIFY).toContain(told);
    }
    expect(toShopifyEvent("DELIVERED", "neighbour")).toBe("DELIVERED");
    expect(toShopifyEvent("IN_TRANSIT", "accepted")).toBe("CARRIER_PICKED_UP");
    expect(toShopifyEvent("EXCEPTION", "weather")).toBe("DELAYED");
    expect(toShopifyEvent("IN_TRANSIT", "delayed")).toBe("DELAYED");
    expect(toShopifyEvent("IN_TRANSIT", "departed")).toBe("IN_TRANSIT");
    expect(toShopifyEvent("RETURNED", null)).toBeNull();
  });

  it("are written back as a delay only where the carrier states one", () => {
    const delayed = PAIRS.filter(({ status, detail }) => status !== "UNKNOWN" && toShopifyEvent(status, detail) === "DELAYED");
    expect(new Set(delayed.map(({ detail }) => detail))).toEqual(new Set(["delayed", "weather", "missed_connection"]));
    for (const detail of ["customs", "held", "on_hold", "missorted"] as const) expect(toShopifyEvent("EXCEPTION", detail)).toBeNull();
    for (const detail of ["held", "on_hold", "missorted", "rescheduled", "customs"] as const) expect(toShopifyEvent("IN_TRANSIT", detail)).toBe("IN_TRANSIT");
  });

  it("are written back as picked up only for the carrier's acceptance", () => {
    expect(PAIRS.filter(({ status, detail }) => status !== "UNKNOWN" && toShopifyEvent(status, detail) === "CARRIER_PICKED_UP")).toEqual([{ status: "IN_TRANSIT", detail: "accepted" }]);
  });
});

import { describe, expect, it } from "vitest";

import type { TrackingEvent } from "~/domain/tracking/event";
import { NOW, orderRow, scan, shipmentRow } from "~tests/integration/storefront/order-rows";

import { carrierDirectory } from "./carrier-directory";
import { orderView, type OrderViewInput } from "./order-view";
import type { OrderView, ShipmentView } from "./view";

const carriers = { name: (code: string) => (code === "ups" ? "UPS" : null), trackingUrl: (code: string, number: string) => (code === "ups" ? `https://ups.example/${number}` : null) };

function view(order = orderRow(), events: TrackingEvent[] = [], more: Partial<OrderViewInput> = {}): OrderView {
  const byShipment = new Map(order.shipments.map((shipment, index) => [shipment.id, index === 0 ? events : []]));
  return orderView({ shop: { timeZone: "Europe/Berlin", settings: {} }, order, events: byShipment, carriers, locale: { tag: "en-GB", language: "en" }, now: NOW, ...more });
}

function first(given: OrderView): ShipmentView {
  const shipment = given.shipments[0];
  if (!shipment) throw new Error("no shipment");
  return shipment;
}

describe("an order for its shopper", () => {
  it("says where it stands, what happened, and what is still to come", () => {
    const made = view(orderRow(), [
      scan(30, "IN_TRANSIT", { detail: "departed", text: "Departed from Facility", place: { city: "Leipzig", region: null, country: "DE", postalCode: "04129", text: null } }),
      scan(5, "IN_TRANSIT", { detail: "arrived", text: "Arrived at Facility" }),
    ]);
    expect(made).toMatchObject({ name: "#1001", placed: "Placed on Friday 20 November", cancelled: false });
    expect(first(made)).toMatchObject({ heading: "Shipment", tone: "moving", estimate: null, feedback: null, carrier: { name: "UPS", number: "1Z999AA10123456784" } });
    expect(first(made).days.map((day) => [day.label, day.scans.length])).toEqual([["Tuesday 24 November", 1], ["Monday 23 November", 1]]);
    expect(first(made).days[1]?.scans[0]).toMatchObject({ clock: "07:00", place: "Leipzig, DE", words: "Departed from Facility" });
    expect(first(made).items).toEqual([{ title: "Walnut desk lamp", variant: "Warm white", quantity: 1, imageUrl: "https://cdn.shopify.com/s/files/lamp.png?v=1" }]);
    expect(made.notShipped.map((item) => [item.title, item.quantity])).toEqual([["Walnut desk lamp", 1], ["Linen napkins", 1]]);
  });

  it("tells one thing once, by the source nearest to the parcel, and nothing that was withdrawn", () => {
    const made = view(orderRow(), [
      scan(10, "OUT_FOR_DELIVERY"),
      scan(9.5, "OUT_FOR_DELIVERY", { source: "shopify", provider: "shopify" }),
      scan(9, "DELIVERED"),
      scan(8.9, "UNKNOWN", { withdraws: true }),
      scan(-40, "IN_TRANSIT", { receivedAt: NOW }),
      scan(4, "UNKNOWN", { text: null }),
      scan(3, "UNKNOWN", { text: "Signed by: A. Berg" }),
    ]);
    expect(first(made).days.flatMap((day) => day.scans)).toHaveLength(1);
  });

  it("puts a scan without a time where it belongs, under no day", () => {
    const undated = (status: TrackingEvent["status"], text: string) => scan(0, status, { text, time: { at: NOW, certainty: "received", zone: null, said: null }, receivedAt: NOW });
    const made = view(orderRow(), [scan(50, "IN_TRANSIT", { text: "Left the depot" }), scan(20, "OUT_FOR_DELIVERY", { text: "On the van" }), undated("IN_TRANSIT", "Sorted"), undated("DELIVERED", "Handed over")]);
    expect(first(made).days.map((day) => [day.label, day.scans.map((each) => each.words)])).toEqual([
      ["Day not given", ["Handed over"]],
      ["Monday 23 November", ["On the van"]],
      ["Day not given", ["Sorted"]],
      ["Sunday 22 November", ["Left the depot"]],
    ]);
  });

  it("numbers several shipments, keeps shared items together, and names a return", () => {
    const made = view(orderRow({ shipments: [shipmentRow(), shipmentRow({ id: "s2", number: "2" }), shipmentRow({ id: "s3", number: "3", fulfillmentId: null, direction: "return" })] }));
    expect(made.shipments.map((shipment) => shipment.heading)).toEqual(["Shipment 1 of 2", "Shipment 2 of 2", "Your return"]);
    expect(made.shipments.map((shipment) => [shipment.items.length, shipment.itemsIn])).toEqual([[1, 2], [0, 1], [0, 1]]);
  });

  it("leaves cancelled fulfillments out, and shows what went without a number", () => {
    const items = [{ lineItemGid: "gid://shopify/LineItem/2", quantity: 1 }, { lineItemGid: "gone", quantity: 1 }, "nonsense", { lineItemGid: 3 }];
    const made = view(orderRow({ shipments: [], fulfillments: [{ id: "f1", status: "cancelled", items }, { id: "f2", status: "success", items }] }));
    expect(made.untracked.map((item) => item.title)).toEqual(["Linen napkins"]);
    expect(made.notShipped.map((item) => [item.title, item.quantity])).toEqual([["Walnut desk lamp", 2]]);
    expect(view(orderRow({ cancelledAt: new Date(NOW) }))).toMatchObject({ cancelled: true, notShipped: [] });
  });

  it("takes the link that Shopify knows when it is https, else the catalogue's, else none", () => {
    const link = (more: Parameters<typeof shipmentRow>[0]) => first(view(orderRow({ shipments: [shipmentRow(more)] }))).carrier;
    expect(link({}).url).toContain("https://www.ups.com/");
    expect(link({ trackingUrl: "javascript:alert(1)" }).url).toBe("https://ups.example/1Z999AA10123456784");
    expect(link({ trackingUrl: null, carrier: null, trackingCompany: null })).toEqual({ name: null, number: "1Z999AA10123456784", url: null });
  });

  it("takes the shop's own link first where the merchant said who the carrier is", () => {
    const link = (more: Parameters<typeof shipmentRow>[0]) => first(view(orderRow({ shipments: [shipmentRow(more)] }))).carrier.url;
    expect(link({ carrierSource: "merchant" })).toBe("https://ups.example/1Z999AA10123456784");
    // Without a page of its own, Shopify's link is better than none.
    expect(link({ carrier: "own_van", carrierSource: "mapped" })).toContain("https://www.ups.com/");
    const shop = carrierDirectory([{ code: "own_van", name: "Our van", template: "https://van.example.com/{number}" }]);
    expect([shop.name("own_van"), shop.name("ups"), shop.trackingUrl("own_van", "A 1")]).toEqual(["Our van", "UPS", "https://van.example.com/A%201"]);
  });

  it("shows who goes on with it under another number", () => {
    const shipment = first(view(orderRow({ shipments: [shipmentRow({ numbers: [{ number: "9241", carrier: "ups" }, { number: "X1", carrier: null }] })] })));
    expect(shipment.onward).toEqual([{ name: "UPS", number: "9241", url: "https://ups.example/9241" }, { name: null, number: "X1", url: null }]);
  });

  it("shows an estimate while it is awaited, and asks for feedback once delivered", () => {
    const estimate = { estimateEarliest: new Date(Date.UTC(2026, 10, 26)), estimateLatest: new Date(Date.UTC(2026, 10, 27)), estimatePrecision: "day" };
    expect(first(view(orderRow({ shipments: [shipmentRow(estimate)] }))).estimate?.text).toMatch(/^Expected 26\s?–\s?27 November$/);
    const delivered = orderRow({ shipments: [shipmentRow({ ...estimate, status: "DELIVERED", detail: "signed" })] });
    expect(first(view(delivered)).estimate).toBeNull();
    expect(first(view(delivered)).feedback).toEqual({ state: "open", rating: null, reason: null, comment: null });
    expect(first(view(delivered, [], { shop: { timeZone: "UTC", settings: { feedback: { enabled: false } } } })).feedback).toBeNull();
    const given = { rating: 2, reason: "late", comment: "slow" };
    const said = (hours: number) => first(view(orderRow({ shipments: [shipmentRow({ status: "DELIVERED", feedback: [{ ...given, createdAt: new Date(NOW - hours * 3_600_000) }] })] }))).feedback;
    expect(said(2)).toEqual({ state: "given", ...given });
    expect(said(30)).toEqual({ state: "closed", rating: 2, reason: "late", comment: null });
  });

  it("speaks the reader's language", () => {
    const made = view(orderRow(), [scan(5, "OUT_FOR_DELIVERY")], { locale: { tag: "de", language: "de" } });
    expect(made.placed).toBe("Bestellt am Freitag, 20. November");
    expect(first(made).steps.map((step) => step.label)).toContain("In Zustellung");
  });
});

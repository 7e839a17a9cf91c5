import { describe, expect, it } from "vitest";

import { eventNode, fulfillmentNode, list, orderNode } from "~tests/fixtures/order-node";

import { mapOrder } from "./map-order";

const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0] as T;
};

describe("an order", () => {
  it("keeps what Shopify says of it", () => {
    expect(mapOrder(orderNode())).toMatchObject({
      gid: "gid://shopify/Order/1001",
      channel: "online_store",
      totalMinor: 4850n,
      tags: ["b2c", "gift"],
      customer: { name: "Inês Alves", email: "Ines.Alves@Example.com", phone: "+351 912 345 678", postalCode: "1200-195" },
      countryCode: "PT",
      locations: [{ gid: "gid://shopify/Location/1", city: "Porto" }],
    });
  });

  it("has no customer data without an address, e-mail or phone", () => {
    const { customer, countryCode } = mapOrder(orderNode({ shippingAddress: null, email: null, phone: null }));
    expect(customer).toEqual({ name: null, email: null, phone: null, postalCode: null, address: null });
    expect(countryCode).toBeNull();
  });

  it.each([
    ["pos", null, "pos"],
    ["shopify_draft_order", null, "draft_order"],
    ["tiktok", null, "tiktok"],
    ["580111", "Marketplace & Co", "marketplace_co"],
    [null, null, "unknown"],
  ])("from source %s of app %s came by the channel %s", (sourceName, app, channel) => {
    expect(mapOrder(orderNode({ sourceName, app: app === null ? null : { name: app } })).channel).toBe(channel);
  });

  it("shows what is left of an edited line, or what was sent of it", () => {
    const line = only(orderNode().lineItems.nodes);
    const lines = (quantity: number, currentQuantity: number, sent: number) =>
      mapOrder(
        orderNode({
          lineItems: list({ ...line, quantity, currentQuantity }),
          fulfillments: [fulfillmentNode({ fulfillmentLineItems: list({ quantity: sent, lineItem: { id: line.id } }) })],
        }),
      ).lineItems.map((each) => each.quantity);
    expect(lines(3, 2, 0)).toEqual([2]);
    expect(lines(3, 0, 3)).toEqual([3]);
    expect(lines(3, 0, 0)).toEqual([]);
  });
});

describe("shipments", () => {
  const shipmentsOf = (...args: Parameters<typeof fulfillmentNode>) => mapOrder(orderNode({ fulfillments: [fulfillmentNode(...args)] })).fulfillments[0]?.shipments ?? [];

  it("are one for each number; blanks, repeats and empty numbers are none", () => {
    const info = (number: string | null) => ({ company: "UPS", number, url: null });
    const found = shipmentsOf({ trackingInfo: [info("1Z 999"), info("1z999"), info("  "), info(null), info("42")] });
    expect(found.map((each) => each.number)).toEqual(["1Z 999", "42"]);
  });

  it("go from the location to the customer's country", () => {
    expect(only(shipmentsOf())).toMatchObject({ direction: "out", originCountry: "PT", destinationCountry: "PT", shippedAt: Date.parse("2026-11-02T10:00:00Z") });
  });

  it.each(["CANCELLED", "ERROR", "FAILURE"])("are none of a fulfillment that is %s", (status) => {
    expect(shipmentsOf({ status })).toEqual([]);
  });

  it("take over Shopify's events, and say of an unknown status that it is unknown", () => {
    const { events } = only(
      shipmentsOf({ events: list(eventNode({ message: " Left the hub ", city: "Porto", country: "Portugal" }), eventNode({ id: "gid://shopify/FulfillmentEvent/2", status: "TELEPORTED" })) }),
    );
    expect(events).toMatchObject([
      { status: "IN_TRANSIT", code: "IN_TRANSIT", text: "Left the hub", sourceEventId: "gid://shopify/FulfillmentEvent/1", place: { city: "Porto", country: null, text: "Portugal" } },
      { status: "UNKNOWN", code: "TELEPORTED", mapping: null },
    ]);
  });

  it("of one fulfillment are not all delivered because one of them is", () => {
    const numbers = ["1Z999AA10123456784", "RR123456785PT"].map((number) => ({ company: null, number, url: null }));
    const found = shipmentsOf({
      trackingInfo: numbers,
      events: list(
        eventNode(),
        eventNode({ id: "gid://shopify/FulfillmentEvent/2", status: "OUT_FOR_DELIVERY" }),
        eventNode({ id: "gid://shopify/FulfillmentEvent/3", status: "DELIVERED", message: "RR 123 456 785 PT handed over" }),
      ),
    });
    expect(found.map((each) => each.events.map((event) => event.status))).toEqual([["IN_TRANSIT"], ["IN_TRANSIT", "DELIVERED"]]);
  });

  it("have an estimate where Shopify tells one", () => {
    expect(only(shipmentsOf({ estimatedDeliveryAt: "2026-11-05T00:00:00Z" })).estimate).toMatchObject({ precision: "day" });
    expect(only(shipmentsOf({ estimatedDeliveryAt: "2026-11-05T14:00:00Z" })).estimate).toMatchObject({ precision: "instant" });
    expect(only(shipmentsOf({ estimatedDeliveryAt: "soon" })).estimate).toBeNull();
  });

  it("that come back are returns, unless the return was called off", () => {
    const node = (status: string) => ({
      id: "gid://shopify/Return/1",
      name: "#1001-R1",
      status,
      createdAt: "2026-11-10T10:00:00Z",
      requestApprovedAt: "2026-11-11T10:00:00Z",
      closedAt: null,
      reverseFulfillmentOrders: { nodes: [{ reverseDeliveries: { nodes: [{ id: "gid://shopify/ReverseDelivery/1", deliverable: { tracking: { carrierName: "CTT", number: "RR1", url: null } } }, { id: "gid://shopify/ReverseDelivery/2", deliverable: null }] } }] },
    });
    const returned = only(mapOrder(orderNode({ returns: list(node("OPEN")) })).returns ?? []);
    expect(returned.updatedAt).toBe(Date.parse("2026-11-11T10:00:00Z"));
    expect(only(returned.shipments)).toMatchObject({ direction: "return", number: "RR1", trackingCompany: "CTT", originCountry: "PT", destinationCountry: null });
    expect(only(mapOrder(orderNode({ returns: list(node("CANCELED")) })).returns ?? []).shipments).toEqual([]);
  });
});

import type { StorefrontOrder } from "~/db/storefront.server";
import type { TrackingEvent } from "~/domain/tracking/event";

export const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

/** An order's rows as the database gives them. */
export function orderRow(more: Partial<StorefrontOrder> = {}): StorefrontOrder {
  return {
    id: "order-1",
    name: "#1001",
    locale: null,
    processedAt: new Date(NOW - 96 * HOUR),
    cancelledAt: null,
    lineItems: [
      { gid: "gid://shopify/LineItem/1", title: "Walnut desk lamp", variant: "Warm white", quantity: 2, imageUrl: "https://cdn.shopify.com/s/files/lamp.png?v=1" },
      { gid: "gid://shopify/LineItem/2", title: "Linen napkins", variant: null, quantity: 1, imageUrl: null },
    ],
    fulfillments: [{ id: "f1", status: "SUCCESS", items: [{ lineItemGid: "gid://shopify/LineItem/1", quantity: 1 }] }],
    shipments: [shipmentRow()],
    ...more,
  };
}

export function shipmentRow(more: Partial<StorefrontOrder["shipments"][number]> = {}): StorefrontOrder["shipments"][number] {
  return {
    id: "shipment-1",
    fulfillmentId: "f1",
    number: "1Z999AA10123456784",
    trackingCompany: "UPS",
    trackingUrl: "https://www.ups.com/track?tracknum=1Z999AA10123456784",
    carrier: "ups",
    carrierSource: "company",
    numbers: [],
    direction: "out",
    shippedAt: new Date(NOW - 72 * HOUR),
    status: "IN_TRANSIT",
    detail: null,
    deliveredAt: null,
    lastEventAt: new Date(NOW - 5 * HOUR),
    estimateEarliest: null,
    estimateLatest: null,
    estimatePrecision: null,
    estimateZone: null,
    feedback: [],
    ...more,
  };
}

let made = 0;

/** One scan. */
export function scan(hoursAgo: number, status: TrackingEvent["status"], more: Partial<TrackingEvent> = {}): TrackingEvent {
  made += 1;
  return {
    key: `key-${made}`,
    source: "carrier",
    provider: "ups",
    carrier: "ups",
    time: { at: NOW - hoursAgo * HOUR, certainty: "exact", zone: null, said: null },
    status,
    detail: null,
    mapping: null,
    code: null,
    text: null,
    place: null,
    sourceEventId: null,
    returnLeg: false,
    withdraws: false,
    receivedAt: NOW - hoursAgo * HOUR + 60_000,
    ...more,
  };
}

import { eventsOf, get, lineItemOf } from "../../store/find";
import type { Fulfillment, FulfillmentEvent, ShopState } from "../../store/records";
import { numeric } from "../json";
import { addressBody, at, ids } from "./common";
import { lineItemBody } from "./line-item";

/** fulfillments/create and fulfillments/update; also each of an order's `fulfillments`. */
export function fulfillmentBody(state: ShopState, fulfillment: Fulfillment): Record<string, unknown> {
  const order = get(state, "orders", fulfillment.orderId);
  const numbers = fulfillment.tracking.flatMap((one) => (one.number === null ? [] : [one.number]));
  const urls = fulfillment.tracking.flatMap((one) => (one.url === null ? [] : [one.url]));
  return {
    ...ids("Fulfillment", fulfillment.id),
    created_at: at(state, fulfillment.createdAt),
    location_id: numeric(fulfillment.locationId),
    name: fulfillment.name,
    order_id: numeric(order.id),
    origin_address: null,
    receipt: {},
    service: "manual",
    shipment_status: eventsOf(state, fulfillment).at(-1)?.status.toLowerCase() ?? null,
    status: fulfillment.status.toLowerCase(),
    // REST knows one company for all numbers.
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    updated_at: at(state, fulfillment.updatedAt),
    email: order.email,
    destination: addressBody(order.shippingAddress),
    line_items: fulfillment.lines.map((line) => lineItemBody(state, order, lineItemOf(order, line.lineItemId), line.quantity)),
  };
}

/** fulfillment_events/create and fulfillment_events/delete. */
export function fulfillmentEventBody(state: ShopState, event: FulfillmentEvent): Record<string, unknown> {
  return {
    ...ids("FulfillmentEvent", event.id),
    fulfillment_id: numeric(event.fulfillmentId),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: at(state, event.happenedAt),
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    address1: event.address1,
    latitude: event.latitude,
    longitude: event.longitude,
    shop_id: numeric(state.shop.id),
    created_at: at(state, event.createdAt),
    updated_at: at(state, event.createdAt),
    estimated_delivery_at: at(state, event.estimatedDeliveryAt),
    order_id: numeric(event.orderId),
  };
}

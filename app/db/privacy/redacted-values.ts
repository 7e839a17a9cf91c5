import { createHash } from "node:crypto";

import type { ParsedEvent } from "~/domain/tracking/event";
import { readNumber } from "~/domain/tracking/register/read-number";

import type { NewOrder, NewShipment } from "../new-order";
import { NO_CUSTOMER } from "../customer-data.server";
import { DELETED_TEXT } from "./order-tables";

/** An order as it is stored once its customer's data was deleted, whatever Shopify still tells of it. */
export function withoutCustomer(order: NewOrder): NewOrder {
  return {
    ...order,
    customer: NO_CUSTOMER,
    city: null,
    provinceCode: null,
    tags: [],
    shippingMethod: null,
    lineItems: order.lineItems.map((line) => ({ ...line, title: DELETED_TEXT, variant: null, sku: null, imageUrl: null })),
    fulfillmentOrders: order.fulfillmentOrders?.map((each) => ({ ...each, holds: [] })) ?? null,
  };
}

/** The same for a shipment of such an order. */
export function shipmentWithoutWords(shipment: NewShipment): NewShipment {
  const number = redactedNumber(shipment.number, shipment.numberKey);
  return { ...shipment, number, numberKey: number === shipment.number ? shipment.numberKey : number, trackingCompany: null, trackingUrl: null };
}

/**
 * A tracking number stays: it names a parcel. Words that stand where a number belongs ("handed to Martha") are replaced
 * by a name made of them, the same each time Shopify tells them.
 */
export function redactedNumber(number: string, numberKey: string): string {
  return readNumber(number).ok ? number : `REDACTED0${createHash("sha256").update(numberKey).digest("hex").slice(0, 20).toUpperCase()}`;
}

/**
 * A scan as it is stored of a shipment whose customer's data was deleted: when, what it means, and in which country.
 * Shopify's own events keep what they are recognised by.
 */
export function eventWithoutWords(source: string, event: ParsedEvent): ParsedEvent {
  const country = event.place?.country ?? null;
  const shopifys = source === "shopify";
  return {
    ...event,
    time: { ...event.time, said: null },
    code: shopifys ? event.code : null,
    text: null,
    place: country !== null && /^[A-Z]{2}$/.test(country) ? { city: null, region: null, country, postalCode: null, text: null } : null,
    sourceEventId: shopifys ? event.sourceEventId : null,
    raw: null,
  };
}

/** A scan's key holds its code or its source's id, which may be words: it becomes a hash, the same for every copy. */
export function redactedKey(source: string, key: string): string {
  return source === "shopify" ? key : `redacted:${createHash("sha256").update(key).digest("hex")}`;
}

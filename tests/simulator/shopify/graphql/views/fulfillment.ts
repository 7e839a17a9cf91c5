import { eventsOf, get, lineItemOf } from "../../store/find";
import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import { fulfillmentDisplayStatus } from "../../store/totals";
import type { Fulfillment, FulfillmentEvent, FulfillmentLine, TrackingInfo } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { fulfillmentOrderView } from "./fulfillment-order";
import { lineItemView } from "./line-item";
import { locationView } from "./location";
import { moneyBag } from "./money";
import { orderView } from "./order";

export function fulfillmentView(ctx: Context, fulfillment: Fulfillment): View {
  const order = get(ctx.state, "orders", fulfillment.orderId);
  const events = eventsOf(ctx.state, fulfillment);
  const first = (status: string): string | null => {
    const event = events.find((one) => one.status === status);
    return event ? utcSeconds(event.happenedAt) : null;
  };
  const estimate = events.findLast((one) => one.estimatedDeliveryAt !== null)?.estimatedDeliveryAt ?? null;
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: fulfillment.name,
    status: fulfillment.status,
    displayStatus: fulfillmentDisplayStatus(ctx.state, fulfillment),
    createdAt: utcSeconds(fulfillment.createdAt),
    updatedAt: utcSeconds(fulfillment.updatedAt),
    deliveredAt: first("DELIVERED"),
    inTransitAt: first("IN_TRANSIT"),
    estimatedDeliveryAt: estimate === null ? null : utcSeconds(estimate),
    requiresShipping: fulfillment.lines.some((line) => lineItemOf(order, line.lineItemId).requiresShipping),
    totalQuantity: fulfillment.lines.reduce((sum, line) => sum + line.quantity, 0),
    trackingInfo: (args: { first?: number | null }) => fulfillment.tracking.slice(0, args.first ?? undefined).map(trackingView),
    originAddress: null,
    service: null,
    location: () => locationView(ctx, get(ctx.state, "locations", fulfillment.locationId)),
    order: () => orderView(ctx, order),
    events: (args: PageArguments & { sortKey?: string }) =>
      connection(ctx, "FulfillmentEvent", events, args, {
        id: (one) => one.id,
        ...(args.sortKey === "ID" ? {} : { value: (one: FulfillmentEvent) => one.happenedAt }),
        view: fulfillmentEventView,
      }),
    fulfillmentLineItems: (args: PageArguments) =>
      connection(ctx, "FulfillmentLineItem", fulfillment.lines, args, { id: (one) => one.id, view: (one) => fulfillmentLineView(ctx, fulfillment, one) }),
    fulfillmentOrders: (args: PageArguments) =>
      connection(ctx, "FulfillmentOrder", fulfillment.fulfillmentOrderIds.map((id) => get(ctx.state, "fulfillmentOrders", id)), args, {
        id: (one) => one.id,
        view: (one) => fulfillmentOrderView(ctx, one),
      }),
  };
}

export function trackingView(one: TrackingInfo): View {
  return { __typename: "FulfillmentTrackingInfo", ...one };
}

export function fulfillmentLineView(ctx: Context, fulfillment: Fulfillment, line: FulfillmentLine): View {
  const order = get(ctx.state, "orders", fulfillment.orderId);
  const item = lineItemOf(order, line.lineItemId);
  return {
    __typename: "FulfillmentLineItem",
    id: gid("FulfillmentLineItem", line.id),
    quantity: line.quantity,
    lineItem: () => lineItemView(ctx, order, item),
    originalTotalSet: moneyBag(item.priceMinor * line.quantity, order.currency),
    discountedTotalSet: moneyBag(item.priceMinor * line.quantity, order.currency),
  };
}

export function fulfillmentEventView(event: FulfillmentEvent): View {
  const { address1, city, country, latitude, longitude, message, province, status, zip } = event;
  return {
    __typename: "FulfillmentEvent",
    id: gid("FulfillmentEvent", event.id),
    status,
    message,
    address1,
    city,
    province,
    country,
    zip,
    latitude,
    longitude,
    happenedAt: utcSeconds(event.happenedAt),
    createdAt: utcSeconds(event.createdAt),
    estimatedDeliveryAt: event.estimatedDeliveryAt === null ? null : utcSeconds(event.estimatedDeliveryAt),
  };
}

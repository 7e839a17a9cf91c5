import { addFulfillmentEvent } from "../../behaviour/events";
import { cancelFulfillment, createFulfillment, updateTracking, type Picked, type TrackingSpec } from "../../behaviour/fulfil";
import type { FulfillmentEventStatus, TrackingInfo } from "../../store/records";
import type { Context, View } from "../context";
import { fulfillmentEventView, fulfillmentView } from "../views/fulfillment";
import { checkLength, payload, requireScope, wanted, wantedId } from "./payload";

interface TrackingInput {
  company?: string | null;
  number?: string | null;
  numbers?: string[] | null;
  url?: string | null;
  urls?: string[] | null;
}

interface FulfillmentInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null }[];
  trackingInfo?: TrackingInput | null;
}

/** `numbers` go before `number`, `urls` before `url`, as Shopify has it. */
function trackingOf(input: TrackingInput | null | undefined): TrackingSpec[] {
  if (!input) return [];
  const numbers = input.numbers ?? (input.number == null ? [] : [input.number]);
  const urls = input.urls ?? (input.url == null ? [] : [input.url]);
  const size = Math.max(numbers.length, urls.length, input.company == null ? 0 : 1);
  return Array.from({ length: size }, (_, at): Partial<TrackingInfo> => ({ company: input.company ?? null, number: numbers[at] ?? null, url: urls[at] ?? null }));
}

function pick(ctx: Context, input: FulfillmentInput): Picked[] {
  checkLength("lineItemsByFulfillmentOrder", input.lineItemsByFulfillmentOrder);
  return input.lineItemsByFulfillmentOrder.map((one) => {
    const fulfillmentOrder = wanted(ctx.state.fulfillmentOrders, "FulfillmentOrder", one.fulfillmentOrderId, ["fulfillment"]);
    const lines = one.fulfillmentOrderLineItems?.length
      ? one.fulfillmentOrderLineItems.map((line) => ({ lineId: wantedId("FulfillmentOrderLineItem", line.id, ["fulfillment"]), quantity: line.quantity }))
      : fulfillmentOrder.lines.filter((line) => line.remainingQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.remainingQuantity }));
    return { fulfillmentOrder, lines };
  });
}

interface EventInput {
  fulfillmentId: string;
  status: FulfillmentEventStatus;
  message?: string | null;
  happenedAt?: string | null;
  estimatedDeliveryAt?: string | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export function fulfillmentMutations(ctx: Context): Record<string, unknown> {
  const { world, state } = ctx;
  const create = (type: string) => (args: { fulfillment: FulfillmentInput }): View =>
    payload(type, { fulfillment: null }, () => {
      const made = createFulfillment(world, state, pick(ctx, args.fulfillment), trackingOf(args.fulfillment.trackingInfo), world.clock.now());
      return { fulfillment: fulfillmentView(ctx, made) };
    });
  return {
    fulfillmentCreate: create("FulfillmentCreatePayload"),
    fulfillmentCreateV2: create("FulfillmentCreateV2Payload"),
    fulfillmentTrackingInfoUpdate: (args: { fulfillmentId: string; trackingInfoInput: TrackingInput }) =>
      payload("FulfillmentTrackingInfoUpdatePayload", { fulfillment: null }, () => {
        const fulfillment = wanted(state.fulfillments, "Fulfillment", args.fulfillmentId, ["fulfillmentId"]);
        return { fulfillment: fulfillmentView(ctx, updateTracking(world, state, fulfillment, trackingOf(args.trackingInfoInput))) };
      }),
    fulfillmentCancel: (args: { id: string }) => {
      requireScope(ctx, "fulfillmentCancel", [
        "write_assigned_fulfillment_orders",
        "write_merchant_managed_fulfillment_orders",
        "write_third_party_fulfillment_orders",
        "write_fulfillments",
      ]);
      return payload("FulfillmentCancelPayload", { fulfillment: null }, () => ({
        fulfillment: fulfillmentView(ctx, cancelFulfillment(world, state, wanted(state.fulfillments, "Fulfillment", args.id, ["id"]))),
      }));
    },
    fulfillmentEventCreate: (args: { fulfillmentEvent: EventInput }) =>
      payload("FulfillmentEventCreatePayload", { fulfillmentEvent: null }, () => {
        const { fulfillmentId, happenedAt, estimatedDeliveryAt, ...rest } = args.fulfillmentEvent;
        const fulfillment = wanted(state.fulfillments, "Fulfillment", fulfillmentId, ["fulfillmentEvent", "fulfillmentId"]);
        const event = addFulfillmentEvent(world, state, fulfillment, {
          ...rest,
          ...(happenedAt == null ? {} : { happenedAt: Date.parse(happenedAt) }),
          estimatedDeliveryAt: estimatedDeliveryAt == null ? null : Date.parse(estimatedDeliveryAt),
        });
        return { fulfillmentEvent: fulfillmentEventView(event) };
      }),
  };
}

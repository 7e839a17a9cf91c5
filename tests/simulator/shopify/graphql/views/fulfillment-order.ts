import { get, lineItemOf } from "../../store/find";
import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { FulfillmentOrder, FulfillmentOrderLine, Hold } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import type { SearchRules } from "../search";
import { destinationView } from "./address";
import { fulfillmentView } from "./fulfillment";
import { lineItemView } from "./line-item";
import { assignedLocationView } from "./location";
import { orderView } from "./order";
import { imageView } from "./picture";
import { findVariant, variantView } from "./product";

const actions: Readonly<Record<FulfillmentOrder["status"], readonly string[]>> = {
  OPEN: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"],
  IN_PROGRESS: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MARK_AS_OPEN"],
  ON_HOLD: ["RELEASE_HOLD", "HOLD", "MOVE"],
  SCHEDULED: ["MARK_AS_OPEN"],
  INCOMPLETE: ["CREATE_FULFILLMENT"],
  CANCELLED: [],
  CLOSED: [],
};

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : utcSeconds(ms));

export function fulfillmentOrderView(ctx: Context, one: FulfillmentOrder): View {
  const order = get(ctx.state, "orders", one.orderId);
  const fulfillments = Object.values(ctx.state.fulfillments).filter((candidate) => candidate.fulfillmentOrderIds.includes(one.id));
  return {
    __typename: "FulfillmentOrder",
    id: gid("FulfillmentOrder", one.id),
    status: one.status,
    requestStatus: one.requestStatus,
    orderId: gid("Order", order.id),
    orderName: order.name,
    orderProcessedAt: utcSeconds(order.processedAt),
    order: () => orderView(ctx, order),
    channelId: null,
    assignedLocation: () => assignedLocationView(ctx, get(ctx.state, "locations", one.locationId)),
    destination: order.shippingAddress === null ? null : destinationView(order.shippingAddress, one.id, order.email),
    deliveryMethod: {
      __typename: "DeliveryMethod",
      id: gid("DeliveryMethod", one.deliveryMethodId),
      methodType: one.deliveryMethod,
      minDeliveryDateTime: instantOrNull(one.minDeliveryAt),
      maxDeliveryDateTime: instantOrNull(one.maxDeliveryAt),
      presentedName: order.shippingLine?.title ?? null,
      serviceCode: order.shippingLine?.code ?? null,
      sourceReference: null,
      additionalInformation: null,
      brandedPromise: null,
    },
    fulfillAt: instantOrNull(one.fulfillAt),
    fulfillBy: instantOrNull(one.fulfillBy),
    fulfillmentHolds: one.holds.map(holdView),
    supportedActions: actions[one.status].map((action) => ({ __typename: "FulfillmentOrderSupportedAction", action, externalUrl: null })),
    internationalDuties: null,
    lineItems: (args: PageArguments) =>
      connection(ctx, "FulfillmentOrderLineItem", one.lines, args, { id: (line) => line.id, view: (line) => lineView(ctx, one, line) }),
    fulfillments: (args: PageArguments) => connection(ctx, "Fulfillment", fulfillments, args, { id: (each) => each.id, view: (each) => fulfillmentView(ctx, each) }),
    merchantRequests: (args: PageArguments) =>
      connection(ctx, "FulfillmentOrderMerchantRequest", [] as { id: string }[], args, { id: (each) => each.id, view: () => ({ __typename: "FulfillmentOrderMerchantRequest" }) }),
    createdAt: utcSeconds(one.createdAt),
    updatedAt: utcSeconds(one.updatedAt),
  };
}

export function holdView(hold: Hold): View {
  const words = hold.reason.toLowerCase().replaceAll("_", " ");
  return {
    __typename: "FulfillmentHold",
    id: gid("FulfillmentHold", hold.id),
    reason: hold.reason,
    reasonNotes: hold.reasonNotes,
    displayReason: words.charAt(0).toUpperCase() + words.slice(1),
    handle: hold.handle,
    heldByRequestingApp: hold.byApp,
  };
}

function lineView(ctx: Context, one: FulfillmentOrder, line: FulfillmentOrderLine): View {
  const order = get(ctx.state, "orders", one.orderId);
  const item = lineItemOf(order, line.lineItemId);
  const found = item.variantId === null ? null : findVariant(ctx, item.variantId);
  return {
    __typename: "FulfillmentOrderLineItem",
    id: gid("FulfillmentOrderLineItem", line.id),
    totalQuantity: line.totalQuantity,
    remainingQuantity: line.remainingQuantity,
    productTitle: item.title,
    variantTitle: item.variantTitle,
    sku: item.sku,
    vendor: item.vendor,
    requiresShipping: item.requiresShipping,
    image: imageView(item.picture),
    lineItem: () => lineItemView(ctx, order, item),
    variant: () => (found ? variantView(ctx, found.product, found.variant) : null),
    inventoryItemId: null,
    weight: { __typename: "Weight", unit: "GRAMS", value: item.grams },
    warnings: [],
  };
}

export const fulfillmentOrderSearch: SearchRules<FulfillmentOrder> = {
  what: "fulfillment orders",
  fields: {
    id: { kind: "id", of: (one) => one.id },
    status: { kind: "text", of: (one) => one.status },
    assigned_location_id: { kind: "id", of: (one) => one.locationId },
    updated_at: { kind: "instant", of: (one) => one.updatedAt },
  },
  words: () => [],
};

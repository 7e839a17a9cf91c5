import { get, refundsOf } from "../../store/find";
import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Return, ReturnLine, ReverseDelivery } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { fulfillmentLineView } from "./fulfillment";
import { orderView } from "./order";
import { refundView } from "./refund";

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : utcSeconds(ms));

export function returnView(ctx: Context, one: Return): View {
  const order = get(ctx.state, "orders", one.orderId);
  const refunds = refundsOf(ctx.state, order).filter((refund) => refund.returnId === one.id);
  const reverse = { id: one.reverseFulfillmentOrderId };
  return {
    __typename: "Return",
    id: gid("Return", one.id),
    name: one.name,
    status: one.status,
    decline: one.declineReason === null ? null : { __typename: "ReturnDecline", reason: one.declineReason, note: null },
    totalQuantity: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    order: () => orderView(ctx, order),
    returnLineItems: (args: PageArguments) =>
      connection(ctx, "ReturnLineItemType", one.lines, args, { id: (line) => line.id, view: (line) => lineView(ctx, line) }),
    reverseFulfillmentOrders: (args: PageArguments) =>
      connection(ctx, "ReverseFulfillmentOrder", [reverse], args, { id: (each) => each.id, view: () => reverseFulfillmentOrderView(ctx, one) }),
    refunds: (args: PageArguments) => connection(ctx, "Refund", refunds, args, { id: (each) => each.id, view: (each) => refundView(ctx, each) }),
    returnShippingFees: [],
    createdAt: utcSeconds(one.createdAt),
    requestApprovedAt: instantOrNull(one.approvedAt),
    closedAt: instantOrNull(one.closedAt),
  };
}

function lineView(ctx: Context, line: ReturnLine): View {
  const fulfillment = Object.values(ctx.state.fulfillments).find((one) => one.lines.some((each) => each.id === line.fulfillmentLineId));
  const shipped = fulfillment?.lines.find((each) => each.id === line.fulfillmentLineId);
  return {
    __typename: "ReturnLineItem",
    id: gid("ReturnLineItem", line.id),
    quantity: line.quantity,
    refundableQuantity: line.quantity - line.refundedQuantity,
    refundedQuantity: line.refundedQuantity,
    returnReason: line.reason,
    returnReasonNote: line.reasonNote,
    customerNote: line.customerNote,
    restockingFee: null,
    fulfillmentLineItem: () => (fulfillment && shipped ? fulfillmentLineView(ctx, fulfillment, shipped) : null),
  };
}

function reverseFulfillmentOrderView(ctx: Context, one: Return): View {
  return {
    __typename: "ReverseFulfillmentOrder",
    id: gid("ReverseFulfillmentOrder", one.reverseFulfillmentOrderId),
    status: one.status === "CLOSED" ? "CLOSED" : one.status === "CANCELED" || one.status === "DECLINED" ? "CANCELED" : "OPEN",
    order: () => orderView(ctx, get(ctx.state, "orders", one.orderId)),
    thirdPartyConfirmation: null,
    reverseDeliveries: (args: PageArguments) =>
      connection(ctx, "ReverseDelivery", one.reverseDeliveries, args, { id: (each) => each.id, view: (each) => reverseDeliveryView(ctx, one, each) }),
  };
}

function reverseDeliveryView(ctx: Context, one: Return, delivery: ReverseDelivery): View {
  const { tracking } = delivery;
  return {
    __typename: "ReverseDelivery",
    id: gid("ReverseDelivery", delivery.id),
    reverseFulfillmentOrder: () => reverseFulfillmentOrderView(ctx, one),
    deliverable: {
      __typename: "ReverseDeliveryShippingDeliverable",
      label: null,
      tracking: tracking === null ? null : { __typename: "ReverseDeliveryTrackingV2", carrierName: tracking.company, number: tracking.number, url: tracking.url },
    },
  };
}

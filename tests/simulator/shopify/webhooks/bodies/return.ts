import { get } from "../../store/find";
import type { Return, ReverseDelivery, ShopState } from "../../store/records";
import { ids } from "./common";

/** returns/request, returns/approve, returns/decline, returns/cancel, returns/close, returns/reopen, returns/update. */
export function returnBody(state: ShopState, one: Return): Record<string, unknown> {
  const order = get(state, "orders", one.orderId);
  const fulfillmentLines = Object.values(state.fulfillments).flatMap((fulfillment) => fulfillment.lines);
  return {
    ...ids("Return", one.id),
    order: ids("Order", order.id),
    status: one.status.toLowerCase(),
    name: one.name,
    total_return_line_items: one.lines.length,
    decline: one.declineReason === null ? null : { reason: one.declineReason.toLowerCase() },
    return_line_items: one.lines.map((line) => {
      const shipped = fulfillmentLines.find((candidate) => candidate.id === line.fulfillmentLineId);
      return {
        ...ids("ReturnLineItem", line.id),
        fulfillment_line_item: {
          ...ids("FulfillmentLineItem", line.fulfillmentLineId),
          line_item: shipped ? ids("LineItem", shipped.lineItemId) : null,
        },
        quantity: line.quantity,
        refundable_quantity: line.quantity - line.refundedQuantity,
        refunded_quantity: line.refundedQuantity,
        return_reason: line.reason.toLowerCase(),
        return_reason_note: line.reasonNote,
        customer_note: line.customerNote,
      };
    }),
  };
}

/** reverse_deliveries/attach_deliverable: the label of a return, and whose it is. */
export function reverseDeliveryBody(one: Return, delivery: ReverseDelivery): Record<string, unknown> {
  const { tracking } = delivery;
  return {
    ...ids("ReverseDelivery", delivery.id),
    return: ids("Return", one.id),
    shipping_deliverable: {
      tracking_number: tracking?.number ?? null,
      tracking_url: tracking?.url ?? null,
      carrier_name: tracking?.company ?? null,
    },
    type: "shipping",
  };
}

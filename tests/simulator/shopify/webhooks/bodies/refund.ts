import { get, lineItemOf } from "../../store/find";
import { decimal } from "../../store/money";
import type { Refund, ShopState } from "../../store/records";
import { numeric } from "../json";
import { at, ids, moneySet } from "./common";
import { lineItemBody } from "./line-item";

/** refunds/create; also each of an order's `refunds`. */
export function refundBody(state: ShopState, refund: Refund): Record<string, unknown> {
  const order = get(state, "orders", refund.orderId);
  return {
    ...ids("Refund", refund.id),
    created_at: at(state, refund.createdAt),
    note: refund.note,
    order_id: numeric(order.id),
    processed_at: at(state, refund.createdAt),
    restock: refund.lines.some((line) => line.restockType !== "NO_RESTOCK"),
    return: refund.returnId === null ? null : ids("Return", refund.returnId),
    user_id: null,
    order_adjustments: [],
    transactions: [
      {
        ...ids("OrderTransaction", refund.transactionId),
        amount: decimal(refund.amountMinor, order.currency),
        created_at: at(state, refund.createdAt),
        currency: order.currency,
        gateway: "shopify_payments",
        kind: "refund",
        order_id: numeric(order.id),
        processed_at: at(state, refund.createdAt),
        status: "success",
        test: order.test,
      },
    ],
    refund_line_items: refund.lines.map((line) => ({
      id: numeric(line.id),
      line_item_id: numeric(line.lineItemId),
      location_id: null,
      quantity: line.quantity,
      restock_type: line.restockType.toLowerCase(),
      subtotal: Number(decimal(line.subtotalMinor, order.currency)),
      subtotal_set: moneySet(line.subtotalMinor, order.currency),
      total_tax: 0,
      total_tax_set: moneySet(0, order.currency),
      line_item: lineItemBody(state, order, lineItemOf(order, line.lineItemId)),
    })),
    refund_shipping_lines: [],
    duties: [],
  };
}

import { get, lineItemOf } from "../../store/find";
import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Refund } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { lineItemView } from "./line-item";
import { moneyBag, moneyV2 } from "./money";
import { orderView } from "./order";
import { returnView } from "./return";

export function refundView(ctx: Context, refund: Refund): View {
  const order = get(ctx.state, "orders", refund.orderId);
  const { currency } = order;
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: refund.id,
    note: refund.note,
    createdAt: utcSeconds(refund.createdAt),
    processedAt: utcSeconds(refund.createdAt),
    updatedAt: utcSeconds(refund.createdAt),
    totalRefunded: moneyV2(refund.amountMinor, currency),
    totalRefundedSet: moneyBag(refund.amountMinor, currency),
    order: () => orderView(ctx, order),
    return: () => (refund.returnId === null ? null : returnView(ctx, get(ctx.state, "returns", refund.returnId))),
    duties: [],
    refundLineItems: (args: PageArguments) =>
      connection(ctx, "RefundLineItem", refund.lines, args, {
        id: (line) => line.id,
        view: (line) => ({
          __typename: "RefundLineItem",
          id: gid("RefundLineItem", line.id),
          quantity: line.quantity,
          restockType: line.restockType,
          restocked: line.restockType !== "NO_RESTOCK",
          location: null,
          lineItem: () => lineItemView(ctx, order, lineItemOf(order, line.lineItemId)),
          subtotalSet: moneyBag(line.subtotalMinor, currency),
          totalTaxSet: moneyBag(0, currency),
        }),
      }),
    transactions: (args: PageArguments) =>
      connection(ctx, "OrderTransaction", [{ id: refund.transactionId }], args, {
        id: (one) => one.id,
        view: (one) => ({
          __typename: "OrderTransaction",
          id: gid("OrderTransaction", one.id),
          amountSet: moneyBag(refund.amountMinor, currency),
          kind: "REFUND",
          status: "SUCCESS",
          gateway: "shopify_payments",
          createdAt: utcSeconds(refund.createdAt),
          processedAt: utcSeconds(refund.createdAt),
          test: order.test,
        }),
      }),
  };
}

import { displayFulfillmentStatus } from "../../store/totals";
import type { Order, ShopState } from "../../store/records";
import { notSimulated } from "../errors";
import type { SearchRules } from "../search";

/** The filters of `orders(query:)` that are simulated. */
export function orderSearch(state: ShopState): SearchRules<Order> {
  return {
    what: "orders",
    fields: {
      id: { kind: "id", of: (one) => one.id },
      name: { kind: "is", of: (one, value) => one.name.toLowerCase() === value.toLowerCase() || one.name.slice(1) === value },
      email: { kind: "text", of: (one) => one.email },
      customer_id: { kind: "id", of: (one) => one.customerId },
      tag: { kind: "texts", of: (one) => one.tags },
      sku: { kind: "texts", of: (one) => one.lineItems.flatMap((item) => item.sku ?? []) },
      source_name: { kind: "text", of: (one) => one.sourceName },
      source_identifier: { kind: "text", of: (one) => one.sourceIdentifier },
      confirmation_number: { kind: "text", of: (one) => one.confirmationNumber },
      financial_status: { kind: "text", of: (one) => one.financialStatus },
      fulfillment_status: { kind: "is", of: (one, value) => hasFulfillmentStatus(state, one, value) },
      status: { kind: "is", of: hasStatus },
      test: { kind: "is", of: (one, value) => String(one.test) === value.toLowerCase() },
      created_at: { kind: "instant", of: (one) => one.createdAt },
      processed_at: { kind: "instant", of: (one) => one.processedAt },
      updated_at: { kind: "instant", of: (one) => one.updatedAt },
    },
    words: (one) => [one.name, one.email, one.shippingAddress?.firstName ?? null, one.shippingAddress?.lastName ?? null],
  };
}

function hasStatus(order: Order, value: string): boolean {
  switch (value.toLowerCase()) {
    case "any":
      return true;
    case "open":
      return order.closedAt === null && order.cancelledAt === null;
    case "closed":
      return order.closedAt !== null && order.cancelledAt === null;
    case "cancelled":
      return order.cancelledAt !== null;
    case "not_closed":
      return order.closedAt === null;
    default:
      throw notSimulated(`The order status ${value}`);
  }
}

function hasFulfillmentStatus(state: ShopState, order: Order, value: string): boolean {
  const status = displayFulfillmentStatus(state, order);
  switch (value.toLowerCase()) {
    case "shipped":
    case "fulfilled":
      return status === "FULFILLED";
    case "partial":
      return status === "PARTIALLY_FULFILLED";
    case "unshipped":
    case "unfulfilled":
      return status !== "FULFILLED" && status !== "PARTIALLY_FULFILLED";
    default:
      throw notSimulated(`The fulfillment status ${value}`);
  }
}

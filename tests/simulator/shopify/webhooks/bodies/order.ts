import { fulfillmentsOf, refundsOf } from "../../store/find";
import { decimal } from "../../store/money";
import { currentSubtotal, currentTotal, restFulfillmentStatus, subtotal, total } from "../../store/totals";
import type { Order, ShopState } from "../../store/records";
import { numeric } from "../json";
import { addressBody, at, ids, moneySet } from "./common";
import { customerBody } from "./customer";
import { fulfillmentBody } from "./fulfillment";
import { lineItemBody } from "./line-item";
import { refundBody } from "./refund";

/** orders/create, orders/updated, orders/cancelled …: the whole order in REST's shape. */
export function orderBody(state: ShopState, order: Order): Record<string, unknown> {
  const customer = order.customerId === null ? undefined : state.customers[order.customerId];
  return {
    ...ids("Order", order.id),
    app_id: numeric(order.channel.appId),
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: at(state, order.cancelledAt),
    cart_token: null,
    checkout_id: null,
    checkout_token: null,
    client_details: null,
    closed_at: at(state, order.closedAt),
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: at(state, order.createdAt),
    currency: order.currency,
    customer_locale: order.locale,
    device_id: null,
    discount_codes: [],
    duties_included: false,
    // REST says "" where GraphQL says null.
    email: order.email ?? "",
    estimated_taxes: false,
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status: restFulfillmentStatus(state, order),
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note,
    note_attributes: order.customAttributes.map((one) => ({ name: one.key, value: one.value })),
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${state.shop.primaryHost}/${state.shop.id}/orders/${order.token}/authenticate?key=${order.token}`,
    payment_gateway_names: ["shopify_payments"],
    phone: order.phone,
    po_number: order.poNumber,
    presentment_currency: order.currency,
    processed_at: at(state, order.processedAt),
    reference: order.sourceIdentifier,
    referring_site: null,
    source_identifier: order.sourceIdentifier,
    source_name: order.sourceName,
    source_url: null,
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: [],
    taxes_included: false,
    test: order.test,
    token: order.token,
    total_weight: order.lineItems.reduce((sum, item) => sum + item.grams * item.quantity, 0),
    updated_at: at(state, order.updatedAt),
    user_id: null,
    ...amounts(state, order),
    billing_address: addressBody(order.billingAddress),
    customer: customer ? customerBody(state, customer) : null,
    discount_applications: [],
    fulfillments: fulfillmentsOf(state, order).map((one) => fulfillmentBody(state, one)),
    line_items: order.lineItems.map((item) => lineItemBody(state, order, item)),
    payment_terms: null,
    refunds: refundsOf(state, order).map((one) => refundBody(state, one)),
    shipping_address: addressBody(order.shippingAddress),
    shipping_lines: shippingLines(order),
  };
}

/** Each amount twice, as REST has it: plain and as a set of two currencies. */
function amounts(state: ShopState, order: Order): Record<string, unknown> {
  const outstanding = order.financialStatus === "PENDING" ? total(order) : 0;
  const both: Record<string, number> = {
    current_subtotal_price: currentSubtotal(order),
    current_total_discounts: order.discountMinor,
    current_total_price: currentTotal(state, order),
    current_total_tax: order.taxMinor,
    subtotal_price: subtotal(order),
    total_discounts: order.discountMinor,
    total_line_items_price: subtotal(order) + order.discountMinor,
    total_price: total(order),
    total_tax: order.taxMinor,
  };
  const result: Record<string, unknown> = {
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    total_outstanding: decimal(outstanding, order.currency),
    total_shipping_price_set: moneySet(order.shippingLine?.priceMinor ?? 0, order.currency),
    total_tip_received: decimal(0, order.currency),
  };
  for (const [name, minor] of Object.entries(both)) {
    result[name] = decimal(minor, order.currency);
    result[`${name}_set`] = moneySet(minor, order.currency);
  }
  return result;
}

function shippingLines(order: Order): Record<string, unknown>[] {
  const line = order.shippingLine;
  if (line === null) return [];
  return [
    {
      id: numeric(line.id),
      carrier_identifier: line.carrierIdentifier,
      code: line.code,
      discounted_price: decimal(line.priceMinor, order.currency),
      discounted_price_set: moneySet(line.priceMinor, order.currency),
      is_removed: false,
      phone: null,
      price: decimal(line.priceMinor, order.currency),
      price_set: moneySet(line.priceMinor, order.currency),
      requested_fulfillment_service_id: null,
      source: line.source,
      title: line.title,
      tax_lines: [],
      discount_allocations: [],
    },
  ];
}

/** orders/edited: what was added and taken away, by line item. */
export function orderEditBody(
  state: ShopState,
  order: Order,
  edit: { id: string; at: number; note: string | null; additions: { id: string; delta: number }[]; removals: { id: string; delta: number }[] },
): Record<string, unknown> {
  const line = (one: { id: string; delta: number }): Record<string, unknown> => ({ id: numeric(one.id), delta: one.delta });
  return {
    order_edit: {
      id: numeric(edit.id),
      app_id: null,
      created_at: at(state, edit.at),
      notify_customer: false,
      order_id: numeric(order.id),
      staff_note: edit.note,
      user_id: numeric(state.shop.staffId),
      line_items: { additions: edit.additions.map(line), removals: edit.removals.map(line) },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

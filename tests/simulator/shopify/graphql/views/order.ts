import { fulfillmentOrdersOf, fulfillmentsOf, refundsOf, returnsOf, unfulfilledQuantity } from "../../store/find";
import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import { graphqlDecimal } from "../../store/money";
import { currentSubtotal, currentTotal, displayFulfillmentStatus, refunded, returnStatus, subtotal, total } from "../../store/totals";
import type { Order } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { refuseArguments } from "../errors";
import { mailingAddressView } from "./address";
import { channelInformationView, orderAppView } from "./channel";
import { customerView } from "./customer";
import { fulfillmentView } from "./fulfillment";
import { fulfillmentOrderView } from "./fulfillment-order";
import { lineItemView } from "./line-item";
import { metafieldFields } from "./metafield";
import { moneyBag } from "./money";
import { refundView } from "./refund";
import { returnView } from "./return";
import { shippingLineView } from "./shipping-line";

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : utcSeconds(ms));

export function orderView(ctx: Context, order: Order): View {
  const { state } = ctx;
  const customer = order.customerId === null ? undefined : state.customers[order.customerId];
  const left = (): number => order.lineItems.reduce((sum, item) => sum + unfulfilledQuantity(state, order, item.id), 0);
  return {
    __typename: "Order",
    ...metafieldFields(ctx, gid("Order", order.id)),
    ...moneyFields(ctx, order),
    id: gid("Order", order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    createdAt: utcSeconds(order.createdAt),
    processedAt: utcSeconds(order.processedAt),
    updatedAt: utcSeconds(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    cancelReason: order.cancelReason,
    cancellation: order.cancelledAt === null ? null : { __typename: "OrderCancellation", staffNote: null },
    closed: order.closedAt !== null,
    closedAt: instantOrNull(order.closedAt),
    confirmed: true,
    edited: order.edited,
    test: order.test,
    email: order.email,
    phone: order.phone,
    customerLocale: order.locale,
    customer: () => (customer ? customerView(ctx, customer) : null),
    note: order.note,
    poNumber: order.poNumber,
    tags: order.tags,
    customAttributes: order.customAttributes.map((one) => ({ __typename: "Attribute", ...one })),
    currencyCode: order.currency,
    presentmentCurrencyCode: order.currency,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: () => displayFulfillmentStatus(state, order),
    returnStatus: () => returnStatus(state, order),
    fulfillable: () => left() > 0,
    fullyPaid: order.financialStatus === "PAID",
    unpaid: order.financialStatus === "PENDING",
    requiresShipping: order.lineItems.some((item) => item.requiresShipping),
    subtotalLineItemsQuantity: order.lineItems.reduce((sum, item) => sum + item.quantity, 0),
    currentSubtotalLineItemsQuantity: order.lineItems.reduce((sum, item) => sum + item.currentQuantity, 0),
    totalWeight: String(order.lineItems.reduce((sum, item) => sum + item.grams * item.quantity, 0)),
    paymentGatewayNames: ["shopify_payments"],
    discountCode: null,
    discountCodes: [],
    taxesIncluded: false,
    taxLines: [],
    shippingAddress: order.shippingAddress === null ? null : mailingAddressView(order.shippingAddress, order.id),
    billingAddress: order.billingAddress === null ? null : mailingAddressView(order.billingAddress, order.id),
    displayAddress: order.shippingAddress === null ? null : mailingAddressView(order.shippingAddress, order.id),
    shippingLine: order.shippingLine === null ? null : shippingLineView(order.shippingLine, order.currency),
    shippingLines: (args: PageArguments) =>
      connection(ctx, "ShippingLine", order.shippingLine === null ? [] : [order.shippingLine], args, { id: (one) => one.id, view: (one) => shippingLineView(one, order.currency) }),
    sourceName: order.sourceName,
    sourceIdentifier: order.sourceIdentifier,
    app: orderAppView(order.channel),
    channelInformation: channelInformationView(order.channel),
    statusPageUrl: () => `https://${state.shop.primaryHost}/${state.shop.id}/orders/${order.token}/authenticate?key=${order.token}`,
    lineItems: (args: PageArguments) => connection(ctx, "LineItem", order.lineItems, args, { id: (one) => one.id, view: (one) => lineItemView(ctx, order, one) }),
    fulfillments: (args: { first?: number | null; query?: string | null }) => {
      refuseArguments("Order.fulfillments", args, ["query"]);
      return fulfillmentsOf(state, order).slice(0, args.first ?? undefined).map((one) => fulfillmentView(ctx, one));
    },
    fulfillmentsCount: () => ({ __typename: "Count", count: fulfillmentsOf(state, order).length, precision: "EXACT" }),
    fulfillmentOrders: (args: PageArguments & { query?: string | null }) => {
      refuseArguments("Order.fulfillmentOrders", { query: args.query }, ["query"]);
      return connection(ctx, "FulfillmentOrder", fulfillmentOrdersOf(state, order), args, { id: (one) => one.id, view: (one) => fulfillmentOrderView(ctx, one) });
    },
    returns: (args: PageArguments & { query?: string | null }) => {
      refuseArguments("Order.returns", { query: args.query }, ["query"]);
      return connection(ctx, "Return", returnsOf(state, order), args, { id: (one) => one.id, view: (one) => returnView(ctx, one) });
    },
    refunds: (args: { first?: number | null }) => refundsOf(state, order).slice(0, args.first ?? undefined).map((one) => refundView(ctx, one)),
  };
}

function moneyFields(ctx: Context, order: Order): Record<string, unknown> {
  const bag = (minor: number): View => moneyBag(minor, order.currency);
  const shipping = order.shippingLine?.priceMinor ?? 0;
  const paid = order.financialStatus === "PENDING" || order.financialStatus === "AUTHORIZED" || order.financialStatus === "VOIDED" ? 0 : total(order);
  return {
    subtotalPriceSet: bag(subtotal(order)),
    currentSubtotalPriceSet: () => bag(currentSubtotal(order)),
    totalPriceSet: bag(total(order)),
    originalTotalPriceSet: bag(total(order)),
    currentTotalPriceSet: () => bag(currentTotal(ctx.state, order)),
    totalPrice: graphqlDecimal(total(order), order.currency),
    totalShippingPriceSet: bag(shipping),
    currentShippingPriceSet: bag(shipping),
    totalTaxSet: bag(order.taxMinor),
    currentTotalTaxSet: bag(order.taxMinor),
    totalDiscountsSet: bag(order.discountMinor),
    currentTotalDiscountsSet: bag(order.discountMinor),
    totalRefundedSet: () => bag(refunded(ctx.state, order)),
    totalRefundedShippingSet: bag(0),
    totalReceivedSet: bag(paid),
    totalOutstandingSet: bag(total(order) - (paid === 0 ? 0 : total(order))),
    totalCapturableSet: bag(0),
    totalTipReceivedSet: bag(0),
    netPaymentSet: () => bag(paid - refunded(ctx.state, order)),
  };
}

import { unfulfilledQuantity } from "../../store/find";
import { decimal } from "../../store/money";
import type { LineItem, Order, ShopState } from "../../store/records";
import { numericOrNull } from "../json";
import { ids, moneySet } from "./common";

/** A line item as REST shows it within an order or a fulfillment. */
export function lineItemBody(state: ShopState, order: Order, item: LineItem, quantity = item.quantity): Record<string, unknown> {
  const left = unfulfilledQuantity(state, order, item.id);
  return {
    ...ids("LineItem", item.id),
    attributed_staffs: [],
    current_quantity: item.currentQuantity,
    fulfillable_quantity: left,
    fulfillment_service: "manual",
    fulfillment_status: left === 0 ? "fulfilled" : left < item.currentQuantity ? "partial" : null,
    gift_card: false,
    grams: item.grams,
    name: item.variantTitle === null ? item.title : `${item.title} - ${item.variantTitle}`,
    price: decimal(item.priceMinor, order.currency),
    price_set: moneySet(item.priceMinor, order.currency),
    product_exists: item.productId !== null && item.productId in state.products,
    product_id: numericOrNull(item.productId),
    properties: item.customAttributes.map((one) => ({ name: one.key, value: one.value })),
    quantity,
    requires_shipping: item.requiresShipping,
    sku: item.sku,
    taxable: true,
    title: item.title,
    total_discount: decimal(0, order.currency),
    total_discount_set: moneySet(0, order.currency),
    variant_id: numericOrNull(item.variantId),
    variant_inventory_management: "shopify",
    variant_title: item.variantTitle,
    vendor: item.vendor,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

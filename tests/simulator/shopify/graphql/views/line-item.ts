import { unfulfilledQuantity } from "../../store/find";
import { gid } from "../../store/ids";
import { decimal } from "../../store/money";
import type { LineItem, Order } from "../../store/records";
import type { Context, View } from "../context";
import { moneyBag } from "./money";
import { imageView } from "./picture";
import { findVariant, productView, variantView } from "./product";

export function lineItemView(ctx: Context, order: Order, item: LineItem): View {
  const left = (): number => unfulfilledQuantity(ctx.state, order, item.id);
  const found = item.variantId === null ? null : findVariant(ctx, item.variantId);
  const unit = moneyBag(item.priceMinor, order.currency);
  const whole = moneyBag(item.priceMinor * item.quantity, order.currency);
  return {
    __typename: "LineItem",
    id: gid("LineItem", item.id),
    title: item.title,
    variantTitle: item.variantTitle,
    name: item.variantTitle === null ? item.title : `${item.title} - ${item.variantTitle}`,
    sku: item.sku,
    vendor: item.vendor,
    quantity: item.quantity,
    currentQuantity: item.currentQuantity,
    unfulfilledQuantity: left,
    fulfillableQuantity: left,
    nonFulfillableQuantity: () => item.currentQuantity - left(),
    refundableQuantity: item.currentQuantity,
    fulfillmentStatus: () => (left() === 0 ? "fulfilled" : left() < item.currentQuantity ? "partial" : "unfulfilled"),
    requiresShipping: item.requiresShipping,
    isGiftCard: false,
    taxable: true,
    restockable: item.productId !== null,
    customAttributes: item.customAttributes.map((one) => ({ __typename: "Attribute", ...one })),
    image: imageView(item.picture),
    product: () => (found ? productView(ctx, found.product) : null),
    variant: () => (found ? variantView(ctx, found.product, found.variant) : null),
    originalUnitPrice: decimal(item.priceMinor, order.currency),
    originalUnitPriceSet: unit,
    discountedUnitPriceSet: unit,
    discountedUnitPriceAfterAllDiscountsSet: unit,
    originalTotalSet: whole,
    discountedTotalSet: whole,
    totalDiscountSet: moneyBag(0, order.currency),
    discountAllocations: [],
    taxLines: [],
    weight: { __typename: "Weight", unit: "GRAMS", value: item.grams },
  };
}

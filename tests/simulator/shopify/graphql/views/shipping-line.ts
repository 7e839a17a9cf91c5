import { gid } from "../../store/ids";
import type { ShippingLine } from "../../store/records";
import type { View } from "../context";
import { moneyBag } from "./money";

export function shippingLineView(line: ShippingLine, currency: string): View {
  const price = moneyBag(line.priceMinor, currency);
  return {
    __typename: "ShippingLine",
    id: gid("ShippingLine", line.id),
    title: line.title,
    code: line.code,
    carrierIdentifier: line.carrierIdentifier,
    source: line.source,
    custom: false,
    deliveryCategory: null,
    isRemoved: false,
    phone: null,
    shippingRateHandle: null,
    originalPriceSet: price,
    discountedPriceSet: price,
    currentDiscountedPriceSet: price,
    discountAllocations: [],
    taxLines: [],
  };
}

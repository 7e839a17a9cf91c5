import { randomBytes } from "node:crypto";

import { get } from "../store/find";
import type { Address, Attribute, Customer, FinancialStatus, FulfillmentOrder, LineItem, Order, ShopState } from "../store/records";
import { aboutFulfillmentOrder } from "../webhooks/bodies/fulfillment-order";
import { orderBody } from "../webhooks/bodies/order";
import type { World } from "../world";
import { addCustomer, address, addLocation, type AddressSpec, type CustomerSpec } from "./catalogue";
import { salesChannel, type ChannelName } from "./channels";
import { Refusal } from "./refusal";
import { instant, type When } from "./touch";

export interface OrderLineSpec {
  /** A variant of the catalogue; or else at least a title and a price. */
  variantId?: string;
  title?: string;
  variantTitle?: string;
  sku?: string;
  vendor?: string;
  priceMinor?: number;
  quantity?: number;
  requiresShipping?: boolean;
  customAttributes?: Attribute[];
  /** From where it is to be fulfilled; the shop's first location unless told. */
  locationId?: string;
}

export interface OrderSpec extends When {
  lines: OrderLineSpec[];
  customerId?: string;
  customer?: CustomerSpec;
  email?: string | null;
  phone?: string | null;
  shippingAddress?: AddressSpec | null;
  billingAddress?: AddressSpec;
  shipping?: { title: string; priceMinor?: number; code?: string; carrierIdentifier?: string };
  channel?: ChannelName;
  sourceIdentifier?: string;
  currency?: string;
  locale?: string;
  financialStatus?: FinancialStatus;
  discountMinor?: number;
  taxMinor?: number;
  tags?: string[];
  note?: string;
  customAttributes?: Attribute[];
  deliveryMethod?: FulfillmentOrder["deliveryMethod"];
  /** The delivery promise of the shipping rate, milliseconds since the epoch. */
  minDeliveryAt?: number;
  maxDeliveryAt?: number;
  /** Not before this instant: the fulfillment orders are SCHEDULED until then. */
  fulfillAt?: number;
  test?: boolean;
}

/** A shopper orders: the order, one fulfillment order per location, and their webhooks. */
export function createOrder(world: World, state: ShopState, spec: OrderSpec): Order {
  if (spec.lines.length === 0) throw new Refusal("An order needs at least one line.", ["lines"]);
  const at = instant(world, spec);
  const customer = customerOf(world, state, spec, at);
  const shippingAddress = shippingAddressOf(spec, customer);
  const number = state.nextOrderNumber;
  state.nextOrderNumber += 1;
  const { channel, sourceName } = salesChannel(spec.channel ?? "online_store", world.store.newId());
  const order: Order = {
    id: world.store.newId(),
    number,
    name: `#${number}`,
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    customerId: customer?.id ?? null,
    email: spec.email !== undefined ? spec.email : (customer?.email ?? null),
    phone: spec.phone !== undefined ? spec.phone : (customer?.phone ?? null),
    locale: spec.locale ?? customer?.locale ?? state.shop.locale,
    currency: spec.currency ?? state.shop.currency,
    shippingAddress,
    billingAddress: spec.billingAddress ? address(spec.billingAddress) : shippingAddress,
    lineItems: spec.lines.map((line) => lineItem(world, state, line)),
    shippingLine: spec.shipping
      ? {
          id: world.store.newId(),
          title: spec.shipping.title,
          code: spec.shipping.code ?? spec.shipping.title,
          carrierIdentifier: spec.shipping.carrierIdentifier ?? null,
          source: "shopify",
          priceMinor: spec.shipping.priceMinor ?? 0,
        }
      : null,
    discountMinor: spec.discountMinor ?? 0,
    taxMinor: spec.taxMinor ?? 0,
    financialStatus: spec.financialStatus ?? "PAID",
    tags: spec.tags ?? [],
    note: spec.note ?? null,
    poNumber: null,
    customAttributes: spec.customAttributes ?? [],
    sourceName,
    sourceIdentifier: spec.sourceIdentifier ?? null,
    channel,
    edited: false,
    test: spec.test ?? false,
    token: randomBytes(16).toString("hex"),
    confirmationNumber: randomBytes(5).toString("hex").toUpperCase().slice(0, 9),
  };
  state.orders[order.id] = order;
  const routed = routeLines(world, state, order, order.lineItems.map((item, index) => ({ item, locationId: spec.lines[index]?.locationId })), spec, at);
  world.store.touch();
  world.emit(state, "orders/create", orderBody(state, order));
  if (order.financialStatus === "PAID") world.emit(state, "orders/paid", orderBody(state, order));
  for (const one of routed) world.emit(state, "fulfillment_orders/order_routing_complete", aboutFulfillmentOrder(one));
  return order;
}

function customerOf(world: World, state: ShopState, spec: OrderSpec, at: number): Customer | null {
  if (spec.customerId !== undefined) return get(state, "customers", spec.customerId);
  if (!spec.customer) return null;
  const { email } = spec.customer;
  const known = email ? Object.values(state.customers).find((one) => one.email?.toLowerCase() === email.toLowerCase()) : undefined;
  return known ?? addCustomer(world, state, { at, ...spec.customer, ...(spec.shippingAddress ? { address: spec.shippingAddress } : {}) });
}

function shippingAddressOf(spec: OrderSpec, customer: Customer | null): Address | null {
  if (spec.shippingAddress === null) return null;
  if (spec.shippingAddress) {
    return address({ firstName: customer?.firstName ?? null, lastName: customer?.lastName ?? null, phone: customer?.phone ?? null, ...spec.shippingAddress });
  }
  return customer?.address ?? null;
}

/** A line item out of the catalogue, with what the spec says otherwise. @throws Refusal, NotFound */
export function lineItem(world: World, state: ShopState, spec: OrderLineSpec): LineItem {
  const product = Object.values(state.products).find((one) => one.variants.some((variant) => variant.id === spec.variantId));
  const variant = product?.variants.find((one) => one.id === spec.variantId);
  if (spec.variantId !== undefined && !variant) throw new Refusal(`There is no variant ${spec.variantId}.`, ["lines", "variantId"]);
  const title = spec.title ?? product?.title;
  const priceMinor = spec.priceMinor ?? variant?.priceMinor;
  if (title === undefined || priceMinor === undefined) throw new Refusal("A line needs a variant, or a title and a price.", ["lines"]);
  const quantity = spec.quantity ?? 1;
  return {
    id: world.store.newId(),
    productId: product?.id ?? null,
    variantId: variant?.id ?? null,
    title,
    variantTitle: spec.variantTitle ?? (variant && variant.title !== "Default Title" ? variant.title : null),
    sku: spec.sku ?? variant?.sku ?? null,
    vendor: spec.vendor ?? product?.vendor ?? null,
    picture: product?.picture ?? null,
    quantity,
    currentQuantity: quantity,
    priceMinor,
    grams: variant?.grams ?? 0,
    requiresShipping: spec.requiresShipping ?? true,
    customAttributes: spec.customAttributes ?? [],
  };
}

type Routing = Pick<OrderSpec, "deliveryMethod" | "minDeliveryAt" | "maxDeliveryAt" | "fulfillAt">;

/** One fulfillment order per location for what is to be fulfilled. */
export function routeLines(
  world: World,
  state: ShopState,
  order: Order,
  lines: readonly { item: LineItem; locationId: string | undefined }[],
  routing: Routing,
  at: number,
): FulfillmentOrder[] {
  const byLocation = new Map<string, LineItem[]>();
  for (const { item, locationId } of lines) {
    const id = locationId === undefined ? defaultLocation(world, state) : get(state, "locations", locationId).id;
    byLocation.set(id, [...(byLocation.get(id) ?? []), item]);
  }
  const scheduled = routing.fulfillAt !== undefined && routing.fulfillAt > world.clock.now();
  return [...byLocation].map(([locationId, items]) => {
    const one: FulfillmentOrder = {
      id: world.store.newId(),
      orderId: order.id,
      status: scheduled ? "SCHEDULED" : "OPEN",
      requestStatus: "UNSUBMITTED",
      locationId,
      deliveryMethodId: world.store.newId(),
      deliveryMethod: routing.deliveryMethod ?? (items.some((item) => item.requiresShipping) ? "SHIPPING" : "NONE"),
      minDeliveryAt: routing.minDeliveryAt ?? null,
      maxDeliveryAt: routing.maxDeliveryAt ?? null,
      fulfillAt: routing.fulfillAt ?? at,
      fulfillBy: null,
      holds: [],
      lines: items.map((item) => ({ id: world.store.newId(), lineItemId: item.id, totalQuantity: item.quantity, remainingQuantity: item.quantity })),
      createdAt: at,
      updatedAt: at,
    };
    state.fulfillmentOrders[one.id] = one;
    return one;
  });
}

function defaultLocation(world: World, state: ShopState): string {
  const first = Object.values(state.locations).find((one) => one.isActive);
  return (first ?? addLocation(world, state, { name: "Shop location", address: state.shop.address })).id;
}

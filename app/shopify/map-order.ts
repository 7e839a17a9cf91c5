import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { mapFulfillmentShipments, mapReturnShipments } from "./map-shipments";
import type { MappedAddress, MappedCustomer, MappedFulfillment, MappedFulfillmentOrder, MappedLineItem, MappedLocation, MappedOrder, MappedReturn } from "./mapped-order";
import { toMinorUnits } from "./money";
import type { FulfillmentNode, FulfillmentOrderNode, LineItemNode, LocationNode, ReadOrderNode, ReturnNode } from "./operations/nodes";

/** Shopify's source names with words of their own; others are kept as Shopify says them. */
const CHANNELS: Readonly<Record<string, string>> = {
  web: "online_store",
  pos: "pos",
  shopify_draft_order: "draft_order",
  iphone: "pos",
  android: "pos",
};

const instant = (value: string) => Date.parse(value);
const instantOrNull = (value: string | null) => (value === null ? null : Date.parse(value));

/**
 * An order as Shopify tells it, as Milepost keeps it. Pure: the same read gives the same result.
 * Takes lists that are read to their end.
 */
export function mapOrder(order: ReadOrderNode): MappedOrder {
  const country = order.shippingAddress?.countryCodeV2 ?? null;
  const fulfillments = order.fulfillments.map((each) => mapFulfillment(each, country));
  return {
    gid: order.id,
    name: order.name,
    channel: channelOf(order),
    processedAt: instant(order.processedAt),
    updatedAt: instant(order.updatedAt),
    cancelledAt: instantOrNull(order.cancelledAt),
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    currency: order.currencyCode,
    totalMinor: toMinorUnits(order.currentTotalPriceSet.shopMoney.amount, order.currencyCode),
    tags: [...order.tags].sort(),
    shippingMethod: order.shippingLine?.title ?? null,
    locale: order.customerLocale || null,
    customer: mapCustomer(order),
    city: order.shippingAddress?.city || null,
    provinceCode: order.shippingAddress?.provinceCode || null,
    countryCode: country,
    lineItems: mapLineItems(order.lineItems.nodes, fulfillments),
    locations: mapLocations(order),
    fulfillmentOrders: order.fulfillmentOrders?.nodes.map(mapFulfillmentOrder) ?? null,
    fulfillments,
    returns: order.returns?.nodes.map((each) => mapReturn(each, country)) ?? null,
  };
}

/** The sales channel: Shopify's source name, and for other apps (whose source name is a number) the app's name. */
function channelOf(order: ReadOrderNode): string {
  const source = order.sourceName ?? "";
  if (source !== "" && !/^\d+$/.test(source)) return CHANNELS[source] ?? source;
  const app = boundedText(order.app?.name ?? "", LONGEST.name).toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
  return app || "unknown";
}

function mapCustomer(order: ReadOrderNode): MappedCustomer {
  const address = order.shippingAddress;
  const mapped: MappedAddress | null = address && {
    company: address.company || null,
    address1: address.address1 || null,
    address2: address.address2 || null,
    city: address.city || null,
    zip: address.zip || null,
    province: address.province || null,
    countryCode: address.countryCodeV2,
  };
  return {
    name: address?.name?.trim() || null,
    email: order.email?.trim() || null,
    phone: order.phone?.trim() || address?.phone?.trim() || null,
    postalCode: address?.zip?.trim() || null,
    address: mapped,
  };
}

/** Lines with what is of them now; a line that was edited away counts for what of it was sent, and else is left out. */
function mapLineItems(lines: readonly LineItemNode[], fulfillments: readonly MappedFulfillment[]): MappedLineItem[] {
  const sent = new Map<string, number>();
  for (const fulfillment of fulfillments) {
    if (fulfillment.status === "CANCELLED") continue;
    for (const item of fulfillment.items) sent.set(item.lineItemGid, (sent.get(item.lineItemGid) ?? 0) + item.quantity);
  }
  return lines
    .map((line) => ({
      gid: line.id,
      title: line.title,
      variant: line.variantTitle || null,
      sku: line.sku || null,
      quantity: Math.min(line.quantity, Math.max(line.currentQuantity, sent.get(line.id) ?? 0)),
      productGid: line.product?.id ?? null,
      productType: line.product?.productType || null,
      vendor: line.vendor || null,
      imageUrl: line.image?.url ?? null,
      priceMinor: toMinorUnits(line.originalUnitPriceSet.shopMoney.amount, line.originalUnitPriceSet.shopMoney.currencyCode),
    }))
    .filter((line) => line.quantity > 0);
}

function mapLocations(order: ReadOrderNode): MappedLocation[] {
  const nodes: (LocationNode | null)[] = [
    ...order.fulfillments.map((each) => each.location),
    ...(order.fulfillmentOrders?.nodes ?? []).map((each) => each.assignedLocation.location),
  ];
  const byGid = new Map<string, MappedLocation>();
  for (const node of nodes) {
    if (node) byGid.set(node.id, { gid: node.id, name: node.name, city: node.address.city, countryCode: node.address.countryCode });
  }
  return [...byGid.values()];
}

function mapFulfillmentOrder(node: FulfillmentOrderNode): MappedFulfillmentOrder {
  return {
    gid: node.id,
    status: node.status,
    requestStatus: node.requestStatus,
    locationGid: node.assignedLocation.location?.id ?? null,
    fulfillAt: instantOrNull(node.fulfillAt),
    holds: node.fulfillmentHolds.map(({ reason, displayReason }) => ({ reason, displayReason })),
    updatedAt: instant(node.updatedAt),
  };
}

function mapFulfillment(node: FulfillmentNode, destinationCountry: string | null): MappedFulfillment {
  return {
    gid: node.id,
    name: node.name,
    status: node.status,
    displayStatus: node.displayStatus,
    locationGid: node.location?.id ?? null,
    fulfilledAt: instant(node.createdAt),
    updatedAt: instant(node.updatedAt),
    items: node.fulfillmentLineItems.nodes.map((item) => ({ lineItemGid: item.lineItem.id, quantity: item.quantity ?? 0 })),
    shipments: mapFulfillmentShipments(node, destinationCountry),
  };
}

function mapReturn(node: ReturnNode, customerCountry: string | null): MappedReturn {
  const instants = [node.createdAt, node.requestApprovedAt, node.closedAt].map((value) => (value === null ? 0 : instant(value)));
  return {
    gid: node.id,
    name: node.name,
    status: node.status,
    // A return has no updatedAt: the latest of what happened to it stands for it.
    updatedAt: Math.max(...instants),
    shipments: mapReturnShipments(node, customerCountry),
  };
}

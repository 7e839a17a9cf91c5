import type { DeliveryEstimate, ParsedEvent } from "~/domain/tracking/event";

/** One order as Milepost keeps it, still with readable customer data. Instants are milliseconds since the epoch. */
export interface MappedOrder {
  gid: string;
  name: string;
  channel: string;
  processedAt: number;
  updatedAt: number;
  cancelledAt: number | null;
  financialStatus: string | null;
  fulfillmentStatus: string | null;
  currency: string;
  totalMinor: bigint;
  tags: string[];
  shippingMethod: string | null;
  locale: string | null;
  customer: MappedCustomer;
  city: string | null;
  provinceCode: string | null;
  countryCode: string | null;
  lineItems: MappedLineItem[];
  locations: MappedLocation[];
  /** Null where the app may not read them. */
  fulfillmentOrders: MappedFulfillmentOrder[] | null;
  fulfillments: MappedFulfillment[];
  /** Null where the app may not read them. */
  returns: MappedReturn[] | null;
}

/** Protected customer data: encrypted before it is stored. */
export interface MappedCustomer {
  name: string | null;
  email: string | null;
  phone: string | null;
  postalCode: string | null;
  /** What a label needs; null without a shipping address. */
  address: MappedAddress | null;
}

export interface MappedAddress {
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  province: string | null;
  countryCode: string | null;
}

export interface MappedLineItem {
  gid: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  productGid: string | null;
  productType: string | null;
  vendor: string | null;
  imageUrl: string | null;
  priceMinor: bigint;
}

export interface MappedLocation {
  gid: string;
  name: string;
  city: string | null;
  countryCode: string | null;
}

export interface MappedFulfillmentOrder {
  gid: string;
  status: string;
  requestStatus: string;
  locationGid: string | null;
  fulfillAt: number | null;
  holds: { reason: string; displayReason: string }[];
  updatedAt: number;
}

export interface MappedFulfillment {
  gid: string;
  name: string;
  status: string;
  displayStatus: string | null;
  locationGid: string | null;
  fulfilledAt: number;
  updatedAt: number;
  items: { lineItemGid: string; quantity: number }[];
  shipments: MappedShipment[];
}

export interface MappedReturn {
  gid: string;
  name: string;
  status: string;
  updatedAt: number;
  shipments: MappedShipment[];
}

/** One tracking number of a fulfillment, or of a return. */
export interface MappedShipment {
  number: string;
  numberKey: string;
  trackingCompany: string | null;
  trackingUrl: string | null;
  direction: "out" | "return";
  originCountry: string | null;
  destinationCountry: string | null;
  shippedAt: number;
  /** Shopify's fulfillment events that speak of this number; each has Shopify's gid as its own id. */
  events: ParsedEvent[];
  estimate: DeliveryEstimate | null;
}

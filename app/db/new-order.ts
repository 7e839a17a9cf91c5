import type { SealedCustomer } from "./customer-data.server";

/** An order with all that belongs to it, as it is written; instants are milliseconds since the epoch. */
export interface NewOrder {
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
  tags: readonly string[];
  shippingMethod: string | null;
  locale: string | null;
  customer: SealedCustomer;
  city: string | null;
  provinceCode: string | null;
  countryCode: string | null;
  lineItems: readonly NewLineItem[];
  locations: readonly { gid: string; name: string; city: string | null; countryCode: string | null }[];
  /** Null where they could not be read: what is stored stays. */
  fulfillmentOrders: readonly NewFulfillmentOrder[] | null;
  fulfillments: readonly NewFulfillment[];
  /** Null where they could not be read: what is stored stays. */
  returns: readonly { gid: string; name: string; status: string; updatedAt: number }[] | null;
}

export interface NewLineItem {
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

export interface NewFulfillmentOrder {
  gid: string;
  status: string;
  requestStatus: string;
  locationGid: string | null;
  fulfillAt: number | null;
  holds: readonly { reason: string; displayReason: string }[];
  updatedAt: number;
}

export interface NewFulfillment {
  gid: string;
  name: string;
  status: string;
  displayStatus: string | null;
  locationGid: string | null;
  fulfilledAt: number;
  updatedAt: number;
  items: readonly { lineItemGid: string; quantity: number }[];
}

/** One tracking number as it is written. `carrier` is kept as it is where the merchant corrected it. */
export interface NewShipment {
  orderId: string;
  /** Null for a parcel that comes back with a return. */
  fulfillmentId: string | null;
  number: string;
  numberKey: string;
  trackingCompany: string | null;
  trackingUrl: string | null;
  carrier: string | null;
  carrierSource: "mapped" | "company" | "number" | "unknown";
  direction: "out" | "return";
  originCountry: string | null;
  destinationCountry: string | null;
  shippedAt: number;
}

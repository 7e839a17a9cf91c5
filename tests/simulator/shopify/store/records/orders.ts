import type { Address } from "./people";
import type { Picture } from "./products";

/** An order as it is now, with what was edited and refunded taken off. */
export interface Order {
  id: string;
  number: number;
  name: string;
  createdAt: number;
  processedAt: number;
  updatedAt: number;
  closedAt: number | null;
  cancelledAt: number | null;
  cancelReason: CancelReason | null;
  customerId: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  currency: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  lineItems: LineItem[];
  shippingLine: ShippingLine | null;
  discountMinor: number;
  taxMinor: number;
  financialStatus: FinancialStatus;
  tags: string[];
  note: string | null;
  poNumber: string | null;
  customAttributes: Attribute[];
  /** `web`, `amazon-us`, `tiktok` …: REST's source_name, GraphQL's sourceName. */
  sourceName: string;
  sourceIdentifier: string | null;
  channel: SalesChannel;
  edited: boolean;
  test: boolean;
  token: string;
  confirmationNumber: string;
}

export interface LineItem {
  id: string;
  productId: string | null;
  variantId: string | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  picture: Picture | null;
  /** As ordered, and what is left of it after edits and refunds. */
  quantity: number;
  currentQuantity: number;
  priceMinor: number;
  grams: number;
  requiresShipping: boolean;
  customAttributes: Attribute[];
}

export interface Attribute {
  key: string;
  value: string | null;
}

export interface ShippingLine {
  id: string;
  title: string;
  code: string | null;
  carrierIdentifier: string | null;
  source: string;
  priceMinor: number;
}

/** Where an order came from: the sales channel's app. */
export interface SalesChannel {
  id: string;
  appId: string;
  appTitle: string;
  /** Shopify's handle of the channel definition, e.g. `amazon-us`; null where there is none (Online Store). */
  handle: string | null;
  channelName: string;
  subChannelName: string;
  isMarketplace: boolean;
}

export type FinancialStatus = "AUTHORIZED" | "EXPIRED" | "PAID" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "VOIDED";
export type CancelReason = "CUSTOMER" | "DECLINED" | "FRAUD" | "INVENTORY" | "OTHER" | "STAFF";

/**
 * What the simulated Shopify remembers. Plain JSON: times are milliseconds since the epoch, UTC; money is minor units
 * of the record's currency; ids are Shopify's decimal ids as text, for they may be larger than 2^53.
 */
export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  country: string | null;
  countryCode: string | null;
  zip: string | null;
  phone: string | null;
}

export type Plan = "basic" | "standard" | "advanced" | "plus";

export interface Installation {
  id: string;
  scopes: string[];
  installedAt: number;
}

export interface ShopRecord {
  id: string;
  /** NAME.myshopify.com */
  domain: string;
  /** The NAME of the domain: admin.shopify.com/store/NAME. */
  handle: string;
  name: string;
  email: string;
  ownerName: string;
  /** The shop's own address on the web, as its shoppers know it. */
  primaryHost: string;
  plan: Plan;
  timeZone: string;
  currency: string;
  locale: string;
  address: Address;
  createdAt: number;
  updatedAt: number;
  installation: Installation | null;
  /** The member of staff who is looking at the admin. */
  staffId: string;
}

export interface Picture {
  id: string;
  url: string;
  altText: string | null;
  width: number;
  height: number;
}

export interface Variant {
  id: string;
  title: string;
  sku: string | null;
  priceMinor: number;
  grams: number;
}

export interface Product {
  id: string;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  description: string;
  status: "ACTIVE" | "ARCHIVED" | "DRAFT";
  tags: string[];
  picture: Picture | null;
  variants: Variant[];
  createdAt: number;
  updatedAt: number;
}

export interface Customer {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  tags: string[];
  note: string | null;
  address: Address | null;
  createdAt: number;
  updatedAt: number;
}

export interface Location {
  id: string;
  name: string;
  address: Address;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  createdAt: number;
  updatedAt: number;
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

export type FulfillmentOrderStatus = "CANCELLED" | "CLOSED" | "INCOMPLETE" | "IN_PROGRESS" | "ON_HOLD" | "OPEN" | "SCHEDULED";

export interface Hold {
  id: string;
  reason: string;
  reasonNotes: string | null;
  handle: string | null;
  byApp: boolean;
}

export interface FulfillmentOrderLine {
  id: string;
  lineItemId: string;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface FulfillmentOrder {
  id: string;
  orderId: string;
  status: FulfillmentOrderStatus;
  requestStatus: string;
  locationId: string;
  deliveryMethodId: string;
  deliveryMethod: "LOCAL" | "NONE" | "PICKUP_POINT" | "PICK_UP" | "RETAIL" | "SHIPPING";
  minDeliveryAt: number | null;
  maxDeliveryAt: number | null;
  fulfillAt: number | null;
  fulfillBy: number | null;
  holds: Hold[];
  lines: FulfillmentOrderLine[];
  createdAt: number;
  updatedAt: number;
}

export interface TrackingInfo {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface FulfillmentLine {
  id: string;
  lineItemId: string;
  quantity: number;
}

export interface Fulfillment {
  id: string;
  orderId: string;
  fulfillmentOrderIds: string[];
  name: string;
  status: "CANCELLED" | "ERROR" | "FAILURE" | "SUCCESS";
  locationId: string;
  lines: FulfillmentLine[];
  tracking: TrackingInfo[];
  createdAt: number;
  updatedAt: number;
}

export type FulfillmentEventStatus =
  | "ATTEMPTED_DELIVERY"
  | "CARRIER_PICKED_UP"
  | "CONFIRMED"
  | "DELAYED"
  | "DELIVERED"
  | "FAILURE"
  | "IN_TRANSIT"
  | "LABEL_PRINTED"
  | "LABEL_PURCHASED"
  | "OUT_FOR_DELIVERY"
  | "READY_FOR_PICKUP";

export interface FulfillmentEvent {
  id: string;
  fulfillmentId: string;
  orderId: string;
  status: FulfillmentEventStatus;
  message: string | null;
  happenedAt: number;
  estimatedDeliveryAt: number | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  createdAt: number;
}

export interface ReturnLine {
  id: string;
  fulfillmentLineId: string;
  quantity: number;
  refundedQuantity: number;
  reason: string;
  reasonNote: string;
  customerNote: string | null;
}

export interface ReverseDelivery {
  id: string;
  tracking: TrackingInfo | null;
}

export interface Return {
  id: string;
  orderId: string;
  name: string;
  status: "CANCELED" | "CLOSED" | "DECLINED" | "OPEN" | "REQUESTED";
  declineReason: string | null;
  lines: ReturnLine[];
  reverseFulfillmentOrderId: string;
  reverseDeliveries: ReverseDelivery[];
  createdAt: number;
  updatedAt: number;
  approvedAt: number | null;
  closedAt: number | null;
}

export interface Refund {
  id: string;
  orderId: string;
  returnId: string | null;
  note: string | null;
  amountMinor: number;
  transactionId: string;
  lines: { id: string; lineItemId: string; quantity: number; restockType: string; subtotalMinor: number }[];
  createdAt: number;
}

export interface Metafield {
  id: string;
  ownerGid: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: number;
  updatedAt: number;
}

export interface Theme {
  id: string;
  name: string;
  role: "MAIN" | "UNPUBLISHED" | "DEVELOPMENT";
  /** By file name, e.g. `templates/page.tracking.json`. */
  files: Record<string, string>;
  createdAt: number;
  updatedAt: number;
}

export interface WebhookSubscription {
  id: string;
  /** As in the enum: ORDERS_CREATE. */
  topic: string;
  uri: string;
  includeFields: string[];
  filter: string | null;
  createdAt: number;
}

export interface BulkOperation {
  id: string;
  status: "CANCELED" | "CANCELING" | "COMPLETED" | "CREATED" | "EXPIRED" | "FAILED" | "RUNNING";
  errorCode: string | null;
  query: string;
  groupObjects: boolean;
  createdAt: number;
  completedAt: number | null;
  objectCount: number;
  rootObjectCount: number;
  /** The JSONL text, kept until it expires; null until completed, and where nothing was found. */
  result: string | null;
  /** Part of the result's address, so that ids alone do not open it. */
  secret: string;
}

export interface AccessToken {
  token: string;
  shop: string;
  online: boolean;
  scopes: string[];
  userId: string | null;
  expiresAt: number | null;
  revoked: boolean;
}

export interface RefreshToken {
  token: string;
  shop: string;
  scopes: string[];
  expiresAt: number;
  firstUsedAt: number | null;
  /** The refresh token that this one replaced: retired once this one is used. */
  replaces: string | null;
  retired: boolean;
}

/** Everything of one shop, by id where there are many. */
export interface ShopState {
  shop: ShopRecord;
  nextOrderNumber: number;
  products: Record<string, Product>;
  customers: Record<string, Customer>;
  locations: Record<string, Location>;
  orders: Record<string, Order>;
  fulfillmentOrders: Record<string, FulfillmentOrder>;
  fulfillments: Record<string, Fulfillment>;
  fulfillmentEvents: Record<string, FulfillmentEvent>;
  returns: Record<string, Return>;
  refunds: Record<string, Refund>;
  metafields: Record<string, Metafield>;
  themes: Record<string, Theme>;
  webhookSubscriptions: Record<string, WebhookSubscription>;
  bulkOperations: Record<string, BulkOperation>;
  /** The answer given under an idempotency key, by `mutation:key`. */
  idempotency: Record<string, string>;
}

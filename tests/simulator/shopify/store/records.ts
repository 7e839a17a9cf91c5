import type { BulkOperation, DueWebhook, Metafield, WebhookSubscription } from "./records/app-data";
import type { FulfillmentOrder } from "./records/fulfillment-orders";
import type { Fulfillment, FulfillmentEvent } from "./records/fulfillments";
import type { Order } from "./records/orders";
import type { Customer } from "./records/people";
import type { Product } from "./records/products";
import type { Refund, Return } from "./records/returns";
import type { Location, ShopRecord } from "./records/shop";
import type { Theme } from "./records/theme";

export type * from "./records/app-data";
export type * from "./records/fulfillment-orders";
export type * from "./records/fulfillments";
export type * from "./records/orders";
export type * from "./records/people";
export type * from "./records/products";
export type * from "./records/returns";
export type * from "./records/shop";
export type * from "./records/theme";
export type * from "./records/tokens";

/**
 * Everything of one shop that the simulated Shopify remembers, by id where there are many. Plain JSON: times are
 * milliseconds since the epoch, UTC; money is minor units of the record's currency; ids are Shopify's decimal ids as
 * text, for they may be larger than 2^53.
 */
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
  /** Compliance webhooks that are sent later; absent in states of older runs. */
  due?: DueWebhook[];
}

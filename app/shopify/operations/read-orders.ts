import { operation } from "./define";
import {
  FULFILLMENT_CORE,
  FULFILLMENT_EVENT_PARTS,
  FULFILLMENT_ORDER_PARTS,
  LINE_ITEM_PARTS,
  LOCATION_PARTS,
  ORDER_CORE,
  RETURN_CORE,
  RETURN_PARTS,
} from "./fragments";
import type { OrderNode } from "./nodes";

/** How many of each list are read at once: the query's cost is their product, and Shopify allows 1,000 points. */
export type OrderSizes = Record<"lineItems" | "fulfillmentOrders" | "fulfillments" | "items" | "events" | "returns", number>;

/** Whole orders by id; null where Shopify does not show one (deleted, or older than the scopes allow). */
export const readOrders = operation<{ nodes: (OrderNode | null)[] }, { ids: string[] } & OrderSizes>(
  `query ReadOrders($ids: [ID!]!, $lineItems: Int!, $fulfillmentOrders: Int!, $fulfillments: Int!, $items: Int!, $events: Int!, $returns: Int!) {
    nodes(ids: $ids) {
      ... on Order {
        ...OrderCore
        lineItems(first: $lineItems) { nodes { ...LineItemParts } pageInfo { hasNextPage endCursor } }
        fulfillmentOrders(first: $fulfillmentOrders) { nodes { ...FulfillmentOrderParts } pageInfo { hasNextPage endCursor } }
        fulfillments(first: $fulfillments) {
          ...FulfillmentCore
          fulfillmentLineItems(first: $items) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } }
          events(first: $events) { nodes { ...FulfillmentEventParts } pageInfo { hasNextPage endCursor } }
        }
        returns(first: $returns) { nodes { ...ReturnParts } pageInfo { hasNextPage endCursor } }
      }
    }
  }`,
  ORDER_CORE,
  LINE_ITEM_PARTS,
  FULFILLMENT_ORDER_PARTS,
  FULFILLMENT_CORE,
  FULFILLMENT_EVENT_PARTS,
  RETURN_PARTS,
  RETURN_CORE,
  LOCATION_PARTS,
);

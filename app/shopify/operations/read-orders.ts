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
import type { ReadOrderNode } from "./nodes";

/** How many of each list are read at once: the query's cost is their product, and Shopify allows 1,000 points. */
export type OrderSizes = Record<"lineItems" | "fulfillmentOrders" | "fulfillments" | "items" | "events" | "returns", number>;

/**
 * Parts of an order that are read with scopes of their own and that an order cannot be without in an answer: where the
 * scope is missing, the part is left out, or the whole order would be null.
 */
export type OrderParts = Record<"withFulfillmentOrders" | "withReturns", boolean>;

/** Whole orders by id; null where Shopify does not show one (deleted, or older than the scopes allow). */
export const readOrders = operation<{ nodes: (ReadOrderNode | null)[] }, { ids: string[] } & OrderSizes & OrderParts>(
  `query ReadOrders(
    $ids: [ID!]!, $lineItems: Int!, $fulfillmentOrders: Int!, $fulfillments: Int!, $items: Int!, $events: Int!, $returns: Int!
    $withFulfillmentOrders: Boolean!, $withReturns: Boolean!
  ) {
    nodes(ids: $ids) {
      ... on Order {
        ...OrderCore
        lineItems(first: $lineItems) { nodes { ...LineItemParts } pageInfo { hasNextPage endCursor } }
        fulfillmentOrders(first: $fulfillmentOrders) @include(if: $withFulfillmentOrders) { nodes { ...FulfillmentOrderParts } pageInfo { hasNextPage endCursor } }
        fulfillments(first: $fulfillments) {
          ...FulfillmentCore
          fulfillmentLineItems(first: $items) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } }
          events(first: $events) { nodes { ...FulfillmentEventParts } pageInfo { hasNextPage endCursor } }
        }
        returns(first: $returns) @include(if: $withReturns) { nodes { ...ReturnParts } pageInfo { hasNextPage endCursor } }
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

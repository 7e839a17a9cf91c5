import { operation } from "./define";
import {
  FULFILLMENT_CORE,
  FULFILLMENT_EVENT_PARTS,
  FULFILLMENT_ORDER_PARTS,
  LINE_ITEM_PARTS,
  LOCATION_PARTS,
  RETURN_CORE,
  RETURN_PARTS,
} from "./fragments";
import type {
  Connection,
  FulfillmentEventNode,
  FulfillmentItemNode,
  FulfillmentNode,
  FulfillmentOrderNode,
  LineItemNode,
  ReturnNode,
} from "./nodes";

type Page = { id: string; after: string | null };

/** Further line items of a large order. */
export const readOrderLineItems = operation<{ order: { lineItems: Connection<LineItemNode> } | null }, Page>(
  `query ReadOrderLineItems($id: ID!, $after: String) {
    order(id: $id) { lineItems(first: 100, after: $after) { nodes { ...LineItemParts } pageInfo { hasNextPage endCursor } } }
  }`,
  LINE_ITEM_PARTS,
);

/** Further fulfillment orders of an order. */
export const readOrderFulfillmentOrders = operation<{ order: { fulfillmentOrders: Connection<FulfillmentOrderNode> } | null }, Page>(
  `query ReadOrderFulfillmentOrders($id: ID!, $after: String) {
    order(id: $id) { fulfillmentOrders(first: 50, after: $after) { nodes { ...FulfillmentOrderParts } pageInfo { hasNextPage endCursor } } }
  }`,
  FULFILLMENT_ORDER_PARTS,
  LOCATION_PARTS,
);

/** Further returns of an order. */
export const readOrderReturns = operation<{ order: { returns: Connection<ReturnNode> } | null }, Page>(
  `query ReadOrderReturns($id: ID!, $after: String) {
    order(id: $id) { returns(first: 10, after: $after) { nodes { ...ReturnParts } pageInfo { hasNextPage endCursor } } }
  }`,
  RETURN_PARTS,
  RETURN_CORE,
);

/** The ids of all fulfillments of an order: a plain list, so there is no page after these 250. */
export const readOrderFulfillmentIds = operation<{ order: { fulfillments: { id: string }[] } | null }, { id: string }>(
  `query ReadOrderFulfillmentIds($id: ID!) { order(id: $id) { fulfillments(first: 250) { id } } }`,
);

/** Fulfillments by id, with the beginning of their lists. */
export const readFulfillments = operation<{ nodes: (FulfillmentNode | null)[] }, { ids: string[]; items: number; events: number }>(
  `query ReadFulfillments($ids: [ID!]!, $items: Int!, $events: Int!) {
    nodes(ids: $ids) {
      ... on Fulfillment {
        ...FulfillmentCore
        fulfillmentLineItems(first: $items) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } }
        events(first: $events) { nodes { ...FulfillmentEventParts } pageInfo { hasNextPage endCursor } }
      }
    }
  }`,
  FULFILLMENT_CORE,
  FULFILLMENT_EVENT_PARTS,
  LOCATION_PARTS,
);

/** Further items of a fulfillment. */
export const readFulfillmentItems = operation<{ fulfillment: { fulfillmentLineItems: Connection<FulfillmentItemNode> } | null }, Page>(
  `query ReadFulfillmentItems($id: ID!, $after: String) {
    fulfillment(id: $id) {
      fulfillmentLineItems(first: 100, after: $after) { nodes { quantity lineItem { id } } pageInfo { hasNextPage endCursor } }
    }
  }`,
);

/** Events of a fulfillment, oldest first. */
export const readFulfillmentEvents = operation<{ fulfillment: { events: Connection<FulfillmentEventNode> } | null }, Page>(
  `query ReadFulfillmentEvents($id: ID!, $after: String) {
    fulfillment(id: $id) { events(first: 100, after: $after) { nodes { ...FulfillmentEventParts } pageInfo { hasNextPage endCursor } } }
  }`,
  FULFILLMENT_EVENT_PARTS,
);

import { operation } from "./define";
import type { Connection } from "./nodes";

/** Orders that match a search, oldest change first. `query` is Shopify's search syntax. */
export const listChangedOrders = operation<
  { orders: Connection<{ id: string; updatedAt: string }> },
  { query: string; after: string | null }
>(
  `query ListChangedOrders($query: String!, $after: String) {
    orders(first: 50, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes { id updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

/** How many orders match a search. Without `limit: null` Shopify counts to 10,000. */
export const countOrders = operation<{ ordersCount: { count: number } | null }, { query: string }>(
  `query CountOrders($query: String!) { ordersCount(query: $query, limit: null) { count } }`,
);

/** Which order a fulfillment order belongs to. */
export const findOrderOfFulfillmentOrder = operation<{ fulfillmentOrder: { orderId: string } | null }, { id: string }>(
  `query FindOrderOfFulfillmentOrder($id: ID!) { fulfillmentOrder(id: $id) { orderId } }`,
);

/** Which order a return belongs to. */
export const findOrderOfReturn = operation<{ return: { order: { id: string } } | null }, { id: string }>(
  `query FindOrderOfReturn($id: ID!) { return(id: $id) { order { id } } }`,
);

/** Which order a fulfillment belongs to. */
export const findOrderOfFulfillment = operation<{ fulfillment: { order: { id: string } } | null }, { id: string }>(
  `query FindOrderOfFulfillment($id: ID!) { fulfillment(id: $id) { order { id } } }`,
);

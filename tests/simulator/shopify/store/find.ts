import { compareIds } from "./ids";
import type { Fulfillment, FulfillmentEvent, FulfillmentOrder, LineItem, Order, Refund, Return, ShopState } from "./records";

/** Thrown when a command names something that the simulated shop does not have. */
export class NotFound extends Error {
  override name = "NotFound";
}

type Table = Exclude<{ [Key in keyof ShopState]: ShopState[Key] extends Record<string, { id: string }> ? Key : never }[keyof ShopState], undefined>;

/** One record by its id. @throws NotFound naming what is missing */
export function get<Key extends Table>(state: ShopState, table: Key, id: string): ShopState[Key][string] {
  const record = (state[table] as Record<string, ShopState[Key][string]>)[id];
  if (record === undefined) throw new NotFound(`${state.shop.domain} has no ${table} ${id}`);
  return record;
}

function children<Item extends { id: string; orderId: string }>(table: Record<string, Item>, orderId: string): Item[] {
  return Object.values(table)
    .filter((item) => item.orderId === orderId)
    .sort((left, right) => compareIds(left.id, right.id));
}

export const fulfillmentOrdersOf = (state: ShopState, order: Order): FulfillmentOrder[] => children(state.fulfillmentOrders, order.id);
export const fulfillmentsOf = (state: ShopState, order: Order): Fulfillment[] => children(state.fulfillments, order.id);
export const returnsOf = (state: ShopState, order: Order): Return[] => children(state.returns, order.id);
export const refundsOf = (state: ShopState, order: Order): Refund[] => children(state.refunds, order.id);

/** Newest last, by when they happened. */
export function eventsOf(state: ShopState, fulfillment: Fulfillment): FulfillmentEvent[] {
  return Object.values(state.fulfillmentEvents)
    .filter((event) => event.fulfillmentId === fulfillment.id)
    .sort((left, right) => left.happenedAt - right.happenedAt || compareIds(left.id, right.id));
}

/** @throws NotFound when the order has no such line item */
export function lineItemOf(order: Order, lineItemId: string): LineItem {
  const item = order.lineItems.find((one) => one.id === lineItemId);
  if (!item) throw new NotFound(`${order.name} has no line item ${lineItemId}`);
  return item;
}

/** An order by id, gid or name (`#1001` or `1001`). @throws NotFound */
export function findOrder(state: ShopState, wanted: string): Order {
  const id = wanted.startsWith("gid://") ? wanted.slice(wanted.lastIndexOf("/") + 1) : wanted;
  const order = state.orders[id] ?? Object.values(state.orders).find((one) => one.name === wanted || one.name === `#${wanted}`);
  if (!order) throw new NotFound(`${state.shop.domain} has no order ${wanted}`);
  return order;
}

/** What is still to be fulfilled of a line item, over its open fulfillment orders. */
export function unfulfilledQuantity(state: ShopState, order: Order, lineItemId: string): number {
  return fulfillmentOrdersOf(state, order)
    .filter((one) => one.status !== "CANCELLED" && one.status !== "CLOSED")
    .flatMap((one) => one.lines)
    .filter((line) => line.lineItemId === lineItemId)
    .reduce((sum, line) => sum + line.remainingQuantity, 0);
}

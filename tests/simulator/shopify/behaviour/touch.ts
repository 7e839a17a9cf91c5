import type { Fulfillment, FulfillmentOrder, Order, ShopState } from "../store/records";
import { fulfillmentBody } from "../webhooks/bodies/fulfillment";
import { orderBody } from "../webhooks/bodies/order";
import type { World } from "../world";

/** When something happens: told, or now. */
export interface When {
  /** Milliseconds since the epoch; now unless told. */
  at?: number;
}

export function instant(world: World, when: When): number {
  return when.at ?? world.clock.now();
}

/** Marks a record as changed; its time never runs backwards. */
export function changed(record: { updatedAt: number }, at: number): void {
  record.updatedAt = Math.max(record.updatedAt, at);
}

/** The order changed: its time moves and orders/updated is told. */
export function orderChanged(world: World, state: ShopState, order: Order, at: number): void {
  changed(order, at);
  world.store.touch();
  world.emit(state, "orders/updated", orderBody(state, order));
}

/** The fulfillment and its order changed. */
export function fulfillmentChanged(world: World, state: ShopState, fulfillment: Fulfillment, order: Order, at: number): void {
  changed(fulfillment, at);
  changed(order, at);
  world.emit(state, "fulfillments/update", fulfillmentBody(state, fulfillment));
  orderChanged(world, state, order, at);
}

/** Whether work may still be done on a fulfillment order. */
export function isOpen(one: FulfillmentOrder): boolean {
  return one.status !== "CLOSED" && one.status !== "CANCELLED";
}

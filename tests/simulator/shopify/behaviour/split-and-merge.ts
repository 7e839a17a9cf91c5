import { get } from "../store/find";
import type { FulfillmentOrder, ShopState } from "../store/records";
import { fulfillmentOrderBody } from "../webhooks/bodies/fulfillment-order";
import type { World } from "../world";
import { Refusal } from "./refusal";
import { changed, isOpen, orderChanged } from "./touch";

/** Takes lines out of a fulfillment order into a new one. @throws Refusal when they are not in it, or it is closed */
export function splitFulfillmentOrder(world: World, state: ShopState, one: FulfillmentOrder, lines: readonly { lineItemId: string; quantity: number }[]): FulfillmentOrder {
  if (!isOpen(one)) throw new Refusal("A closed fulfillment order cannot be split.", ["fulfillmentOrderId"]);
  const at = world.clock.now();
  const taken = lines.map(({ lineItemId, quantity }) => {
    const line = one.lines.find((candidate) => candidate.lineItemId === lineItemId && candidate.remainingQuantity >= quantity);
    if (!line || quantity < 1) throw new Refusal("There is not so much left of this line.", ["fulfillmentOrderLineItems"]);
    line.remainingQuantity -= quantity;
    line.totalQuantity -= quantity;
    return { id: world.store.newId(), lineItemId, totalQuantity: quantity, remainingQuantity: quantity };
  });
  one.lines = one.lines.filter((line) => line.totalQuantity > 0);
  const other: FulfillmentOrder = { ...one, id: world.store.newId(), holds: [], status: "OPEN", lines: taken, createdAt: at, updatedAt: at };
  state.fulfillmentOrders[other.id] = other;
  changed(one, at);
  world.emit(state, "fulfillment_orders/split", {
    fulfillment_order: fulfillmentOrderBody(one),
    remaining_fulfillment_order: fulfillmentOrderBody(other),
    replacement_fulfillment_order: null,
  });
  orderChanged(world, state, get(state, "orders", one.orderId), at);
  return other;
}

/** Puts fulfillment orders of one order and location together into the first. @throws Refusal when they do not fit */
export function mergeFulfillmentOrders(world: World, state: ShopState, all: readonly FulfillmentOrder[]): FulfillmentOrder {
  const [first, ...rest] = all;
  if (!first || rest.length === 0) throw new Refusal("At least two fulfillment orders are needed.", ["fulfillmentOrderMergeInputs"]);
  for (const one of all) {
    const fits = one.orderId === first.orderId && one.locationId === first.locationId && one.status === "OPEN";
    if (!fits) throw new Refusal("Only open fulfillment orders of one order and location can be merged.", ["fulfillmentOrderMergeInputs"]);
  }
  const at = world.clock.now();
  for (const one of rest) {
    first.lines.push(...one.lines);
    one.lines = [];
    one.status = "CLOSED";
    changed(one, at);
  }
  changed(first, at);
  world.emit(state, "fulfillment_orders/merged", {
    fulfillment_order_merges: [{ fulfillment_order: fulfillmentOrderBody(first), merge_intents: all.map((one) => ({ fulfillment_order_id: fulfillmentOrderBody(one).id })) }],
  });
  orderChanged(world, state, get(state, "orders", first.orderId), at);
  return first;
}

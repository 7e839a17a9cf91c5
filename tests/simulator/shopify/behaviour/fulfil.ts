import { fulfillmentOrdersOf, fulfillmentsOf, get } from "../store/find";
import { displayFulfillmentStatus } from "../store/totals";
import type { Fulfillment, FulfillmentLine, FulfillmentOrder, Order, ShopState, TrackingInfo } from "../store/records";
import { fulfillmentBody } from "../webhooks/bodies/fulfillment";
import { orderBody } from "../webhooks/bodies/order";
import type { World } from "../world";
import { Refusal } from "./refusal";
import { changed, fulfillmentChanged, instant, isOpen, orderChanged, type When } from "./touch";
import { trackingLink } from "./tracking-links";

export type TrackingSpec = Partial<TrackingInfo>;

export interface FulfilSpec extends When {
  tracking?: TrackingSpec | TrackingSpec[];
  /** What is shipped; all that is left at the location unless told. */
  lines?: { lineItemId: string; quantity: number }[];
  /** From where; the first location with something left unless told. */
  locationId?: string;
}

/** What of which fulfillment order is shipped. */
export interface Picked {
  fulfillmentOrder: FulfillmentOrder;
  lines: { lineId: string; quantity: number }[];
}

/** The merchant ships (part of) an order from one location. @throws Refusal when nothing is left to ship */
export function fulfilOrder(world: World, state: ShopState, order: Order, spec: FulfilSpec = {}): Fulfillment {
  const open = fulfillmentOrdersOf(state, order).filter((one) => one.status === "OPEN" || one.status === "IN_PROGRESS");
  const wanted = (one: FulfillmentOrder): boolean =>
    spec.lines === undefined || one.lines.some((line) => line.remainingQuantity > 0 && spec.lines?.some((want) => want.lineItemId === line.lineItemId));
  const locationId = spec.locationId ?? open.find(wanted)?.locationId;
  const left = new Map(spec.lines?.map((line) => [line.lineItemId, line.quantity]));
  const picked = open
    .filter((one) => one.locationId === locationId)
    .map((fulfillmentOrder) => ({
      fulfillmentOrder,
      lines: fulfillmentOrder.lines.flatMap((line) => {
        const quantity = Math.min(line.remainingQuantity, spec.lines ? (left.get(line.lineItemId) ?? 0) : line.remainingQuantity);
        left.set(line.lineItemId, (left.get(line.lineItemId) ?? 0) - quantity);
        return quantity > 0 ? [{ lineId: line.id, quantity }] : [];
      }),
    }))
    .filter((one) => one.lines.length > 0);
  return createFulfillment(world, state, picked, [spec.tracking ?? []].flat(), instant(world, spec));
}

/**
 * Makes a fulfillment of lines of one order's fulfillment orders at one location.
 * @throws Refusal as fulfillmentCreate would refuse
 */
export function createFulfillment(world: World, state: ShopState, picked: readonly Picked[], tracking: readonly TrackingSpec[], at: number): Fulfillment {
  const first = picked[0];
  if (!first) throw new Refusal("There is nothing left to fulfil.", ["fulfillment"]);
  const order = get(state, "orders", first.fulfillmentOrder.orderId);
  checkPicked(picked);
  const lines: FulfillmentLine[] = [];
  for (const { fulfillmentOrder, lines: wanted } of picked) {
    for (const { lineId, quantity } of wanted) {
      const line = fulfillmentOrder.lines.find((one) => one.id === lineId);
      if (!line || quantity < 1 || quantity > line.remainingQuantity) {
        throw new Refusal("Invalid fulfillment order line item quantity requested.", ["fulfillment"]);
      }
      line.remainingQuantity -= quantity;
      lines.push({ id: world.store.newId(), lineItemId: line.lineItemId, quantity });
    }
    fulfillmentOrder.status = fulfillmentOrder.lines.every((line) => line.remainingQuantity === 0) ? "CLOSED" : "IN_PROGRESS";
    changed(fulfillmentOrder, at);
  }
  const fulfillment: Fulfillment = {
    id: world.store.newId(),
    orderId: order.id,
    fulfillmentOrderIds: picked.map((one) => one.fulfillmentOrder.id),
    name: `${order.name}-F${fulfillmentsOf(state, order).length + 1}`,
    status: "SUCCESS",
    locationId: first.fulfillmentOrder.locationId,
    lines,
    tracking: tracking.map(trackingInfo),
    createdAt: at,
    updatedAt: at,
  };
  state.fulfillments[fulfillment.id] = fulfillment;
  world.emit(state, "fulfillments/create", fulfillmentBody(state, fulfillment));
  orderChanged(world, state, order, at);
  const topic = displayFulfillmentStatus(state, order) === "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled";
  world.emit(state, topic, orderBody(state, order));
  return fulfillment;
}

function checkPicked(picked: readonly Picked[]): void {
  const [first, ...rest] = picked.map((one) => one.fulfillmentOrder);
  for (const one of [first, ...rest]) {
    if (!one) continue;
    if (one.orderId !== first?.orderId) throw new Refusal("All fulfillment orders must belong to the same order.", ["fulfillment"]);
    if (one.locationId !== first.locationId) throw new Refusal("All fulfillment orders must be assigned to the same location.", ["fulfillment"]);
    if (!isOpen(one) || one.status === "ON_HOLD" || one.status === "SCHEDULED") {
      throw new Refusal(`Fulfillment order ${one.id} has an unfulfillable status= ${one.status.toLowerCase()}.`, ["fulfillment"]);
    }
  }
}

export function trackingInfo(spec: TrackingSpec): TrackingInfo {
  const company = spec.company ?? null;
  const number = spec.number ?? null;
  return { company, number, url: spec.url ?? trackingLink(company, number) };
}

/** Replaces the tracking of a fulfillment. @throws Refusal on a cancelled one */
export function updateTracking(world: World, state: ShopState, fulfillment: Fulfillment, tracking: TrackingSpec | TrackingSpec[], when: When = {}): Fulfillment {
  if (fulfillment.status === "CANCELLED") throw new Refusal("A cancelled fulfillment's tracking cannot be changed.", ["fulfillmentId"]);
  fulfillment.tracking = [tracking].flat().map(trackingInfo);
  fulfillmentChanged(world, state, fulfillment, get(state, "orders", fulfillment.orderId), instant(world, when));
  return fulfillment;
}

/** Cancels a fulfillment; what it held is to be fulfilled again, in a new fulfillment order. @throws Refusal */
export function cancelFulfillment(world: World, state: ShopState, fulfillment: Fulfillment, when: When = {}): Fulfillment {
  if (fulfillment.status === "CANCELLED") throw new Refusal("The fulfillment has already been cancelled.", ["id"]);
  const at = instant(world, when);
  const order = get(state, "orders", fulfillment.orderId);
  const before = get(state, "fulfillmentOrders", fulfillment.fulfillmentOrderIds[0] ?? "");
  fulfillment.status = "CANCELLED";
  const again: FulfillmentOrder = {
    ...before,
    id: world.store.newId(),
    status: "OPEN",
    holds: [],
    lines: fulfillment.lines.map((line) => ({ id: world.store.newId(), lineItemId: line.lineItemId, totalQuantity: line.quantity, remainingQuantity: line.quantity })),
    createdAt: at,
    updatedAt: at,
  };
  state.fulfillmentOrders[again.id] = again;
  fulfillmentChanged(world, state, fulfillment, order, at);
  return fulfillment;
}

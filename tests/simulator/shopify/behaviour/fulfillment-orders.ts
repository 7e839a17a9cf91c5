import { get } from "../store/find";
import type { FulfillmentOrder, Hold, ShopState } from "../store/records";
import { aboutFulfillmentOrder, heldBody, movedBody } from "../webhooks/bodies/fulfillment-order";
import type { World } from "../world";
import { Refusal } from "./refusal";
import { changed, instant, isOpen, orderChanged, type When } from "./touch";

export interface HoldSpec extends When {
  /** As in FulfillmentHoldReason. */
  reason: string;
  reasonNotes?: string | null;
  handle?: string | null;
  byApp?: boolean;
}

function told(world: World, state: ShopState, one: FulfillmentOrder, at: number): void {
  changed(one, at);
  orderChanged(world, state, get(state, "orders", one.orderId), at);
}

/** Holds a fulfillment order as a whole. @throws Refusal when it is closed, cancelled or in progress */
export function holdFulfillmentOrder(world: World, state: ShopState, one: FulfillmentOrder, spec: HoldSpec): Hold {
  if (!["OPEN", "SCHEDULED", "ON_HOLD"].includes(one.status)) {
    throw new Refusal(`The fulfillment order is ${one.status.toLowerCase()} and cannot be placed on hold.`, ["id"]);
  }
  const at = instant(world, spec);
  const hold: Hold = {
    id: world.store.newId(),
    reason: spec.reason,
    reasonNotes: spec.reasonNotes ?? null,
    handle: spec.handle ?? null,
    byApp: spec.byApp ?? false,
  };
  const first = one.holds.length === 0;
  one.holds.push(hold);
  one.status = "ON_HOLD";
  world.emit(state, "fulfillment_holds/added", aboutFulfillmentOrder(one, { fulfillment_hold: { reason: hold.reason.toLowerCase() } }));
  if (first) world.emit(state, "fulfillment_orders/placed_on_hold", heldBody(one, hold));
  told(world, state, one, at);
  return hold;
}

/** Releases the named holds, or all. Told once, when none is left. @throws Refusal when it is not held */
export function releaseHolds(world: World, state: ShopState, one: FulfillmentOrder, holdIds: readonly string[] | null = null, when: When = {}): FulfillmentOrder {
  if (one.status !== "ON_HOLD") throw new Refusal("The fulfillment order is not on hold.", ["id"]);
  const released = one.holds.filter((hold) => holdIds === null || holdIds.includes(hold.id));
  if (released.length === 0) throw new Refusal("None of the holds is on this fulfillment order.", ["holdIds"]);
  one.holds = one.holds.filter((hold) => !released.includes(hold));
  if (one.holds.length === 0) {
    one.status = one.fulfillAt !== null && one.fulfillAt > world.clock.now() ? "SCHEDULED" : "OPEN";
    world.emit(state, "fulfillment_orders/hold_released", aboutFulfillmentOrder(one));
  }
  told(world, state, one, instant(world, when));
  return one;
}

/**
 * Moves what is left to another location: the fulfillment order itself, or, once part of it has shipped, a new one.
 * @throws Refusal when it is closed or already there
 */
export function moveFulfillmentOrder(world: World, state: ShopState, one: FulfillmentOrder, newLocationId: string, when: When = {}): { original: FulfillmentOrder; moved: FulfillmentOrder } {
  if (!isOpen(one)) throw new Refusal("A closed fulfillment order cannot be moved.", ["id"]);
  const destination = get(state, "locations", newLocationId);
  if (destination.id === one.locationId) throw new Refusal("The fulfillment order is already at this location.", ["newLocationId"]);
  const at = instant(world, when);
  const source = one.locationId;
  const untouched = one.lines.every((line) => line.remainingQuantity === line.totalQuantity);
  let moved = one;
  if (untouched) {
    one.locationId = destination.id;
  } else {
    const left = one.lines.filter((line) => line.remainingQuantity > 0);
    moved = {
      ...one,
      id: world.store.newId(),
      locationId: destination.id,
      status: "OPEN",
      lines: left.map((line) => ({ ...line, id: world.store.newId(), totalQuantity: line.remainingQuantity })),
      createdAt: at,
      updatedAt: at,
    };
    for (const line of left) {
      line.totalQuantity -= line.remainingQuantity;
      line.remainingQuantity = 0;
    }
    one.lines = one.lines.filter((line) => line.totalQuantity > 0);
    one.status = "CLOSED";
    state.fulfillmentOrders[moved.id] = moved;
  }
  changed(moved, at);
  world.emit(state, "fulfillment_orders/moved", movedBody(one, moved, source));
  told(world, state, one, at);
  return { original: one, moved };
}

/** Work on it has begun. @throws Refusal unless it is open */
export function reportProgress(world: World, state: ShopState, one: FulfillmentOrder, note: string | null = null, when: When = {}): FulfillmentOrder {
  if (one.status !== "OPEN" && one.status !== "IN_PROGRESS") throw new Refusal("Progress can be reported on open fulfillment orders alone.", ["id"]);
  one.status = "IN_PROGRESS";
  world.emit(state, "fulfillment_orders/progress_reported", aboutFulfillmentOrder(one, { progress_report: { reason_notes: note } }));
  told(world, state, one, instant(world, when));
  return one;
}

/** The merchant marks it as open again. */
export function stopProgress(world: World, state: ShopState, one: FulfillmentOrder, when: When = {}): FulfillmentOrder {
  if (one.status !== "IN_PROGRESS") throw new Refusal("No progress was reported.", ["id"]);
  one.status = "OPEN";
  world.emit(state, "fulfillment_orders/manually_reported_progress_stopped", aboutFulfillmentOrder(one));
  told(world, state, one, instant(world, when));
  return one;
}

/** Packed and ready: for the driver or for the shopper at the counter. */
export function markPrepared(world: World, state: ShopState, one: FulfillmentOrder, how: "local_delivery" | "pickup", when: When = {}): FulfillmentOrder {
  if (!isOpen(one)) throw new Refusal("A closed fulfillment order cannot be prepared.", ["id"]);
  const topic = how === "pickup" ? "fulfillment_orders/line_items_prepared_for_pickup" : "fulfillment_orders/line_items_prepared_for_local_delivery";
  world.emit(state, topic, aboutFulfillmentOrder(one));
  told(world, state, one, instant(world, when));
  return one;
}

/** Moves the day on which it is due: scheduled until then. */
export function rescheduleFulfillmentOrder(world: World, state: ShopState, one: FulfillmentOrder, fulfillAt: number, when: When = {}): FulfillmentOrder {
  if (!isOpen(one)) throw new Refusal("A closed fulfillment order cannot be rescheduled.", ["id"]);
  one.fulfillAt = fulfillAt;
  one.status = fulfillAt > world.clock.now() ? "SCHEDULED" : "OPEN";
  world.emit(state, "fulfillment_orders/rescheduled", aboutFulfillmentOrder(one));
  told(world, state, one, instant(world, when));
  return one;
}

/** Opens every scheduled fulfillment order whose day has come. @returns those that were opened */
export function openDueFulfillmentOrders(world: World, state: ShopState): FulfillmentOrder[] {
  const now = world.clock.now();
  const due = Object.values(state.fulfillmentOrders).filter((one) => one.status === "SCHEDULED" && one.fulfillAt !== null && one.fulfillAt <= now);
  for (const one of due) {
    one.status = "OPEN";
    world.emit(state, "fulfillment_orders/scheduled_fulfillment_order_ready", aboutFulfillmentOrder(one));
    told(world, state, one, now);
  }
  return due;
}

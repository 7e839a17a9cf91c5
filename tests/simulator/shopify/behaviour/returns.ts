import { fulfillmentsOf, get, returnsOf } from "../store/find";
import type { Order, Return, ShopState } from "../store/records";
import { returnBody, reverseDeliveryBody } from "../webhooks/bodies/return";
import type { World } from "../world";
import { trackingInfo, type TrackingSpec } from "./fulfil";
import { Refusal } from "./refusal";
import { changed, instant, orderChanged, type When } from "./touch";

export interface ReturnSpec extends When {
  /** What comes back; everything that was shipped unless told. */
  lines?: { lineItemId: string; quantity: number; reason?: string; customerNote?: string }[];
  reason?: string;
  customerNote?: string;
  /** Asked for by the shopper and not yet approved. */
  requested?: boolean;
  /** The label with which it comes back. */
  tracking?: TrackingSpec;
}

/** A return is asked for, or opened by the merchant. @throws Refusal when nothing was shipped */
export function createReturn(world: World, state: ShopState, order: Order, spec: ReturnSpec = {}): Return {
  const at = instant(world, spec);
  const shipped = fulfillmentsOf(state, order).filter((one) => one.status === "SUCCESS").flatMap((one) => one.lines);
  const wanted: NonNullable<ReturnSpec["lines"]> = spec.lines ?? shipped.map((line) => ({ lineItemId: line.lineItemId, quantity: line.quantity }));
  const lines = wanted.map((want) => {
    const line = shipped.find((one) => one.lineItemId === want.lineItemId && one.quantity >= want.quantity);
    if (!line) throw new Refusal("Only what was fulfilled can be returned.", ["returnInput", "returnLineItems"], "INVALID");
    return {
      id: world.store.newId(),
      fulfillmentLineId: line.id,
      quantity: want.quantity,
      refundedQuantity: 0,
      reason: want.reason ?? spec.reason ?? "UNKNOWN",
      reasonNote: "",
      customerNote: want.customerNote ?? spec.customerNote ?? null,
    };
  });
  if (lines.length === 0) throw new Refusal("There is nothing to return.", ["returnInput", "returnLineItems"], "INVALID");
  const one: Return = {
    id: world.store.newId(),
    orderId: order.id,
    name: `${order.name}-R${returnsOf(state, order).length + 1}`,
    status: spec.requested ? "REQUESTED" : "OPEN",
    declineReason: null,
    lines,
    reverseFulfillmentOrderId: world.store.newId(),
    reverseDeliveries: spec.tracking ? [{ id: world.store.newId(), tracking: trackingInfo(spec.tracking) }] : [],
    createdAt: at,
    updatedAt: at,
    approvedAt: spec.requested ? null : at,
    closedAt: null,
  };
  state.returns[one.id] = one;
  told(world, state, one, spec.requested ? "returns/request" : "returns/approve", at);
  for (const delivery of one.reverseDeliveries) world.emit(state, "reverse_deliveries/attach_deliverable", reverseDeliveryBody(one, delivery));
  return one;
}

function told(world: World, state: ShopState, one: Return, topic: string, at: number): Return {
  changed(one, at);
  world.emit(state, topic, returnBody(state, one));
  orderChanged(world, state, get(state, "orders", one.orderId), at);
  return one;
}

const moves = {
  approve: { from: ["REQUESTED"], to: "OPEN", topic: "returns/approve" },
  decline: { from: ["REQUESTED"], to: "DECLINED", topic: "returns/decline" },
  cancel: { from: ["OPEN"], to: "CANCELED", topic: "returns/cancel" },
  close: { from: ["OPEN"], to: "CLOSED", topic: "returns/close" },
  reopen: { from: ["CLOSED"], to: "OPEN", topic: "returns/reopen" },
} as const;

export type ReturnMove = keyof typeof moves;

/** Moves a return on. @throws Refusal when its status does not allow it */
export function moveReturn(world: World, state: ShopState, one: Return, move: ReturnMove, when: When & { reason?: string } = {}): Return {
  const { from, to, topic } = moves[move];
  if (!(from as readonly string[]).includes(one.status)) throw new Refusal(`A return that is ${one.status} cannot be moved by ${move}.`, ["id"], "INVALID_STATE");
  const at = instant(world, when);
  one.status = to;
  if (move === "approve") one.approvedAt = at;
  if (move === "decline") one.declineReason = when.reason ?? "OTHER";
  one.closedAt = to === "OPEN" ? null : at;
  return told(world, state, one, topic, at);
}

/** Adds the label with which a return comes back. */
export function addReturnTracking(world: World, state: ShopState, one: Return, tracking: TrackingSpec, when: When = {}): Return {
  const delivery = { id: world.store.newId(), tracking: trackingInfo(tracking) };
  one.reverseDeliveries.push(delivery);
  world.emit(state, "reverse_deliveries/attach_deliverable", reverseDeliveryBody(one, delivery));
  return told(world, state, one, "returns/update", instant(world, when));
}

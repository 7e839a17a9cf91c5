import { fulfillmentOrdersOf, lineItemOf, unfulfilledQuantity } from "../store/find";
import { total, refunded } from "../store/totals";
import type { Address, Attribute, CancelReason, Order, Refund, ShopState } from "../store/records";
import { aboutFulfillmentOrder } from "../webhooks/bodies/fulfillment-order";
import { orderBody, orderEditBody } from "../webhooks/bodies/order";
import { refundBody } from "../webhooks/bodies/refund";
import type { World } from "../world";
import { address, type AddressSpec } from "./catalogue";
import { lineItem, routeLines, type OrderLineSpec } from "./create-order";
import { Refusal } from "./refusal";
import { changed, instant, isOpen, orderChanged, type When } from "./touch";

export interface CancelSpec extends When {
  reason?: CancelReason;
  /** Pays back what was paid. */
  refund?: boolean;
  restock?: boolean;
  staffNote?: string | null;
}

/** Cancels an order and what is left to fulfil of it. @throws Refusal when it is cancelled already */
export function cancelOrder(world: World, state: ShopState, order: Order, spec: CancelSpec = {}): Order {
  if (order.cancelledAt !== null) throw new Refusal("Cannot cancel an order that has already been canceled.", ["orderId"], "INVALID");
  const at = instant(world, spec);
  order.cancelledAt = at;
  order.closedAt = at;
  order.cancelReason = spec.reason ?? "OTHER";
  for (const one of fulfillmentOrdersOf(state, order).filter(isOpen)) {
    one.status = "CANCELLED";
    changed(one, at);
    world.emit(state, "fulfillment_orders/cancelled", aboutFulfillmentOrder(one, { replacement_fulfillment_order: null }));
  }
  if (spec.refund) refundOrder(world, state, order, { at, restock: spec.restock ?? true });
  else if (order.financialStatus === "PENDING" || order.financialStatus === "AUTHORIZED") order.financialStatus = "VOIDED";
  changed(order, at);
  world.emit(state, "orders/cancelled", orderBody(state, order));
  orderChanged(world, state, order, at);
  return order;
}

export interface EditSpec extends When {
  add?: OrderLineSpec[];
  /** New quantities; 0 removes the line. */
  quantities?: { lineItemId: string; quantity: number }[];
  staffNote?: string | null;
}

/** Edits the lines of an order. @throws Refusal when more is taken away than is left to fulfil */
export function editOrder(world: World, state: ShopState, order: Order, spec: EditSpec): Order {
  if (order.cancelledAt !== null) throw new Refusal("A cancelled order cannot be edited.");
  const at = instant(world, spec);
  const additions: { id: string; delta: number }[] = [];
  const removals: { id: string; delta: number }[] = [];
  for (const { lineItemId, quantity } of spec.quantities ?? []) {
    const delta = quantity - lineItemOf(order, lineItemId).currentQuantity;
    if (delta !== 0) (delta > 0 ? additions : removals).push({ id: lineItemId, delta: Math.abs(delta) });
    changeQuantity(world, state, order, lineItemId, delta, at);
  }
  for (const line of spec.add ?? []) {
    const item = lineItem(world, state, line);
    order.lineItems.push(item);
    routeLines(world, state, order, [{ item, locationId: line.locationId }], {}, at);
    additions.push({ id: item.id, delta: item.quantity });
  }
  order.edited = true;
  changed(order, at);
  world.emit(state, "orders/edited", orderEditBody(state, order, { id: world.store.newId(), at, note: spec.staffNote ?? null, additions, removals }));
  orderChanged(world, state, order, at);
  return order;
}

function changeQuantity(world: World, state: ShopState, order: Order, lineItemId: string, delta: number, at: number): void {
  const item = lineItemOf(order, lineItemId);
  if (-delta > unfulfilledQuantity(state, order, lineItemId)) throw new Refusal("What has been fulfilled cannot be removed.", ["quantity"]);
  item.currentQuantity += delta;
  if (delta > 0) {
    item.quantity += delta;
    routeLines(world, state, order, [{ item: { ...item, quantity: delta }, locationId: undefined }], {}, at);
    return;
  }
  let left = -delta;
  for (const one of fulfillmentOrdersOf(state, order).filter(isOpen)) {
    for (const line of one.lines.filter((candidate) => candidate.lineItemId === lineItemId)) {
      const taken = Math.min(left, line.remainingQuantity);
      line.remainingQuantity -= taken;
      line.totalQuantity -= taken;
      left -= taken;
    }
    one.lines = one.lines.filter((line) => line.totalQuantity > 0);
    if (one.lines.every((line) => line.remainingQuantity === 0)) one.status = "CLOSED";
    changed(one, at);
  }
}

export interface UpdateSpec extends When {
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[];
  shippingAddress?: AddressSpec;
  customAttributes?: Attribute[];
}

/** Changes what an order says about itself. */
export function updateOrder(world: World, state: ShopState, order: Order, spec: UpdateSpec): Order {
  if (spec.email !== undefined) order.email = spec.email;
  if (spec.phone !== undefined) order.phone = spec.phone;
  if (spec.note !== undefined) order.note = spec.note;
  if (spec.poNumber !== undefined) order.poNumber = spec.poNumber;
  if (spec.tags !== undefined) order.tags = spec.tags;
  if (spec.customAttributes !== undefined) order.customAttributes = spec.customAttributes;
  if (spec.shippingAddress !== undefined) order.shippingAddress = mergeAddress(order.shippingAddress, spec.shippingAddress);
  orderChanged(world, state, order, instant(world, spec));
  return order;
}

function mergeAddress(before: Address | null, spec: AddressSpec): Address {
  const country = spec.countryCode && spec.countryCode !== before?.countryCode ? address({ countryCode: spec.countryCode }).country : (before?.country ?? null);
  return address({ ...before, country, ...spec });
}

export interface RefundSpec extends When {
  /** All that is left unless told. */
  amountMinor?: number;
  lines?: { lineItemId: string; quantity: number }[];
  restock?: boolean;
  note?: string | null;
  returnId?: string | null;
}

/** Pays back. @throws Refusal when it is more than was paid */
export function refundOrder(world: World, state: ShopState, order: Order, spec: RefundSpec = {}): Refund {
  const left = total(order) - refunded(state, order);
  const lines = spec.lines ?? [];
  const ofLines = lines.reduce((sum, line) => sum + lineItemOf(order, line.lineItemId).priceMinor * line.quantity, 0);
  const amountMinor = spec.amountMinor ?? (lines.length > 0 ? Math.min(ofLines, left) : left);
  if (amountMinor > left) throw new Refusal("Refund amount cannot be greater than the amount that was paid.", ["transactions"]);
  const at = instant(world, spec);
  const refund: Refund = {
    id: world.store.newId(),
    orderId: order.id,
    returnId: spec.returnId ?? null,
    note: spec.note ?? null,
    amountMinor,
    transactionId: world.store.newId(),
    lines: lines.map((line) => ({
      id: world.store.newId(),
      lineItemId: line.lineItemId,
      quantity: line.quantity,
      restockType: spec.restock === false ? "NO_RESTOCK" : "RETURN",
      subtotalMinor: lineItemOf(order, line.lineItemId).priceMinor * line.quantity,
    })),
    createdAt: at,
  };
  state.refunds[refund.id] = refund;
  for (const line of lines) {
    const item = lineItemOf(order, line.lineItemId);
    item.currentQuantity = Math.max(0, item.currentQuantity - line.quantity);
  }
  order.financialStatus = amountMinor === left ? "REFUNDED" : "PARTIALLY_REFUNDED";
  world.emit(state, "refunds/create", refundBody(state, refund));
  orderChanged(world, state, order, at);
  return refund;
}

/** Adds or removes tags of an order. */
export function retagOrder(world: World, state: ShopState, order: Order, change: { add?: readonly string[]; remove?: readonly string[] }): Order {
  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
  const kept = order.tags.filter((tag) => !change.remove?.some((one) => same(one, tag)));
  const added = (change.add ?? []).filter((tag, index, all) => !kept.some((one) => same(one, tag)) && all.findIndex((one) => same(one, tag)) === index);
  order.tags = [...kept, ...added].sort((left, right) => left.localeCompare(right));
  orderChanged(world, state, order, world.clock.now());
  return order;
}

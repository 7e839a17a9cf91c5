import { fulfillmentOrdersOf, fulfillmentsOf, refundsOf, returnsOf } from "../store/find";
import type { Order, ShopState } from "../store/records";
import { numeric } from "../webhooks/json";
import type { World } from "../world";

/** The merchant deletes an order and everything that belongs to it; orders/delete tells its id alone. */
export function deleteOrder(world: World, state: ShopState, order: Order): void {
  for (const one of fulfillmentOrdersOf(state, order)) delete state.fulfillmentOrders[one.id];
  for (const one of fulfillmentsOf(state, order)) delete state.fulfillments[one.id];
  for (const one of returnsOf(state, order)) delete state.returns[one.id];
  for (const one of refundsOf(state, order)) delete state.refunds[one.id];
  for (const one of Object.values(state.fulfillmentEvents)) if (one.orderId === order.id) delete state.fulfillmentEvents[one.id];
  delete state.orders[order.id];
  world.store.touch();
  world.emit(state, "orders/delete", { id: numeric(order.id) });
}

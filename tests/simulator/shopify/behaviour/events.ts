import { get } from "../store/find";
import type { Fulfillment, FulfillmentEvent, FulfillmentEventStatus, ShopState } from "../store/records";
import { fulfillmentEventBody } from "../webhooks/bodies/fulfillment";
import type { World } from "../world";
import { Refusal } from "./refusal";
import { fulfillmentChanged } from "./touch";

export interface FulfillmentEventSpec {
  status: FulfillmentEventStatus;
  message?: string | null;
  /** Milliseconds since the epoch; now unless told. */
  happenedAt?: number;
  estimatedDeliveryAt?: number | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

/** Somebody (an app, a carrier that Shopify listens to) reports a milestone. @throws Refusal on a cancelled fulfillment */
export function addFulfillmentEvent(world: World, state: ShopState, fulfillment: Fulfillment, spec: FulfillmentEventSpec): FulfillmentEvent {
  if (fulfillment.status !== "SUCCESS") throw new Refusal("Fulfillment events can be added to successful fulfillments alone.", ["fulfillmentEvent", "fulfillmentId"]);
  const now = world.clock.now();
  const event: FulfillmentEvent = {
    id: world.store.newId(),
    fulfillmentId: fulfillment.id,
    orderId: fulfillment.orderId,
    status: spec.status,
    message: spec.message ?? null,
    happenedAt: spec.happenedAt ?? now,
    estimatedDeliveryAt: spec.estimatedDeliveryAt ?? null,
    address1: spec.address1 ?? null,
    city: spec.city ?? null,
    province: spec.province ?? null,
    country: spec.country ?? null,
    zip: spec.zip ?? null,
    latitude: spec.latitude ?? null,
    longitude: spec.longitude ?? null,
    createdAt: now,
  };
  state.fulfillmentEvents[event.id] = event;
  world.emit(state, "fulfillment_events/create", fulfillmentEventBody(state, event));
  fulfillmentChanged(world, state, fulfillment, get(state, "orders", fulfillment.orderId), now);
  return event;
}

/** Takes a milestone back. */
export function deleteFulfillmentEvent(world: World, state: ShopState, event: FulfillmentEvent): void {
  const fulfillment = get(state, "fulfillments", event.fulfillmentId);
  delete state.fulfillmentEvents[event.id];
  world.emit(state, "fulfillment_events/delete", fulfillmentEventBody(state, event));
  fulfillmentChanged(world, state, fulfillment, get(state, "orders", fulfillment.orderId), world.clock.now());
}

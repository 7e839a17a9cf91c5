import { sealCustomer } from "~/db/customer-data.server";
import type { Tx } from "~/db/database.server";
import { dropDeletedShopifyEvents, fulfillmentIds, shipmentKey, shipmentsOfOrders, storeShipments, toldByCarriers } from "~/db/fulfillments.server";
import type { NewOrder, NewShipment } from "~/db/new-order";
import { storeOrders } from "~/db/orders.server";
import { redactOrders } from "~/db/privacy/redact-orders.server";
import { shipmentWithoutWords } from "~/db/privacy/redacted-values";
import { holdActiveShop } from "~/db/shops.server";
import { estimateKey, ownFulfillmentEvents, toldKey } from "~/db/write-backs.server";
import type { ParsedEvent } from "~/domain/tracking/event";
import { eventKey } from "~/domain/tracking/event-key";
import { mapOrder } from "~/shopify/map-order";
import type { MappedOrder, MappedShipment } from "~/shopify/mapped-order";
import type { ReadOrderNode } from "~/shopify/operations/nodes";

import { carrierResolver, type CarrierResolver } from "./carrier-resolver";
import type { UseCaseContext } from "./context";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";

/** Under which name Shopify's own fulfillment events are kept. */
const PROVIDER = "shopify";

/** The shop has uninstalled the app: nothing is stored any more. */
export class ShopGoneError extends Error {
  override name = "ShopGoneError";
}

/** What became of the orders that were read, by gid; `contested` ones are to be read again. */
export interface StoredReads {
  stored: string[];
  contested: string[];
  stale: string[];
}

/**
 * Stores orders as they were read from Shopify, in one transaction with all that follows: shipments, Shopify's own
 * events, state, exceptions, messages. The same reads give the same records, in whatever order and however often.
 *
 * @param stamps taken with `orderStamps` before the orders were read
 * @throws ShopGoneError when the shop is not active any more
 */
export async function syncReadOrders(
  context: UseCaseContext,
  shopId: string,
  nodes: readonly ReadOrderNode[],
  stamps: ReadonlyMap<string, string>,
): Promise<StoredReads> {
  const orders = nodes.map(mapOrder);
  const sealed = orders.map((order) => toNewOrder(context, shopId, order));
  return context.db.transaction(async (tx) => {
    if (!(await holdActiveShop(tx, shopId))) throw new ShopGoneError("The shop has uninstalled the app.");
    const { stored, contested, stale, turned, redacted } = await storeOrders(tx, shopId, sealed, stamps);
    const written = orders.filter((order) => stored.has(order.gid));
    const orderIds = [...stored.values()];
    if (orderIds.length > 0) await storeTracking(context, tx, { shopId, orders: written, ids: stored, orderIds, turned, redacted });
    return { stored: [...stored.keys()], contested, stale };
  });
}

function toNewOrder(context: UseCaseContext, shopId: string, order: MappedOrder): NewOrder {
  return { ...order, customer: sealCustomer(context.secrets, shopId, order.customer, order.countryCode) };
}

/** A shipment as it is written, beside what Shopify said of it. */
interface Tracked {
  row: NewShipment;
  said: MappedShipment;
  fulfillmentGid: string | null;
}

async function storeTracking(
  context: UseCaseContext,
  tx: Tx,
  batch: { shopId: string; orders: readonly MappedOrder[]; ids: ReadonlyMap<string, string>; orderIds: readonly string[]; turned: readonly string[]; redacted: ReadonlySet<string> },
): Promise<void> {
  const { shopId, orderIds, redacted } = batch;
  const resolve = await carrierResolver(tx, shopId, saidShipments(batch.orders));
  const tracked = trackedShipments(batch, await fulfillmentIds(tx, shopId, orderIds), resolve);
  const returnsOf = new Set(batch.orders.flatMap((order) => (order.returns === null ? (batch.ids.get(order.gid) ?? []) : [])));
  const shipments = await storeShipments(tx, shopId, orderIds, tracked.map((each) => each.row), context.now(), { returnsOf });
  const own = await ownFulfillmentEvents(tx, shopId, orderIds);
  const told = await toldByCarriers(tx, [...shipments.ids.values()]);

  const observations = new Map<string, Observation>();
  const kept: { shipmentId: string; keys: string[] }[] = [];
  for (const { row, said, fulfillmentGid } of tracked) {
    const shipmentId = shipments.ids.get(shipmentKey(row));
    if (shipmentId === undefined) continue;
    const events = said.events.filter((event) => !isOurs(event, fulfillmentGid, own));
    kept.push({ shipmentId, keys: events.map((event) => eventKey(PROVIDER, event)) });
    // An estimate that Milepost itself wrote back is no news either.
    const echoed = fulfillmentGid !== null && said.estimate !== null && own.estimates.has(estimateKey(fulfillmentGid, said.estimate.latest));
    const estimate = told.has(shipmentId) || echoed ? undefined : (said.estimate ?? undefined);
    if (events.length === 0 && estimate === undefined && !shipments.changed.has(shipmentId)) continue;
    observations.set(shipmentId, { shipmentId, source: "shopify", provider: PROVIDER, events, estimate });
  }
  // Also those whose events are as they were: what is to become of them is not.
  for (const shipmentId of [...(await dropDeletedShopifyEvents(tx, kept)), ...(await shipmentsOfOrders(tx, shopId, batch.turned))]) {
    if (!observations.has(shipmentId)) observations.set(shipmentId, { shipmentId, source: "shopify", provider: PROVIDER, events: [] });
  }
  await recordTrackingEvents(context, [...observations.values()], tx);
  if (redacted.size > 0) await redactOrders(tx, shopId, batch.orders.flatMap((order) => (redacted.has(order.gid) ? [batch.ids.get(order.gid) ?? ""] : [])), context.now());
}

/** Every shipment that these orders speak of, sent and coming back. */
function saidShipments(orders: readonly MappedOrder[]): MappedShipment[] {
  return orders.flatMap((order) => [...order.fulfillments, ...(order.returns ?? [])].flatMap((each) => each.shipments));
}

function trackedShipments(
  { orders, ids, redacted }: { orders: readonly MappedOrder[]; ids: ReadonlyMap<string, string>; redacted: ReadonlySet<string> },
  fulfillments: ReadonlyMap<string, string>,
  resolve: CarrierResolver,
): Tracked[] {
  return orders.flatMap((order) => {
    const orderId = ids.get(order.gid);
    if (orderId === undefined) return [];
    // The carrier is told by what Shopify says; of the words themselves nothing is kept where they were deleted.
    const stored = (row: NewShipment) => (redacted.has(order.gid) ? shipmentWithoutWords(row) : row);
    const track = (said: MappedShipment, fulfillmentGid: string | null): Tracked => {
      const { events: _events, estimate: _estimate, ...shipment } = said;
      const { carrier, source } = resolve(said);
      const fulfillmentId = fulfillmentGid === null ? null : (fulfillments.get(fulfillmentGid) ?? null);
      return { row: stored({ ...shipment, orderId, fulfillmentId, carrier, carrierSource: source }), said, fulfillmentGid };
    };
    const outgoing = order.fulfillments.flatMap((fulfillment) => fulfillment.shipments.map((said) => track(said, fulfillment.gid)));
    const returning = (order.returns ?? []).flatMap((each) => each.shipments.map((said) => track(said, null)));
    return [...outgoing, ...returning];
  });
}

/** An event that Milepost itself wrote back is not news. */
function isOurs(event: ParsedEvent, fulfillmentGid: string | null, own: { gids: ReadonlySet<string>; told: ReadonlySet<string> }): boolean {
  if (event.sourceEventId !== null && own.gids.has(event.sourceEventId)) return true;
  return fulfillmentGid !== null && own.told.has(toldKey(fulfillmentGid, event.code ?? "", event.time.at));
}

import type { Tx } from "../database.server";
import { eventsOf } from "../tracking-events.server";

/** Orders of one query: all that belongs to them is held in memory. */
export const EXPORT_BATCH = 200;

/** All that is kept of orders besides the sealed customer data, for the customer's own export, by id. At most `EXPORT_BATCH`. */
export async function exportedOrders(tx: Tx, shopId: string, orderIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
  const where = { shopId, orderId: { in: [...orderIds] } };
  const orders = await tx.order.findMany({
    where: { shopId, id: { in: [...orderIds] } },
    select: {
      id: true, name: true, processedAt: true, cancelledAt: true, channel: true, locale: true, tags: true, shippingMethod: true,
      city: true, provinceCode: true, countryCode: true, redactedAt: true,
      lineItems: { select: { title: true, variant: true, sku: true, imageUrl: true, quantity: true } },
      fulfillmentOrders: { select: { status: true, holds: true } },
    },
  });
  const shipments = await tx.shipment.findMany({
    where,
    select: {
      id: true, orderId: true, number: true, numberKey: true, carrier: true, trackingCompany: true, trackingUrl: true, service: true, lastProblem: true, status: true, deliveredAt: true,
      numbers: { select: { number: true, carrier: true } },
      exceptions: { select: { rule: true, reason: true, openedAt: true, resolvedAt: true } },
      feedback: { select: { rating: true, reason: true, comment: true, createdAt: true } },
    },
  });
  const shipmentIds = shipments.map((each) => each.id);
  const messages = await tx.notification.findMany({ where, select: { orderId: true, trigger: true, channel: true, status: true, subject: true, reason: true, error: true, sentAt: true }, orderBy: { decidedAt: "asc" } });
  const links = new Map((await tx.trackingLink.findMany({ where, select: { orderId: true, createdAt: true } })).map((each) => [each.orderId, each.createdAt]));
  const belonging = await belongingTo(tx, shopId, shipmentIds, shipments.map((each) => each.numberKey));
  const byOrder = Map.groupBy(shipments, (each) => each.orderId);
  const messagesOf = Map.groupBy(messages, (each) => each.orderId);
  return new Map(
    orders.map(({ id, ...order }) => [
      id,
      {
        ...order,
        shipments: (byOrder.get(id) ?? []).map(({ id: shipmentId, orderId: _orderId, numberKey, ...shipment }) => ({ ...shipment, ...belonging.of(shipmentId, numberKey) })),
        messages: (messagesOf.get(id) ?? []).map(({ orderId: _orderId, ...message }) => message),
        trackingLinkMadeAt: links.get(id) ?? null,
      },
    ]),
  );
}

/** Scans as they came, what was told Shopify of them, and registrations with aggregators. */
async function belongingTo(tx: Tx, shopId: string, shipmentIds: readonly string[], numberKeys: readonly string[]) {
  const scans = await eventsOf(tx, shipmentIds);
  const raw = await tx.$queryRawUnsafe<{ shipment_id: string; key: string; raw: unknown }[]>(
    "select shipment_id, key, raw from tracking_event where shop_id = $1 and shipment_id = any($2::text[]) and raw is not null",
    shopId,
    shipmentIds,
  );
  const rawOf = new Map(raw.map((each) => [`${each.shipment_id} ${each.key}`, each.raw]));
  const told = Map.groupBy(
    await tx.writeBack.findMany({ where: { shopId, shipmentId: { in: [...shipmentIds] } }, select: { shipmentId: true, status: true, happenedAt: true, message: true, state: true, error: true } }),
    (each) => each.shipmentId,
  );
  const registrations = new Map(
    (await tx.aggregatorRegistration.findMany({ where: { shopId, numberKey: { in: [...numberKeys] } }, select: { numberKey: true, provider: true, status: true, problem: true, refusals: true } })).map(
      ({ numberKey, ...each }) => [numberKey, each],
    ),
  );
  return {
    of: (shipmentId: string, numberKey: string) => ({
      events: [...(scans.get(shipmentId) ?? [])]
        .sort((a, b) => a.time.at - b.time.at)
        .map(({ key, time, source, provider, status, code, text, place, sourceEventId }) => ({
          key, at: new Date(time.at), saidTime: time.said, source, provider, status, code, text, place, sourceEventId, asReceived: rawOf.get(`${shipmentId} ${key}`) ?? null,
        })),
      toldShopify: (told.get(shipmentId) ?? []).map(({ shipmentId: _shipmentId, ...each }) => each),
      registration: registrations.get(numberKey) ?? null,
    }),
  };
}

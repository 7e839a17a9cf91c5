import type { Tx } from "./database.server";

/** Everything the shipment page shows, without the raw payloads. Null when the shop has no such shipment. */
export async function shipmentPage(tx: Tx, shopId: string, id: string) {
  const shipment = await tx.shipment.findFirst({
    where: { id, shopId, removedAt: null },
    include: {
      order: { include: { lineItems: { orderBy: { id: "asc" } } } },
      fulfillment: true,
      exceptions: { orderBy: { openedAt: "desc" } },
      feedback: true,
      numbers: { orderBy: [{ since: "asc" }, { id: "asc" }] },
    },
  });
  if (!shipment) return null;
  const { orderId } = shipment;
  // The embedded database is one connection: asking at once gains nothing there and is one round trip elsewhere.
  const [notifications, writeBacks, siblings, location, registration] = await Promise.all([
    // Without an order there are no messages and no other shipments of it: "no order" is nothing they have in common.
    orderId === null
      ? []
      : tx.notification.findMany({
          where: { shopId, orderId, OR: [{ shipmentId: id }, { shipmentId: null }] },
          orderBy: { decidedAt: "desc" },
          take: 100,
        }),
    tx.writeBack.findMany({ where: { shopId, shipmentId: id }, orderBy: { happenedAt: "desc" } }),
    orderId === null
      ? []
      : tx.shipment.findMany({
          where: { shopId, orderId, removedAt: null, id: { not: id } },
          select: { id: true, number: true, carrier: true, trackingCompany: true, status: true, detail: true, direction: true },
          orderBy: { shippedAt: "asc" },
        }),
    shipment.fulfillment?.locationGid
      ? tx.location.findUnique({ where: { shopId_gid: { shopId, gid: shipment.fulfillment.locationGid } } })
      : null,
    tx.aggregatorRegistration.findUnique({ where: { shopId_numberKey: { shopId, numberKey: shipment.numberKey } } }),
  ]);
  return { shipment, notifications, writeBacks, siblings, location, registration };
}

export type ShipmentPageRows = NonNullable<Awaited<ReturnType<typeof shipmentPage>>>;

/** One scan as it came from its source; null when this shop's shipment has no such scan. */
export async function rawEvent(tx: Tx, shopId: string, shipmentId: string, key: string) {
  return tx.trackingEvent.findFirst({
    where: { shopId, shipmentId, key },
    select: { raw: true, saidTime: true, zone: true, certainty: true, code: true, text: true, mapping: true, receivedAt: true, sourceEventId: true },
  });
}

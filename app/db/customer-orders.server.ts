import { emailHash, NO_CUSTOMER, phoneHash } from "./customer-data.server";
import type { Tx } from "./database.server";
import type { Secrets } from "./secrets.server";
import { eventsOf } from "./tracking-events.server";

/** How a customer's orders are found: whatever of it is known. */
export interface CustomerKeys {
  email: string | null;
  phone: string | null;
  orderGids: readonly string[];
}

/** Ids of all orders of one customer in one shop: those named, and those with the same e-mail or phone. */
export async function customerOrders(tx: Tx, secrets: Secrets, shopId: string, customer: CustomerKeys): Promise<string[]> {
  const email = emailHash(secrets, shopId, customer.email);
  const phone = phoneHash(secrets, shopId, customer.phone, null);
  const rows = await tx.order.findMany({
    where: {
      shopId,
      OR: [
        { gid: { in: [...customer.orderGids] } },
        ...(email ? [{ emailHash: email }] : []),
        ...(phone ? [{ phoneHash: phone }] : []),
      ],
    },
    select: { id: true },
    orderBy: { processedAt: "asc" },
  });
  return rows.map((row) => row.id);
}

/**
 * Takes everything out of orders that tells who the customer is, also what hangs on them: comments, links, subjects of
 * messages, raw scans (a carrier's may name who signed). The country stays, for the figures.
 */
export async function redactOrders(tx: Tx, shopId: string, orderIds: readonly string[], now: number): Promise<void> {
  if (orderIds.length === 0) return;
  const ids = [...orderIds];
  await tx.order.updateMany({
    where: { shopId, id: { in: ids } },
    data: { ...NO_CUSTOMER, city: null, provinceCode: null, redactedAt: new Date(now) },
  });
  const shipments = await tx.shipment.findMany({ where: { shopId, orderId: { in: ids } }, select: { id: true } });
  const shipmentIds = shipments.map((shipment) => shipment.id);
  await tx.feedback.updateMany({ where: { shopId, shipmentId: { in: shipmentIds } }, data: { comment: null } });
  await tx.trackingLink.deleteMany({ where: { shopId, orderId: { in: ids } } });
  await tx.notification.updateMany({ where: { shopId, orderId: { in: ids } }, data: { subject: null } });
  await tx.notification.updateMany({
    where: { shopId, orderId: { in: ids }, status: "queued" },
    data: { status: "skipped", reason: "The customer's data was deleted.", nextDueAt: null },
  });
  await tx.$executeRawUnsafe("update tracking_event set raw = null where shop_id = $1 and shipment_id = any($2::text[])", shopId, shipmentIds);
}

/** What is kept of an order besides the sealed customer data, for the customer's own export. */
export async function exportedOrder(tx: Tx, shopId: string, orderId: string): Promise<Record<string, unknown>> {
  const order = await tx.order.findFirst({
    where: { id: orderId, shopId },
    select: {
      name: true,
      processedAt: true,
      cancelledAt: true,
      channel: true,
      locale: true,
      tags: true,
      shippingMethod: true,
      lineItems: { select: { title: true, variant: true, quantity: true } },
      shipments: {
        select: {
          id: true,
          number: true,
          carrier: true,
          numbers: { select: { number: true, carrier: true } },
          status: true,
          deliveredAt: true,
          feedback: { select: { rating: true, reason: true, comment: true, createdAt: true } },
        },
      },
    },
  });
  const messages = await tx.notification.findMany({
    where: { shopId, orderId },
    select: { trigger: true, channel: true, status: true, subject: true, sentAt: true },
    orderBy: { decidedAt: "asc" },
  });
  const scans = await eventsOf(tx, order?.shipments.map((shipment) => shipment.id) ?? []);
  const shipments = order?.shipments.map(({ id, ...shipment }) => ({
    ...shipment,
    events: (scans.get(id) ?? [])
      .sort((a, b) => a.time.at - b.time.at)
      .map(({ time, status, text, place }) => ({ at: new Date(time.at), status, text, place })),
  }));
  return { ...order, shipments, messages };
}

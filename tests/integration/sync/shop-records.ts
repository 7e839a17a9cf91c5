import type { Database } from "~/db/database.server";

/**
 * Everything that synchronisation stores of a shop, without what differs from one run to another (ids, when it was
 * stored, ciphertexts) and without numbers that were taken off.
 */
export async function shopRecords(db: Database, shopId: string): Promise<unknown> {
  const orders = await db.prisma.order.findMany({
    where: { shopId },
    orderBy: { gid: "asc" },
    include: {
      lineItems: { orderBy: { gid: "asc" } },
      fulfillmentOrders: { orderBy: { gid: "asc" } },
      fulfillments: { orderBy: { gid: "asc" } },
      returns: { orderBy: { gid: "asc" } },
      shipments: { where: { removedAt: null }, orderBy: [{ numberKey: "asc" }, { shippedAt: "asc" }], include: { events: { orderBy: { key: "asc" } }, fulfillment: { select: { gid: true } } } },
    },
  });
  const own = <T extends object>(row: T, ...left: string[]) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !["id", "shopId", "orderId", "fulfillmentId", ...left].includes(key)));
  return orders.map((order) => ({
    ...own(order, "email", "phone", "address", "customerName", "emailHash", "phoneHash", "postalHash"),
    has: [order.email, order.phone, order.address, order.customerName, order.emailHash, order.phoneHash, order.postalHash].map((value) => value !== null),
    lineItems: order.lineItems.map((row) => own(row)),
    fulfillmentOrders: order.fulfillmentOrders.map((row) => own(row)),
    fulfillments: order.fulfillments.map((row) => own(row)),
    returns: order.returns.map((row) => own(row)),
    shipments: order.shipments.map((row) => ({
      fulfillment: row.fulfillment?.gid ?? null,
      ...Object.fromEntries(
        (["number", "carrier", "carrierSource", "trackingCompany", "trackingUrl", "direction", "originCountry", "destinationCountry", "shippedAt", "status", "detail", "statusAt", "firstScanAt", "lastEventAt", "deliveredAt", "eventCount", "estimateLatest"] as const).map((key) => [key, row[key]]),
      ),
      events: row.events.map((event) => [event.key, event.status, event.at.toISOString(), event.text]),
    })),
  }));
}

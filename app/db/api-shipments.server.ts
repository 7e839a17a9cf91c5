import type { Tx } from "./database.server";

/** A shop's shipments with one number (as compared), as the API tells them; the newest first. */
export async function shipmentsForApi(tx: Tx, shopId: string, numberKey: string) {
  return tx.shipment.findMany({
    where: { shopId, numberKey, removedAt: null },
    orderBy: [{ shippedAt: "desc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true, number: true, carrier: true, trackingCompany: true, service: true, direction: true, status: true, detail: true, statusAt: true,
      shippedAt: true, deliveredAt: true, estimateEarliest: true, estimateLatest: true, estimatePrecision: true, trackingState: true,
      order: { select: { name: true } },
    },
  });
}

import type { Tx } from "./database.server";

export interface NewFeedback {
  shipmentId: string;
  rating: number;
  reason: string | null;
  comment: string | null;
}

/**
 * Stores what a shopper said of a shipment: one row per shipment, which may be changed for a while.
 * @param changeWindowMs for so long after the first time it may be changed
 * @returns "changed" or "created"; "closed" when the time for changes is over
 */
export async function saveFeedback(tx: Tx, shopId: string, feedback: NewFeedback, now: number, changeWindowMs: number): Promise<"created" | "changed" | "closed"> {
  const rows = await tx.$queryRaw<{ created: boolean }[]>`
    insert into feedback (id, shop_id, shipment_id, rating, reason, comment, created_at)
    values (gen_random_uuid()::text, ${shopId}, ${feedback.shipmentId}, ${feedback.rating}::int, ${feedback.reason}, ${feedback.comment}, ${new Date(now)})
    on conflict (shipment_id) do update
      set rating = excluded.rating, reason = excluded.reason, comment = excluded.comment
      where feedback.shop_id = excluded.shop_id and feedback.created_at > ${new Date(now - changeWindowMs)}
    returning created_at = ${new Date(now)} as created`;
  const row = rows[0];
  if (!row) return "closed";
  return row.created ? "created" : "changed";
}

/** A shipment of an order about which a shopper may speak; null when the order has no such shipment. */
export async function shipmentForFeedback(tx: Tx, shopId: string, orderId: string, shipmentId: string): Promise<{ id: string; status: string; direction: string } | null> {
  return tx.shipment.findFirst({ where: { id: shipmentId, orderId, shopId, removedAt: null }, select: { id: true, status: true, direction: true } });
}

import type { Tx } from "./database.server";
import { isoOf, jsonRows } from "./sql-values";

/** A status to be told to Shopify, as it is decided. */
export interface NewWriteBack {
  shopId: string;
  shipmentId: string;
  /** Unique per shipment: the same decision made twice is one. */
  key: string;
  status: string;
  happenedAt: number;
  message: string | null;
  dueAt: number;
  /** Why it is kept and not made; null or absent when it is to be made. */
  skip?: string | null;
}

/** The job goes out with the decision; should it be lost, the row itself is due this much later, ms. */
const JOB_LOST_AFTER_MS = 2 * 60_000;

/** Keeps decisions, each once. @returns the ids of those that are new and to be made */
export async function insertWriteBacks(tx: Tx, decided: readonly NewWriteBack[]): Promise<string[]> {
  if (decided.length === 0) return [];
  const rows = decided.map((each) => ({
    shop_id: each.shopId,
    shipment_id: each.shipmentId,
    key: each.key,
    status: each.status,
    happened_at: isoOf(each.happenedAt),
    message: each.message?.slice(0, 255) ?? null,
    state: each.skip ? "skipped" : "queued",
    error: each.skip ?? null,
    next_due_at: each.skip ? null : new Date(each.dueAt + JOB_LOST_AFTER_MS).toISOString(),
  }));
  const inserted = await tx.$queryRawUnsafe<{ id: string; state: string }[]>(
    `insert into write_back (id, shop_id, shipment_id, key, status, happened_at, message, state, error, next_due_at)
     select gen_random_uuid()::text, shop_id, shipment_id, key, status, happened_at, message, state, error, next_due_at
     from jsonb_to_recordset($1::jsonb) as row(shop_id text, shipment_id text, key text, status text,
       happened_at timestamptz, message text, state text, error text, next_due_at timestamptz)
     on conflict (shipment_id, key) do nothing returning id, state`,
    jsonRows(rows),
  );
  return inserted.filter((row) => row.state === "queued").map((row) => row.id);
}

/** Ids of write-backs whose next try is due. */
export async function dueWriteBacks(tx: Tx, now: number, limit: number): Promise<string[]> {
  const rows = await tx.writeBack.findMany({
    where: { nextDueAt: { lte: new Date(now) }, state: "queued" },
    orderBy: { nextDueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Puts the next look at write-backs far enough away that they are not enqueued twice. */
export async function leaseWriteBacks(tx: Tx, ids: readonly string[], until: number): Promise<void> {
  await tx.writeBack.updateMany({ where: { id: { in: [...ids] } }, data: { nextDueAt: new Date(until) } });
}

/** A write-back with what is needed to make it. */
export interface PendingWriteBack {
  id: string;
  shopId: string;
  shopDomain: string;
  shopActive: boolean;
  /** Null when the tracking number was taken off the fulfillment, or never belonged to one. */
  fulfillmentGid: string | null;
  status: string;
  happenedAt: number;
  message: string | null;
  attempts: number;
}

/** A queued write-back, the try counted; null when it is done, given up, or gone with its shipment. */
export async function takeWriteBack(tx: Tx, id: string): Promise<PendingWriteBack | null> {
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `update write_back w set attempts = w.attempts + 1
     from shipment s left join fulfillment f on f.id = s.fulfillment_id and s.removed_at is null join shop on shop.id = s.shop_id
     where w.id = $1 and w.state = 'queued' and s.id = w.shipment_id and s.shop_id = w.shop_id
     returning w.id, w.shop_id, shop.domain, shop.status as shop_status, f.gid, w.status, w.happened_at, w.message, w.attempts`,
    id,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: String(row.id),
    shopId: String(row.shop_id),
    shopDomain: String(row.domain),
    shopActive: row.shop_status === "active",
    fulfillmentGid: row.gid as string | null,
    status: String(row.status),
    happenedAt: new Date(row.happened_at as string).getTime(),
    message: row.message as string | null,
    attempts: Number(row.attempts),
  };
}

/** What became of a write-back; `retry` leaves it queued. */
export type WriteBackOutcome =
  | { state: "done"; eventGid: string }
  | { state: "failed" | "skipped"; error: string }
  | { state: "retry"; error: string; dueAt: number };

/** Writes down what came of a write-back, unless somebody else has already. */
export async function finishWriteBack(tx: Tx, id: string, outcome: WriteBackOutcome): Promise<void> {
  await tx.writeBack.updateMany({
    where: { id, state: "queued" },
    data: {
      state: outcome.state === "retry" ? "queued" : outcome.state,
      nextDueAt: outcome.state === "retry" ? new Date(outcome.dueAt) : null,
      ...(outcome.state === "done" ? { eventGid: outcome.eventGid, error: null } : { error: outcome.error.slice(0, 500) }),
    },
  });
}

/**
 * Fulfillment events that Milepost itself made, or is about to: by gid, and by fulfillment, status and second, since
 * the event can come back before its gid is stored.
 */
export async function ownFulfillmentEvents(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<{ gids: Set<string>; told: Set<string> }> {
  const rows = await tx.$queryRawUnsafe<{ event_gid: string | null; gid: string; status: string; happened_at: Date }[]>(
    `select w.event_gid, f.gid, w.status, w.happened_at from write_back w
     join shipment s on s.id = w.shipment_id join fulfillment f on f.id = s.fulfillment_id
     where w.shop_id = $1 and s.order_id = any($2::text[]) and w.state in ('queued', 'done')`,
    shopId,
    orderIds,
  );
  return {
    gids: new Set(rows.flatMap((row) => (row.event_gid ? [row.event_gid] : []))),
    told: new Set(rows.map((row) => toldKey(row.gid, row.status, new Date(row.happened_at).getTime()))),
  };
}

/** How an event is recognised before its gid is known; Shopify keeps whole seconds. */
export function toldKey(fulfillmentGid: string, status: string, happenedAt: number): string {
  return `${fulfillmentGid} ${status} ${Math.floor(happenedAt / 1_000)}`;
}

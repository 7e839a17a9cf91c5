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
  /** When the carrier expects the delivery, milliseconds since the epoch. */
  estimatedAt?: number | null;
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
    estimated_at: each.estimatedAt == null ? null : new Date(each.estimatedAt).toISOString(),
    state: each.skip ? "skipped" : "queued",
    error: each.skip ?? null,
    next_due_at: each.skip ? null : new Date(each.dueAt + JOB_LOST_AFTER_MS).toISOString(),
  }));
  const inserted = await tx.$queryRawUnsafe<{ id: string; state: string }[]>(
    `insert into write_back (id, shop_id, shipment_id, key, status, happened_at, message, estimated_at, state, error, next_due_at)
     select gen_random_uuid()::text, shop_id, shipment_id, key, status, happened_at, message, estimated_at, state, error, next_due_at
     from jsonb_to_recordset($1::jsonb) as row(shop_id text, shipment_id text, key text, status text,
       happened_at timestamptz, message text, estimated_at timestamptz, state text, error text, next_due_at timestamptz)
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
  /** The shop's stored settings, to be read with `readSettings`. */
  shopSettings: unknown;
  /** Null when the tracking number was taken off the fulfillment, or never belonged to one. */
  fulfillmentGid: string | null;
  status: string;
  happenedAt: number;
  message: string | null;
  estimatedAt: number | null;
  attempts: number;
}

/** A queued write-back, the try counted; null when it is done, given up, or gone with its shipment. */
export async function takeWriteBack(tx: Tx, id: string): Promise<PendingWriteBack | null> {
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `update write_back w set attempts = w.attempts + 1
     from shipment s left join fulfillment f on f.id = s.fulfillment_id and s.removed_at is null join shop on shop.id = s.shop_id
     where w.id = $1 and w.state = 'queued' and s.id = w.shipment_id and s.shop_id = w.shop_id
     returning w.id, w.shop_id, shop.domain, shop.status as shop_status, shop.settings, f.gid, w.status, w.happened_at, w.message, w.estimated_at, w.attempts`,
    id,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: String(row.id),
    shopId: String(row.shop_id),
    shopDomain: String(row.domain),
    shopActive: row.shop_status === "active",
    shopSettings: row.settings,
    fulfillmentGid: row.gid as string | null,
    status: String(row.status),
    happenedAt: new Date(row.happened_at as string).getTime(),
    message: row.message as string | null,
    estimatedAt: row.estimated_at === null ? null : new Date(row.estimated_at as string).getTime(),
    attempts: Number(row.attempts),
  };
}

/** What became of a write-back; `retry` leaves it queued. */
export type WriteBackOutcome =
  | { state: "done"; eventGid: string }
  | { state: "failed" | "skipped"; error: string }
  | { state: "retry"; error: string; dueAt: number };

/**
 * Records what came of a write-back, unless that is recorded already. An event that Shopify has made counts although the
 * write-back was skipped while it was on its way.
 */
export async function finishWriteBack(tx: Tx, id: string, outcome: WriteBackOutcome): Promise<void> {
  await tx.writeBack.updateMany({
    where: { id, state: outcome.state === "done" ? { in: ["queued", "skipped"] } : "queued" },
    data: {
      state: outcome.state === "retry" ? "queued" : outcome.state,
      nextDueAt: outcome.state === "retry" ? new Date(outcome.dueAt) : null,
      ...(outcome.state === "done" ? { eventGid: outcome.eventGid, error: null } : { error: outcome.error.slice(0, 500) }),
    },
  });
}

/** Skips everything of a shop that waits to be written back. @returns how many */
export async function skipQueuedWriteBacks(tx: Tx, shopId: string, reason: string): Promise<number> {
  const { count } = await tx.writeBack.updateMany({ where: { shopId, state: "queued" }, data: { state: "skipped", error: reason, nextDueAt: null } });
  return count;
}

/**
 * Fulfillment events that Milepost itself made, or is about to: by gid, and by fulfillment, status and second, since
 * the event can come back before its gid is stored. One that was tried counts whatever became of it: Shopify may have
 * made the event although its answer was lost. Estimates that were written back are given by fulfillment and second.
 */
export async function ownFulfillmentEvents(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<{ gids: Set<string>; told: Set<string>; estimates: Set<string> }> {
  const rows = await tx.$queryRawUnsafe<{ event_gid: string | null; gid: string; status: string; happened_at: Date; estimated_at: Date | null }[]>(
    `select w.event_gid, f.gid, w.status, w.happened_at, w.estimated_at from write_back w
     join shipment s on s.id = w.shipment_id join fulfillment f on f.id = s.fulfillment_id
     where w.shop_id = $1 and s.order_id = any($2::text[]) and (w.state in ('queued', 'done') or w.attempts > 0)`,
    shopId,
    orderIds,
  );
  return {
    gids: new Set(rows.flatMap((row) => (row.event_gid ? [row.event_gid] : []))),
    told: new Set(rows.map((row) => toldKey(row.gid, row.status, new Date(row.happened_at).getTime()))),
    estimates: new Set(rows.flatMap((row) => (row.estimated_at ? [estimateKey(row.gid, new Date(row.estimated_at).getTime())] : []))),
  };
}

/** How an event is recognised before its gid is known; Shopify keeps whole seconds. */
export function toldKey(fulfillmentGid: string, status: string, happenedAt: number): string {
  return `${fulfillmentGid} ${status} ${Math.floor(happenedAt / 1_000)}`;
}

/** How an estimate that was written back is recognised on the fulfillment. */
export function estimateKey(fulfillmentGid: string, at: number): string {
  return `${fulfillmentGid} ${Math.floor(at / 1_000)}`;
}

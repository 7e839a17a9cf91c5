import type { MessageDecision } from "~/domain/notifications/decide-messages";
import type { Trigger } from "~/domain/settings/shop-settings";

import type { Tx } from "./database.server";
import { jsonRows } from "./sql-values";

/** How long whoever took a message has to send it before another may take it, ms. */
export const SEND_LEASE_MS = 5 * 60_000;

/** A decision with what it is about. */
export interface DecidedMessage extends MessageDecision {
  shopId: string;
  orderId: string;
  shipmentId: string | null;
}

/**
 * Stores decisions in the transaction that made them; those whose key the shop has already are left as they are.
 * A message whose locale is not known takes the shop's. What is skipped is stored with its reason.
 * @returns the ids of the messages that are to be sent: each wants a job in the same transaction
 */
export async function insertDecided(tx: Tx, decisions: readonly DecidedMessage[], now: number): Promise<string[]> {
  if (decisions.length === 0) return [];
  const rows = decisions.map((each) => ({
    shop_id: each.shopId, order_id: each.orderId, shipment_id: each.shipmentId, key: each.key, trigger: each.trigger, channel: each.channel,
    locale: each.locale, skip: each.skip,
  }));
  // The job sends it at once; the due instant is the net beneath: a job that vanished is made again.
  const inserted = await tx.$queryRawUnsafe<{ id: string; status: string }[]>(
    `insert into notification (id, shop_id, order_id, shipment_id, key, trigger, channel, locale, status, reason, decided_at, next_due_at)
     select gen_random_uuid()::text, row.shop_id, row.order_id, row.shipment_id, row.key, row.trigger, row.channel,
       coalesce(row.locale, shop.locale), case when row.skip is null then 'queued' else 'skipped' end, row.skip, $2::timestamptz,
       case when row.skip is null then $3::timestamptz end
     from jsonb_to_recordset($1::jsonb) as row(shop_id text, order_id text, shipment_id text, key text, trigger text, channel text, locale text, skip text)
     join shop on shop.id = row.shop_id
     on conflict (shop_id, key) do nothing
     returning id, status`,
    jsonRows(rows),
    iso(now),
    iso(now + SEND_LEASE_MS),
  );
  return inserted.filter((row) => row.status === "queued").map((row) => row.id);
}

/** Messages whose instant has come: waiting for another try, or taken by somebody who did not come back. Locks them. */
export async function dueNotifications(tx: Tx, now: number, limit: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select id from notification where next_due_at <= $1::timestamptz and status in ('queued', 'sending')
     order by next_due_at limit $2::int for update skip locked`,
    iso(now),
    limit,
  );
  return rows.map((row) => row.id);
}

/** Moves due messages on, so that the job made for each is the only one until then. */
export async function leaseNotifications(tx: Tx, ids: readonly string[], until: number): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRawUnsafe(
    `update notification set status = 'queued', next_due_at = $2::timestamptz where id = any($1::text[]) and status in ('queued', 'sending')`,
    ids,
    iso(until),
  );
}

export interface ClaimedNotification {
  id: string;
  shopId: string;
  orderId: string;
  shipmentId: string | null;
  trigger: Trigger;
  locale: string;
  /** Counts this try. */
  attempts: number;
  decidedAt: number;
}

/**
 * Takes one message for sending: at most one caller gets it until the lease ends. null when it is settled, when
 * somebody else has it, or when there is no such message.
 */
export async function claimNotification(tx: Tx, id: string, now: number): Promise<ClaimedNotification | null> {
  const rows = await tx.$queryRawUnsafe<
    { id: string; shop_id: string; order_id: string; shipment_id: string | null; trigger: string; locale: string; attempts: number; decided_at: Date }[]
  >(
    `update notification set status = 'sending', attempts = attempts + 1, next_due_at = $3::timestamptz
     where id = $1 and (status = 'queued' or (status = 'sending' and next_due_at <= $2::timestamptz))
     returning id, shop_id, order_id, shipment_id, trigger, locale, attempts, decided_at`,
    id,
    iso(now),
    iso(now + SEND_LEASE_MS),
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id, shopId: row.shop_id, orderId: row.order_id, shipmentId: row.shipment_id, trigger: row.trigger as Trigger, locale: row.locale,
    attempts: Number(row.attempts), decidedAt: new Date(row.decided_at).getTime(),
  };
}

/** How a try ended. */
export type TryResult =
  | { status: "sent"; messageId: string; subject: string; at: number }
  | { status: "skipped"; reason: string }
  | { status: "failed"; error: string }
  | { status: "queued"; error: string; nextDueAt: number };

/**
 * Stores how a try ended, if the message is still this try's: one that took too long and was taken by another does not
 * overwrite the other's result.
 * @returns whether it was stored
 */
export async function settleNotification(tx: Tx, claimed: Pick<ClaimedNotification, "id" | "shopId" | "attempts">, result: TryResult): Promise<boolean> {
  const { count } = await tx.notification.updateMany({
    where: { id: claimed.id, shopId: claimed.shopId, attempts: claimed.attempts, status: "sending" },
    data: {
      status: result.status,
      nextDueAt: result.status === "queued" ? new Date(result.nextDueAt) : null,
      error: result.status === "failed" || result.status === "queued" ? result.error : null,
      ...(result.status === "skipped" ? { reason: result.reason } : {}),
      ...(result.status === "sent" ? { messageId: result.messageId, subject: result.subject, sentAt: new Date(result.at) } : {}),
    },
  });
  return count > 0;
}

const iso = (at: number) => new Date(at).toISOString();

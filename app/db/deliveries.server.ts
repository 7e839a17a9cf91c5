import type { SqlRunner, Tx } from "./database.server";
import { jsonRows } from "./sql-values";

/** A webhook as it was taken in. */
export interface NewDelivery {
  /** shopify, 17track, ups … */
  source: string;
  /** The shop's domain; for providers the connection's shop. */
  shopDomain: string;
  topic: string;
  webhookId: string;
  eventId: string | null;
  apiVersion: string | null;
  triggeredAt: string | null;
  receivedAt: string;
  body: Buffer;
}

/**
 * Stores many deliveries in one statement; those taken in before (same source, shop and webhook id) are passed over.
 *
 * The bodies travel as one value that the database cuts up: bytes as they are, where an array of them would have to be
 * written as text and read back.
 * @returns the ids of the new ones
 */
export async function insertDeliveries(sql: SqlRunner, deliveries: readonly NewDelivery[]): Promise<string[]> {
  const column = <T>(pick: (each: NewDelivery) => T) => deliveries.map(pick);
  let end = 0;
  const starts = column(({ body }) => (end += body.length) - body.length + 1);
  const { rows } = await sql(
    `insert into delivery (source, shop_domain, topic, webhook_id, event_id, api_version, triggered_at, received_at, body, next_due_at)
     select source, shop_domain, topic, webhook_id, event_id, api_version, triggered_at, received_at, substring($9::bytea from start for length),
       received_at + interval '45 seconds'
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $10::int[], $11::int[])
       as row(source, shop_domain, topic, webhook_id, event_id, api_version, triggered_at, received_at, start, length)
     on conflict do nothing returning id`,
    [
      column((each) => each.source),
      column((each) => each.shopDomain),
      column((each) => each.topic),
      column((each) => each.webhookId),
      column((each) => each.eventId),
      column((each) => each.apiVersion),
      column((each) => each.triggeredAt),
      column((each) => each.receivedAt),
      Buffer.concat(column((each) => each.body)),
      starts,
      column((each) => each.body.length),
    ],
  );
  return rows.map((row) => String(row.id));
}

/** A delivery that waits to be dealt with. */
export interface PendingDelivery {
  id: string;
  source: string;
  shopDomain: string;
  topic: string;
  webhookId: string;
  eventId: string | null;
  triggeredAt: number | null;
  receivedAt: number;
  attempts: number;
  body: Buffer;
}

/**
 * Takes deliveries to deal with them: counts the try and holds them by a claim for as long as the lease, which
 * `renewClaim` moves on. A delivery that another claim holds is passed over, so that two never deal with one; when its
 * worker was killed, it is due again at the end of the lease.
 * @param claim names the run that takes them, e.g. a random UUID
 */
export async function claimDeliveries(tx: Tx, ids: readonly string[], claim: string, now: number, leaseMs: number): Promise<PendingDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `update delivery set attempts = attempts + 1, next_due_at = $2::timestamptz, claim = $3, claimed_until = $2::timestamptz
     where id in (select id from delivery where id = any($1::bigint[]) and status = 'pending' and (claimed_until is null or claimed_until <= $4::timestamptz)
       order by id for update skip locked)
     returning id::text, source, shop_domain, topic, webhook_id, event_id, triggered_at, received_at, attempts, encode(body, 'base64') as body`,
    ids.map((id) => BigInt(id)),
    new Date(now + leaseMs).toISOString(),
    claim,
    new Date(now).toISOString(),
  );
  return rows
    .map((row) => ({
      id: String(row.id),
      source: String(row.source),
      shopDomain: String(row.shop_domain),
      topic: String(row.topic),
      webhookId: String(row.webhook_id),
      eventId: row.event_id as string | null,
      triggeredAt: row.triggered_at ? new Date(row.triggered_at as string).getTime() : null,
      receivedAt: new Date(row.received_at as string).getTime(),
      attempts: Number(row.attempts),
      body: Buffer.from(row.body as string, "base64"),
    }))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Holds on to what a claim still has until `until`. @returns how many deliveries that are */
export async function renewClaim(tx: Tx, ids: readonly string[], claim: string, until: number): Promise<number> {
  return tx.$executeRawUnsafe(
    `update delivery set next_due_at = $3::timestamptz, claimed_until = $3::timestamptz where id = any($1::bigint[]) and claim = $2 and status = 'pending'`,
    ids.map((id) => BigInt(id)),
    claim,
    new Date(until).toISOString(),
  );
}

/** Ids of deliveries whose next try is due. */
export async function dueDeliveries(tx: Tx, now: number, limit: number): Promise<string[]> {
  const rows = await tx.delivery.findMany({
    where: { nextDueAt: { lte: new Date(now) }, status: "pending" },
    orderBy: { nextDueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map((row) => row.id.toString());
}

/** Puts the next look at deliveries far enough away that they are not enqueued twice. */
export async function leaseDeliveries(tx: Tx, ids: readonly string[], until: number): Promise<void> {
  await tx.delivery.updateMany({ where: { id: { in: ids.map(BigInt) } }, data: { nextDueAt: new Date(until) } });
}

/** What became of one delivery; `pending` is tried again at its instant. */
export type FinishedDelivery = { id: string; error: string | null } & ({ status: "done" | "ignored" | "dead" } | { status: "pending"; nextDueAt: number });

/**
 * Notes what became of deliveries, in one statement, and lets go of them. One that another claim has taken meanwhile is
 * that one's to note.
 */
export async function finishDeliveries(tx: Tx, finished: readonly FinishedDelivery[], claim: string, now: number): Promise<void> {
  if (finished.length === 0) return;
  const at = new Date(now).toISOString();
  const rows = finished.map((each) => ({
    id: each.id,
    status: each.status,
    error: each.error?.slice(0, 500) ?? null,
    next_due_at: each.status === "pending" ? new Date(each.nextDueAt).toISOString() : null,
    processed_at: each.status === "pending" ? null : at,
  }));
  // The body of what was dealt with is not needed again, and may hold personal data.
  await tx.$executeRawUnsafe(
    `update delivery d set status = row.status, error = row.error, next_due_at = row.next_due_at, processed_at = row.processed_at,
       claim = null, claimed_until = null, body = case when row.status in ('done', 'ignored') then ''::bytea else d.body end
     from jsonb_to_recordset($1::jsonb) as row(id bigint, status text, error text, next_due_at timestamptz, processed_at timestamptz)
     where d.id = row.id and d.claim = $2`,
    jsonRows(rows),
    claim,
  );
}

/** Puts a dead delivery of one shop back to work. @returns false when that shop has no such delivery */
export async function reviveDelivery(tx: Tx, shopDomain: string, id: string, now: number): Promise<boolean> {
  const { count } = await tx.delivery.updateMany({
    where: { id: BigInt(id), shopDomain, status: "dead" },
    data: { status: "pending", attempts: 0, nextDueAt: new Date(now), error: null, claim: null, claimedUntil: null },
  });
  return count > 0;
}

import type { Tx } from "../database.server";
import type { PendingDelivery } from "../deliveries.server";
import { isoOf } from "../sql-values";

/** A webhook that still has its body: it waits, or was given up on. */
export interface KeptBody extends Pick<PendingDelivery, "id" | "source" | "topic" | "body"> {
  status: string;
  receivedAt: Date;
}

/** Bodies of one query: each may have megabytes. */
const PAGE = 20;

/** Webhooks of a shop that still have their bodies, in pages after an id. */
export async function keptBodies(tx: Tx, shopDomain: string, after: string | null): Promise<KeptBody[]> {
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `select id::text, source, topic, status, received_at, encode(body, 'base64') as body from delivery
     where shop_domain = $1 and id > $2::bigint and status in ('pending', 'dead') and octet_length(body) > 0 order by delivery.id limit ${PAGE}`,
    shopDomain,
    BigInt(after ?? "0"),
  );
  return rows.map((row) => ({
    id: String(row.id), source: String(row.source), topic: String(row.topic), status: String(row.status), receivedAt: new Date(row.received_at as string),
    body: Buffer.from(row.body as string, "base64"),
  }));
}

/** Sets a webhook aside without its body: nothing is to be done about it any more. */
export async function dropBody(tx: Tx, shopDomain: string, id: string, reason: string, now: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `update delivery set status = 'ignored', body = ''::bytea, error = $3, next_due_at = null, claim = null, claimed_until = null, processed_at = $4::timestamptz
     where id = $1::bigint and shop_domain = $2 and status in ('pending', 'dead')`,
    BigInt(id),
    shopDomain,
    reason,
    isoOf(now),
  );
}

/** Leaves of a webhook's body what is needed to deal with it. */
export async function replaceBody(tx: Tx, shopDomain: string, id: string, body: string): Promise<void> {
  await tx.$executeRawUnsafe(
    `update delivery set body = convert_to($3, 'UTF8'), error = null where id = $1::bigint and shop_domain = $2 and status in ('pending', 'dead')`,
    BigInt(id),
    shopDomain,
    body,
  );
}

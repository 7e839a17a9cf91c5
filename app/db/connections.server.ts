import type { Tx } from "./database.server";

/** A connection as the engine uses it; the credentials are still sealed. */
export interface StoredConnection {
  id: string;
  shopId: string;
  shopDomain: string;
  provider: string;
  credentials: string;
  enabled: boolean;
  position: number;
  pausedUntil: number | null;
}

const withShop = { shop: { select: { domain: true } } } as const;

function toConnection(row: {
  id: string; shopId: string; provider: string; credentials: string; enabled: boolean; position: number; pausedUntil: Date | null; shop: { domain: string };
}): StoredConnection {
  return {
    id: row.id,
    shopId: row.shopId,
    shopDomain: row.shop.domain,
    provider: row.provider,
    credentials: row.credentials,
    enabled: row.enabled,
    position: row.position,
    pausedUntil: row.pausedUntil?.getTime() ?? null,
  };
}

export async function connectionByWebhookToken(tx: Tx, webhookToken: string): Promise<StoredConnection | null> {
  const row = await tx.carrierConnection.findFirst({ where: { webhookToken, enabled: true, shop: { status: "active" } }, include: withShop });
  return row ? toConnection(row) : null;
}

/** A shop's enabled connections in its routing order. */
export async function connectionsOf(tx: Tx, shopId: string): Promise<StoredConnection[]> {
  const rows = await tx.carrierConnection.findMany({
    where: { shopId, enabled: true },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }],
    include: withShop,
  });
  return rows.map(toConnection);
}

/** Notes how a call went: health for the settings page, and the calls of the day against the quota. */
export async function noteCalls(
  tx: Tx,
  shopId: string,
  provider: string,
  outcome: { calls: number; error: string | null; pausedUntil: number | null; now: number },
): Promise<void> {
  const at = new Date(outcome.now);
  const day = at.toISOString().slice(0, 10);
  await tx.$executeRawUnsafe(
    `update carrier_connection set
       calls = case when calls_on = $3 then calls + $4::int else $4::int end, calls_on = $3,
       last_ok_at = case when $5::text is null then $6::timestamptz else last_ok_at end,
       last_error_at = case when $5::text is null then last_error_at else $6::timestamptz end,
       last_error = coalesce($5::text, last_error),
       paused_until = $7::timestamptz
     where shop_id = $1 and provider = $2`,
    shopId,
    provider,
    day,
    outcome.calls,
    outcome.error?.slice(0, 300) ?? null,
    at.toISOString(),
    outcome.pausedUntil === null ? null : new Date(outcome.pausedUntil).toISOString(),
  );
}

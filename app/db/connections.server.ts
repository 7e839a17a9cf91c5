import type { TrackingProblem } from "~/domain/tracking/event";
import type { BudgetState } from "~/domain/tracking/routing/budget";

import { budgetState } from "./budgets.server";
import type { Tx } from "./database.server";

/** A connection as the engine uses it; the credentials are still sealed. */
export interface StoredConnection {
  id: string;
  shopId: string;
  shopDomain: string;
  provider: string;
  credentials: string;
  /** The secret part of the address to which the provider pushes. */
  webhookToken: string;
  enabled: boolean;
  position: number;
  pausedUntil: number | null;
  /** Nothing but problems since then; null when it works. */
  failingSince: number | null;
  budget: BudgetState;
  /** The merchant's own limits. */
  dailyLimit: number | null;
  unitCost: bigint | null;
  monthlyLimit: bigint | null;
  /** Paid units of the present month. */
  units: number;
  currency: string;
  removed: boolean;
}

const withShop = { shop: { select: { domain: true, currency: true } } } as const;

interface Row {
  id: string; shopId: string; provider: string; credentials: string; webhookToken: string; enabled: boolean; position: number; pausedUntil: Date | null; failingSince: Date | null;
  calls: number; callsOn: string | null; nextCallAt: Date | null; bookedUntil: Date | null; dailyLimit: number | null; unitCost: bigint | null;
  monthlyLimit: bigint | null; units: number; unitsOn: string | null; removedAt: Date | null; shop: { domain: string; currency: string };
}

function toConnection(row: Row, now: number): StoredConnection {
  const today = new Date(now).toISOString();
  return {
    id: row.id,
    shopId: row.shopId,
    shopDomain: row.shop.domain,
    provider: row.provider,
    credentials: row.credentials,
    webhookToken: row.webhookToken,
    enabled: row.enabled,
    position: row.position,
    pausedUntil: row.pausedUntil?.getTime() ?? null,
    failingSince: row.failingSince?.getTime() ?? null,
    budget: budgetState(row, today.slice(0, 10)),
    dailyLimit: row.dailyLimit,
    unitCost: row.unitCost,
    monthlyLimit: row.monthlyLimit,
    units: row.unitsOn === today.slice(0, 7) ? row.units : 0,
    currency: row.shop.currency,
    removed: row.removedAt !== null,
  };
}

/** The enabled connection of an active shop to whose address a provider pushes; null when there is none. */
export async function connectionByWebhookToken(tx: Tx, webhookToken: string): Promise<StoredConnection | null> {
  const row = await tx.carrierConnection.findFirst({ where: { webhookToken, enabled: true, shop: { status: "active" } }, include: withShop });
  return row ? toConnection(row, 0) : null;
}

/** A shop's enabled connections in its routing order. */
export async function connectionsOf(tx: Tx, shopId: string, now: number): Promise<StoredConnection[]> {
  const rows = await tx.carrierConnection.findMany({
    where: { shopId, enabled: true },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }],
    include: withShop,
  });
  return rows.map((row) => toConnection(row, now));
}

/** One connection, also one that is switched off or being removed: to end what it still does. */
export async function connectionOf(tx: Tx, shopId: string, provider: string, now: number): Promise<StoredConnection | null> {
  const row = await tx.carrierConnection.findUnique({ where: { shopId_provider: { shopId, provider } }, include: withShop });
  return row ? toConnection(row, now) : null;
}

/** How a request to a provider went. */
export interface CallOutcome {
  /** Requests beyond those that were taken out of the budget before; negative when fewer were needed. */
  calls: number;
  /** What concerns the whole connection; null when it answered. */
  problem: Pick<TrackingProblem, "kind" | "message"> | null;
  pausedUntil: number | null;
  now: number;
}

/** Notes how a call went: health for the settings page, and the calls of the day against the quota. */
export async function noteCalls(tx: Tx, shopId: string, provider: string, outcome: CallOutcome): Promise<void> {
  const at = new Date(outcome.now).toISOString();
  await tx.$executeRawUnsafe(
    `update carrier_connection set
       calls = greatest(0, case when calls_on = $3 then calls + $4::int else $4::int end), calls_on = $3,
       last_ok_at = case when $5::text is null then $6::timestamptz else last_ok_at end,
       last_error_at = case when $5::text is null then last_error_at else $6::timestamptz end,
       last_error = coalesce($5::text, last_error),
       last_problem = $8::text,
       failing_since = case when $5::text is null then null else coalesce(failing_since, $6::timestamptz) end,
       paused_until = case when $5::text is not null then greatest(paused_until, $7::timestamptz) when paused_until > $6::timestamptz then paused_until end
     where shop_id = $1 and provider = $2`,
    shopId,
    provider,
    at.slice(0, 10),
    outcome.calls,
    outcome.problem?.message.slice(0, 300) ?? null,
    at,
    outcome.pausedUntil === null ? null : new Date(outcome.pausedUntil).toISOString(),
    outcome.problem?.kind ?? null,
  );
}

/** Notes that a provider has pushed something; written at most once a minute. */
export async function notePush(tx: Tx, connectionId: string, now: number): Promise<void> {
  const at = new Date(now);
  await tx.carrierConnection.updateMany({
    where: { id: connectionId, OR: [{ lastPushAt: null }, { lastPushAt: { lt: new Date(now - 60_000) } }] },
    data: { lastPushAt: at },
  });
}

import type { Tx } from "./database.server";

/** What stands of a connection's one subscription for the whole account. */
export interface AccountSubscription {
  /** The provider's id; null while there is none. */
  id: string | null;
  /** What it was made for, hashed. */
  madeFor: string | null;
  /** Tries in a row that failed. */
  attempts: number;
}

/**
 * Has a connection's subscriptions looked after at once.
 * @param anew true where credentials have changed: what was made with the former ones is made anew
 */
export async function makePushDue(tx: Tx, shopId: string, provider: string, now: number, anew = false): Promise<void> {
  await tx.carrierConnection.updateMany({ where: { shopId, provider }, data: { pushDueAt: new Date(now), pushAttempts: 0, pushProblem: null, ...(anew ? { pushFor: null } : {}) } });
}

/** Keeps why a carrier takes no subscriptions of numbers; null when it does. Written only when it changes. */
export async function notePushProblem(tx: Tx, shopId: string, provider: string, problem: string | null): Promise<void> {
  const said = problem?.slice(0, 300) ?? null;
  await tx.carrierConnection.updateMany({ where: { shopId, provider, ...(said === null ? { pushProblem: { not: null } } : {}) }, data: { pushProblem: said } });
}

/** Connections whose subscriptions are to be looked after, leased so that nobody else takes them. */
export async function claimDuePushes(tx: Tx, now: number, leaseMs: number, limit: number): Promise<{ shopId: string; provider: string }[]> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string; provider: string }[]>(
    `update carrier_connection set push_due_at = $2::timestamptz where id in (
       select id from carrier_connection where push_due_at <= $1::timestamptz order by push_due_at limit $3::int for update skip locked)
     returning shop_id, provider`,
    new Date(now).toISOString(),
    new Date(now + leaseMs).toISOString(),
    limit,
  );
  return rows.map((row) => ({ shopId: row.shop_id, provider: row.provider }));
}

/** What stands of a connection's subscription, and whether its shop is active; null when there is no such connection. */
export async function accountSubscription(tx: Tx, shopId: string, provider: string): Promise<(AccountSubscription & { active: boolean }) | null> {
  const row = await tx.carrierConnection.findUnique({
    where: { shopId_provider: { shopId, provider } },
    select: { pushId: true, pushFor: true, pushAttempts: true, enabled: true, removedAt: true, shop: { select: { status: true } } },
  });
  if (!row) return null;
  return { id: row.pushId, madeFor: row.pushFor, attempts: row.pushAttempts, active: row.enabled && row.removedAt === null && row.shop.status === "active" };
}

/** Keeps the subscription that the provider has made (or ended: null), at once: one that is forgotten is never ended. */
export async function saveAccountSubscription(tx: Tx, shopId: string, provider: string, made: { id: string; madeFor: string } | null): Promise<void> {
  await tx.carrierConnection.updateMany({ where: { shopId, provider }, data: { pushId: made?.id ?? null, pushFor: made?.madeFor ?? null } });
}

/**
 * Keeps how looking after the subscriptions went and when it is next done; null when there is nothing more to do.
 * Unless the connection was changed meanwhile: then it is due already, and stays so.
 */
export async function settlePush(
  tx: Tx, shopId: string, provider: string, outcome: { problem: string | null; attempts: number; dueAt: number | null; calls: number; now: number },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update carrier_connection set push_problem = $3::text, push_attempts = $4::int,
       push_due_at = case when push_due_at <= $7::timestamptz then push_due_at else $5::timestamptz end,
       calls = case when calls_on = $6 then calls + $8::int when $8::int > 0 then $8::int else calls end,
       calls_on = case when $8::int > 0 then $6 else calls_on end
     where shop_id = $1 and provider = $2`,
    shopId,
    provider,
    outcome.problem?.slice(0, 300) ?? null,
    outcome.attempts,
    outcome.dueAt === null ? null : new Date(outcome.dueAt).toISOString(),
    new Date(outcome.now).toISOString().slice(0, 10),
    new Date(outcome.now).toISOString(),
    outcome.calls,
  );
}

/** How many subscriptions a provider holds for a shop: that of the account, and those of numbers. */
export async function countPushes(tx: Tx, shopId: string, provider: string): Promise<number> {
  const account = await tx.carrierConnection.count({ where: { shopId, provider, pushId: { not: null } } });
  const numbers = await tx.carrierSubscription.count({ where: { shopId, provider, externalId: { not: null } } });
  return account + numbers;
}

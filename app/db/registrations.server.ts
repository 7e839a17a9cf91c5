import type { Refusal } from "~/domain/tracking/routing/choose-source";

import type { Tx } from "./database.server";

/** A number's registration with an aggregator: one row for each number of a shop, whoever holds it. */
export interface StoredRegistration {
  numberKey: string;
  provider: string;
  status: "claiming" | "registered" | "refused" | "ending" | "ended";
  refusals: Refusal[];
  registeredAt: number;
}

const iso = (value: number) => new Date(value).toISOString();

/** The registrations of these numbers, whatever became of them. */
export async function registrationsOf(tx: Tx, shopId: string, numberKeys: readonly string[]): Promise<Map<string, StoredRegistration>> {
  const rows = await tx.aggregatorRegistration.findMany({ where: { shopId, numberKey: { in: [...numberKeys] } } });
  return new Map(
    rows.map((row) => [
      row.numberKey,
      {
        numberKey: row.numberKey,
        provider: row.provider,
        status: row.status as StoredRegistration["status"],
        refusals: row.refusals as unknown as Refusal[],
        registeredAt: row.registeredAt.getTime(),
      },
    ]),
  );
}

/**
 * Claims numbers for one provider before it is told to follow them: of two workers, one wins each number and only the
 * winner may call. A claim whose worker died is taken up by the same provider alone, for it may have been paid.
 * @returns the keys that were won
 */
export async function claimRegistrations(
  tx: Tx,
  shopId: string,
  provider: string,
  numbers: readonly { number: string; numberKey: string }[],
  now: number,
  leaseMs: number,
): Promise<Set<string>> {
  const unique = [...new Map(numbers.map((each) => [each.numberKey, each])).values()];
  if (unique.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ number_key: string }[]>(
    `insert into aggregator_registration as known (id, shop_id, number_key, number, provider, status, claimed_until, registered_at, next_due_at)
     select gen_random_uuid()::text, $1, row.number_key, row.number, $2, 'claiming', $4::timestamptz, $3::timestamptz, $4::timestamptz
     from jsonb_to_recordset($5::jsonb) as row(number_key text, number text) order by row.number_key
     on conflict (shop_id, number_key) do update set provider = $2, number = excluded.number, status = 'claiming', carrier = null, problem = null,
       claimed_until = $4::timestamptz, registered_at = $3::timestamptz, next_due_at = $4::timestamptz, attempts = 0, ended_at = null
     where known.status in ('refused', 'ended')
       or (known.status = 'claiming' and known.provider = $2 and known.claimed_until <= $3::timestamptz)
     returning number_key`,
    shopId,
    provider,
    iso(now),
    iso(now + leaseMs),
    JSON.stringify(unique.map((each) => ({ number_key: each.numberKey, number: each.number }))),
  );
  return new Set(rows.map((row) => row.number_key));
}

/** What became of a claimed number. `released`: the provider surely did not take it, and another may be asked. */
export interface SettledClaim {
  numberKey: string;
  outcome: "registered" | "refused" | "released" | "uncertain";
  carrier: string | null;
  problem: string | null;
  refusals: readonly Refusal[];
}

/**
 * Keeps what became of claims. One that is uncertain (no answer came) stays with its provider and is tried again there.
 * @param checkAt when a registration is next looked at: is its number still followed?
 */
export async function settleClaims(tx: Tx, shopId: string, provider: string, settled: readonly SettledClaim[], now: number, checkAt: number): Promise<void> {
  if (settled.length === 0) return;
  await tx.$executeRawUnsafe(
    `update aggregator_registration known set
       status = case row.outcome when 'registered' then 'registered' when 'refused' then 'refused' when 'released' then 'ended' else 'claiming' end,
       claimed_until = case when row.outcome = 'uncertain' then $4::timestamptz end,
       next_due_at = case row.outcome when 'registered' then $5::timestamptz when 'uncertain' then $5::timestamptz end,
       carrier = row.carrier, problem = row.problem, refusals = row.refusals
     from jsonb_to_recordset($3::jsonb) as row(number_key text, outcome text, carrier text, problem text, refusals jsonb)
     where known.shop_id = $1 and known.provider = $2 and known.status = 'claiming' and known.number_key = row.number_key`,
    shopId,
    provider,
    JSON.stringify(settled.map((each) => ({ number_key: each.numberKey, outcome: each.outcome, carrier: each.carrier, problem: each.problem?.slice(0, 300) ?? null, refusals: each.refusals }))),
    iso(now),
    iso(checkAt),
  );
}

/** A registration that is to be ended, with what its provider needs to know. */
export interface EndingRegistration {
  id: string;
  number: string;
  numberKey: string;
  carrier: string | null;
  refusals: Refusal[];
  attempts: number;
}

/**
 * Takes registrations of one provider to end them: whoever takes one holds it for a while.
 * @param numberKeys null takes all that the provider holds
 */
export async function takeForEnding(tx: Tx, shopId: string, provider: string, numberKeys: readonly string[] | null, now: number, leaseMs: number): Promise<EndingRegistration[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string; number: string; number_key: string; carrier: string | null; refusals: Refusal[]; attempts: number }[]>(
    `update aggregator_registration set status = 'ending', claimed_until = $4::timestamptz, next_due_at = $4::timestamptz
     where id in (
       select id from aggregator_registration where shop_id = $1 and provider = $2 and ($5::text[] is null or number_key = any($5::text[]))
         and (status = 'registered' or (status in ('ending', 'claiming') and claimed_until <= $3::timestamptz))
       order by id limit 500 for update skip locked)
     returning id, number, number_key, carrier, refusals, attempts`,
    shopId,
    provider,
    iso(now),
    iso(now + leaseMs),
    numberKeys === null ? null : [...numberKeys],
  );
  return rows.map((row) => ({ id: row.id, number: row.number, numberKey: row.number_key, carrier: row.carrier, refusals: row.refusals, attempts: row.attempts }));
}

/** Ends are done: the number may be registered anew, with whomever. `note` says what the merchant should know. */
export async function markEnded(tx: Tx, ids: readonly string[], note: string | null, now: number): Promise<void> {
  await tx.aggregatorRegistration.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "ended", problem: note, claimedUntil: null, nextDueAt: null, endedAt: new Date(now) },
  });
}

/** An end did not succeed: it is still registered, and tried again at `retryAt`. */
export async function markNotEnded(tx: Tx, ids: readonly string[], problem: string, retryAt: number): Promise<void> {
  await tx.aggregatorRegistration.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "registered", problem: problem.slice(0, 300), claimedUntil: null, nextDueAt: new Date(retryAt), attempts: { increment: 1 } },
  });
}

/** Keeps who would not have a number. */
export async function saveRefusals(tx: Tx, shopId: string, numberKey: string, refusals: readonly Refusal[]): Promise<void> {
  await tx.aggregatorRegistration.updateMany({ where: { shopId, numberKey }, data: { refusals: refusals as unknown as object[] } });
}

/** Forgets refusals: the merchant has corrected the carrier or resumed the tracking, so that all may be asked anew. */
export async function forgetRefusals(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `update aggregator_registration r set refusals = '[]' from shipment s
     where s.shop_id = $1 and s.id = any($2::text[]) and r.shop_id = $1 and r.number_key = s.number_key`,
    shopId,
    [...shipmentIds],
  );
}

/** Has the registrations of these shipments' numbers looked at at once: are they still followed? */
export async function makeRegistrationsDue(tx: Tx, shipmentIds: readonly string[], now: number): Promise<void> {
  if (shipmentIds.length === 0) return;
  await tx.$executeRawUnsafe(
    `update aggregator_registration r set next_due_at = $2::timestamptz from shipment s
     where s.id = any($1::text[]) and r.shop_id = s.shop_id and r.number_key = s.number_key and r.status in ('registered', 'claiming')`,
    [...shipmentIds],
    iso(now),
  );
}

/** Shops and providers with registrations to be looked at, leased so that nobody else takes them. */
export async function claimDueRegistrations(tx: Tx, now: number, leaseMs: number, limit: number): Promise<{ shopId: string; provider: string; numberKeys: string[] }[]> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string; provider: string; number_key: string }[]>(
    `update aggregator_registration set next_due_at = $2::timestamptz where id in (
       select id from aggregator_registration where next_due_at <= $1::timestamptz order by next_due_at limit $3::int for update skip locked)
     returning shop_id, provider, number_key`,
    iso(now),
    iso(now + leaseMs),
    limit,
  );
  return [...Map.groupBy(rows, (row) => `${row.shop_id} ${row.provider}`).values()].flatMap((group) =>
    group[0] ? [{ shopId: group[0].shop_id, provider: group[0].provider, numberKeys: group.map((row) => row.number_key) }] : [],
  );
}

/** Of these numbers, those of which some shipment is still followed: neither ended, stopped nor removed. */
export async function followedNumbers(tx: Tx, shopId: string, numberKeys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRawUnsafe<{ number_key: string }[]>(
    `select distinct s.number_key from shipment s join shop on shop.id = s.shop_id
     where s.shop_id = $1 and s.number_key = any($2::text[]) and s.removed_at is null and s.tracking_state = 'tracking' and shop.status = 'active'`,
    shopId,
    [...numberKeys],
  );
  return new Set(rows.map((row) => row.number_key));
}

/** When registrations are next looked at. */
export async function checkRegistrationsAt(tx: Tx, shopId: string, numberKeys: readonly string[], at: number): Promise<void> {
  await tx.aggregatorRegistration.updateMany({
    where: { shopId, numberKey: { in: [...numberKeys] }, status: { in: ["registered", "claiming"] } },
    data: { nextDueAt: new Date(at) },
  });
}

/** Of these numbers, those of which a provider has told some scan. */
export async function numbersTold(tx: Tx, shopId: string, provider: string, numberKeys: readonly string[]): Promise<Set<string>> {
  if (numberKeys.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ number_key: string }[]>(
    `select distinct s.number_key from shipment s
     where s.shop_id = $1 and s.number_key = any($3::text[]) and exists (select 1 from tracking_event e where e.shipment_id = s.id and e.provider = $2)`,
    shopId,
    provider,
    [...numberKeys],
  );
  return new Set(rows.map((row) => row.number_key));
}

/** How many numbers a provider holds for a shop. */
export async function countRegistrations(tx: Tx, shopId: string, provider: string): Promise<number> {
  return tx.aggregatorRegistration.count({ where: { shopId, provider, status: { in: ["claiming", "registered", "ending"] } } });
}

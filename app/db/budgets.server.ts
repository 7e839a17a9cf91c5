import { afterCalls, type BudgetPolicy, type BudgetState } from "~/domain/tracking/routing/budget";

import type { Tx } from "./database.server";

const iso = (value: number | null) => (value === null ? null : new Date(value).toISOString());

/**
 * Takes calls out of a connection's budget, with its row locked: it holds however many workers ask at once.
 * @param decide how many calls are wanted, given what has been used
 * @returns the calls granted, when the first may be made, and what is used now
 */
export async function takeCalls(
  tx: Tx,
  connectionId: string,
  policy: BudgetPolicy,
  decide: (state: BudgetState) => number,
  now: number,
): Promise<{ calls: number; firstAt: number; state: BudgetState }> {
  const day = new Date(now).toISOString().slice(0, 10);
  const [row] = await tx.$queryRawUnsafe<{ calls: number; calls_on: string | null; next_call_at: Date | null; booked_until: Date | null }[]>(
    "select calls, calls_on, next_call_at, booked_until from carrier_connection where id = $1 for update",
    connectionId,
  );
  const state = budgetState(row ? { calls: row.calls, callsOn: row.calls_on, nextCallAt: row.next_call_at, bookedUntil: row.booked_until } : null, day);
  const calls = row ? Math.max(0, decide(state)) : 0;
  const after = afterCalls(policy, state, calls, now);
  if (calls > 0) {
    await tx.$executeRawUnsafe(
      "update carrier_connection set calls = $2::int, calls_on = $3, next_call_at = $4::timestamptz where id = $1",
      connectionId,
      after.usedToday,
      day,
      iso(after.nextCallAt),
    );
  }
  return { calls, firstAt: Math.max(state.nextCallAt ?? now, now), state: after };
}

/** A connection's budget as it stands on a UTC day. */
export function budgetState(row: { calls: number; callsOn: string | null; nextCallAt: Date | null; bookedUntil: Date | null } | null, day: string): BudgetState {
  return {
    usedToday: row && row.callsOn === day ? row.calls : 0,
    nextCallAt: row?.nextCallAt?.getTime() ?? null,
    bookedUntil: row?.bookedUntil?.getTime() ?? null,
  };
}

/** Notes that later calls have been promised up to an instant. */
export async function bookUntil(tx: Tx, connectionId: string, until: number): Promise<void> {
  await tx.$executeRawUnsafe(
    "update carrier_connection set booked_until = greatest(booked_until, $2::timestamptz) where id = $1",
    connectionId,
    iso(until),
  );
}

/**
 * Takes paid units (registrations, or calls where those are paid) out of the month's spending.
 * @param most units that may be used in all this month; null when nothing limits them
 * @returns how many were granted
 */
export async function takeUnits(tx: Tx, connectionId: string, wanted: number, most: number | null, now: number): Promise<number> {
  const month = new Date(now).toISOString().slice(0, 7);
  const [row] = await tx.$queryRawUnsafe<{ granted: number }[]>(
    `with known as (
       select id, case when units_on = $3 then units else 0 end as used from carrier_connection where id = $1 for update
     ), granting as (
       select id, used, case when $4::int is null then $2::int else greatest(0, least($2::int, $4::int - used)) end as granted from known
     )
     update carrier_connection c set units = granting.used + granting.granted, units_on = $3 from granting where c.id = granting.id
     returning granting.granted`,
    connectionId,
    wanted,
    month,
    most,
  );
  return row?.granted ?? 0;
}

/** Gives back units that the provider did not charge. */
export async function giveBackUnits(tx: Tx, connectionId: string, units: number, now: number): Promise<void> {
  if (units <= 0) return;
  await tx.$executeRawUnsafe(
    "update carrier_connection set units = greatest(0, units - $2::int) where id = $1 and units_on = $3",
    connectionId,
    units,
    new Date(now).toISOString().slice(0, 7),
  );
}

/** The instants at which shipments are due that could not be asked for; nobody's failure. */
export async function putOffPolls(tx: Tx, puts: readonly { shipmentId: string; until: number }[]): Promise<void> {
  if (puts.length === 0) return;
  await tx.$executeRawUnsafe(
    // Locked in the order of their ids, as everywhere, so that two workers cannot wait for each other.
    `with row as (select * from jsonb_to_recordset($1::jsonb) as row(id text, until timestamptz)),
       held as (select id from shipment where id in (select id from row) and next_poll_at is not null order by id for update)
     update shipment s set next_poll_at = row.until from held join row on row.id = held.id where s.id = held.id`,
    JSON.stringify(puts.map((each) => ({ id: each.shipmentId, until: iso(each.until) }))),
  );
}

import type { ObservedHour } from "~/domain/client-addresses/diagnosis";

import type { SqlRunner } from "./database.server";

/** Rows are kept this long, ms. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Stores what a process has counted in an hour so far, and deletes what is a week old. */
export async function storeObservedHour(sql: SqlRunner, hour: ObservedHour): Promise<void> {
  await sql(
    `insert into observed_address_hour (process_id, hour, requests, unknown, addresses) values ($1, $2::timestamptz, $3, $4, $5)
     on conflict (process_id, hour) do update set requests = excluded.requests, unknown = excluded.unknown, addresses = excluded.addresses`,
    [hour.processId, new Date(hour.hour).toISOString(), hour.requests, hour.unknown, hour.addresses],
  );
  if (hour.requests === 1) await sql("delete from observed_address_hour where hour < $1::timestamptz", [new Date(hour.hour - KEPT_MS).toISOString()]);
}

/** What all web processes have counted since an instant. */
export async function observedHoursSince(sql: SqlRunner, since: number): Promise<ObservedHour[]> {
  const { rows } = await sql("select process_id, hour, requests, unknown, addresses from observed_address_hour where hour >= $1::timestamptz", [new Date(since).toISOString()]);
  return rows.map((row) => ({
    processId: String(row.process_id),
    hour: new Date(row.hour as string).getTime(),
    requests: Number(row.requests),
    unknown: Number(row.unknown),
    addresses: Number(row.addresses),
  }));
}

import type { SqlRunner } from "./database.server";

/**
 * How many rows wait for the worker's next look: their instant has come and no job holds them. For health, and for
 * whoever waits until nothing is left to do.
 */
export async function countDue(sql: SqlRunner, now: number): Promise<number> {
  const { rows } = await sql(
    `select
       (select count(*) from shipment s join shop on shop.id = s.shop_id where s.next_poll_at <= $1::timestamptz and shop.status = 'active')
       + (select count(*) from shipment where next_rule_at <= $1::timestamptz)
       + (select count(*) from delivery where next_due_at <= $1::timestamptz and status = 'pending')
       + (select count(*) from notification where next_due_at <= $1::timestamptz)
       + (select count(*) from write_back where next_due_at <= $1::timestamptz)
       + (select count(*) from mapping_version where next_due_at <= $1::timestamptz and replay = 'running')
       + (select count(*) from sync_run where next_due_at <= $1::timestamptz)
       + (select count(*) from file_import where next_due_at <= $1::timestamptz)
       + (select count(*) from shop where next_sync_at <= $1::timestamptz and status = 'active') as due`,
    [new Date(now).toISOString()],
  );
  return Number(rows[0]?.due ?? 0);
}

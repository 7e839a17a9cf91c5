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
       + (select count(*) from carrier_connection where push_due_at <= $1::timestamptz)
       + (select count(*) from mapping_version where next_due_at <= $1::timestamptz and replay = 'running')
       + (select count(*) from sync_run where next_due_at <= $1::timestamptz)
       + (select count(*) from file_import where next_due_at <= $1::timestamptz)
       + (select count(*) from maintenance where next_due_at <= $1::timestamptz)
       + (select count(*) from shop where next_sync_at <= $1::timestamptz and status = 'active') as due`,
    [new Date(now).toISOString()],
  );
  return Number(rows[0]?.due ?? 0);
}

/** Whether any row of each kind is due: one statement, each part one look into an index. */
const DUE = {
  polls: "exists(select 1 from poll_turn where at <= $1::timestamptz) or exists(select 1 from poll_round where until <= $1::timestamptz)",
  rules: "exists(select 1 from shipment where next_rule_at <= $1::timestamptz)",
  deliveries: "exists(select 1 from delivery where next_due_at <= $1::timestamptz and status = 'pending')",
  notifications: "exists(select 1 from notification where next_due_at <= $1::timestamptz)",
  writeBacks: "exists(select 1 from write_back where next_due_at <= $1::timestamptz)",
  registrations: "exists(select 1 from aggregator_registration where next_due_at <= $1::timestamptz)",
  pushes: "exists(select 1 from carrier_connection where push_due_at <= $1::timestamptz)",
  shops: "exists(select 1 from shop where next_sync_at <= $1::timestamptz)",
  syncRuns: "exists(select 1 from sync_run where next_due_at <= $1::timestamptz)",
  replays: "exists(select 1 from mapping_version where next_due_at <= $1::timestamptz)",
  imports: "exists(select 1 from file_import where next_due_at <= $1::timestamptz)",
  maintenance: "exists(select 1 from maintenance where next_due_at <= $1::timestamptz)",
} as const;

export type DueKind = keyof typeof DUE;
const KINDS = Object.keys(DUE) as DueKind[];
const WHAT_IS_DUE = `select ${KINDS.map((kind) => `(${DUE[kind]}) as "${kind}"`).join(", ")}`;

/** The kinds of which something is due now. */
export async function dueKinds(sql: SqlRunner, now: number): Promise<DueKind[]> {
  const { rows } = await sql(WHAT_IS_DUE, [new Date(now).toISOString()]);
  return KINDS.filter((kind) => rows[0]?.[kind] === true);
}

import type pg from "pg";

/** As many shipments in one transaction as the pipeline takes. */
const BATCH = 250;

/** Tables whose rows the pipeline writes, and how a row is told to belong to one of the bench's shipments. */
const TABLES = [
  { table: "delivery", columns: null },
  { table: "tracking_event", columns: null },
  { table: "notification", columns: null },
  { table: "write_back", columns: null },
] as const;

/**
 * What the database alone takes for the same rows: they are read out, taken away, and written again in the pipeline's
 * batches, each in a transaction with the shipments' update and the jobs; nothing is parsed, computed or decided.
 * @returns seconds
 */
export async function writeRowsAlone(client: pg.Client, shipments: number): Promise<number> {
  const rows = new Map<string, unknown[]>();
  for (const { table } of TABLES) rows.set(table, await readAll(client, `select to_jsonb(t) as row from ${table} t ${table === "tracking_event" ? "where shipment_id like 'snew%'" : ""} order by id`));
  const updates = await readAll(client, "select to_jsonb(s) as row from shipment s where id like 'snew%' order by id");
  const jobs = await readAll(client, "select to_jsonb(j) as row from pgboss.job j where name in ('write-back', 'send-notification')");
  await client.query("delete from tracking_event where shipment_id like 'snew%'");
  await client.query("truncate delivery, notification, write_back");
  await client.query("delete from pgboss.job where name in ('write-back', 'send-notification')");
  await client.query("update shipment set status = 'PENDING', event_count = 0 where id like 'snew%'");
  await client.query("vacuum");

  const began = performance.now();
  const batches = Math.ceil(shipments / BATCH);
  for (let batch = 0; batch < batches; batch += 1) {
    // The bodies are kept first, in a transaction of their own, as when they are taken in.
    await insert(client, "delivery", part(rows.get("delivery") ?? [], batch, batches));
    await client.query("begin");
    for (const table of ["tracking_event", "notification", "write_back"]) await insert(client, table, part(rows.get(table) ?? [], batch, batches));
    await client.query(
      `update shipment s set status = row.status, detail = row.detail, status_at = row.status_at, first_scan_at = row.first_scan_at,
         last_event_at = row.last_event_at, delivered_at = row.delivered_at, event_count = row.event_count, next_poll_at = row.next_poll_at, next_rule_at = row.next_rule_at
       from jsonb_populate_recordset(null::shipment, $1::jsonb) row where s.id = row.id`,
      [JSON.stringify(part(updates, batch, batches))],
    );
    await insert(client, "pgboss.job", part(jobs, batch, batches));
    await client.query("update delivery set status = 'done' where id = any($1::bigint[])", [part(rows.get("delivery") ?? [], batch, batches).map((row) => (row as { id: number }).id)]);
    await client.query("commit");
  }
  return (performance.now() - began) / 1_000;
}

async function readAll(client: pg.Client, query: string): Promise<unknown[]> {
  const { rows } = await client.query<{ row: unknown }>(query);
  return rows.map((each) => each.row);
}

function part(rows: readonly unknown[], batch: number, batches: number): unknown[] {
  const size = Math.ceil(rows.length / batches);
  return rows.slice(batch * size, (batch + 1) * size);
}

async function insert(client: pg.Client, table: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

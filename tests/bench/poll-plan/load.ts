import type { Database, SqlRunner } from "~/db/database.server";

const CHUNK = 100_000;

/**
 * Stores shops of very different sizes with so many shipments between them, none of them due: the biggest has about a
 * tenth of all, most have a few (sizes fall as 1/rank). Set-based, and without the work that a bulk load can do once at
 * its end: indexes are built afterwards, foreign keys and triggers are off (the server's user must be allowed that).
 *
 * @param options.from shipments stored before
 */
export async function loadShipments(db: Database, options: { shops: number; shipments: number; from: number; now: number }): Promise<void> {
  const at = new Date(options.now).toISOString();
  await db.sqlTransaction(async (sql) => {
    await sql("set local session_replication_role = replica");
    await sql("set local maintenance_work_mem = '256MB'");
    if (options.from === 0) await loadShops(sql, options.shops, at);
    const { rows: indexes } = await sql("select indexname, indexdef from pg_indexes where tablename = 'shipment' and indexname <> 'shipment_pkey'");
    for (const { indexname } of indexes) await sql(`drop index "${String(indexname)}"`);
    // rank = shops ^ u for u uniform in (0, 1) gives sizes that fall as 1/rank; instants between an hour and a day ahead.
    for (let start = options.from; start < options.shipments; start += CHUNK) {
      await sql(
        `insert into shipment (id, shop_id, order_id, number, number_key, carrier, shipped_at, created_at, updated_at, status, status_at, next_poll_at, next_rule_at)
         select 'shipment-' || n, 'shop-' || rank, 'order-' || rank, 'N' || n, 'N' || n, 'ups', $3::timestamptz, $3::timestamptz, $3::timestamptz, 'IN_TRANSIT', $3::timestamptz,
           $3::timestamptz + interval '1 hour' + random() * interval '23 hours', $3::timestamptz + interval '2 days'
         from (select n, floor(power($4::float8, random()))::int as rank from generate_series($1::int + 1, $2::int) n) spread`,
        [start, Math.min(start + CHUNK, options.shipments), at, options.shops],
      );
    }
    for (const { indexdef } of indexes) await sql(String(indexdef));
  });
  await makeLine(db);
  await db.sql("vacuum analyze shipment");
  await db.sql("vacuum analyze shop");
}

/** Gives every shop the one place that it would have if nothing had been written in bulk, or rolled back. */
async function makeLine(db: Database): Promise<void> {
  await db.sqlTransaction(async (sql) => {
    await sql("delete from poll_turn");
    await sql("insert into poll_turn (shop_id, at) select shop_id, min(next_poll_at) from shipment where next_poll_at is not null group by shop_id");
  });
  await db.sql("vacuum analyze poll_turn");
}

async function loadShops(sql: SqlRunner, shops: number, at: string): Promise<void> {
  await sql(
    `insert into shop (id, domain, status, installed_at)
     select 'shop-' || n, 'shop-' || n || '.myshopify.com', 'active', $2::timestamptz from generate_series(1, $1::int) n`,
    [shops, at],
  );
  await sql(
    `insert into "order" (id, shop_id, gid, name, name_key, processed_at, source_updated_at)
     select 'order-' || n, 'shop-' || n, 'gid://shopify/Order/' || n, '#' || n, n::text, $2::timestamptz, $2::timestamptz from generate_series(1, $1::int) n`,
    [shops, at],
  );
}

/** Makes so many more shipments due, spread over the shops as all shipments are; by an ordinary write. */
export async function makeDue(sql: SqlRunner, count: number, now: number): Promise<void> {
  if (count === 0) return;
  await sql(
    `update shipment set next_poll_at = $2::timestamptz - random() * interval '1 hour'
     where id in (select id from shipment where next_poll_at > $2::timestamptz order by md5(id) limit $1::int)`,
    [count, new Date(now).toISOString()],
  );
  await sql("vacuum analyze shipment");
}

/** Makes one shipment due of each of so many shops, and nothing else. */
export async function makeOneDueOfEach(db: Database, shops: number, now: number): Promise<void> {
  await makeNothingDue(db.sql, now);
  await db.sql(
    `update shipment set next_poll_at = $2::timestamptz - random() * interval '1 hour'
     where id in (select (select id from shipment where shop_id = shop.id limit 1) from shop
       where exists (select from shipment where shop_id = shop.id) order by md5(id) limit $1::int)`,
    [shops, new Date(now).toISOString()],
  );
  await makeLine(db);
  await db.sql("vacuum analyze shipment");
}

/** Makes nothing due any more. */
export async function makeNothingDue(sql: SqlRunner, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  await sql("update shipment set next_poll_at = $1::timestamptz + interval '6 hours' where next_poll_at <= $1::timestamptz", [at]);
}

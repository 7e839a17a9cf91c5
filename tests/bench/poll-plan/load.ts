import type { SqlRunner } from "~/db/database.server";

/**
 * Stores shops of very different sizes with so many shipments between them, none of them due: the biggest has about a
 * tenth of all, most have a few (sizes fall as 1/rank). Set-based, in a few statements.
 */
export async function loadShipments(sql: SqlRunner, options: { shops: number; shipments: number; from: number; now: number }): Promise<void> {
  const { shops, shipments, from } = options;
  const at = new Date(options.now).toISOString();
  if (from === 0) {
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
  // rank = shops ^ u for u uniform in (0, 1) gives sizes that fall as 1/rank. The instants lie between an hour and a day ahead.
  for (let start = from; start < shipments; start += 100_000) {
    await sql(
      `insert into shipment (id, shop_id, order_id, number, number_key, carrier, shipped_at, created_at, updated_at, status, status_at, next_poll_at, next_rule_at)
       select 'shipment-' || n, 'shop-' || rank, 'order-' || rank, 'N' || n, 'N' || n, 'ups', $3::timestamptz, $3::timestamptz, $3::timestamptz, 'IN_TRANSIT', $3::timestamptz,
         $3::timestamptz + interval '1 hour' + random() * interval '23 hours', $3::timestamptz + interval '2 days'
       from (select n, floor(power($4::float8, random()))::int as rank from generate_series($1::int + 1, $2::int) n) spread`,
      [start, Math.min(start + 100_000, shipments), at, shops],
    );
  }
  await sql("vacuum analyze shipment");
  await sql("vacuum analyze poll_turn");
}

/** Makes exactly so many shipments due, spread over all shops as the shipments are. */
export async function makeDueCount(sql: SqlRunner, count: number, now: number): Promise<void> {
  if (count === 0) return;
  await sql(
    `update shipment set next_poll_at = $2::timestamptz - random() * interval '1 hour'
     where id in (select id from shipment where next_poll_at > $2::timestamptz order by md5(id) limit $1::int)`,
    [count, new Date(now).toISOString()],
  );
  await sql("vacuum analyze shipment");
}

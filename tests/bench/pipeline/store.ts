import pg from "pg";

import { openDatabase } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";

import { numberOf } from "./pushes";

/** What the processes of the bench share. */
export const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString("base64");
export const API_KEY = "bench-17track-key";
export const WEBHOOK_TOKEN = "bench-webhook-token-0000001";
const SHOP_ID = "bench-shop";

/** Orders, fulfillments and shipments of one shop, `count` of each, made in the database itself. */
const MAKE = `
  with made as (select n, $1::text || n as tag from generate_series($2::int, $3::int) n),
  orders as (
    insert into "order" (id, shop_id, gid, name, name_key, processed_at, source_updated_at, email_enc, country_code)
    select 'o' || tag, $4, 'gid://shopify/Order/' || tag, '#' || tag, upper(tag), $5::timestamptz, $5::timestamptz, 'sealed', 'GB' from made),
  fulfillments as (
    insert into fulfillment (id, shop_id, order_id, gid, status, fulfilled_at, source_updated_at)
    select 'f' || tag, $4, 'o' || tag, 'gid://shopify/Fulfillment/' || tag, 'SUCCESS', $5::timestamptz, $5::timestamptz from made)
  insert into shipment (id, shop_id, order_id, fulfillment_id, number, number_key, tracking_company, carrier, carrier_source,
    destination_country, shipped_at, status, status_at, last_event_at, event_count, tracking_state, next_poll_at, created_at, updated_at)
  select 's' || tag, $4, 'o' || tag, 'f' || tag, number, number, 'Royal Mail', 'royal_mail', 'company', 'GB', $5::timestamptz,
    $6, case when $6 = 'PENDING' then null else $5::timestamptz end, case when $6 = 'PENDING' then null else $5::timestamptz end, $7::int, 'tracking',
    $8::timestamptz + (n % 864000) * interval '1 second', $5::timestamptz, $5::timestamptz
  from (select n, tag, case when $1 = 'new' then 'BENCH' || lpad(n::text, 9, '0') || 'GB' else 'OLD' || lpad(n::text, 9, '0') || 'GB' end as number from made) numbered`;

const OLD_EVENTS = `
  insert into tracking_event (shop_id, shipment_id, key, source, provider, carrier, at, certainty, status, detail, mapping, code, text, return_leg, withdraws, received_at)
  select $1, 'sold' || n, '17track:' || n || ':' || e, 'aggregator', '17track', 'royal_mail', $4::timestamptz + e * interval '6 hours', 'exact',
    'IN_TRANSIT', 'departed', '17track/statuses@1', 'InTransit_Departure', 'Departed from the sorting centre', false, false, $4::timestamptz + e * interval '6 hours'
  from generate_series($2::int, $3::int) n, generate_series(1, 2) e`;

/**
 * Fills an empty database: one shop connected to 17TRACK with `waiting` shipments that nothing is known of, and
 * `stored` others that are under way, with two scans each.
 */
export async function fill(url: string, sizes: { waiting: number; stored: number }, now: number): Promise<void> {
  const database = await openDatabase({ url, dataDir: "" });
  const secrets = createSecrets(ENCRYPTION_KEY);
  await database.prisma.shop.create({ data: { id: SHOP_ID, domain: "bench.myshopify.com", name: "Bench", installedAt: new Date(now) } });
  await database.prisma.carrierConnection.create({
    data: {
      shopId: SHOP_ID, provider: "17track", credentials: secrets.encrypt(JSON.stringify({ api_key: API_KEY }), "connection.credentials"),
      webhookToken: WEBHOOK_TOKEN, createdAt: new Date(now),
    },
  });
  await database.close();

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const shipped = new Date(now - 4 * 24 * 3_600_000).toISOString();
  const later = new Date(now + 24 * 3_600_000).toISOString();
  const chunk = 100_000;
  for (let from = 1; from <= sizes.stored; from += chunk) {
    const to = Math.min(from + chunk - 1, sizes.stored);
    await client.query(MAKE, ["old", from, to, SHOP_ID, shipped, "IN_TRANSIT", 2, later]);
    await client.query(OLD_EVENTS, [SHOP_ID, from, to, shipped]);
  }
  await client.query(MAKE, ["new", 1, sizes.waiting, SHOP_ID, shipped, "PENDING", 0, later]);
  await client.query("vacuum analyze");
  await client.end();
}

/** Checks that `numberOf` and the SQL above name the same shipments. */
export async function expectNumbers(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from shipment where number_key = $1", [numberOf(1)]);
  if (rowCount !== 1) throw new Error("The bench's shipments do not carry the numbers that its pushes name.");
}

import { randomUUID } from "node:crypto";

import type { Database } from "~/db/database.server";

/** An active shop with one order. */
export async function addShop(db: Database, now: number): Promise<string> {
  const id = randomUUID();
  const at = new Date(now);
  await db.prisma.shop.create({ data: { id, domain: `${id}.myshopify.com`, installedAt: at } });
  await db.prisma.order.create({ data: { id: `order of ${id}`, shopId: id, gid: `gid://${id}`, name: "#1", nameKey: "1", processedAt: at, sourceUpdatedAt: at } });
  return id;
}

/** Shipments of a shop, written in one statement. @returns their ids */
export async function addShipments(
  db: Database,
  shopId: string,
  count: number,
  more: { nextPollAt: number | null; now: number; carrier?: string; status?: string; number?: (index: number) => string; shippedAt?: number },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = randomUUID();
    return { id, number: more.number?.(index) ?? id.replaceAll("-", "").toUpperCase() };
  });
  await db.sql(
    `with made as (
       insert into fulfillment (id, shop_id, order_id, gid, status, fulfilled_at, source_updated_at)
       select 'f' || row.id, $2, 'order of ' || $2, 'gid://f/' || row.id, 'SUCCESS', $6::timestamptz, $6::timestamptz from jsonb_to_recordset($1::jsonb) as row(id text))
     insert into shipment (id, shop_id, order_id, fulfillment_id, number, number_key, carrier, status, shipped_at, created_at, updated_at, next_poll_at)
     select row.id, $2, 'order of ' || $2, 'f' || row.id, row.number, row.number, $3, $4, $5::timestamptz, $6::timestamptz, $6::timestamptz, $7::timestamptz
     from jsonb_to_recordset($1::jsonb) as row(id text, number text)`,
    [
      JSON.stringify(rows), shopId, more.carrier ?? "ups", more.status ?? "IN_TRANSIT", new Date(more.shippedAt ?? more.now - 2 * 86_400_000).toISOString(),
      new Date(more.now).toISOString(), more.nextPollAt === null ? null : new Date(more.nextPollAt).toISOString(),
    ],
  );
  return rows.map((row) => row.id);
}

/** So many active shops with one shipment each. @returns the shipments' ids */
export async function addShopsOfOne(db: Database, shops: number, more: { nextPollAt: number; now: number }): Promise<string[]> {
  const prefix = randomUUID();
  const at = new Date(more.now).toISOString();
  await db.sql("insert into shop (id, domain, status, installed_at) select $1 || '-' || n, $1 || n || '.myshopify.com', 'active', $2::timestamptz from generate_series(1, $3::int) n", [prefix, at, shops]);
  await db.sql(
    `insert into shipment (id, shop_id, number, number_key, carrier, status, shipped_at, created_at, updated_at, next_poll_at)
     select shop.id, shop.id, 'N', 'N', 'ups', 'IN_TRANSIT', $2::timestamptz, $2::timestamptz, $2::timestamptz, $3::timestamptz
     from shop where shop.id like $1 || '-%'`,
    [prefix, at, new Date(more.nextPollAt).toISOString()],
  );
  return Array.from({ length: shops }, (_, index) => `${prefix}-${index + 1}`);
}

/** Deletes all shops with what belongs to them, so that the next test has the database to itself. */
export async function forgetShops(db: Database): Promise<void> {
  await db.sql("delete from poll_round; delete from poll_turn; delete from aggregator_registration; delete from tracking_event; delete from shipment; delete from \"order\"; delete from shop");
}

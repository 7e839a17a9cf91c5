import { orderNameKey } from "./customer-identity";
import type { Tx } from "./database.server";
import type { NewOrder } from "./new-order";
import { storeOrderParts } from "./order-parts.server";
import { withoutCustomer } from "./privacy/redacted-values";
import { isoOf, isoOrNull, jsonRows } from "./sql-values";

/**
 * What each order's row looked like before it was read from Shopify: a mark that changes whenever the row is written.
 * Orders that are not stored are missing. Hand it to `storeOrders`, which refuses an order that was written meanwhile.
 */
export async function orderStamps(tx: Tx, shopId: string, gids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRawUnsafe<{ gid: string; stamp: string }[]>(
    `select gid, xmin::text as stamp from "order" where shop_id = $1 and gid = any($2::text[])`,
    shopId,
    gids,
  );
  return new Map(rows.map((row) => [row.gid, row.stamp]));
}

/** Shopify's displayFulfillmentStatus of an order that was not fulfilled and of which nothing is left to be (2026-10). */
export const NOTHING_TO_FULFIL = "FULFILLMENT_NOT_REQUIRED";

/** What became of orders that were to be stored. */
export interface StoredOrders {
  /** Ids by gid. */
  stored: Map<string, string>;
  /** Written by somebody else since the stamp was taken: to be read again. */
  contested: string[];
  /** What is stored is newer than what was read. */
  stale: string[];
  /** Ids of those stored of which nothing is to be fulfilled any more, or something is again: rules look at that. */
  turned: string[];
  /** Gids of those stored whose customer's data was deleted: what else is read of them is stored without it, too. */
  redacted: Set<string>;
}

/**
 * Stores orders with their line items, locations, fulfillment orders, fulfillments and returns; what Shopify no longer
 * lists is deleted (fulfillments stay).
 *
 * Two readers of one order cannot undo each other: the order is locked, and one that was written since its `stamp` was
 * taken is left as it is, for this read may be the older one. Customer data of a redacted order does not come back.
 */
export async function storeOrders(
  tx: Tx,
  shopId: string,
  orders: readonly NewOrder[],
  stamps: ReadonlyMap<string, string>,
): Promise<StoredOrders> {
  const result: StoredOrders = { stored: new Map(), contested: [], stale: [], redacted: new Set(), turned: [] };
  if (orders.length === 0) return result;
  const known = await lockOrders(tx, shopId, orders.map((order) => order.gid));
  const writable: NewOrder[] = [];
  for (const order of orders) {
    const row = known.get(order.gid);
    if ((row?.stamp ?? null) !== (stamps.get(order.gid) ?? null)) result.contested.push(order.gid);
    else if (row && order.updatedAt < row.updatedAt) result.stale.push(order.gid);
    else {
      if (row?.redacted) result.redacted.add(order.gid);
      writable.push(row?.redacted ? withoutCustomer(order) : order);
    }
  }
  if (writable.length === 0) return result;
  result.stored = await upsertOrders(tx, shopId, writable);
  const turned = writable.filter((order) => {
    const row = known.get(order.gid);
    return row && (row.fulfillmentStatus === NOTHING_TO_FULFIL) !== (order.fulfillmentStatus === NOTHING_TO_FULFIL);
  });
  result.turned = turned.flatMap((order) => result.stored.get(order.gid) ?? []);
  await storeOrderParts(tx, shopId, writable, result.stored);
  return result;
}

/**
 * Locks orders, stored or not, until the transaction ends: an advisory lock each (a row that is not there cannot be
 * locked), always in the same order so that two batches cannot wait for each other.
 */
async function lockOrders(tx: Tx, shopId: string, gids: readonly string[]) {
  await tx.$queryRawUnsafe(
    `select count(pg_advisory_xact_lock(hashtextextended($1 || ' ' || gid, 0)))::int as locked
     from (select gid from unnest($2::text[]) as gid order by gid) as wanted`,
    shopId,
    gids,
  );
  const rows = await tx.$queryRawUnsafe<{ gid: string; stamp: string; source_updated_at: Date; redacted: boolean; fulfillment_status: string | null }[]>(
    `select gid, xmin::text as stamp, source_updated_at, redacted_at is not null as redacted, fulfillment_status
     from "order" where shop_id = $1 and gid = any($2::text[]) order by gid for update`,
    shopId,
    gids,
  );
  return new Map(
    rows.map((row) => [
      row.gid,
      { stamp: row.stamp, updatedAt: new Date(row.source_updated_at).getTime(), redacted: row.redacted, fulfillmentStatus: row.fulfillment_status },
    ]),
  );
}

async function upsertOrders(tx: Tx, shopId: string, orders: readonly NewOrder[]): Promise<Map<string, string>> {
  const rows = orders.map((order) => ({
    gid: order.gid,
    name: order.name,
    name_key: orderNameKey(order.name),
    channel: order.channel,
    processed_at: isoOf(order.processedAt),
    source_updated_at: isoOf(order.updatedAt),
    cancelled_at: isoOrNull(order.cancelledAt),
    financial_status: order.financialStatus,
    fulfillment_status: order.fulfillmentStatus,
    currency: order.currency,
    total_minor: order.totalMinor,
    tags: order.tags,
    shipping_method: order.shippingMethod,
    locale: order.locale,
    customer_name_enc: order.customer.customerName,
    email_enc: order.customer.email,
    phone_enc: order.customer.phone,
    address_enc: order.customer.address,
    email_hash: order.customer.emailHash,
    phone_hash: order.customer.phoneHash,
    postal_hash: order.customer.postalHash,
    city: order.city,
    province_code: order.provinceCode,
    country_code: order.countryCode,
  }));
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "gid");
  const stored = await tx.$queryRawUnsafe<{ id: string; gid: string }[]>(
    `insert into "order" (id, shop_id, gid, ${columns.join(", ")})
     select gen_random_uuid()::text, $1, gid, ${columns.map((column) => (column === "tags" ? TAGS : column)).join(", ")}
     from jsonb_to_recordset($2::jsonb) as row(gid text, name text, name_key text, channel text, processed_at timestamptz,
       source_updated_at timestamptz, cancelled_at timestamptz, financial_status text, fulfillment_status text,
       currency text, total_minor bigint, tags jsonb, shipping_method text, locale text,
       customer_name_enc text, email_enc text, phone_enc text, address_enc text, email_hash text, phone_hash text,
       postal_hash text, city text, province_code text, country_code text)
     on conflict (shop_id, gid) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}
     returning id, gid`,
    shopId,
    jsonRows(rows),
  );
  return new Map(stored.map((row) => [row.gid, row.id]));
}

const TAGS = "array(select jsonb_array_elements_text(tags))";

/** Which orders these fulfillment orders and returns belong to, as far as they are stored: order gids by their gid. */
export async function orderGidsOfParts(tx: Tx, shopId: string, gids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRawUnsafe<{ part: string; gid: string }[]>(
    `select part.gid as part, o.gid from (
       select gid, order_id from fulfillment_order where shop_id = $1 and gid = any($2::text[])
       union all select gid, order_id from "return" where shop_id = $1 and gid = any($2::text[])
       union all select gid, order_id from fulfillment where shop_id = $1 and gid = any($2::text[])
     ) part join "order" o on o.id = part.order_id`,
    shopId,
    gids,
  );
  return new Map(rows.map((row) => [row.part, row.gid]));
}

/** Deletes one order with all that belongs to it. @returns false when that shop has no such order */
export async function deleteOrder(tx: Tx, shopId: string, gid: string): Promise<boolean> {
  const order = await tx.order.findUnique({ where: { shopId_gid: { shopId, gid } }, select: { id: true } });
  if (!order) return false;
  const where = { where: { shopId, orderId: order.id } };
  const shipments = await tx.shipment.findMany({ ...where, select: { id: true } });
  await tx.writeBack.deleteMany({ where: { shopId, shipmentId: { in: shipments.map((each) => each.id) } } });
  await tx.notification.deleteMany(where);
  await tx.trackingLink.deleteMany(where);
  await tx.order.delete({ where: { id: order.id } });
  return true;
}

import { orderNameKey } from "./customer-identity";
import type { Tx } from "./database.server";
import { isoOf, jsonRows } from "./sql-values";

/**
 * Loose shipments: numbers that a shop gave by hand, by file or by API, without a fulfillment of Shopify's. There is one
 * of each number in a shop. How they become Shopify's: ./adopt-loose.
 */
export const LOOSE = "fulfillment_id is null and direction = 'out' and not former";

/**
 * Holds numbers of a shop until the transaction ends, so that nobody else makes a shipment of one meanwhile. Always
 * after orders and before shipments are locked, and in one order, so that two transactions cannot wait for each other.
 */
export async function lockNumbers(tx: Tx, shopId: string, numberKeys: readonly string[]): Promise<void> {
  if (numberKeys.length === 0) return;
  await tx.$queryRawUnsafe(
    `select count(pg_advisory_xact_lock(hashtextextended('number ' || $1 || ' ' || key, 0)))::int as locked
     from (select distinct key from unnest($2::text[]) as key order by key) as wanted`,
    shopId,
    numberKeys,
  );
}

/** Orders of a shop with one of these names (as compared), held against being deleted until the transaction ends. */
export async function ordersByName(tx: Tx, shopId: string, names: readonly string[], hold: boolean): Promise<{ id: string; name: string; nameKey: string }[]> {
  const keys = [...new Set(names.map(orderNameKey))].filter((key) => key !== "");
  if (keys.length === 0) return [];
  return tx.$queryRawUnsafe(
    `select id, name, name_key as "nameKey" from "order" where shop_id = $1 and name_key = any($2::text[])
     order by gid ${hold ? "for key share" : ""}`,
    shopId,
    keys,
  );
}

/** The shipments of a shop with one of these numbers, loose or not; former ones are history and left out. */
export async function shipmentsWithNumbers(tx: Tx, shopId: string, numberKeys: readonly string[]) {
  const rows = await tx.shipment.findMany({
    where: { shopId, numberKey: { in: [...numberKeys] }, removedAt: null, former: false },
    select: {
      id: true, numberKey: true, orderId: true, fulfillmentId: true, direction: true, carrier: true, service: true, shippedAt: true,
      order: { select: { name: true } },
    },
  });
  return rows.map(({ order, fulfillmentId, direction, shippedAt, ...row }) => ({
    ...row,
    orderName: order?.name ?? null,
    loose: fulfillmentId === null && direction === "out",
    shippedAt: shippedAt.getTime(),
  }));
}

/** A loose shipment as it is written; instants are milliseconds since the epoch. */
export interface NewLoose {
  orderId: string | null;
  number: string;
  numberKey: string;
  trackingCompany: string | null;
  carrier: string | null;
  carrierSource: string;
  service: string | null;
  originCountry: string | null;
  destinationCountry: string | null;
  shippedAt: number;
}

/** Writes loose shipments, their sources due to be asked at once. @returns ids by number */
export async function insertLoose(tx: Tx, shopId: string, shipments: readonly NewLoose[], now: number): Promise<Map<string, string>> {
  if (shipments.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ id: string; number_key: string }[]>(
    `insert into shipment (id, shop_id, created_at, updated_at, next_poll_at, order_id, number, number_key, tracking_company,
       carrier, carrier_source, service, origin_country, destination_country, shipped_at)
     select gen_random_uuid()::text, $1, $3::timestamptz, $3::timestamptz, $3::timestamptz, row.*
     from jsonb_to_recordset($2::jsonb) as row(order_id text, number text, number_key text, tracking_company text, carrier text,
       carrier_source text, service text, origin_country text, destination_country text, shipped_at timestamptz)
     returning id, number_key`,
    shopId,
    jsonRows(shipments.map((each) => ({
      order_id: each.orderId, number: each.number, number_key: each.numberKey, tracking_company: each.trackingCompany,
      carrier: each.carrier, carrier_source: each.carrierSource, service: each.service, origin_country: each.originCountry,
      destination_country: each.destinationCountry, shipped_at: isoOf(each.shippedAt),
    }))),
    isoOf(now),
  );
  return new Map(rows.map((row) => [row.number_key, row.id]));
}

/** Closes the history of loose shipments whose numbers were given out again: they are followed no more. */
export async function retireLoose(tx: Tx, shopId: string, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const at = new Date(now);
  await tx.shipment.updateMany({
    where: { shopId, id: { in: [...ids] } },
    data: { former: true, trackingState: "ended", nextPollAt: null, nextRuleAt: null, openExceptions: 0, updatedAt: at },
  });
  await tx.shipmentException.updateMany({ where: { shopId, shipmentId: { in: [...ids] }, resolvedAt: null }, data: { resolvedAt: at, resolution: "cleared" } });
}

/** What is added to a shipment that was known by its number alone; null leaves a part as it is. */
export interface LooseChange {
  id: string;
  orderId: string | null;
  carrier: string | null;
  carrierSource: string | null;
  service: string | null;
}

/**
 * Adds to shipments what was not known of them. One that gets an order forgets its computed state, which its events make
 * again: what could not be told without an order is decided on then.
 */
export async function completeLoose(tx: Tx, shopId: string, changes: readonly LooseChange[], now: number): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRawUnsafe(
    `update shipment s set order_id = coalesce(s.order_id, row.order_id), service = coalesce(row.service, s.service),
       carrier = coalesce(row.carrier, s.carrier), carrier_source = coalesce(row.carrier_source, s.carrier_source),
       next_poll_at = case when row.carrier is not null and s.tracking_state = 'tracking' then $3::timestamptz else s.next_poll_at end,
       updated_at = $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as row(id text, order_id text, carrier text, carrier_source text, service text)
     where s.id = row.id and s.shop_id = $1 and s.fulfillment_id is null`,
    shopId,
    jsonRows(changes.map((each) => ({ id: each.id, order_id: each.orderId, carrier: each.carrier, carrier_source: each.carrierSource, service: each.service }))),
    isoOf(now),
  );
  await forgetComputed(tx, changes.filter((each) => each.orderId !== null).map((each) => each.id));
}

/** Puts computed state back to nothing; the caller computes it anew from the events in the same transaction. */
export async function forgetComputed(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.shipment.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "PENDING", detail: null, statusAt: null, firstScanAt: null, lastEventAt: null, deliveredAt: null, eventCount: 0 },
  });
}

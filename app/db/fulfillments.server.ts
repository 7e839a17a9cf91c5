import { adoptLoose, copyEvents, mergeLoose } from "./adopt-loose.server";
import type { Tx } from "./database.server";
import { lockNumbers } from "./loose-shipments.server";
import type { NewShipment } from "./new-order";
import { makeRegistrationsDue } from "./registrations.server";
import { isoOf, jsonRows } from "./sql-values";

/** Fulfillments of orders: their ids by gid. */
export async function fulfillmentIds(tx: Tx, shopId: string, orderIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.fulfillment.findMany({ where: { shopId, orderId: { in: [...orderIds] } }, select: { id: true, gid: true } });
  return new Map(rows.map((row) => [row.gid, row.id]));
}

/** Ids of all shipments of orders, however their numbers were given; those that were taken off are left out. */
export async function shipmentsOfOrders(tx: Tx, shopId: string, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.shipment.findMany({ where: { shopId, orderId: { in: [...orderIds] }, removedAt: null }, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map((row) => row.id);
}

/** Tells apart the shipments of an order: one number of one fulfillment, or of the order's returns. */
export function shipmentKey(shipment: Pick<NewShipment, "orderId" | "fulfillmentId" | "numberKey">): string {
  return `${shipment.fulfillmentId ?? `return of ${shipment.orderId}`} ${shipment.numberKey}`;
}

export interface StoredShipments {
  /** Ids of the shipments that there are now, by `shipmentKey`. */
  ids: Map<string, string>;
  /** Those that are new, came back, or got another carrier or other ends: to be computed anew. */
  changed: Set<string>;
}

interface Row {
  id: string;
  order_id: string;
  fulfillment_id: string | null;
  number_key: string;
  carrier: string | null;
  carrier_source: string;
  tracking_company: string | null;
  tracking_url: string | null;
  number: string;
  origin_country: string | null;
  destination_country: string | null;
  shipped_at: Date;
  removed_at: Date | null;
}

/**
 * Makes the shipments of orders what Shopify says they are: new numbers are added, numbers taken off are marked as
 * removed (their history stays), and come back if they are given again. A carrier that the merchant corrected stays.
 * A number that the shop gave to Milepost before becomes Shopify's shipment with all its history.
 * @param unread.returnsOf orders whose returns could not be read: the parcels that come back with them stay as they are
 */
export async function storeShipments(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
  wanted: readonly NewShipment[],
  now: number,
  unread: { returnsOf: ReadonlySet<string> } = { returnsOf: new Set() },
): Promise<StoredShipments> {
  await lockNumbers(tx, shopId, wanted.map((shipment) => shipment.numberKey));
  // Shipments with neither a fulfillment nor a return are not Shopify's.
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `select id, order_id, fulfillment_id, number_key, carrier, carrier_source, tracking_company, tracking_url, number,
       origin_country, destination_country, shipped_at, removed_at
     from shipment where shop_id = $1 and order_id = any($2::text[]) and (fulfillment_id is not null or direction = 'return')
     order by id for update`,
    shopId,
    orderIds,
  );
  const known = new Map(rows.map((row) => [shipmentKey({ orderId: row.order_id, fulfillmentId: row.fulfillment_id, numberKey: row.number_key }), row]));
  const byKey = new Map(wanted.map((shipment) => [shipmentKey(shipment), shipment]));
  const result: StoredShipments = { ids: new Map(), changed: new Set() };

  const each = [...byKey].map(([key, shipment]) => ({ key, id: known.get(key)?.id ?? null, shipment }));
  const { adopted, copies, merged } = await adoptLoose(tx, shopId, each, now);
  await mergeLoose(tx, shopId, merged);
  for (const { into } of merged) result.changed.add(into);
  for (const [index, id] of adopted.entries()) {
    const key = each[index]?.key;
    if (id === null || key === undefined) continue;
    result.ids.set(key, id);
    result.changed.add(id);
  }
  const added = each.filter(({ id }, index) => id === null && adopted[index] === null).map(({ shipment }) => shipment);
  for (const row of await insertShipments(tx, shopId, added, now)) {
    result.ids.set(shipmentKey({ orderId: row.order_id, fulfillmentId: row.fulfillment_id, numberKey: row.number_key }), row.id);
    result.changed.add(row.id);
  }
  await copyEvents(tx, copies.flatMap(({ from, index }) => {
    const into = result.ids.get(each[index]?.key ?? "");
    return into === undefined ? [] : [{ from, into }];
  }));
  const updates: { id: string; shipment: NewShipment }[] = [];
  for (const [key, said] of byKey) {
    const row = known.get(key);
    if (!row) continue;
    const shipment = keepingTold(row, said);
    result.ids.set(key, row.id);
    if (!differs(row, shipment)) continue;
    updates.push({ id: row.id, shipment });
    result.changed.add(row.id);
  }
  await updateShipments(tx, updates, now);
  const gone = [...known].filter(([key, row]) => !byKey.has(key) && row.removed_at === null && !(row.fulfillment_id === null && unread.returnsOf.has(row.order_id)));
  await removeShipments(tx, gone.map(([, row]) => row.id), now);
  return result;
}

/**
 * A carrier that the number once told stays while nobody names another: what the shop's history makes of the number
 * changes with every order, and the same reads have to give the same records.
 */
function keepingTold(row: Row, said: NewShipment): NewShipment {
  const told = row.carrier_source === "number" && row.number_key === said.numberKey && row.tracking_company === said.trackingCompany;
  return told && (said.carrierSource === "number" || said.carrierSource === "unknown") ? { ...said, carrier: row.carrier, carrierSource: "number" } : said;
}

function differs(row: Row, shipment: NewShipment): boolean {
  const ours = row.carrier_source !== "merchant" && (row.carrier !== shipment.carrier || row.carrier_source !== shipment.carrierSource);
  return (
    ours ||
    row.removed_at !== null ||
    row.number !== shipment.number ||
    row.tracking_company !== shipment.trackingCompany ||
    row.tracking_url !== shipment.trackingUrl ||
    row.origin_country !== shipment.originCountry ||
    row.destination_country !== shipment.destinationCountry ||
    new Date(row.shipped_at).getTime() !== shipment.shippedAt
  );
}

function toColumns(shipment: NewShipment): Record<string, unknown> {
  return {
    order_id: shipment.orderId,
    fulfillment_id: shipment.fulfillmentId,
    number: shipment.number,
    number_key: shipment.numberKey,
    tracking_company: shipment.trackingCompany,
    tracking_url: shipment.trackingUrl,
    carrier: shipment.carrier,
    carrier_source: shipment.carrierSource,
    direction: shipment.direction,
    origin_country: shipment.originCountry,
    destination_country: shipment.destinationCountry,
    shipped_at: isoOf(shipment.shippedAt),
  };
}

const TYPES = `order_id text, fulfillment_id text, number text, number_key text, tracking_company text, tracking_url text,
  carrier text, carrier_source text, direction text, origin_country text, destination_country text, shipped_at timestamptz`;

async function insertShipments(tx: Tx, shopId: string, shipments: readonly NewShipment[], now: number) {
  if (shipments.length === 0) return [];
  const columns = Object.keys(toColumns(shipments[0] as NewShipment)).join(", ");
  return tx.$queryRawUnsafe<{ id: string; order_id: string; fulfillment_id: string | null; number_key: string }[]>(
    `insert into shipment (id, shop_id, created_at, updated_at, ${columns})
     select gen_random_uuid()::text, $1, $3::timestamptz, $3::timestamptz, ${columns}
     from jsonb_to_recordset($2::jsonb) as row(${TYPES})
     returning id, order_id, fulfillment_id, number_key`,
    shopId,
    jsonRows(shipments.map(toColumns)),
    isoOf(now),
  );
}

async function updateShipments(tx: Tx, updates: readonly { id: string; shipment: NewShipment }[], now: number): Promise<void> {
  if (updates.length === 0) return;
  await tx.$executeRawUnsafe(
    `update shipment s set number = row.number, tracking_company = row.tracking_company, tracking_url = row.tracking_url,
       carrier = case when s.carrier_source = 'merchant' then s.carrier else row.carrier end,
       carrier_source = case when s.carrier_source = 'merchant' then s.carrier_source else row.carrier_source end,
       origin_country = row.origin_country, destination_country = row.destination_country, shipped_at = row.shipped_at,
       removed_at = null, updated_at = $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as row(id text, ${TYPES}) where s.id = row.id`,
    jsonRows(updates.map(({ id, shipment }) => ({ id, ...toColumns(shipment) }))),
    isoOf(now),
  );
}

/** A number that was taken off is followed no more, and nothing about it is still open. */
async function removeShipments(tx: Tx, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const at = new Date(now);
  await tx.shipment.updateMany({
    where: { id: { in: [...ids] } },
    data: { removedAt: at, updatedAt: at, nextPollAt: null, nextRuleAt: null, openExceptions: 0 },
  });
  await makeRegistrationsDue(tx, ids, now);
  await tx.shipmentException.updateMany({
    where: { shipmentId: { in: [...ids] }, resolvedAt: null },
    data: { resolvedAt: at, resolution: "cleared" },
  });
}

/**
 * Forgets Shopify's own fulfillment events that Shopify no longer has: whoever made one may delete it, and then it
 * never was. Events of carriers are never deleted.
 * @param kept the keys that each shipment still has
 * @returns the shipments that lost one
 */
export async function dropDeletedShopifyEvents(tx: Tx, kept: readonly { shipmentId: string; keys: readonly string[] }[]): Promise<string[]> {
  if (kept.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string }[]>(
    `delete from tracking_event e using jsonb_to_recordset($1::jsonb) as row(shipment_id text, keys jsonb)
     where e.shipment_id = row.shipment_id and e.source = 'shopify' and e.provider = 'shopify' and not jsonb_exists(row.keys, e.key)
     returning e.shipment_id`,
    jsonRows(kept.map((each) => ({ shipment_id: each.shipmentId, keys: each.keys }))),
  );
  return [...new Set(rows.map((row) => row.shipment_id))];
}

/** Of these shipments, those that somebody else than Shopify has told of: their estimate is better than Shopify's. */
export async function toldByCarriers(tx: Tx, shipmentIds: readonly string[]): Promise<Set<string>> {
  if (shipmentIds.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string }[]>(
    `select distinct shipment_id from tracking_event where shipment_id = any($1::text[]) and source in ('carrier', 'aggregator')`,
    shipmentIds,
  );
  return new Set(rows.map((row) => row.shipment_id));
}

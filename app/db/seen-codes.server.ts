import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

import type { Tx } from "./database.server";

/** So many of the newest scans are counted: enough to see every code in use, few enough to be read in a moment. */
export const NEWEST_SCANS = 50_000;

/** A kind of scan that a shop has seen, as it is built in. */
export interface SeenCode {
  provider: string;
  code: string | null;
  /** The first 200 characters. */
  text: string | null;
  status: TrackingStatus;
  detail: TrackingDetail | null;
  mapping: string | null;
  count: number;
  lastSeenAt: Date;
  /** The newest such scan. */
  shipmentId: string;
  key: string;
  receivedAt: Date;
  /** True where scans with this code mean several things: the text tells them apart. */
  coarse: boolean;
}

/** The kinds among the newest scans of a shop, the most frequent first; `search` narrows by provider, code and text. */
export async function seenCodes(tx: Tx, shopId: string, options: { search: string; limit: number; offset: number }): Promise<SeenCode[]> {
  return tx.$queryRawUnsafe<SeenCode[]>(
    `select provider, code, left(text, 200) as text, status, detail, mapping, count(*)::int as count, max(received_at) as "lastSeenAt",
       (array_agg(shipment_id order by id desc))[1] as "shipmentId", (array_agg(key order by id desc))[1] as key, max(received_at) as "receivedAt",
       min(concat(status, ' ', detail)) over (partition by provider, code) <> max(concat(status, ' ', detail)) over (partition by provider, code) as coarse
     from (select * from tracking_event where shop_id = $1 order by received_at desc limit $2::int) newest
     where source <> 'manual' and ($3 = '' or provider ilike $3 or code ilike $3 or text ilike $3)
     group by provider, code, left(text, 200), status, detail, mapping
     order by count(*) desc, provider, code, left(text, 200) limit $4::int offset $5::int`,
    shopId,
    NEWEST_SCANS,
    options.search === "" ? "" : `%${options.search.replace(/[\\%_]/g, "\\$&")}%`,
    options.limit,
    options.offset,
  );
}

/** One stored scan's provider, code, text and built-in reading; null when the shop's shipment has no such scan. */
export async function scanByKey(tx: Tx, shopId: string, shipmentId: string, key: string) {
  return tx.trackingEvent.findFirst({
    where: { shopId, shipmentId, key, source: { not: "manual" } },
    select: { provider: true, code: true, text: true, status: true, detail: true, receivedAt: true },
  });
}

/** Whether scans with the same code mean something else elsewhere. */
export async function isCoarse(tx: Tx, shopId: string, scan: { provider: string; code: string | null; status: string; detail: string | null }): Promise<boolean> {
  if (scan.code === null) return false;
  const rows = await tx.$queryRawUnsafe<object[]>(
    `select 1 from tracking_event where shop_id = $1 and provider = $2 and code = $3 and (status <> $4 or detail is distinct from $5) limit 1`,
    shopId, scan.provider, scan.code, scan.status, scan.detail,
  );
  return rows.length > 0;
}

/** Whether a shop has heard anything from a source. */
export async function hasScansOf(tx: Tx, shopId: string, provider: string): Promise<boolean> {
  return (await tx.trackingEvent.findFirst({ where: { shopId, provider }, select: { id: true } })) !== null;
}

/** Codes that no built-in map knows, the most frequent first. */
export async function unmappedRows(tx: Tx, shopId: string, limit: number) {
  return tx.unmappedCode.findMany({ where: { shopId }, orderBy: [{ count: "desc" }, { lastSeenAt: "desc" }], take: limit });
}

/** One unmapped code of a shop; null when the shop has none of that id. */
export async function unmappedRow(tx: Tx, shopId: string, id: string) {
  return tx.unmappedCode.findFirst({ where: { shopId, id } });
}

export type UnmappedRow = Awaited<ReturnType<typeof unmappedRows>>[number];

/** A scan of each sample shipment of unmapped codes, by the code's id. */
export async function unmappedSamples(tx: Tx, shopId: string, rows: readonly UnmappedRow[]): Promise<Map<string, UnmappedSample[]>> {
  if (rows.length === 0) return new Map();
  const found = await tx.$queryRawUnsafe<(UnmappedSample & { id: string })[]>(
    `select u.id, e.shipment_id as "shipmentId", e.key, s.number, o.name as "orderName", e.at
     from unmapped_code u
     cross join lateral unnest(u.samples) with ordinality as sample(shipment_id, place)
     join shipment s on s.shop_id = $1 and s.id = sample.shipment_id and s.removed_at is null
     join "order" o on o.id = s.order_id
     cross join lateral (
       select t.shipment_id, t.key, t.at from tracking_event t
       where t.shipment_id = sample.shipment_id and t.provider = u.provider and t.status = 'UNKNOWN'
         and starts_with(coalesce(t.code, ''), u.code) and starts_with(coalesce(t.text, ''), u.text)
       order by length(coalesce(t.code, '') || coalesce(t.text, '')), t.id desc limit 1) e
     where u.shop_id = $1 and u.id = any($2::text[]) order by u.id, sample.place`,
    shopId,
    rows.map((row) => row.id),
  );
  return Map.groupBy(found, (row) => row.id);
}

export interface UnmappedSample {
  shipmentId: string;
  key: string;
  number: string;
  orderName: string;
  at: Date;
}

import type { ShapeCount } from "~/domain/tracking/detection/shop-history";

import type { Tx } from "./database.server";
import { isoOf, jsonRows } from "./sql-values";

/** So many of a shop's newest shipments make its history: enough to tell, few enough to be read for every batch. */
const HISTORY = 1_000;

/**
 * Which carriers a shop's newest shipments went with, by the shape of their numbers. Only what somebody said counts:
 * carriers that were told by the number's format alone would prove themselves.
 */
export async function carrierHistory(tx: Tx, shopId: string): Promise<ShapeCount[]> {
  const rows = await tx.$queryRawUnsafe<{ shape: string; carrier: string; count: number }[]>(
    `select regexp_replace(regexp_replace(number_key, '[0-9]', '9', 'g'), '[A-Z]', 'A', 'g') as shape, carrier, count(*)::int as count
     from (select number_key, carrier, carrier_source from shipment where shop_id = $1 and removed_at is null
           order by shipped_at desc limit ${HISTORY}) newest
     where carrier is not null and carrier_source in ('merchant', 'mapped', 'company')
     group by 1, 2`,
    shopId,
  );
  return rows.map((row) => ({ shape: row.shape, carrier: row.carrier, count: Number(row.count) }));
}

/** A tracking company as a shop's shipments write it. */
export interface WrittenCompany {
  company: string;
  carrier: string | null;
  carrierSource: string;
  shipments: number;
  lastShippedAt: Date;
}

/** Every tracking company that the shop's shipments have, spelt as it was, with the carriers that they were taken for. */
export async function writtenCompanies(tx: Tx, shopId: string): Promise<WrittenCompany[]> {
  const rows = await tx.$queryRawUnsafe<{ company: string; carrier: string | null; carrier_source: string; shipments: number; last: Date }[]>(
    `select tracking_company as company, carrier, carrier_source, count(*)::int as shipments, max(shipped_at) as last
     from shipment where shop_id = $1 and removed_at is null and tracking_company is not null
     group by tracking_company, carrier, carrier_source`,
    shopId,
  );
  return rows.map((row) => ({
    company: row.company,
    carrier: row.carrier,
    carrierSource: row.carrier_source,
    shipments: Number(row.shipments),
    lastShippedAt: new Date(row.last),
  }));
}

/** Where a walk over a shop's shipments has come to. */
export interface WalkCursor {
  shippedAt: string;
  id: string;
}

export interface UnresolvedRow {
  id: string;
  shippedAt: string;
  number: string;
  trackingCompany: string | null;
  carrier: string | null;
  carrierSource: string;
  originCountry: string | null;
  destinationCountry: string | null;
}

/**
 * The next shipments, newest first, that have one of these tracking companies or are taken for one of `gone` carriers;
 * locked, in the order of their ids. A carrier that was set by hand stays, unless it is gone.
 */
export async function shipmentsToResolve(
  tx: Tx,
  shopId: string,
  what: { companies: readonly string[]; gone: readonly string[]; after: WalkCursor | null; limit: number },
): Promise<UnresolvedRow[]> {
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `select id, shipped_at, number, tracking_company, carrier, carrier_source, origin_country, destination_country
     from shipment where id in (
       select id from shipment where shop_id = $1 and removed_at is null
         and (tracking_company = any($2::text[]) or carrier = any($3::text[]))
         and ($4::timestamptz is null or (shipped_at, id) < ($4::timestamptz, $5::text))
       order by shipped_at desc, id desc limit $6::int)
     order by id for update`,
    shopId,
    what.companies,
    what.gone,
    what.after?.shippedAt ?? null,
    what.after?.id ?? null,
    what.limit,
  );
  return rows.map((row) => ({
    id: String(row.id),
    shippedAt: new Date(row.shipped_at as string | Date).toISOString(),
    number: String(row.number),
    trackingCompany: row.tracking_company as string | null,
    carrier: row.carrier as string | null,
    carrierSource: String(row.carrier_source),
    originCountry: row.origin_country as string | null,
    destinationCountry: row.destination_country as string | null,
  }));
}

/** Gives shipments another carrier; those that are still followed are due to be asked for at once. */
export async function saveResolved(tx: Tx, shopId: string, resolved: readonly { id: string; carrier: string | null; source: string }[], now: number): Promise<void> {
  if (resolved.length === 0) return;
  await tx.$executeRawUnsafe(
    `update shipment s set carrier = row.carrier, carrier_source = row.source, last_problem = null, poll_failures = 0, updated_at = $3::timestamptz,
       next_poll_at = case when s.tracking_state = 'tracking' and s.carrier is distinct from row.carrier then $3::timestamptz else s.next_poll_at end
     from jsonb_to_recordset($1::jsonb) as row(id text, carrier text, source text) where s.id = row.id and s.shop_id = $2`,
    jsonRows(resolved),
    shopId,
    isoOf(now),
  );
}

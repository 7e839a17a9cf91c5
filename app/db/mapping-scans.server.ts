import { foldText } from "~/domain/tracking/mapping/fold-text";
import type { ScanMatch } from "~/domain/tracking/mapping/rule";

import type { Tx } from "./database.server";

/** A match whose text, where it has one, is every wording of it that the shop has seen. */
interface ExactMatch {
  provider: string;
  code: string | null;
  texts: string[] | null;
}

/**
 * Scans that a rule may be about. `$1` is the shop, `$2` the exact matches. `offset 0` keeps each match a look-up of
 * its own in the index on shop, provider and code: how few they are is not known beforehand, and all of a shop's scans
 * would be read for them.
 */
const MATCHING = `
  wanted as (select * from jsonb_to_recordset($2::jsonb) as row(provider text, code text, texts jsonb)),
  matching as (
    select found.* from wanted w cross join lateral (
      select id, shipment_id, text from tracking_event where shop_id = $1 and provider = w.provider and code = w.code offset 0) found
    where w.code is not null and (w.texts is null or jsonb_exists(w.texts, found.text))
    union
    select found.* from wanted w cross join lateral (
      select id, shipment_id, text from tracking_event where shop_id = $1 and provider = w.provider offset 0) found
    where w.code is null and jsonb_exists(w.texts, found.text)
  ),
  affected as (
    select of_shipment.* from (select shipment_id, count(*) as scans, max(id) as newest from matching group by shipment_id) of_shipment
    cross join lateral (select 1 from shipment where id = of_shipment.shipment_id and removed_at is null offset 0) stands
  )`;

/**
 * Texts are compared by the domain's own folding, which no SQL function does: the wordings that the shop has seen are
 * read and folded, and those that fit are looked for word for word.
 */
async function exactMatches(tx: Tx, shopId: string, matches: readonly ScanMatch[]): Promise<ExactMatch[]> {
  // What cannot be estimated is estimated high: compiling these statements would take longer than running them.
  await tx.$executeRawUnsafe("select set_config('jit', 'off', true)");
  const worded = matches.filter((match) => match.text !== null);
  const seen = new Map<string, string[]>();
  if (worded.length > 0) {
    const rows = await tx.$queryRawUnsafe<{ provider: string; code: string | null; text: string }[]>(
      `with wanted as (select distinct * from jsonb_to_recordset($2::jsonb) as row(provider text, code text))
       select w.provider, w.code, found.text from wanted w cross join lateral (
         select distinct text from tracking_event where shop_id = $1 and provider = w.provider and code = w.code and text is not null offset 0) found
       where w.code is not null
       union all
       select w.provider, w.code, found.text from wanted w cross join lateral (
         select distinct text from tracking_event where shop_id = $1 and provider = w.provider and text is not null offset 0) found
       where w.code is null`,
      shopId,
      JSON.stringify(worded.map(({ provider, code }) => ({ provider, code }))),
    );
    for (const row of rows) {
      const key = wordingKey(row.provider, row.code, row.text);
      const texts = seen.get(key);
      if (texts) texts.push(row.text);
      else seen.set(key, [row.text]);
    }
  }
  return matches.flatMap(({ provider, code, text }): ExactMatch[] => {
    if (text === null) return [{ provider, code, texts: null }];
    const texts = seen.get(wordingKey(provider, code, text));
    return texts ? [{ provider, code, texts }] : [];
  });
}

const wordingKey = (provider: string, code: string | null, text: string) => JSON.stringify([provider, code, foldText(text)]);

/**
 * The shipments that have scans of these kinds, those with the newest scan first.
 * @returns at most `limit` ids, and how many shipments and scans there are in all
 */
export async function affectedShipments(tx: Tx, shopId: string, matches: readonly ScanMatch[], limit: number): Promise<{ ids: string[]; shipments: number; scans: number }> {
  const exact = await exactMatches(tx, shopId, matches);
  if (exact.length === 0) return { ids: [], shipments: 0, scans: 0 };
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string; shipments: number; scans: number }[]>(
    `with ${MATCHING}
     select shipment_id, (count(*) over ())::int as shipments, (sum(scans) over ())::int as scans from affected order by newest desc limit $3::int`,
    shopId,
    JSON.stringify(exact),
    limit,
  );
  return { ids: rows.map((row) => row.shipment_id), shipments: rows[0]?.shipments ?? 0, scans: rows[0]?.scans ?? 0 };
}

/** Has every shipment with such scans computed anew. @returns how many */
export async function queueReplays(tx: Tx, shopId: string, matches: readonly ScanMatch[], version: number): Promise<number> {
  const exact = await exactMatches(tx, shopId, matches);
  if (exact.length === 0) return 0;
  return tx.$executeRawUnsafe(
    `with ${MATCHING}
     insert into mapping_replay (shop_id, shipment_id, version) select $1, shipment_id, $3::int from affected
     on conflict (shop_id, shipment_id) do update set version = excluded.version`,
    shopId,
    JSON.stringify(exact),
    version,
  );
}

/** What of a shipment its state is computed from, besides its scans. */
export async function shipmentFacts(tx: Tx, shopId: string, ids: readonly string[]) {
  const rows = await tx.shipment.findMany({
    where: { shopId, id: { in: [...ids] } },
    select: { id: true, direction: true, shippedAt: true, trackingState: true, estimateEarliest: true, estimateLatest: true, estimatePrecision: true },
  });
  return rows.map((row) => ({
    id: row.id,
    facts: {
      direction: row.direction === "return" ? ("return" as const) : ("out" as const),
      shippedAt: row.shippedAt.getTime(),
      stopped: row.trackingState === "stopped",
      estimate:
        row.estimateEarliest && row.estimateLatest
          ? { earliest: row.estimateEarliest.getTime(), latest: row.estimateLatest.getTime(), precision: row.estimatePrecision === "instant" ? ("instant" as const) : ("day" as const), zone: null }
          : null,
    },
  }));
}

/** How shipments are called in a list. */
export async function shipmentLabels(tx: Tx, shopId: string, ids: readonly string[]) {
  const rows = await tx.shipment.findMany({ where: { shopId, id: { in: [...ids] } }, select: { id: true, number: true, order: { select: { name: true } } } });
  return new Map(rows.map((row) => [row.id, { number: row.number, order: row.order?.name ?? null }]));
}

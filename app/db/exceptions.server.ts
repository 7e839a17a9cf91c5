import type { KnownException, OpenedException } from "~/domain/exceptions/evaluate-rules";

import type { Tx } from "./database.server";
import { jsonRows } from "./sql-values";

/**
 * Every exception these shipments have or had, by shipment id. Settled ones too: the rules must know them, so that
 * what a merchant settled is not opened again.
 */
export async function openExceptionsOf(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, KnownException[]>> {
  const byShipment = new Map<string, KnownException[]>(shipmentIds.map((id) => [id, []]));
  if (shipmentIds.length === 0) return byShipment;
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string; rule: string; key: string; resolution: string | null; resolved: boolean }[]>(
    `select shipment_id, rule, key, resolution, resolved_at is not null as resolved
     from shipment_exception where shipment_id = any($1::text[]) order by shipment_id, key`,
    shipmentIds,
  );
  for (const row of rows) {
    const resolution = row.resolved ? (row.resolution === "merchant" ? "merchant" : "cleared") : null;
    byShipment.get(row.shipment_id)?.push({ rule: row.rule, key: row.key, resolution });
  }
  return byShipment;
}

/** What the rules decided on one shipment. */
export interface ExceptionOutcome {
  shopId: string;
  shipmentId: string;
  opened: readonly OpenedException[];
  resolved: readonly { key: string; resolution: "cleared" }[];
}

/**
 * Opens and resolves many shipments' exceptions, one statement each, and sets the number of open ones on the shipments
 * concerned. Told twice, it changes nothing the second time. What a merchant settled stays settled.
 * Each change is a line of the exception's history: `{at, what: opened | reopened | resolved, by}`.
 */
export async function applyExceptionOutcomes(tx: Tx, outcomes: readonly ExceptionOutcome[], now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const opened = outcomes.flatMap(({ shopId, shipmentId, opened: list }) =>
    list.map((each) => ({
      shop_id: shopId, shipment_id: shipmentId, rule: each.rule, rule_version: each.ruleVersion, key: each.key, severity: each.severity, reason: each.reason,
    })),
  );
  const resolved = outcomes.flatMap(({ shopId, shipmentId, resolved: list }) => list.map(({ key }) => ({ shop_id: shopId, shipment_id: shipmentId, key })));

  if (resolved.length > 0) {
    await tx.$executeRawUnsafe(
      `update shipment_exception e set resolved_at = $2::text::timestamptz, resolution = 'cleared',
         history = e.history || jsonb_build_array(jsonb_build_object('at', $2::text, 'what', 'resolved', 'by', 'rule'))
       from jsonb_to_recordset($1::jsonb) as row(shop_id text, shipment_id text, key text)
       where e.shop_id = row.shop_id and e.shipment_id = row.shipment_id and e.key = row.key and e.resolved_at is null`,
      jsonRows(resolved),
      at,
    );
  }
  if (opened.length > 0) {
    await tx.$executeRawUnsafe(
      `insert into shipment_exception (id, shop_id, shipment_id, rule, rule_version, key, severity, reason, opened_at, history)
       select gen_random_uuid()::text, shop_id, shipment_id, rule, rule_version, key, severity, reason, $2::text::timestamptz,
         jsonb_build_array(jsonb_build_object('at', $2::text, 'what', 'opened', 'by', 'rule'))
       from jsonb_to_recordset($1::jsonb) as row(shop_id text, shipment_id text, rule text, rule_version int, key text, severity text, reason jsonb)
       on conflict (shipment_id, key) do update set resolved_at = null, resolution = null,
         rule_version = excluded.rule_version, severity = excluded.severity, reason = excluded.reason,
         history = shipment_exception.history || jsonb_build_array(jsonb_build_object('at', $2::text, 'what', 'reopened', 'by', 'rule'))
       where shipment_exception.resolution = 'cleared'`,
      jsonRows(opened),
      at,
    );
  }
  await recountOpen(tx, [...opened, ...resolved].map((each) => each.shipment_id));
}

/** Sets the number of open exceptions where it is not right. */
async function recountOpen(tx: Tx, shipmentIds: readonly string[]): Promise<void> {
  if (shipmentIds.length === 0) return;
  await tx.$executeRawUnsafe(
    `update shipment s set open_exceptions = counted.open
     from (select id, (select count(*)::int from shipment_exception e where e.shipment_id = shipment.id and e.resolved_at is null) as open
           from shipment where id = any($1::text[])) counted
     where s.id = counted.id and s.open_exceptions <> counted.open`,
    [...new Set(shipmentIds)],
  );
}

/**
 * Settles exceptions by a merchant's hand; those that are settled or of another shop are left as they are.
 * @param by who did it, as the history shows it, e.g. "merchant"
 * @returns the ids that were settled
 */
export async function resolveByMerchant(tx: Tx, shopId: string, exceptionIds: readonly string[], options: { now: number; by: string }): Promise<string[]> {
  if (exceptionIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ id: string; shipment_id: string }[]>(
    `update shipment_exception set resolved_at = $3::text::timestamptz, resolution = 'merchant',
       history = history || jsonb_build_array(jsonb_build_object('at', $3::text, 'what', 'resolved', 'by', $4::text))
     where shop_id = $1 and id = any($2::text[]) and resolved_at is null
     returning id, shipment_id`,
    shopId,
    exceptionIds,
    new Date(options.now).toISOString(),
    options.by,
  );
  await recountOpen(tx, rows.map((row) => row.shipment_id));
  return rows.map((row) => row.id);
}

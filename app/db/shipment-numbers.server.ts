import type { Tx } from "./database.server";
import { jsonRows } from "./sql-values";

/** A number under which another carrier goes on with a shipment, as somebody told it. */
export interface NewNumber {
  shipmentId: string;
  number: string;
  numberKey: string;
  carrier: string | null;
  source: string;
  provider: string;
  since: number;
}

/** A further number of a shipment. */
export interface FurtherNumber extends Omit<NewNumber, "since"> {
  since: Date;
}

/** More numbers than this are no last mile any more, but a source that has lost count. */
const MOST = 5;

/** Where these shipments go: what helps to tell the carrier of a number that came without one. */
export async function destinationsOf(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.shipment.findMany({ where: { id: { in: [...shipmentIds] } }, select: { id: true, destinationCountry: true } });
  return new Map(rows.map((row) => [row.id, row.destinationCountry]));
}

/**
 * Keeps further numbers, each once per shipment; a carrier that was not known is filled in. The shipment's own number,
 * a number it has already, and shipments that are gone are passed over.
 * @returns the shipments that got a number, or its carrier
 */
export async function insertNumbers(tx: Tx, numbers: readonly NewNumber[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = numbers.map((each) => ({
    shipment_id: each.shipmentId,
    number: each.number,
    number_key: each.numberKey,
    carrier: each.carrier,
    source: each.source,
    provider: each.provider,
    since: new Date(each.since).toISOString(),
  }));
  const kept = await tx.$queryRawUnsafe<{ shipment_id: string }[]>(
    `insert into shipment_number (id, shop_id, shipment_id, number, number_key, carrier, source, provider, since)
     select distinct on (s.id, row.number_key) gen_random_uuid()::text, s.shop_id, s.id, row.number, row.number_key, row.carrier, row.source, row.provider, row.since
     from jsonb_to_recordset($1::jsonb) as row(shipment_id text, number text, number_key text, carrier text, source text, provider text, since timestamptz)
     join shipment s on s.id = row.shipment_id and s.removed_at is null and s.number_key <> row.number_key
     where (select count(*) from shipment_number n where n.shipment_id = s.id and n.number_key <> row.number_key) < ${MOST}
     order by s.id, row.number_key, row.carrier nulls last
     on conflict (shipment_id, number_key) do update set carrier = excluded.carrier
       where shipment_number.carrier is null and excluded.carrier is not null
     returning shipment_id`,
    jsonRows(rows),
  );
  return [...new Set(kept.map((row) => row.shipment_id))];
}

/** The further numbers of these shipments, in the order in which they were heard of. */
export async function furtherNumbers(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<FurtherNumber[]> {
  return tx.shipmentNumber.findMany({
    where: { shopId, shipmentId: { in: [...shipmentIds] } },
    orderBy: [{ since: "asc" }, { id: "asc" }],
    select: { shipmentId: true, number: true, numberKey: true, carrier: true, source: true, provider: true, since: true },
  });
}

/** Has the new numbers of followed shipments asked for at once. */
export async function makeNumbersDue(tx: Tx, shipmentIds: readonly string[], now: number): Promise<void> {
  if (shipmentIds.length === 0) return;
  await tx.shipment.updateMany({ where: { id: { in: [...shipmentIds] }, trackingState: "tracking", removedAt: null }, data: { nextPollAt: new Date(now) } });
}

import type { Tx } from "./database.server";
import { forgetComputed, LOOSE } from "./loose-shipments.server";
import type { NewShipment } from "./new-order";
import { isoOf, jsonRows } from "./sql-values";

/** A number is given out again after months; nearer than this it is the same parcel, in ms. */
const SAME_PARCEL_MS = 120 * 24 * 3_600_000;

interface LooseRow {
  id: string;
  order_id: string | null;
  number_key: string;
  carrier: string | null;
  carrier_source: string;
  shipped_at: Date;
}

/**
 * Makes loose shipments Shopify's: a fulfillment (or a return) with the same number has come. The loose one itself
 * becomes its shipment, so that its events, exceptions and address stay; where the fulfillment's shipment is there
 * already, what the loose one knows is moved onto it. A loose shipment that was given to another order stays with it
 * (one parcel for two orders), and the new one begins with a copy of its events.
 *
 * Numbers are held by the caller (`lockNumbers`).
 *
 * @param wanted Shopify's shipments; `id` is set where one is stored already
 * @returns ids of the wanted shipments that were loose, in the order of `wanted` (null: not loose); and what has to be
 *   copied once the others are stored
 */
export async function adoptLoose(
  tx: Tx,
  shopId: string,
  wanted: readonly { id: string | null; shipment: NewShipment }[],
  now: number,
): Promise<{ adopted: (string | null)[]; copies: { from: string; index: number }[]; merged: { from: string; into: string }[] }> {
  const adopted: (string | null)[] = wanted.map(() => null);
  const copies: { from: string; index: number }[] = [];
  const merged: { from: string; into: string }[] = [];
  const rows = await tx.$queryRawUnsafe<LooseRow[]>(
    `select id, order_id, number_key, carrier, carrier_source, shipped_at from shipment
     where shop_id = $1 and number_key = any($2::text[]) and ${LOOSE} and removed_at is null order by id for update`,
    shopId,
    [...new Set(wanted.map((each) => each.shipment.numberKey))],
  );
  if (rows.length === 0) return { adopted, copies, merged };
  const loose = new Map(rows.map((row) => [row.number_key, row]));
  const taken = new Set<string>();
  const adoptions: { id: string; shipment: NewShipment; carrier: { carrier: string | null; source: string } }[] = [];
  for (const [index, { id, shipment }] of wanted.entries()) {
    const row = loose.get(shipment.numberKey);
    if (!row || Math.abs(new Date(row.shipped_at).getTime() - shipment.shippedAt) >= SAME_PARCEL_MS) continue;
    const elsewhere = row.order_id !== null && row.order_id !== shipment.orderId;
    if (elsewhere || taken.has(row.id)) {
      if (id === null) copies.push({ from: row.id, index });
    } else if (id !== null) {
      taken.add(row.id);
      merged.push({ from: row.id, into: id });
    } else {
      taken.add(row.id);
      adopted[index] = row.id;
      adoptions.push({ id: row.id, shipment, carrier: betterCarrier(row, shipment) });
    }
  }
  await writeAdoptions(tx, adoptions, now);
  return { adopted, copies, merged };
}

/** The merchant's own word stays; a carrier that Shopify does not know stays too, as the merchant's word. */
function betterCarrier(row: LooseRow, shipment: NewShipment): { carrier: string | null; source: string } {
  const keeps = row.carrier_source === "merchant" || (shipment.carrier === null && row.carrier !== null);
  return keeps ? { carrier: row.carrier, source: "merchant" } : { carrier: shipment.carrier, source: shipment.carrierSource };
}

async function writeAdoptions(tx: Tx, adoptions: readonly { id: string; shipment: NewShipment; carrier: { carrier: string | null; source: string } }[], now: number): Promise<void> {
  if (adoptions.length === 0) return;
  await tx.$executeRawUnsafe(
    `update shipment s set order_id = row.order_id, fulfillment_id = row.fulfillment_id, number = row.number,
       tracking_company = row.tracking_company, tracking_url = row.tracking_url, carrier = row.carrier,
       carrier_source = row.carrier_source, direction = row.direction, origin_country = row.origin_country,
       destination_country = row.destination_country, shipped_at = row.shipped_at, updated_at = $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as row(id text, order_id text, fulfillment_id text, number text, tracking_company text,
       tracking_url text, carrier text, carrier_source text, direction text, origin_country text, destination_country text,
       shipped_at timestamptz)
     where s.id = row.id`,
    jsonRows(adoptions.map(({ id, shipment, carrier }) => ({
      id, order_id: shipment.orderId, fulfillment_id: shipment.fulfillmentId, number: shipment.number,
      tracking_company: shipment.trackingCompany, tracking_url: shipment.trackingUrl, carrier: carrier.carrier,
      carrier_source: carrier.source, direction: shipment.direction, origin_country: shipment.originCountry,
      destination_country: shipment.destinationCountry, shipped_at: isoOf(shipment.shippedAt),
    }))),
    isoOf(now),
  );
  await forgetComputed(tx, adoptions.map((each) => each.id));
}

/** Copies events onto other shipments of the same number; those that are there already stay as they are. */
export async function copyEvents(tx: Tx, pairs: readonly { from: string; into: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into tracking_event (shop_id, shipment_id, key, source, provider, carrier, at, certainty, zone, said_time, status,
       detail, mapping, code, text, place, source_event_id, return_leg, withdraws, raw, received_at)
     select e.shop_id, row."into", e.key, e.source, e.provider, e.carrier, e.at, e.certainty, e.zone, e.said_time, e.status,
       e.detail, e.mapping, e.code, e.text, e.place, e.source_event_id, e.return_leg, e.withdraws, e.raw, e.received_at
     from jsonb_to_recordset($1::jsonb) as row("from" text, "into" text) join tracking_event e on e.shipment_id = row."from"
     on conflict (shipment_id, key) do nothing`,
    jsonRows(pairs),
  );
}

/** Moves what loose shipments know onto the shipments that take their place, and ends them. */
export async function mergeLoose(tx: Tx, shopId: string, pairs: readonly { from: string; into: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await copyEvents(tx, pairs);
  await tx.$executeRawUnsafe(
    `update notification n set shipment_id = row."into" from jsonb_to_recordset($1::jsonb) as row("from" text, "into" text)
     where n.shipment_id = row."from"`,
    jsonRows(pairs),
  );
  await tx.shipment.deleteMany({ where: { shopId, id: { in: pairs.map((pair) => pair.from) } } });
}

import type { EventPlace, EventSource, ParsedEvent, TimeCertainty, TrackingEvent } from "~/domain/tracking/event";
import { cutText } from "~/domain/tracking/mapping/fold-text";
import { readEvent } from "~/domain/tracking/mapping/shop-mapping";
import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";
import { boundedEvent } from "~/domain/tracking/text/bounded-event";

import type { Tx } from "./database.server";
import { mappingsOf, type Mappings } from "./mapping-in-force.server";
import { isoOf, jsonRows } from "./sql-values";

/** A scan to be stored, with the shipment it belongs to. */
export interface NewEvent {
  shopId: string;
  shipmentId: string;
  key: string;
  source: EventSource;
  provider: string;
  carrier: string | null;
  receivedAt: number;
  event: ParsedEvent;
}

/**
 * Stores scans; those whose key the shipment has already are left as they are.
 * @returns the (shipment id, key) pairs that are new
 */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<{ shipmentId: string; key: string }[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ event, ...row }) => ({
    shop_id: row.shopId,
    shipment_id: row.shipmentId,
    key: row.key,
    source: row.source,
    provider: row.provider,
    carrier: row.carrier,
    at: isoOf(event.time.at),
    certainty: event.time.certainty,
    zone: event.time.zone,
    said_time: event.time.said,
    status: event.status,
    detail: event.detail,
    mapping: event.mapping,
    code: event.code,
    text: event.text,
    place: event.place,
    source_event_id: event.sourceEventId,
    return_leg: event.returnLeg,
    withdraws: event.withdraws,
    raw: event.raw ?? null,
    received_at: new Date(row.receivedAt).toISOString(),
  }));
  const inserted = await tx.$queryRawUnsafe<{ shipment_id: string; key: string }[]>(
    `insert into tracking_event (shop_id, shipment_id, key, source, provider, carrier, at, certainty, zone, said_time,
       status, detail, mapping, code, text, place, source_event_id, return_leg, withdraws, raw, received_at)
     select shop_id, shipment_id, key, source, provider, carrier, at, certainty, zone, said_time,
       status, detail, mapping, code, text, place, source_event_id, return_leg, withdraws, raw, received_at
     from jsonb_to_recordset($1::jsonb) as row(shop_id text, shipment_id text, key text, source text, provider text,
       carrier text, at timestamptz, certainty text, zone text, said_time text, status text, detail text, mapping text,
       code text, text text, place jsonb, source_event_id text, return_leg boolean, withdraws boolean, raw jsonb,
       received_at timestamptz)
     on conflict (shipment_id, key) do nothing
     returning shipment_id, key`,
    jsonRows(rows),
  );
  return inserted.map((row) => ({ shipmentId: row.shipment_id, key: row.key }));
}

interface EventRow {
  shop_id: string;
  shipment_id: string;
  key: string;
  source: string;
  provider: string;
  carrier: string | null;
  at: Date;
  certainty: string;
  zone: string | null;
  said_time: string | null;
  status: string;
  detail: string | null;
  mapping: string | null;
  code: string | null;
  text: string | null;
  place: EventPlace | null;
  source_event_id: string | null;
  return_leg: boolean;
  withdraws: boolean;
  received_at: Date;
}

/**
 * All scans of these shipments, by shipment id, as their shop reads them; without the raw payloads, which only the
 * shipment page reads.
 * @param mappings what to read them with; those in force when it is left out
 */
export async function eventsOf(tx: Tx, shipmentIds: readonly string[], mappings?: Mappings): Promise<Map<string, TrackingEvent[]>> {
  const byShipment = new Map<string, TrackingEvent[]>(shipmentIds.map((id) => [id, []]));
  if (shipmentIds.length === 0) return byShipment;
  const rows = await tx.$queryRawUnsafe<EventRow[]>(
    `select shop_id, shipment_id, key, source, provider, carrier, at, certainty, zone, said_time, status, detail, mapping, code,
       text, place, source_event_id, return_leg, withdraws, received_at
     from tracking_event where shipment_id = any($1::text[])`,
    shipmentIds,
  );
  const reading = mappings ?? (await mappingsOf(tx, rows.map((row) => row.shop_id)));
  for (const row of rows) {
    const own = reading.get(row.shop_id);
    byShipment.get(row.shipment_id)?.push(own ? readEvent(toEvent(row), own.mapping) : toEvent(row));
  }
  return byShipment;
}

function toEvent(row: EventRow): TrackingEvent {
  return boundedEvent({
    key: row.key,
    source: row.source as EventSource,
    provider: row.provider,
    carrier: row.carrier,
    time: { at: new Date(row.at).getTime(), certainty: row.certainty as TimeCertainty, zone: row.zone, said: row.said_time },
    status: row.status as TrackingStatus,
    detail: row.detail as TrackingDetail | null,
    mapping: row.mapping,
    code: row.code,
    text: row.text,
    place: row.place,
    sourceEventId: row.source_event_id,
    returnLeg: row.return_leg,
    withdraws: row.withdraws,
    receivedAt: new Date(row.received_at).getTime(),
  });
}

/** So many shipments are kept as samples of an unmapped code. */
const SAMPLES = 4;

/** Counts scans that no built-in map understood, with the newest shipments as samples. */
export async function countUnmapped(tx: Tx, seen: readonly NewEvent[]): Promise<void> {
  const unknown = seen.filter(({ event }) => event.status === "UNKNOWN");
  if (unknown.length === 0) return;
  const groups = new Map<string, { shop_id: string; provider: string; code: string; text: string; count: number; at: string; samples: string[] }>();
  for (const row of unknown) {
    const code = cutText(row.event.code ?? "", 100);
    const text = cutText(row.event.text ?? "", 200);
    const key = JSON.stringify([row.shopId, row.provider, code, text]);
    const group = groups.get(key) ?? { shop_id: row.shopId, provider: row.provider, code, text, count: 0, at: "", samples: [] };
    group.count += 1;
    group.at = new Date(row.receivedAt).toISOString();
    if (!group.samples.includes(row.shipmentId)) group.samples = [row.shipmentId, ...group.samples].slice(0, SAMPLES);
    groups.set(key, group);
  }
  // In one order everywhere, so that two batches cannot wait for each other's rows.
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => ({ ...group, shipment_id: group.samples[0] }));
  await tx.$executeRawUnsafe(
    `insert into unmapped_code (id, shop_id, provider, code, text, count, first_seen_at, last_seen_at, shipment_id, samples)
     select gen_random_uuid()::text, shop_id, provider, code, text, count, at, at, shipment_id, array(select jsonb_array_elements_text(samples))
     from jsonb_to_recordset($1::jsonb) as row(shop_id text, provider text, code text, text text, count int, at timestamptz, shipment_id text, samples jsonb)
     on conflict (shop_id, provider, code, text) do update
       set count = unmapped_code.count + excluded.count, last_seen_at = excluded.last_seen_at, shipment_id = excluded.shipment_id,
         samples = array(select id from unnest(excluded.samples || unmapped_code.samples) with ordinality as sample(id, place)
           group by id order by min(place) limit ${SAMPLES})`,
    jsonRows(rows),
  );
}

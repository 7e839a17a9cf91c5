import type { DeliveryEstimate, EventSource } from "~/domain/tracking/event";
import { toNumberKey } from "~/domain/tracking/number-key";
import type { ShipmentState } from "~/domain/tracking/shipment-state";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";

import type { Tx } from "./database.server";
import { NOTHING_TO_FULFIL } from "./orders.server";
import { isoOrNull, jsonRows } from "./sql-values";

/** A shipment as the engine reads it. Instants are milliseconds since the epoch. */
export interface StoredShipment {
  id: string;
  shopId: string;
  /** Null for a loose shipment that nobody has given an order yet. */
  orderId: string | null;
  fulfillmentId: string | null;
  number: string;
  numberKey: string;
  carrier: string | null;
  direction: "out" | "return";
  originCountry: string | null;
  destinationCountry: string | null;
  shippedAt: number;
  createdAt: number;
  trackingState: "tracking" | "stopped" | "ended";
  pollFailures: number;
  nextPollAt: number | null;
  nextRuleAt: number | null;
  openExceptions: number;
  estimate: DeliveryEstimate | null;
  /** Which source gave the estimate; null when it is not known. */
  estimateSource: EventSource | null;
  /** Last push of the provider with which its number is registered. */
  pushedAt: number | null;
  state: Pick<ShipmentState, "status" | "detail" | "statusAt" | "firstScanAt" | "lastEventAt" | "deliveredAt" | "eventCount">;
  shop: { domain: string; timeZone: string; locale: string; settings: unknown; status: string };
  /** Of a shipment without an order: nothing is known, and nobody can be written to. */
  order: { cancelled: boolean; nothingToFulfil: boolean; hasEmail: boolean; locale: string | null };
}

/**
 * Reads shipments and locks them, always in the order of their ids so that two workers cannot wait for each other.
 * Shipments that were removed from Shopify, or whose shop has gone, are left out.
 */
export async function lockShipments(tx: Tx, ids: readonly string[]): Promise<StoredShipment[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `select s.*, shop.domain as shop_domain, shop.time_zone, shop.locale as shop_locale, shop.settings, shop.status as shop_status,
       o.cancelled_at is not null as order_cancelled, o.fulfillment_status = '${NOTHING_TO_FULFIL}' as nothing_to_fulfil, o.email_enc is not null as has_email, o.locale as order_locale,
       greatest(
         (select c.last_push_at from aggregator_registration r join carrier_connection c on c.shop_id = r.shop_id and c.provider = r.provider
          where r.shop_id = s.shop_id and r.number_key = s.number_key and r.status = 'registered' and c.enabled),
         (select max(c.last_push_at) from carrier_subscription p join carrier_connection c on c.shop_id = p.shop_id and c.provider = p.provider
          where p.shop_id = s.shop_id and p.number_key = s.number_key and p.live and c.enabled)) as pushed_at
     from shipment s join shop on shop.id = s.shop_id left join "order" o on o.id = s.order_id
     where s.id = any($1::text[]) and s.removed_at is null
     order by s.id for update of s`,
    [...new Set(ids)],
  );
  return rows.map(toShipment);
}

function instant(value: unknown): number | null {
  return value === null || value === undefined ? null : new Date(value as string | Date).getTime();
}

function toShipment(row: Record<string, unknown>): StoredShipment {
  const earliest = instant(row.estimate_earliest);
  const latest = instant(row.estimate_latest);
  return {
    id: String(row.id),
    shopId: String(row.shop_id),
    orderId: row.order_id as string | null,
    fulfillmentId: row.fulfillment_id as string | null,
    number: String(row.number),
    numberKey: String(row.number_key),
    carrier: row.carrier as string | null,
    direction: row.direction === "return" ? "return" : "out",
    originCountry: row.origin_country as string | null,
    destinationCountry: row.destination_country as string | null,
    shippedAt: instant(row.shipped_at) ?? 0,
    createdAt: instant(row.created_at) ?? 0,
    trackingState: row.tracking_state as StoredShipment["trackingState"],
    pollFailures: Number(row.poll_failures),
    nextPollAt: instant(row.next_poll_at),
    nextRuleAt: instant(row.next_rule_at),
    openExceptions: Number(row.open_exceptions),
    estimate:
      earliest !== null && latest !== null
        ? { earliest, latest, precision: row.estimate_precision === "instant" ? "instant" : "day", zone: row.estimate_zone as string | null }
        : null,
    estimateSource: row.estimate_source as EventSource | null,
    pushedAt: instant(row.pushed_at),
    state: {
      status: row.status as ShipmentStatus,
      detail: row.detail as TrackingDetail | null,
      statusAt: instant(row.status_at),
      firstScanAt: instant(row.first_scan_at),
      lastEventAt: instant(row.last_event_at),
      deliveredAt: instant(row.delivered_at),
      eventCount: Number(row.event_count),
    },
    shop: {
      domain: String(row.shop_domain),
      timeZone: String(row.time_zone),
      locale: String(row.shop_locale),
      settings: row.settings,
      status: String(row.shop_status),
    },
    order: { cancelled: Boolean(row.order_cancelled), nothingToFulfil: Boolean(row.nothing_to_fulfil), hasEmail: Boolean(row.has_email), locale: row.order_locale as string | null },
  };
}

/** What the engine computed of one shipment. */
export interface ComputedShipment {
  id: string;
  state: ShipmentState;
  estimate: DeliveryEstimate | null;
  estimateSource: EventSource | null;
  openExceptions: number;
  trackingState: StoredShipment["trackingState"];
  pollFailures: number;
  nextPollAt: number | null;
  nextRuleAt: number | null;
}

/** Writes many shipments' computed state in one statement. */
export async function saveComputed(tx: Tx, shipments: readonly ComputedShipment[], now: number): Promise<void> {
  if (shipments.length === 0) return;
  const rows = shipments.map((shipment) => ({
    id: shipment.id,
    status: shipment.state.status,
    detail: shipment.state.detail,
    status_at: isoOrNull(shipment.state.statusAt),
    first_scan_at: isoOrNull(shipment.state.firstScanAt),
    last_event_at: isoOrNull(shipment.state.lastEventAt),
    delivered_at: isoOrNull(shipment.state.deliveredAt),
    event_count: shipment.state.eventCount,
    estimate_earliest: isoOrNull(shipment.estimate?.earliest ?? null),
    estimate_latest: isoOrNull(shipment.estimate?.latest ?? null),
    estimate_precision: shipment.estimate?.precision ?? null,
    estimate_zone: shipment.estimate?.zone ?? null,
    estimate_source: shipment.estimateSource,
    open_exceptions: shipment.openExceptions,
    tracking_state: shipment.trackingState,
    poll_failures: shipment.pollFailures,
    next_poll_at: isoOrNull(shipment.nextPollAt),
    next_rule_at: isoOrNull(shipment.nextRuleAt),
  }));
  await tx.$executeRawUnsafe(
    `update shipment s set status = row.status, detail = row.detail, status_at = row.status_at,
       first_scan_at = row.first_scan_at, last_event_at = row.last_event_at, delivered_at = row.delivered_at,
       event_count = row.event_count, estimate_earliest = row.estimate_earliest, estimate_latest = row.estimate_latest,
       estimate_precision = row.estimate_precision, estimate_zone = row.estimate_zone,
       estimate_source = row.estimate_source, open_exceptions = row.open_exceptions,
       tracking_state = row.tracking_state, poll_failures = row.poll_failures, next_poll_at = row.next_poll_at,
       next_rule_at = row.next_rule_at, updated_at = $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as row(id text, status text, detail text, status_at timestamptz,
       first_scan_at timestamptz, last_event_at timestamptz, delivered_at timestamptz, event_count int,
       estimate_earliest timestamptz, estimate_latest timestamptz, estimate_precision text, estimate_zone text, estimate_source text, open_exceptions int,
       tracking_state text, poll_failures int, next_poll_at timestamptz, next_rule_at timestamptz)
     where s.id = row.id`,
    jsonRows(rows),
    new Date(now).toISOString(),
  );
}

/** Takes shipments whose rules are due to be looked at again; the same lease as for polls. */
export async function claimDueRules(tx: Tx, now: number, limit: number, leaseMs: number): Promise<{ shopId: string; ids: string[] }[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string; shop_id: string }[]>(
    `update shipment set next_rule_at = $3::timestamptz where id in (
       select id from shipment where next_rule_at <= $1::timestamptz order by next_rule_at limit $2::int for update skip locked)
     returning id, shop_id`,
    new Date(now).toISOString(),
    limit,
    new Date(now + leaseMs).toISOString(),
  );
  return groupByShop(rows);
}

function groupByShop(rows: readonly { id: string; shop_id: string }[]): { shopId: string; ids: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(row.shop_id, [...(groups.get(row.shop_id) ?? []), row.id]);
  return [...groups].map(([shopId, ids]) => ({ shopId, ids }));
}

/** A shipment that goes by a number. */
export interface NumberedShipment {
  id: string;
  /** The number by which it was found. */
  numberKey: string;
  carrier: string | null;
  shippedAt: Date;
  /** True when this is a further number of it, that of the last mile. */
  further?: boolean;
}

/**
 * Shipments that go by one of these numbers (as compared: upper case, without spaces), in one shop: their own number or
 * one under which another carrier goes on with them. Newest first.
 */
export async function shipmentsByNumber(tx: Tx, shopId: string, numberKeys: readonly string[]): Promise<NumberedShipment[]> {
  if (numberKeys.length === 0) return [];
  // Plain SQL: a list of hundreds of numbers costs Prisma more than the database.
  return tx.$queryRawUnsafe<NumberedShipment[]>(
    `select id, number_key as "numberKey", carrier, shipped_at as "shippedAt", false as further from shipment
     where shop_id = $1 and number_key = any($2::text[]) and removed_at is null
     union all
     select s.id, n.number_key, n.carrier, s.shipped_at, true from shipment_number n join shipment s on s.id = n.shipment_id
     where n.shop_id = $1 and n.number_key = any($2::text[]) and s.removed_at is null
     order by 4 desc, 1`,
    shopId,
    [...new Set(numberKeys)],
  );
}

/** A tracking number as it is compared; see domain/tracking/number-key.ts. */
export const numberKey = toNumberKey;

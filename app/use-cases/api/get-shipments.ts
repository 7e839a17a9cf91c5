import { shipmentsForApi } from "~/db/api-shipments.server";
import { numberKey } from "~/db/shipments.server";
import { eventsOf } from "~/db/tracking-events.server";
import type { TrackingEvent } from "~/domain/tracking/event";

import type { UseCaseContext } from "../context";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The shipments of a shop with one number, the newest first, each with its scans in time; empty when there are none. */
export async function getShipments(context: UseCaseContext, shopId: string, number: string) {
  const key = numberKey(number.slice(0, 300));
  if (key === "") return [];
  const rows = await shipmentsForApi(context.db.prisma, shopId, key);
  const events = await eventsOf(context.db.prisma, rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    order: row.order?.name ?? null,
    carrier: row.carrier,
    carrier_name: row.trackingCompany,
    service: row.service,
    direction: row.direction,
    status: row.status,
    detail: row.detail,
    status_at: iso(row.statusAt),
    shipped_at: row.shippedAt.toISOString(),
    delivered_at: iso(row.deliveredAt),
    estimate: row.estimateEarliest && row.estimateLatest ? { earliest: row.estimateEarliest.toISOString(), latest: row.estimateLatest.toISOString(), precision: row.estimatePrecision } : null,
    tracking: row.trackingState,
    events: (events.get(row.id) ?? []).sort((a, b) => a.time.at - b.time.at || (a.key < b.key ? -1 : 1)).map(toEvent),
  }));
}

function toEvent(event: TrackingEvent) {
  const { place } = event;
  return {
    occurred_at: new Date(event.time.at).toISOString(),
    certainty: event.time.certainty,
    status: event.status,
    detail: event.detail,
    code: event.code,
    description: event.text,
    source: event.source,
    provider: event.provider,
    location: place && { city: place.city, region: place.region, postal_code: place.postalCode, country: place.country, text: place.text },
  };
}

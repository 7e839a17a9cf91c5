import type { SimShipment } from "./book";
import { simCarrier } from "./carriers";
import { seventeenDialect } from "./dialect-17track";
import { estimateOf } from "./estimate";
import { jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock, type Place } from "./places";

const NO_COORDINATES = { longitude: null, latitude: null };

function address(place: Place): unknown {
  return { country: place.country, state: place.region, city: place.city, street: null, postal_code: place.postalCode, coordinates: NO_COORDINATES };
}

function times(place: Place, at: number): Record<string, unknown> {
  const local = wallClock(place.zone, at);
  const offset = offsetText(place.zone, at);
  return {
    time_iso: `${local}${offset}`,
    time_utc: `${new Date(at).toISOString().slice(0, 19)}Z`,
    time_raw: { date: local.slice(0, 10), time: local.slice(11), timezone: offset },
  };
}

function eventOf(carrier: string, scan: Scan): Record<string, unknown> {
  const said = seventeenDialect(carrier, scan.moment);
  return {
    ...times(scan.place, scan.at),
    description: said.description,
    location: `${scan.place.city.toUpperCase()}, ${scan.place.country}`,
    stage: said.stage,
    sub_status: said.subStatus,
    address: address(scan.place),
  };
}

const STAGES = ["InfoReceived", "PickedUp", "Departure", "Arrival", "AvailableForPickup", "OutForDelivery", "Delivered", "Returning", "Returned"];

/**
 * One number as gettrackinfo and the webhook tell it (17TRACK API v2.4: track_info).
 * @param number another number than the shipment's own where a confused provider is simulated
 */
export function trackItem(shipment: SimShipment, scans: readonly Scan[], now: number, how: { tag: string | null; number?: string; jumbled?: boolean }): unknown {
  const carrier = simCarrier(shipment.carrier);
  const events = scans.map((scan) => eventOf(carrier.code, scan)).reverse();
  const newest = scans.at(-1);
  const subStatus = newest ? seventeenDialect(carrier.code, newest.moment).subStatus : "NotFound_Other";
  const estimate = estimateOf(shipment, now);
  const delivered = subStatus.startsWith("Delivered");
  const day = (count: number) => Math.max(0, Math.floor(count / 86_400_000));
  return {
    number: how.number ?? shipment.number,
    carrier: carrier.key,
    param: null,
    tag: how.tag,
    track_info: {
      shipping_info: { shipper_address: address(shipment.origin), recipient_address: address(shipment.destination) },
      latest_status: { status: subStatus.split("_")[0], sub_status: subStatus, sub_status_descr: null },
      latest_event: events[0] ?? null,
      time_metrics: {
        days_after_order: day(now - shipment.shippedAt),
        days_of_transit: day(now - shipment.shippedAt),
        days_of_transit_done: delivered && newest ? day(newest.at - shipment.shippedAt) : 0,
        days_after_last_update: newest ? day(now - newest.at) : 0,
        estimated_delivery_date: estimate && !delivered ? estimateRange(shipment, estimate) : { source: null, from: null, to: null },
      },
      milestone: STAGES.map((stage) => {
        const scan = scans.find((one) => seventeenDialect(carrier.code, one.moment).stage === stage);
        return scan ? { key_stage: stage, ...times(scan.place, scan.at) } : { key_stage: stage, time_iso: null, time_utc: null, time_raw: { date: null, time: null, timezone: null } };
      }),
      misc_info: { risk_factor: 0, service_type: shipment.service, weight_raw: null, weight_kg: null, pieces: null, local_number: null, local_provider: null, local_key: 0 },
      tracking: {
        providers_hash: events.length,
        providers: [{
          provider: { key: carrier.key, name: carrier.company, alias: carrier.company, tel: null, homepage: carrier.homepage, country: carrier.country },
          provider_lang: null,
          service_type: shipment.service,
          latest_sync_status: "Success",
          latest_sync_time: `${new Date(now).toISOString().slice(0, 19)}Z`,
          events_hash: events.length,
          events: how.jumbled === true ? jumble(events) : events,
        }],
      },
    },
  };
}

function estimateRange(shipment: SimShipment, estimate: { date: string; at: number }): unknown {
  const offset = offsetText(shipment.destination.zone, estimate.at);
  // A day is said as its midnight, as in the reference's examples.
  const day = `${estimate.date}T00:00:00${offset}`;
  return { source: "Official", from: day, to: day };
}

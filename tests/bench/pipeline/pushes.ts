import { createHash } from "node:crypto";

/** Scans of each shipment in the bench. */
export const EVENTS_PER_SHIPMENT = 8;

const HOUR = 3_600_000;

/** A journey as 17TRACK tells it: hours before the newest scan, sub-status, stage, what the carrier said, where. */
const JOURNEY = [
  [70, "InfoReceived", "InfoReceived", "Shipment information received", "Leeds"],
  [62, "InTransit_PickedUp", "PickedUp", "Picked up by the carrier", "Leeds"],
  [55, "InTransit_Departure", "Departure", "Departed from the sorting centre", "Leeds"],
  [43, "InTransit_Other", null, "Arrived at the sorting centre", "Coventry"],
  [31, "InTransit_Other", null, "Departed from the sorting centre", "Coventry"],
  [16, "InTransit_Other", null, "Arrived at the delivery depot", "Reading"],
  [5, "OutForDelivery_Other", "OutForDelivery", "Out for delivery", "Reading"],
  [0, "Delivered_Other", "Delivered", "Delivered, left in a safe place", "Reading"],
] as const;

/** The number of the bench's n-th shipment. */
export function numberOf(index: number): string {
  return `BENCH${String(index).padStart(9, "0")}GB`;
}

/**
 * One push of 17TRACK (API v2.4, TRACKING_UPDATED): a number with its newest event first.
 * @param upTo how many of the journey's scans have happened, 1 to 8
 * @param newest when the newest of all eight happens, milliseconds since the epoch
 */
export function pushBody(index: number, newest: number, upTo: number = EVENTS_PER_SHIPMENT): string {
  const events = JOURNEY.slice(0, upTo).map(([hours, subStatus, stage, description, city]) => {
    const at = new Date(newest - hours * HOUR - (index % 3_600) * 1_000);
    const iso = at.toISOString();
    return {
      time_iso: `${iso.slice(0, 19)}+00:00`,
      time_utc: `${iso.slice(0, 19)}Z`,
      time_raw: { date: iso.slice(0, 10), time: iso.slice(11, 19), timezone: "+00:00" },
      description,
      location: `${city.toUpperCase()}, GB`,
      stage,
      sub_status: subStatus,
      address: { country: "GB", state: null, city, street: null, postal_code: null, coordinates: { longitude: null, latitude: null } },
    };
  });
  events.reverse();
  const last = JOURNEY[upTo - 1];
  return JSON.stringify({
    event: "TRACKING_UPDATED",
    data: {
      number: numberOf(index),
      carrier: 11031,
      param: null,
      tag: null,
      track_info: {
        shipping_info: { shipper_address: { country: "GB" }, recipient_address: { country: "GB" } },
        latest_status: { status: last?.[1].split("_")[0], sub_status: last?.[1], sub_status_descr: null },
        latest_event: events[0] ?? null,
        time_metrics: { days_of_transit: 3, estimated_delivery_date: { source: null, from: null, to: null } },
        misc_info: { service_type: "Tracked 48", local_number: null, local_key: 0 },
        tracking: { providers_hash: index, providers: [{ provider: { key: 11031, name: "Royal Mail" }, service_type: "Tracked 48", latest_sync_status: "Success", events }] },
      },
    },
  });
}

/** 17TRACK's signature: SHA-256 of the body, a slash and the key, in hex. */
export function sign(body: string, key: string): string {
  return createHash("sha256").update(`${body}/${key}`).digest("hex");
}

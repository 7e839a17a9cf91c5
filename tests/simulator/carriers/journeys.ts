import type { Place } from "./places";
import { hubOf, wallClock } from "./places";

/** What happens to a parcel, in the simulator's own words; each provider says it in its dialect. */
export const MOMENTS = [
  "label", "accepted", "departed", "hub", "customs_in", "customs_held", "customs_out", "arrived", "weather", "out_for_delivery",
  "attempted", "delivered", "delivered_neighbour", "pickup_ready", "collected", "refused", "returning", "return_hub", "returned",
  "lost", "mis_scan", "found_again", "expired", "noted",
] as const;
export type Moment = (typeof MOMENTS)[number];

/** The kinds of journey that a shipment can be scripted with. */
export const JOURNEY_KINDS = [
  "normal", "fast", "weather_delay", "customs_hold", "failed_attempt", "pickup", "pickup_waiting", "returned", "returning", "lost",
  "label_only", "late_pickup", "long_silence", "stuck", "mis_scan", "neighbour", "refused", "expired", "unknown_number",
] as const;
export type JourneyKind = (typeof JOURNEY_KINDS)[number];

/** One step of a script: what, where, and how many hours after shipping; `hour` moves it to that hour of the local day. */
export interface JourneyStep {
  moment: Moment;
  where: "origin" | "origin_hub" | "destination_hub" | "destination";
  hours: number;
  hour?: number;
}

/** One scan of one shipment; it is told from `at` on. */
export interface Scan {
  moment: Moment;
  place: Place;
  /** Milliseconds since the epoch. */
  at: number;
}

function step(moment: Moment, where: JourneyStep["where"], hours: number, hour?: number): JourneyStep {
  return hour === undefined ? { moment, where, hours } : { moment, where, hours, hour };
}

const start = [step("label", "origin", 0), step("accepted", "origin", 6, 17), step("departed", "origin_hub", 14, 22)];
/** Countries of the EU's customs union that the demo ships to: no customs between them. */
const ONE_CUSTOMS_AREA = new Set(["DE", "NL", "FR", "DK"]);

/** Whether a parcel between two countries passes customs. */
export function crossesCustoms(from: string, to: string): boolean {
  return from !== to && !(ONE_CUSTOMS_AREA.has(from) && ONE_CUSTOMS_AREA.has(to));
}

const customs: JourneyStep[] = [step("customs_in", "destination_hub", 58), step("customs_out", "destination_hub", 66)];

/** The scripts. International ones pass customs; times are those of a domestic parcel, stretched by `pace`. */
function script(kind: JourneyKind, abroad: boolean): JourneyStep[] {
  const middle = abroad ? [step("hub", "destination_hub", 44, 3), ...customs] : [step("hub", "destination_hub", 40, 5)];
  const late = abroad ? 30 : 0;
  const town = [step("arrived", "destination", 62 + late, 4), step("out_for_delivery", "destination", 66 + late, 8)];
  const end = 71 + late;
  switch (kind) {
    case "unknown_number":
      return [];
    case "label_only":
      return [step("label", "origin", 0)];
    case "normal":
      return [...start, ...middle, ...town, step("delivered", "destination", end, 14)];
    case "fast":
      return [step("label", "origin", 0), step("accepted", "origin", 3, 16), step("hub", "destination_hub", 16, 2),
        step("out_for_delivery", "destination", 22, 8), step("delivered", "destination", 26, 11)];
    case "neighbour":
      return [...start, ...middle, ...town, step("delivered_neighbour", "destination", end, 15)];
    case "late_pickup":
      return [step("label", "origin", 0), step("accepted", "origin", 38, 16), step("departed", "origin_hub", 46, 22),
        step("hub", "destination_hub", 72, 5), step("arrived", "destination", 94, 4), step("out_for_delivery", "destination", 98, 8),
        step("delivered", "destination", 103, 14)];
    case "long_silence":
      return [...start, step("hub", "origin_hub", 26), step("arrived", "destination", 130, 5), step("out_for_delivery", "destination", 134, 8),
        step("delivered", "destination", 139, 13)];
    case "weather_delay":
      return [...start, step("hub", "origin_hub", 26), step("weather", "destination_hub", 40), step("departed", "destination_hub", 92),
        step("arrived", "destination", 110, 5), step("out_for_delivery", "destination", 114, 8), step("delivered", "destination", 119, 15)];
    case "customs_hold":
      return [...start, step("hub", "destination_hub", 44), step("customs_in", "destination_hub", 58), step("customs_held", "destination_hub", 64),
        step("customs_out", "destination_hub", 150), step("arrived", "destination", 172, 5), step("out_for_delivery", "destination", 176, 8),
        step("delivered", "destination", 181, 13)];
    case "failed_attempt":
      return [...start, ...middle, ...town, step("attempted", "destination", end, 13), step("noted", "destination", end + 6, 19), step("out_for_delivery", "destination", 90 + late, 8),
        step("delivered", "destination", 94 + late, 12)];
    case "pickup":
      return [...start, ...middle, step("arrived", "destination", 62 + late, 6), step("pickup_ready", "destination", 68 + late, 11),
        step("collected", "destination", 100 + late, 18)];
    case "pickup_waiting":
      return [...start, ...middle, step("arrived", "destination", 62 + late, 6), step("pickup_ready", "destination", 68 + late, 11)];
    case "refused":
      return [...start, ...middle, ...town, step("refused", "destination", end, 12)];
    case "returning":
      return [...start, ...middle, ...town, step("refused", "destination", end, 12), step("returning", "destination", end + 22, 9),
        step("return_hub", "destination_hub", end + 46, 4)];
    case "returned":
      return [...start, ...middle, ...town, step("attempted", "destination", end, 13), step("returning", "destination", end + 70, 9),
        step("return_hub", "destination_hub", end + 96, 4), step("returned", "origin", end + 140, 11)];
    case "lost":
      return [...start, step("hub", "origin_hub", 28), step("lost", "origin_hub", 190)];
    case "stuck":
      return [...start, step("hub", "origin_hub", 28)];
    case "expired":
      return [...start, step("hub", "origin_hub", 28), step("expired", "origin_hub", 28 + 30 * 24)];
    case "mis_scan":
      return [...start, ...middle, ...town, step("mis_scan", "destination", end - 3, 10), step("found_again", "destination", end + 3, 17),
        step("out_for_delivery", "destination", end + 20, 8), step("delivered", "destination", end + 25, 13)];
  }
}

export interface Route {
  origin: Place;
  destination: Place;
  /** Milliseconds since the epoch. */
  shippedAt: number;
  /** 1 is usual; 1.5 takes half as long again. */
  pace?: number;
  /** True leaves out the fitting to hours of the day, so that scans come exactly so long after shipping. */
  exact?: boolean;
}

/**
 * The scans of one shipment, in order of time.
 * The hour of the day is fitted to the local day of the place, as parcels go out in the morning and not at midnight.
 */
export function planScans(kind: JourneyKind, route: Route): Scan[] {
  const abroad = crossesCustoms(route.origin.country, route.destination.country);
  const places = { origin: route.origin, origin_hub: hubOf(route.origin), destination_hub: hubOf(route.destination), destination: route.destination };
  let last = Number.NEGATIVE_INFINITY;
  return script(kind, abroad).map((one) => {
    const place = places[one.where];
    let at = route.shippedAt + one.hours * (route.pace ?? 1) * 3_600_000;
    if (one.hour !== undefined && route.exact !== true) at = fitHour(at, place.zone, one.hour);
    at = Math.max(at, last + 20 * 60_000);
    last = at;
    return { moment: one.moment, place, at };
  });
}

/** The instant nearest after `at` minus six hours at which the zone's clock shows about this hour. */
function fitHour(at: number, zone: string, hour: number): number {
  const local = wallClock(zone, at);
  const now = Number(local.slice(11, 13)) + Number(local.slice(14, 16)) / 60;
  // A little off the full hour, the same for the same shipment.
  const minutes = (Math.floor(at / 60_000) * 7) % 50;
  let ahead = hour + minutes / 60 - now;
  if (ahead < -6) ahead += 24;
  if (ahead > 18) ahead -= 24;
  return at + Math.round(ahead * 3_600_000);
}


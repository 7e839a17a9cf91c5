import type { JourneyKind } from "../carriers/journeys";
import { crossesCustoms } from "../carriers/journeys";
import type { Draw } from "./random";
import { demoShop, type DemoLocation } from "./shops";

/** Which carriers take a parcel from a location to a country, and how often. */
export function chooseCarrier(draw: Draw, from: DemoLocation, to: string): string {
  if (from.place.country === "NL") {
    if (to === "NL") return draw.weighted({ postnl: 7, dpd: 2, gls: 1 });
    if (to === "GB") return draw.weighted({ dhl_express: 1, royal_mail: 1 });
    return draw.weighted({ dpd: 5, gls: 4 });
  }
  if (from.place.country === "GB") return to === "GB" ? draw.weighted({ royal_mail: 6, evri: 4 }) : "dhl_express";
  if (to === "US") return draw.weighted({ ups: 38, usps: 40, fedex: 22 });
  if (to === "CA") return draw.weighted({ canada_post: 7, ups: 3 });
  return "dhl_express";
}

/** Where an order is packed: Europe from Rotterdam, the west of America from Reno. */
export function chooseLocation(shop: "alder" | "saltmarsh", country: string, zone: string): DemoLocation {
  const { locations } = demoShop(shop);
  const by = (key: string) => locations.find((location) => location.key === key);
  const europe = ["GB", "DE", "NL", "FR", "DK"].includes(country);
  const west = ["America/Los_Angeles", "America/Boise", "America/Denver", "America/Vancouver", "Australia/Hobart", "Australia/Perth"].includes(zone);
  const chosen = (europe ? by("rotterdam") : west ? by("reno") : undefined) ?? locations[0];
  if (!chosen) throw new Error(`${shop} has no location`);
  return chosen;
}

const usual: Partial<Record<JourneyKind, number>> = {
  normal: 120, fast: 24, neighbour: 10, failed_attempt: 11, pickup: 10, weather_delay: 8, returned: 3, refused: 1, late_pickup: 7, long_silence: 6, mis_scan: 2, lost: 2, stuck: 2,
};

/** What happens on the way; customs can hold only what passes customs. */
export function chooseJourney(draw: Draw, from: string, to: string): JourneyKind {
  return crossesCustoms(from, to) ? draw.weighted({ ...usual, fast: 0, customs_hold: 16 }) : draw.weighted(usual);
}

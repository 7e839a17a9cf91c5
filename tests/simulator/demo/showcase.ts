import type { JourneyKind } from "../carriers/journeys";

/** A parcel that must be at a certain point when the demo is ready, so that every status can be seen. */
export interface Showcase {
  carrier: string;
  country: string;
  journey: JourneyKind;
  /** Hours since it was shipped. */
  hoursAgo: number;
  shop?: "saltmarsh";
}

const one = (carrier: string, country: string, journey: JourneyKind, hoursAgo: number): Showcase => ({ carrier, country, journey, hoursAgo });
const salt = (carrier: string, country: string, journey: JourneyKind, hoursAgo: number): Showcase => ({ carrier, country, journey, hoursAgo, shop: "saltmarsh" });

/** Hours are those of the scripts in ../carriers/journeys; domestic unless the route passes customs. */
export const showcases: readonly Showcase[] = [
  // nothing known of the number yet
  one("fedex", "US", "unknown_number", 7), one("ups", "US", "unknown_number", 20), one("dhl_express", "AU", "unknown_number", 4),
  // label made: some fresh, some too long ago
  one("ups", "US", "label_only", 5), one("usps", "US", "label_only", 3), one("usps", "US", "label_only", 52), one("canada_post", "CA", "label_only", 76),
  one("dpd", "DE", "label_only", 31), salt("evri", "GB", "label_only", 44),
  // silent for days
  one("ups", "US", "stuck", 150), one("fedex", "US", "stuck", 130), one("gls", "DK", "stuck", 170),
  // out for delivery
  one("ups", "US", "normal", 68), one("usps", "US", "normal", 67), one("fedex", "US", "normal", 69), one("postnl", "NL", "normal", 68), one("dpd", "FR", "normal", 67),
  salt("royal_mail", "GB", "normal", 68),
  // tried, and not there
  one("ups", "US", "failed_attempt", 75), one("usps", "US", "failed_attempt", 78), one("canada_post", "CA", "failed_attempt", 106), salt("evri", "GB", "failed_attempt", 77),
  // waiting to be collected
  one("usps", "US", "pickup_waiting", 90), one("ups", "US", "pickup_waiting", 110), one("postnl", "NL", "pickup_waiting", 84), one("gls", "DE", "pickup_waiting", 130),
  // in trouble
  one("dhl_express", "AU", "customs_hold", 100), one("canada_post", "CA", "customs_hold", 120), one("fedex", "US", "weather_delay", 60), one("ups", "US", "weather_delay", 70),
  one("fedex", "US", "lost", 260), one("ups", "US", "refused", 90), one("usps", "US", "weather_delay", 66),
  // on the way back, and back
  one("ups", "US", "returning", 130), one("usps", "US", "returning", 128), one("dpd", "DE", "returning", 126), one("ups", "US", "returned", 230), one("fedex", "US", "returned", 260),
  // given up
  one("gls", "DE", "expired", 33 * 24), one("royal_mail", "GB", "expired", 34 * 24),
  // a mis-scan, just now
  one("fedex", "US", "mis_scan", 80),
  // delivered today, and at the neighbour's
  one("ups", "US", "normal", 76), one("usps", "US", "neighbour", 80), salt("royal_mail", "GB", "neighbour", 82),
];

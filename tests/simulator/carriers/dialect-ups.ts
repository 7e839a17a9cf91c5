import type { Moment } from "./journeys";

/** How UPS says a moment: type, two-character code, three-digit code, text (UPS Track API, activity.status). */
export interface UpsWords {
  type: string;
  code: string;
  statusCode: string;
  description: string;
}

function words(type: string, code: string, statusCode: string, description: string): UpsWords {
  return { type, code, statusCode, description };
}

export const upsDialect: Readonly<Record<Moment, UpsWords>> = {
  label: words("M", "MP", "003", "Shipper created a label, UPS has not received the package yet. "),
  accepted: words("P", "PU", "038", "Pickup Scan "),
  departed: words("I", "DP", "005", "Departed from Facility"),
  hub: words("I", "AR", "005", "Arrived at Facility"),
  arrived: words("I", "DS", "005", "Destination Scan"),
  customs_in: words("I", "BB", "012", "Your package is pending release from a Government Agency. Once they release it, your package will be on its way."),
  customs_held: words("X", "58", "058", "Your package is being held until we receive additional clearance information."),
  customs_out: words("I", "DA", "014", "Your package has cleared customs and is on the way."),
  weather: words("X", "DJ", "032", "Severe weather conditions have delayed delivery."),
  out_for_delivery: words("I", "OT", "021", "Out For Delivery Today"),
  attempted: words("X", "48", "022", "The customer was not available on the first attempt. A second attempt will be made."),
  delivered: words("D", "FS", "011", "DELIVERED "),
  delivered_neighbour: words("D", "FS", "011", "Delivered to Neighbor"),
  pickup_ready: words("I", "2Q", "040", "The package is available for pickup at a UPS Access Point"),
  collected: words("D", "2W", "011", "Your package was collected at the UPS Access Point"),
  refused: words("X", "KR", "064", "The receiver did not want the package. It will be returned to the sender."),
  returning: words("X", "UF", "035", "The package is being returned to the sender"),
  return_hub: words("I", "AR", "036", "Arrived at Facility, returning to sender"),
  returned: words("RS", "RS", "034", "The package was returned to the sender"),
  lost: words("X", "UP", "068", "An investigation has been opened to locate the package."),
  mis_scan: words("D", "FS", "011", "DELIVERED "),
  found_again: words("I", "AR", "005", "Arrived at Facility"),
  noted: words("I", "FP", "005", "Package data processed"),
  expired: words("I", "AR", "005", "Arrived at Facility"),
};

import type { Moment } from "./journeys";

/** How USPS says a moment (Tracking API v3: eventType, eventCode; statusCategory of the answer). */
export interface UspsWords {
  eventType: string;
  eventCode: string;
  category: string;
}

function words(eventType: string, eventCode: string, category: string): UspsWords {
  return { eventType, eventCode, category };
}

const MOVING = "Moving Through Network";

export const uspsDialect: Readonly<Record<Moment, UspsWords>> = {
  label: words("Shipping Label Created, USPS Awaiting Item", "GX", "Pre-Shipment"),
  accepted: words("USPS in possession of item", "03", "Accepted"),
  departed: words("Departed USPS Regional Facility", "T1", MOVING),
  hub: words("Arrived at USPS Regional Facility", "10", MOVING),
  arrived: words("Arrived at Post Office", "07", MOVING),
  customs_in: words("Customs Clearance", "", MOVING),
  customs_held: words("Held in Customs", "", "Alert"),
  customs_out: words("Processed Through Facility", "", MOVING),
  weather: words("Weather Delay", "", "Alert"),
  out_for_delivery: words("Out for Delivery", "OF", "Out for Delivery"),
  attempted: words("Notice Left (No Authorized Recipient Available)", "02", "Delivery Attempt"),
  delivered: words("Delivered, In/At Mailbox", "01", "Delivered"),
  delivered_neighbour: words("Delivered, Left with Neighbor", "01", "Delivered"),
  pickup_ready: words("Available for Pickup", "16", "Available for Pickup"),
  collected: words("Delivered, Individual Picked Up at Post Office", "43", "Delivered"),
  refused: words("Refused", "04", "Alert"),
  returning: words("Return to Sender", "09", "Alert"),
  return_hub: words("Arrived at USPS Regional Facility", "10", MOVING),
  returned: words("Delivered, To Original Sender", "01", "Delivered"),
  lost: words("Dead Letter Office", "11", "Alert"),
  mis_scan: words("Delivered, In/At Mailbox", "01", "Delivered"),
  found_again: words("Arrived at Post Office", "07", MOVING),
  // No list of codes explains it: shops have such scans too, and map them themselves.
  noted: words("Item Dispositioned", "QX", MOVING),
  expired: words("In Transit to Next Facility", "NT", "In Transit"),
};

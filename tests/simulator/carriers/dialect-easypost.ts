import type { Moment } from "./journeys";

/** How EasyPost says a moment: status, status detail, and the carrier's sentence beside them. */
export interface EasyPostWords {
  status: string;
  detail: string;
  message: string;
}

function words(status: string, detail: string, message: string): EasyPostWords {
  return { status, detail, message };
}

const MOVING = "in_transit";

export const easyPostDialect: Readonly<Record<Moment, EasyPostWords>> = {
  label: words("pre_transit", "label_created", "Shipping label created"),
  accepted: words(MOVING, "received_at_origin_facility", "Accepted at origin facility"),
  departed: words(MOVING, "departed_facility", "Departed facility"),
  hub: words(MOVING, "arrived_at_facility", "Arrived at facility"),
  arrived: words(MOVING, "arrived_at_destination", "Arrived at delivery facility"),
  customs_in: words(MOVING, "in_transit", "Processing at customs"),
  customs_held: words(MOVING, "held", "Held at customs"),
  customs_out: words(MOVING, "in_transit", "Released by customs"),
  weather: words(MOVING, "weather_delay", "Delayed by the weather"),
  out_for_delivery: words("out_for_delivery", "out_for_delivery", "Out for delivery"),
  // One failed try after which another comes stays in transit.
  attempted: words(MOVING, "delivery_exception", "Delivery attempted"),
  delivered: words("delivered", "arrived_at_destination", "Delivered"),
  delivered_neighbour: words("delivered", "arrived_at_destination", "Delivered to a neighbour"),
  pickup_ready: words("available_for_pickup", "arrived_at_pickup_location", "Available for pickup"),
  collected: words("delivered", "arrived_at_destination", "Picked up by the customer"),
  refused: words("failure", "refused", "Refused by the recipient"),
  returning: words("return_to_sender", "return", "Returning to sender"),
  return_hub: words("return_to_sender", "return", "Arrived at facility, returning to sender"),
  returned: words("return_to_sender", "return", "Returned to sender"),
  lost: words("failure", "lost", "Package lost"),
  mis_scan: words("delivered", "arrived_at_destination", "Delivered"),
  found_again: words(MOVING, "arrived_at_facility", "Arrived at facility"),
  expired: words(MOVING, "expired", "No update for a long time"),
  noted: words("unknown", "unknown", "Parcel data processed"),
};

/** EasyPost's names of the simulator's carriers. */
export const easyPostCarriers: Readonly<Record<string, string>> = {
  ups: "UPS", usps: "USPS", fedex: "FedEx", dhl_express: "DHLExpress", royal_mail: "RoyalMail", canada_post: "CanadaPost", dpd: "DPD", evri: "Evri", gls: "GLS", postnl: "PostNL",
};

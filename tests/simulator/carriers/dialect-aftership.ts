import type { Moment } from "./journeys";

/** How AfterShip says a moment: its sub-tag, and the carrier's sentence beside it. */
export interface AfterShipWords {
  subtag: string;
  message: string;
}

function words(subtag: string, message: string): AfterShipWords {
  return { subtag, message };
}

export const afterShipDialect: Readonly<Record<Moment, AfterShipWords>> = {
  label: words("InfoReceived_001", "Shipment information received"),
  accepted: words("InTransit_002", "Acceptance scan"),
  departed: words("InTransit_007", "Departed from facility"),
  hub: words("InTransit_003", "Arrived at sorting hub"),
  arrived: words("InTransit_003", "Arrived at delivery facility"),
  customs_in: words("InTransit_006", "Customs clearance started"),
  customs_held: words("Exception_004", "Customs clearance delay"),
  customs_out: words("InTransit_005", "Customs clearance completed"),
  weather: words("Exception_017", "Delay because of severe weather"),
  out_for_delivery: words("OutForDelivery_001", "Out for delivery"),
  attempted: words("AttemptFail_002", "Delivery attempted, addressee not available"),
  delivered: words("Delivered_001", "Delivered"),
  delivered_neighbour: words("Delivered_005", "Delivered to a neighbour"),
  pickup_ready: words("AvailableForPickup_001", "Ready for collection"),
  collected: words("Delivered_002", "Collected by the customer"),
  refused: words("Exception_003", "Refused by the recipient"),
  returning: words("Exception_010", "Returning to sender"),
  return_hub: words("Exception_010", "Arrived at sorting hub on the way back to the sender"),
  returned: words("Exception_011", "Returned to sender"),
  lost: words("Exception_013", "Package lost"),
  mis_scan: words("Delivered_001", "Delivered"),
  found_again: words("InTransit_003", "Arrived at delivery facility"),
  expired: words("Expired_001", "No tracking information for 30 days"),
  noted: words("InTransit_001", "Parcel data processed"),
};

/** AfterShip's slugs of the simulator's carriers (its courier list). */
export const afterShipSlugs: Readonly<Record<string, string>> = {
  ups: "ups", usps: "usps", fedex: "fedex", dhl_express: "dhl", royal_mail: "royal-mail", canada_post: "canada-post", dpd: "dpd", evri: "evri", gls: "gls", postnl: "postnl",
};

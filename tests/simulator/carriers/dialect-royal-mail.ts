import type { Moment } from "./journeys";

/** How Royal Mail says a moment (Tracking API v2: event code and name, category of the summary). */
export interface RoyalMailWords {
  code: string;
  name: string;
  category: string;
}

function words(code: string, name: string, category: string): RoyalMailWords {
  return { code, name, category };
}

const MOVING = "IN TRANSIT";

export const royalMailDialect: Readonly<Record<Moment, RoyalMailWords>> = {
  label: words("EVAIP", "Sender preparing item", "WE'RE EXPECTING IT"),
  accepted: words("EVOAC", "Item received by Royal Mail", "WE'VE GOT IT"),
  departed: words("EVDAV", "Item leaving the mail centre", MOVING),
  hub: words("EVIMC", "Item received at the national hub", MOVING),
  arrived: words("EVGDO", "Item at delivery office", MOVING),
  customs_in: words("EVJIC", "Presented to customs", "IN CUSTOMS"),
  customs_held: words("EVJCA", "Held by customs", "IN CUSTOMS"),
  customs_out: words("EVJNT", "Released from customs", "RELEASED FROM CUSTOMS"),
  weather: words("EVNDN", "Delivery not attempted today", MOVING),
  out_for_delivery: words("EVGPD", "Your item is out for delivery", "READY FOR DELIVERY"),
  attempted: words("EVKNA", "Delivery attempted - no answer", "DELIVERY ATTEMPTED"),
  delivered: words("EVKOP", "Your item was delivered", "DELIVERED"),
  delivered_neighbour: words("EVKDN", "Your item was delivered to a neighbour", "DELIVERED"),
  // The category of what waits to be collected can be that of a delivery: the code tells.
  pickup_ready: words("EVNPS", "Ready for collection at the Post Office", "DELIVERED"),
  collected: words("EVNCE", "Your item was collected", "COLLECTED"),
  refused: words("EVKRF", "Item refused", "DELIVERY ATTEMPTED"),
  returning: words("EVNRS", "Item is being returned to sender", MOVING),
  return_hub: words("EVIMC", "Item received at the national hub", MOVING),
  returned: words("EVRTS", "Item returned to sender", "RETURNED TO SENDER"),
  lost: words("EVNCL", "Item lost", MOVING),
  mis_scan: words("EVKOP", "Your item was delivered", "DELIVERED"),
  found_again: words("EVGDO", "Item at delivery office", MOVING),
  expired: words("EVIMC", "Item received at the national hub", MOVING),
  noted: words("EVZZN", "Item data processed", MOVING),
};

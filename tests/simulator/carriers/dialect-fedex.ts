import type { Moment } from "./journeys";

/** How FedEx says a moment (Track API: scanEvents' eventType and exceptionCode, and their words). */
export interface FedexWords {
  eventType: string;
  exceptionCode: string;
  description: string;
  exception: string;
}

function words(eventType: string, description: string, exceptionCode = "", exception = ""): FedexWords {
  return { eventType, exceptionCode, description, exception };
}

export const fedexDialect: Readonly<Record<Moment, FedexWords>> = {
  label: words("OC", "Shipment information sent to FedEx"),
  accepted: words("PU", "Picked up"),
  departed: words("DP", "Left FedEx origin facility"),
  hub: words("AR", "Arrived at FedEx hub"),
  arrived: words("AR", "At local FedEx facility"),
  customs_in: words("CP", "Clearance in progress"),
  customs_held: words("CD", "Clearance delay", "50", "Improper or missing paperwork"),
  customs_out: words("CC", "International shipment release - Import"),
  weather: words("DY", "Delay", "84", "Local weather delay"),
  out_for_delivery: words("OD", "On FedEx vehicle for delivery"),
  attempted: words("DE", "Delivery exception", "08", "Customer not available or business closed"),
  delivered: words("DL", "Delivered"),
  delivered_neighbour: words("DL", "Delivered", "", "Left with neighbor"),
  pickup_ready: words("HL", "Ready for recipient pickup", "015A", "Package available for pickup"),
  collected: words("DL", "Delivered", "005", "Picked up at FedEx Office"),
  refused: words("DE", "Delivery exception", "07", "Shipment refused by recipient"),
  returning: words("RS", "Returning package to shipper"),
  return_hub: words("AR", "Arrived at FedEx hub"),
  returned: words("DL", "Delivered"),
  lost: words("SE", "Shipment exception", "36", "Unable to locate the package"),
  mis_scan: words("DL", "Delivered"),
  found_again: words("AR", "At local FedEx facility"),
  expired: words("AR", "Arrived at FedEx hub"),
  noted: words("ZN", "Package data processed"),
};

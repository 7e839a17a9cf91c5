import type { Moment } from "./journeys";

/** How DHL says a moment for its express division (Shipment Tracking Unified: statusCode, status, description). */
export interface DhlWords {
  base: "pre-transit" | "transit" | "delivered" | "failure";
  code: string;
  description: string;
}

function words(base: DhlWords["base"], code: string, description: string): DhlWords {
  return { base, code, description };
}

export const dhlDialect: Readonly<Record<Moment, DhlWords>> = {
  label: words("pre-transit", "104", "Shipment information received"),
  accepted: words("transit", "PU", "Shipment picked up"),
  departed: words("transit", "DF", "Shipment has departed from a DHL facility"),
  hub: words("transit", "AF", "Arrived at DHL Sort Facility"),
  arrived: words("transit", "AR", "Arrived at DHL Delivery Facility"),
  customs_in: words("transit", "RR", "Processed for clearance"),
  customs_held: words("failure", "CD", "Clearance event: further information is needed"),
  customs_out: words("transit", "CR", "Clearance processing complete"),
  weather: words("failure", "MD", "Scheduled delivery cycle was missed because of the weather"),
  out_for_delivery: words("transit", "WC", "Shipment is out with courier for delivery"),
  attempted: words("failure", "NH", "Delivery attempted; consignee premises closed or nobody home"),
  delivered: words("delivered", "OK", "Delivered"),
  delivered_neighbour: words("delivered", "OK", "Delivered to a neighbour"),
  pickup_ready: words("transit", "CC", "Awaiting collection by the consignee as requested"),
  collected: words("delivered", "OK", "Collected at the service point"),
  refused: words("failure", "RD", "The recipient refused the delivery"),
  // Express has no code for the way back: DHL says it in words.
  returning: words("failure", "", "Shipment is being returned to sender"),
  return_hub: words("transit", "AF", "Arrived at DHL Sort Facility"),
  returned: words("delivered", "RT", "Returned to shipper"),
  lost: words("failure", "103", "The shipment could not be located"),
  mis_scan: words("delivered", "OK", "Delivered"),
  found_again: words("transit", "AR", "Arrived at DHL Delivery Facility"),
  expired: words("transit", "AF", "Arrived at DHL Sort Facility"),
  noted: words("transit", "ZN", "Shipment data processed"),
};

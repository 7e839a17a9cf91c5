import type { Moment } from "./journeys";

/** How 17TRACK says a moment: sub-status, stage, and the carrier's own sentence beside it. */
export interface SeventeenWords {
  subStatus: string;
  stage: string | null;
  description: string;
}

function words(subStatus: string, stage: string | null, description: string): SeventeenWords {
  return { subStatus, stage, description };
}

const usual: Readonly<Record<Moment, SeventeenWords>> = {
  label: words("InfoReceived", "InfoReceived", "Shipment information sent to carrier"),
  accepted: words("InTransit_PickedUp", "PickedUp", "Picked up"),
  departed: words("InTransit_Departure", "Departure", "Departed from facility"),
  hub: words("InTransit_Other", null, "Arrived at sorting centre"),
  arrived: words("InTransit_Other", null, "Arrived at the local delivery depot"),
  customs_in: words("InTransit_CustomsProcessing", null, "Clearance processing"),
  customs_held: words("InTransit_CustomsRequiringInformation", null, "Customs clearance delay: documents are required from the receiver"),
  customs_out: words("InTransit_CustomsReleased", null, "Released by customs"),
  weather: words("Exception_Delayed", null, "Delay: severe weather in the region"),
  out_for_delivery: words("OutForDelivery_Other", "OutForDelivery", "On vehicle for delivery"),
  attempted: words("DeliveryFailure_NoBody", null, "Delivery attempted: nobody was at the address"),
  delivered: words("Delivered_Other", "Delivered", "Delivered"),
  delivered_neighbour: words("Delivered_Other", "Delivered", "Delivered to a neighbour"),
  pickup_ready: words("AvailableForPickup_Other", "AvailableForPickup", "Ready for collection at the parcel shop"),
  collected: words("Delivered_Other", "Delivered", "Collected by the customer at the parcel shop"),
  refused: words("DeliveryFailure_Rejected", null, "Refused by the recipient"),
  returning: words("Exception_Returning", "Returning", "Returning to sender"),
  return_hub: words("Exception_Returning", "Returning", "Arrived at sorting centre on the way back to the sender"),
  returned: words("Exception_Returned", "Returned", "Returned to sender"),
  lost: words("Exception_Lost", null, "The parcel could not be located"),
  mis_scan: words("Delivered_Other", "Delivered", "Delivered"),
  found_again: words("InTransit_Other", null, "Parcel is at the delivery depot"),
  noted: words("InTransit_Other", null, "Parcel data processed"),
  expired: words("Expired_Other", null, "No further information"),
};

/** Sentences of single carriers, where they are not the usual ones. */
const own: Readonly<Record<string, Partial<Record<Moment, string>>>> = {
  fedex: { label: "Shipment information sent to FedEx", departed: "Left FedEx origin facility", hub: "Arrived at FedEx hub", arrived: "At local FedEx facility", out_for_delivery: "On FedEx vehicle for delivery", weather: "Delay: local weather" },
  dhl_express: { accepted: "Shipment picked up", departed: "Shipment has departed from a DHL facility", hub: "Arrived at DHL Sort Facility", customs_in: "Processed for clearance", customs_out: "Clearance processing complete", out_for_delivery: "Shipment is out with courier for delivery" },
  royal_mail: { label: "Sender preparing item", accepted: "Item received by Royal Mail", hub: "Item received at the national hub", arrived: "Item at delivery office", out_for_delivery: "Your item is out for delivery", delivered: "Your item was delivered", delivered_neighbour: "Your item was delivered to a neighbour", pickup_ready: "Your item is ready to collect at the customer service point" },
  canada_post: { label: "Electronic information submitted by shipper", accepted: "Item accepted at the Post Office", hub: "Item processed", arrived: "Item arrived at the delivery facility", out_for_delivery: "Item out for delivery", attempted: "Attempted delivery. Notice card left indicating where and when to pick up item" },
  evri: { label: "We're expecting it", accepted: "We've got it", hub: "It's at our national sorting hub", arrived: "It's at the local depot", out_for_delivery: "Out for delivery with your local courier", delivered: "Delivered", delivered_neighbour: "Delivered to your neighbour" },
  dpd: { label: "Order information has been transmitted to DPD", accepted: "Received by DPD from consignor", hub: "In transit", arrived: "At parcel delivery centre", out_for_delivery: "Out for delivery" },
  gls: { label: "The parcel data was entered into the GLS IT system", accepted: "The parcel was handed over to GLS", hub: "The parcel has reached the parcel centre", out_for_delivery: "The parcel is expected to be delivered during the day" },
  postnl: { label: "Shipment announced", accepted: "Shipment received by PostNL", hub: "Shipment sorted", out_for_delivery: "Driver is on the way", delivered: "Shipment delivered" },
};

/** What 17TRACK tells of a moment for one carrier. */
export function seventeenDialect(carrier: string, moment: Moment): SeventeenWords {
  const base = usual[moment];
  const description = own[carrier]?.[moment];
  return description === undefined ? base : { ...base, description };
}

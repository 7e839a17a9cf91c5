import { describe, expect, it } from "vitest";

import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

import { findAdapter } from "./registry";

type Row = readonly [codes: string, status: TrackingStatus, detail?: TrackingDetail];

/**
 * Every status and sub-status of the aggregators, and what becomes of it. Codes of one row cannot be told apart in the
 * model; why that loses nothing stands beside the row. A code itself is always kept with its event.
 */
const MODELS: Readonly<Record<string, readonly Row[]>> = {
  // https://www.aftership.com/docs/tracking/2026-07/enum/delivery-sub-statuses and the enums before it: 9 tags, 49 sub-tags with the 2026 additions.
  aftership: [
    // Nothing is known of the shipment under any of them; the last four have no published meaning.
    ["Pending Pending_001 Pending_002 Pending_003 Pending_004 Pending_005 Pending_006", "PENDING"],
    ["InfoReceived InfoReceived_001", "PRE_TRANSIT", "label_created"],
    // A tag and its plain sub-tag; the last four say no more than "moving".
    ["InTransit InTransit_001 InTransit_010 InTransit_011 InTransit_012 InTransit_013", "IN_TRANSIT"],
    ["InTransit_002", "IN_TRANSIT", "accepted"], ["InTransit_003", "IN_TRANSIT", "arrived"], ["InTransit_004", "IN_TRANSIT", "arrived_destination_country"],
    ["InTransit_005", "IN_TRANSIT", "customs_cleared"], ["InTransit_006", "IN_TRANSIT", "customs"], ["InTransit_007", "IN_TRANSIT", "departed"],
    ["InTransit_008", "IN_TRANSIT", "resumed"], ["InTransit_009", "IN_TRANSIT", "redirected"],
    ["OutForDelivery OutForDelivery_001", "OUT_FOR_DELIVERY"], ["OutForDelivery_003", "OUT_FOR_DELIVERY", "contacted"], ["OutForDelivery_004", "OUT_FOR_DELIVERY", "appointment"],
    // The first is the old name of the last.
    ["OutForDelivery_002 AvailableForPickup AvailableForPickup_001", "READY_FOR_PICKUP"],
    ["AttemptFail AttemptFail_001", "ATTEMPTED_DELIVERY"], ["AttemptFail_002", "ATTEMPTED_DELIVERY", "not_home"], ["AttemptFail_003", "ATTEMPTED_DELIVERY", "closed"],
    ["Delivered Delivered_001", "DELIVERED"], ["Delivered_002", "DELIVERED", "collected"], ["Delivered_003", "DELIVERED", "signed"],
    ["Delivered_004", "DELIVERED", "cash_on_delivery"], ["Delivered_005", "DELIVERED", "neighbour"],
    ["Exception", "EXCEPTION"], ["Exception_001", "EXCEPTION", "other"], ["Exception_002", "EXCEPTION", "moved"], ["Exception_003", "EXCEPTION", "refused"],
    ["Exception_004", "EXCEPTION", "customs"],
    // A delay, by outside causes or by the carrier's own: the same to shopper and merchant.
    ["Exception_005 Exception_016", "EXCEPTION", "delayed"],
    ["Exception_006", "EXCEPTION", "payment_due"], ["Exception_007", "EXCEPTION", "address"], ["Exception_008", "EXCEPTION", "unclaimed"],
    ["Exception_009", "EXCEPTION", "carrier_refused"], ["Exception_010", "RETURNING"], ["Exception_011", "RETURNED"], ["Exception_012", "EXCEPTION", "damaged"],
    ["Exception_013", "EXCEPTION", "lost"], ["Exception_017", "EXCEPTION", "weather"], ["Exception_018", "EXCEPTION", "customs_documents"],
    ["Exception_019", "EXCEPTION", "missed_connection"], ["Exception_020", "EXCEPTION", "cancelled"], ["Exception_021", "EXCEPTION", "destroyed"],
    ["Expired Expired_001", "EXPIRED"],
  ],
  // https://asset.17track.net/api/document/v2.2_en/index.html: 9 statuses, 30 sub-statuses. "_Other" repeats its status.
  "17track": [
    ["NotFound NotFound_Other", "PENDING"], ["NotFound_InvalidCode", "PENDING", "invalid_number"], ["InfoReceived", "PRE_TRANSIT"], ["InTransit InTransit_Other", "IN_TRANSIT"],
    ["InTransit_PickedUp", "IN_TRANSIT", "accepted"], ["InTransit_Departure", "IN_TRANSIT", "departed"], ["InTransit_Arrival", "IN_TRANSIT", "arrived_destination_country"],
    ["InTransit_CustomsProcessing", "IN_TRANSIT", "customs"], ["InTransit_CustomsReleased", "IN_TRANSIT", "customs_cleared"],
    ["InTransit_CustomsRequiringInformation", "IN_TRANSIT", "customs_documents"], ["Expired Expired_Other", "EXPIRED"],
    ["AvailableForPickup AvailableForPickup_Other", "READY_FOR_PICKUP"], ["OutForDelivery OutForDelivery_Other", "OUT_FOR_DELIVERY"],
    ["DeliveryFailure DeliveryFailure_Other", "ATTEMPTED_DELIVERY"], ["DeliveryFailure_NoBody", "ATTEMPTED_DELIVERY", "not_home"],
    ["DeliveryFailure_Security", "ATTEMPTED_DELIVERY", "security"], ["DeliveryFailure_InvalidAddress", "ATTEMPTED_DELIVERY", "address"],
    // Refused at the door or before: what to do about it is the same.
    ["DeliveryFailure_Rejected Exception_Rejected", "EXCEPTION", "refused"],
    ["Delivered Delivered_Other", "DELIVERED"], ["Exception", "EXCEPTION"], ["Exception_Other", "EXCEPTION", "other"], ["Exception_Returning", "RETURNING"], ["Exception_Returned", "RETURNED"],
    ["Exception_NoBody", "EXCEPTION", "not_home"], ["Exception_Security", "EXCEPTION", "security"], ["Exception_Damage", "EXCEPTION", "damaged"],
    ["Exception_Delayed", "EXCEPTION", "delayed"], ["Exception_Lost", "EXCEPTION", "lost"], ["Exception_Destroyed", "EXCEPTION", "destroyed"], ["Exception_Cancel", "EXCEPTION", "cancelled"],
  ],
  // https://docs.easypost.com/docs/trackers: the statuses; its status details only add to them.
  easypost: [
    ["unknown", "PENDING"], ["pre_transit", "PRE_TRANSIT"], ["in_transit", "IN_TRANSIT"], ["out_for_delivery", "OUT_FOR_DELIVERY"], ["available_for_pickup", "READY_FOR_PICKUP"],
    ["delivered", "DELIVERED"], ["return_to_sender", "RETURNING"], ["failure", "EXCEPTION"], ["cancelled canceled", "EXCEPTION", "cancelled"], ["error", "UNKNOWN"],
    ["pre_transit/label_created", "PRE_TRANSIT", "label_created"], ["in_transit/arrived_at_facility", "IN_TRANSIT", "arrived"],
    ["in_transit/departed_facility in_transit/departed_origin_facility", "IN_TRANSIT", "departed"], ["in_transit/received_at_origin_facility", "IN_TRANSIT", "accepted"],
    ["in_transit/arrived_at_destination in_transit/received_at_destination_facility", "IN_TRANSIT", "arrived_delivery_facility"],
    ["in_transit/transferred_to_destination_carrier", "IN_TRANSIT", "handed_to_partner"], ["in_transit/delayed", "IN_TRANSIT", "delayed"], ["in_transit/weather_delay", "IN_TRANSIT", "weather"],
    ["available_for_pickup/arrived_at_pickup_location", "READY_FOR_PICKUP", "parcel_shop"], ["failure/lost", "EXCEPTION", "lost"], ["failure/damaged", "EXCEPTION", "damaged"],
    ["failure/refused", "EXCEPTION", "refused"], ["failure/missorted", "EXCEPTION", "missorted"],
  ],
  // https://docs.goshippo.com/docs/tracking: 6 statuses, 27 sub-statuses.
  shippo: [
    ["UNKNOWN UNKNOWN/other", "PENDING"], ["PRE_TRANSIT", "PRE_TRANSIT"], ["PRE_TRANSIT/information_received", "PRE_TRANSIT", "label_created"],
    ["TRANSIT TRANSIT/package_processed TRANSIT/package_processing", "IN_TRANSIT"], ["TRANSIT/package_accepted", "IN_TRANSIT", "accepted"], ["TRANSIT/package_arrived", "IN_TRANSIT", "arrived"],
    ["TRANSIT/package_departed", "IN_TRANSIT", "departed"], ["TRANSIT/package_forwarded", "IN_TRANSIT", "forwarded"], ["TRANSIT/delivery_scheduled", "IN_TRANSIT", "appointment"],
    ["TRANSIT/delivery_rescheduled", "IN_TRANSIT", "rescheduled"], ["TRANSIT/delayed", "IN_TRANSIT", "delayed"], ["TRANSIT/out_for_delivery", "OUT_FOR_DELIVERY"],
    // A missed delivery, and what the shopper is asked to do about it.
    ["TRANSIT/delivery_attempted TRANSIT/notice_left TRANSIT/reschedule_delivery", "ATTEMPTED_DELIVERY"], ["TRANSIT/location_inaccessible", "ATTEMPTED_DELIVERY", "no_access"],
    ["TRANSIT/pickup_available", "READY_FOR_PICKUP"], ["TRANSIT/address_issue", "EXCEPTION", "address"], ["TRANSIT/contact_carrier FAILURE", "EXCEPTION"], ["TRANSIT/package_held", "EXCEPTION", "held"],
    ["TRANSIT/package_damaged", "EXCEPTION", "damaged"], ["DELIVERED DELIVERED/delivered", "DELIVERED"], ["RETURNED RETURNED/return_to_sender", "RETURNING"],
    ["RETURNED/package_unclaimed", "RETURNING", "unclaimed"], ["FAILURE/package_undeliverable", "EXCEPTION", "undeliverable"], ["FAILURE/package_lost", "EXCEPTION", "lost"],
    ["FAILURE/package_disposed", "EXCEPTION", "destroyed"],
  ],
  // https://www.trackingmore.com/docs/trackingmore/delivery-statuses: 9 statuses and their sub-statuses.
  trackingmore: [
    ["pending notfound notfound002", "PENDING"], ["inforeceived inforeceived001 notfound001", "PRE_TRANSIT"], ["transit transit001", "IN_TRANSIT"], ["transit002", "IN_TRANSIT", "arrived"],
    ["transit003", "IN_TRANSIT", "arrived_delivery_facility"], ["transit004", "IN_TRANSIT", "arrived_destination_country"], ["transit005", "IN_TRANSIT", "customs_cleared"],
    // Sent off, and left the airport.
    ["transit006 transit007", "IN_TRANSIT", "departed"],
    ["pickup pickup001", "OUT_FOR_DELIVERY"], ["pickup002", "READY_FOR_PICKUP"], ["pickup003", "OUT_FOR_DELIVERY", "contacted"], ["delivered delivered001", "DELIVERED"], ["delivered002", "DELIVERED", "collected"],
    ["delivered003", "DELIVERED", "signed"], ["delivered004", "DELIVERED", "neighbour"], ["undelivered undelivered003 undelivered004", "ATTEMPTED_DELIVERY"],
    ["undelivered001", "ATTEMPTED_DELIVERY", "address"], ["undelivered002", "ATTEMPTED_DELIVERY", "not_home"], ["exception exception005", "EXCEPTION"], ["exception004", "EXCEPTION", "unclaimed"],
    ["exception006", "EXCEPTION", "customs"], ["exception007", "EXCEPTION", "damaged"], ["exception008", "EXCEPTION", "cancelled"], ["exception009", "EXCEPTION", "refused"],
    ["exception010", "RETURNED"], ["exception011", "RETURNING"], ["expired expired001", "EXPIRED"],
  ],
  // https://docs.ship24.com/status: 8 milestones.
  ship24: [
    ["pending", "PENDING"], ["info_received", "PRE_TRANSIT"], ["in_transit", "IN_TRANSIT"], ["out_for_delivery", "OUT_FOR_DELIVERY"], ["failed_attempt", "ATTEMPTED_DELIVERY"],
    ["available_for_pickup", "READY_FOR_PICKUP"], ["delivered", "DELIVERED"], ["exception", "EXCEPTION"], ["exception/exception_return", "RETURNING"], ["exception/exception_lost", "EXCEPTION", "lost"],
    ["exception/exception_discarded", "EXCEPTION", "destroyed"], ["in_transit/customs_cleared", "IN_TRANSIT", "customs_cleared"], ["in_transit/customs_received", "IN_TRANSIT", "customs"],
  ],
  // ShipEngine's OpenAPI file: 8 status codes; its detail codes are told in its own map.
  shipengine: [
    ["UN", "UNKNOWN"], ["NY", "PRE_TRANSIT"], ["AC", "IN_TRANSIT", "accepted"], ["IT", "IN_TRANSIT"], ["AT", "ATTEMPTED_DELIVERY"], ["EX", "EXCEPTION"], ["DE", "DELIVERED"], ["SP", "READY_FOR_PICKUP"],
    ["IT/HUB_SCAN_IN", "IN_TRANSIT", "arrived"], ["IT/HUB_SCAN_OUT", "IN_TRANSIT", "departed"], ["IT/OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY"], ["AT/CUSTOMER_CARDED", "ATTEMPTED_DELIVERY", "not_home"],
    ["EX/RETURN_TO_SENDER", "RETURNING"], ["EX/UNDELIVERABLE_RETURNED_TO_SENDER", "RETURNED"], ["DE/DELIVERED_TO_NEIGHBOUR", "DELIVERED", "neighbour"],
  ],
};

describe.each(Object.entries(MODELS))("%s", (provider, rows) => {
  const adapter = findAdapter(provider);

  it.each(rows.flatMap(([codes, status, detail]) => codes.split(" ").map((code) => [code, status, detail ?? null] as const)))("%s is %s, %s", (code, status, detail) => {
    expect(adapter?.explain({ code, text: null })).toMatchObject({ status, detail });
  });

  it("keeps apart what differs", () => {
    const meanings = rows.map(([, status, detail]) => `${status}/${detail ?? ""}`);
    expect(meanings.filter((meaning, place) => meanings.indexOf(meaning) !== place)).toEqual([]);
  });
});

describe("the models", () => {
  it("are whole: AfterShip's 9 tags and 49 sub-tags, 17TRACK's 9 and 30", () => {
    const codes = (provider: string) => (MODELS[provider] ?? []).flatMap(([row]) => row.split(" "));
    // Four more of AfterShip's: InTransit_010 to _013, three of them of 2026.
    expect(codes("aftership").filter((code) => code.includes("_"))).toHaveLength(49 + 4);
    expect(codes("aftership").filter((code) => !code.includes("_"))).toHaveLength(9);
    // InfoReceived is both a status and a sub-status of its own.
    expect(codes("17track").filter((code) => code.includes("_"))).toHaveLength(30 - 1);
    expect(codes("17track").filter((code) => !code.includes("_"))).toHaveLength(9);
  });
});

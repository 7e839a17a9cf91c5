import type { StatusMap } from "../reading/understand";

/**
 * 17TRACK's statuses and sub-statuses (API v2.2 and v2.4).
 * Source: https://asset.17track.net/api/document/v2.2_en/index.html and public digests of the v2.4 reference.
 * The last two rows were seen in public code only.
 */
export const SEVENTEEN_TRACK_STATUSES: StatusMap = {
  name: "17track/statuses@1",
  meanings: {
    NotFound: ["PENDING"], NotFound_Other: ["PENDING"], NotFound_InvalidCode: ["PENDING", "invalid_number"],
    InfoReceived: ["PRE_TRANSIT"],
    InTransit: ["IN_TRANSIT"], InTransit_Other: ["IN_TRANSIT"],
    InTransit_PickedUp: ["IN_TRANSIT", "accepted"],
    InTransit_Departure: ["IN_TRANSIT", "departed"],
    InTransit_Arrival: ["IN_TRANSIT", "arrived_destination_country"],
    InTransit_CustomsProcessing: ["IN_TRANSIT", "customs"],
    InTransit_CustomsReleased: ["IN_TRANSIT", "customs_cleared"],
    InTransit_CustomsRequiringInformation: ["IN_TRANSIT", "customs_documents"],
    Expired: ["EXPIRED"], Expired_Other: ["EXPIRED"],
    AvailableForPickup: ["READY_FOR_PICKUP"], AvailableForPickup_Other: ["READY_FOR_PICKUP"],
    OutForDelivery: ["OUT_FOR_DELIVERY"], OutForDelivery_Other: ["OUT_FOR_DELIVERY"],
    DeliveryFailure: ["ATTEMPTED_DELIVERY"], DeliveryFailure_Other: ["ATTEMPTED_DELIVERY"],
    DeliveryFailure_NoBody: ["ATTEMPTED_DELIVERY", "not_home"],
    DeliveryFailure_Security: ["ATTEMPTED_DELIVERY", "security"],
    DeliveryFailure_InvalidAddress: ["ATTEMPTED_DELIVERY", "address"],
    DeliveryFailure_Rejected: ["EXCEPTION", "refused"],
    Delivered: ["DELIVERED"], Delivered_Other: ["DELIVERED"],
    Exception: ["EXCEPTION"], Exception_Other: ["EXCEPTION", "other"],
    Exception_Returning: ["RETURNING"], Exception_Returned: ["RETURNED"],
    Exception_NoBody: ["EXCEPTION", "not_home"], Exception_Security: ["EXCEPTION", "security"],
    Exception_Damage: ["EXCEPTION", "damaged"], Exception_Rejected: ["EXCEPTION", "refused"],
    Exception_Delayed: ["EXCEPTION", "delayed"], Exception_Lost: ["EXCEPTION", "lost"],
    Exception_Destroyed: ["EXCEPTION", "destroyed"], Exception_Cancel: ["EXCEPTION", "cancelled"],
    Exception_Damaged: ["EXCEPTION", "damaged"],
    InTransit_TransportArrived: ["IN_TRANSIT", "arrived"],
  },
};

/** `stage` of an event, used when it has no sub-status. Source: key_stage values of the same reference. */
export const SEVENTEEN_TRACK_STAGES: StatusMap = {
  name: "17track/stages@1",
  meanings: {
    InfoReceived: ["PRE_TRANSIT"], PickedUp: ["IN_TRANSIT", "accepted"], Departure: ["IN_TRANSIT", "departed"],
    Arrival: ["IN_TRANSIT", "arrived_destination_country"], AvailableForPickup: ["READY_FOR_PICKUP"], OutForDelivery: ["OUT_FOR_DELIVERY"],
    Delivered: ["DELIVERED"], Returning: ["RETURNING"], Returned: ["RETURNED"],
  },
};

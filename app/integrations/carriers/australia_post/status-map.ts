import type { StatusMap } from "../reading/understand";

/** Status of an article. Source: developers.auspost.com.au, track items, and public clients. */
export const AUSTRALIA_POST_STATUSES: StatusMap = {
  name: "australia_post/statuses@1",
  meanings: {
    CREATED: ["PRE_TRANSIT"], INITIATED: ["PRE_TRANSIT"], SEALED: ["PRE_TRANSIT"],
    "IN TRANSIT": ["IN_TRANSIT"],
    "POSSIBLE DELAY": ["IN_TRANSIT", "delayed"],
    "HELD BY COURIER": ["EXCEPTION", "held"],
    "ON BOARD FOR DELIVERY": ["OUT_FOR_DELIVERY"],
    "UNSUCCESSFUL DELIVERY": ["ATTEMPTED_DELIVERY"],
    "TO BE RE-DELIVERED": ["ATTEMPTED_DELIVERY", "rescheduled"],
    "AWAITING COLLECTION": ["READY_FOR_PICKUP"], "READY FOR PICKUP": ["READY_FOR_PICKUP"],
    DELIVERED: ["DELIVERED"], "DELIVERED IN FULL": ["DELIVERED"],
    "ARTICLE DAMAGED": ["EXCEPTION", "damaged"],
    CANCELLED: ["EXCEPTION", "cancelled"],
    "CANNOT BE DELIVERED": ["EXCEPTION", "undeliverable"],
    UNKNOWN: ["UNKNOWN"],
  },
};

/** Beginnings of event texts: Australia Post gives no codes. Source: the same, and answers in public test suites. */
export const AUSTRALIA_POST_EVENTS: StatusMap = {
  name: "australia_post/events@1",
  meanings: {
    "SHIPPING INFORMATION RECEIVED": ["PRE_TRANSIT"], "SHIPPING INFORMATION APPROVED": ["PRE_TRANSIT"],
    "RECEIVED BY AUSTRALIA POST": ["IN_TRANSIT", "accepted"], "RECEIVED ITEM FROM SENDER": ["IN_TRANSIT", "accepted"],
    "PROCESSED THROUGH FACILITY": ["IN_TRANSIT"], "ITEM PROCESSED AT FACILITY": ["IN_TRANSIT"], "PROCESSED BY AIR CARRIER": ["IN_TRANSIT"],
    "PROCESSED AT EXPORT FACILITY": ["IN_TRANSIT"], "DESPATCH PARCELS FROM EXPORT FACILITY": ["IN_TRANSIT", "departed"],
    "ARRIVED AT FACILITY": ["IN_TRANSIT", "arrived"], "DEPARTED FACILITY": ["IN_TRANSIT", "departed"], "ARRIVED IN": ["IN_TRANSIT", "arrived_destination_country"],
    "IN TRANSIT TO NEXT FACILITY": ["IN_TRANSIT"], "IN TRANSIT": ["IN_TRANSIT"],
    "CLEARED AND AWAITING INTERNATIONAL DEPARTURE": ["IN_TRANSIT"], "ARRIVED AWAITING CLEARANCE": ["IN_TRANSIT", "customs"],
    "ITEM CLEARED BY CUSTOMS": ["IN_TRANSIT", "customs_cleared"], "ITEM IS IN CUSTOMS": ["IN_TRANSIT", "customs"],
    "WITH AUSTRALIA POST FOR DELIVERY TODAY": ["OUT_FOR_DELIVERY"], "ONBOARD FOR DELIVERY": ["OUT_FOR_DELIVERY"], "ON BOARD FOR DELIVERY": ["OUT_FOR_DELIVERY"],
    "DELIVERED - LEFT IN A SAFE PLACE": ["DELIVERED", "safe_place"],
  },
};

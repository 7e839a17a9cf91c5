import type { StatusMap } from "../reading/understand";

/**
 * USPS event codes (`eventCode`). Source: lists drawn from USPS Publication 199 in public code, and captured answers of
 * the v3 tracking API; rows marked "list" were seen in public lists only.
 */
export const USPS_EVENTS: StatusMap = {
  name: "usps/codes@1",
  meanings: {
    MA: ["PRE_TRANSIT", "label_created"], GX: ["PRE_TRANSIT", "label_created"], TM: ["PRE_TRANSIT"],
    "80": ["PRE_TRANSIT", "with_partner"], "81": ["PRE_TRANSIT", "with_partner"], "82": ["PRE_TRANSIT", "with_partner"],
    "83": ["PRE_TRANSIT", "with_partner"], "89": ["PRE_TRANSIT", "with_partner"],
    "03": ["IN_TRANSIT", "accepted"], OA: ["IN_TRANSIT", "accepted"], PA: ["IN_TRANSIT", "accepted"],
    AD: ["IN_TRANSIT", "accepted"], UA: ["IN_TRANSIT", "accepted"],
    "10": ["IN_TRANSIT", "arrived"], A1: ["IN_TRANSIT", "arrived"],
    T1: ["IN_TRANSIT", "departed"], EF: ["IN_TRANSIT", "departed"], SF: ["IN_TRANSIT", "departed"],
    TL: ["IN_TRANSIT"], NP: ["IN_TRANSIT"], PC: ["IN_TRANSIT"], "19": ["IN_TRANSIT"],
    "07": ["IN_TRANSIT", "arrived_delivery_facility"], "41": ["IN_TRANSIT"],
    "18": ["IN_TRANSIT", "departed"], // seen once
    "60": ["IN_TRANSIT", "handed_to_partner"], "42": ["IN_TRANSIT", "handed_to_partner"],
    "17": ["IN_TRANSIT", "handed_to_partner"], MR: ["IN_TRANSIT", "handed_to_partner"],
    "71": ["IN_TRANSIT", "rescheduled"], "06": ["IN_TRANSIT", "forwarded"],
    OF: ["OUT_FOR_DELIVERY"], "59": ["OUT_FOR_DELIVERY"], DG: ["OUT_FOR_DELIVERY"],
    DX: ["OUT_FOR_DELIVERY", "delayed"], // no delivery scan yet
    "01": ["DELIVERED"], "43": ["DELIVERED", "collected"],
    "14": ["READY_FOR_PICKUP", "post_office"], "16": ["READY_FOR_PICKUP", "post_office"],
    "02": ["ATTEMPTED_DELIVERY"], "52": ["ATTEMPTED_DELIVERY"],
    "51": ["ATTEMPTED_DELIVERY", "closed"],
    "53": ["ATTEMPTED_DELIVERY", "no_access"], "54": ["ATTEMPTED_DELIVERY", "no_access"], "30": ["ATTEMPTED_DELIVERY", "no_access"],
    "55": ["ATTEMPTED_DELIVERY", "not_home"], "56": ["ATTEMPTED_DELIVERY", "not_home"],
    "57": ["ATTEMPTED_DELIVERY"], CA: ["ATTEMPTED_DELIVERY"], CM: ["ATTEMPTED_DELIVERY"], H0: ["ATTEMPTED_DELIVERY"], NH: ["ATTEMPTED_DELIVERY"], // list
    "08": ["EXCEPTION", "missorted"], "15": ["EXCEPTION", "missorted"],
    "11": ["EXCEPTION", "undeliverable"],
    "04": ["RETURNING", "refused"],
    "05": ["RETURNING", "address"], "21": ["RETURNING", "address"], "22": ["RETURNING", "address"],
    "23": ["RETURNING", "moved"], "24": ["RETURNING", "moved"], "25": ["RETURNING", "moved"], "26": ["RETURNING", "moved"],
    "27": ["RETURNING", "unclaimed"], "31": ["RETURNING", "unclaimed"],
    "28": ["RETURNING"], "29": ["RETURNING"], "09": ["RETURNING"], "44": ["RETURNING", "recalled"],
    RT: ["RETURNING"], RD: ["RETURNING"], RE: ["RETURNING"], H8: ["RETURNING"], BA: ["RETURNING"],
    K4: ["RETURNING"], K5: ["RETURNING"], K6: ["RETURNING"], K7: ["RETURNING"], // list
    GC: ["UNKNOWN"], // return receipt linked: says nothing on where the item is
  },
};

/** `statusCategory` of an answer. Source: README of USPS/api-examples, and captured answers. */
export const USPS_CATEGORIES: StatusMap = {
  name: "usps/categories@1",
  meanings: {
    "PRE-SHIPMENT": ["PRE_TRANSIT"],
    ACCEPTED: ["IN_TRANSIT", "accepted"],
    "IN TRANSIT": ["IN_TRANSIT"],
    "IN-TRANSIT": ["IN_TRANSIT"],
    "MOVING THROUGH NETWORK": ["IN_TRANSIT"],
    "OUT FOR DELIVERY": ["OUT_FOR_DELIVERY"],
    DELIVERED: ["DELIVERED"],
    "DELIVERED TO AGENT": ["IN_TRANSIT", "handed_to_partner"],
    "DELIVERY ATTEMPT": ["ATTEMPTED_DELIVERY"],
    "DELIVERY ATTEMPT: ACTION NEEDED": ["ATTEMPTED_DELIVERY"],
    "AVAILABLE FOR PICKUP": ["READY_FOR_PICKUP"],
    ALERT: ["EXCEPTION"],
    "RETURN TO SENDER": ["RETURNING"],
  },
};

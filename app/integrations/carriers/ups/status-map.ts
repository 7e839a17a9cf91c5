import type { StatusMap } from "../reading/understand";

/**
 * UPS's three-digit status codes (`statusCode` of an activity; `descriptionCode` of an alert).
 * Source: several independent public copies of the appendix to UPS's tracking guide, 2015 to 2022, and answers seen.
 */
export const UPS_NUMERIC: StatusMap = {
  name: "ups/codes@1",
  meanings: {
    "000": ["UNKNOWN"],
    "003": ["PRE_TRANSIT", "label_created"],
    "005": ["IN_TRANSIT"],
    "006": ["OUT_FOR_DELIVERY"],
    "007": ["EXCEPTION", "cancelled"], // shipment data voided
    "010": ["IN_TRANSIT"],
    "011": ["DELIVERED"],
    "012": ["IN_TRANSIT", "customs"],
    "013": ["EXCEPTION"],
    "014": ["IN_TRANSIT", "customs_cleared"],
    "016": ["EXCEPTION", "held"],
    "017": ["READY_FOR_PICKUP"],
    "018": ["IN_TRANSIT", "on_hold"],
    "019": ["IN_TRANSIT", "on_hold"],
    "020": ["IN_TRANSIT", "on_hold"],
    "021": ["OUT_FOR_DELIVERY"],
    "022": ["ATTEMPTED_DELIVERY"],
    "023": ["ATTEMPTED_DELIVERY"],
    "024": ["ATTEMPTED_DELIVERY", "last_notice"],
    "025": ["IN_TRANSIT", "handed_to_partner"],
    "026": ["DELIVERED"], // by the local post
    "027": ["IN_TRANSIT"], // address change asked for
    "028": ["IN_TRANSIT", "redirected"],
    "029": ["EXCEPTION"],
    "030": ["EXCEPTION"],
    "032": ["EXCEPTION", "weather"],
    "033": ["RETURNING"],
    "034": ["RETURNED"],
    "035": ["RETURNING"],
    "036": ["RETURNING"],
    "037": ["RETURNING"],
    "038": ["IN_TRANSIT", "accepted"],
    "039": ["IN_TRANSIT", "handed_to_partner"],
    "040": ["READY_FOR_PICKUP", "parcel_shop"],
    "041": ["IN_TRANSIT"],
    "042": ["IN_TRANSIT"],
    "043": ["PRE_TRANSIT"], // pickup voided
    "044": ["PRE_TRANSIT"],
    "045": ["PRE_TRANSIT"],
    "046": ["EXCEPTION", "delayed"],
    "047": ["EXCEPTION", "delayed"],
    "048": ["EXCEPTION", "delayed"],
    "049": ["EXCEPTION", "delayed"],
    "050": ["EXCEPTION", "address"],
    "051": ["EXCEPTION", "weather"],
    "052": ["EXCEPTION", "weather"],
    "053": ["EXCEPTION", "weather"],
    "054": ["IN_TRANSIT"],
    "055": ["IN_TRANSIT", "rescheduled"],
    "056": ["IN_TRANSIT"],
    "057": ["IN_TRANSIT"], // on the way to an access point
    "058": ["EXCEPTION", "customs"],
    "059": ["EXCEPTION", "damaged"],
    "060": ["ATTEMPTED_DELIVERY"],
    "061": ["ATTEMPTED_DELIVERY"], // an adult must sign
    "062": ["ATTEMPTED_DELIVERY", "payment_due"],
    "063": ["IN_TRANSIT"],
    "064": ["EXCEPTION", "refused"],
    "065": ["PRE_TRANSIT", "pickup_failed"],
    "066": ["ATTEMPTED_DELIVERY"],
    "067": ["RETURNED"],
    "068": ["EXCEPTION", "lost"],
    "069": ["EXCEPTION", "unclaimed"],
    "092": ["IN_TRANSIT", "customs"], // at the clearing agency; seen in one answer
  },
};

/**
 * Two-character activity codes. Source: pairs of code and description seen in answers, and UPS's Quantum View
 * specification for DS, OD, OT, RO, SD, TC, FM, UR.
 */
export const UPS_LETTERS: StatusMap = {
  name: "ups/letters@1",
  meanings: {
    MP: ["PRE_TRANSIT", "label_created"],
    PU: ["IN_TRANSIT", "accepted"], OR: ["IN_TRANSIT", "accepted"], XD: ["IN_TRANSIT", "accepted"],
    DP: ["IN_TRANSIT", "departed"], AR: ["IN_TRANSIT", "arrived"], DS: ["IN_TRANSIT", "arrived"],
    IP: ["IN_TRANSIT"], YP: ["IN_TRANSIT"], SD: ["IN_TRANSIT"], TC: ["IN_TRANSIT"],
    FM: ["IN_TRANSIT", "handed_to_partner"],
    OT: ["OUT_FOR_DELIVERY"], OF: ["OUT_FOR_DELIVERY"], OD: ["OUT_FOR_DELIVERY"], RO: ["OUT_FOR_DELIVERY"],
    FS: ["DELIVERED"], KB: ["DELIVERED"], KM: ["DELIVERED"], KD: ["DELIVERED"], KE: ["DELIVERED"], "9E": ["DELIVERED"], DL: ["DELIVERED"],
    "2W": ["DELIVERED", "collected"],
    ZP: ["READY_FOR_PICKUP", "parcel_shop"], "2Q": ["READY_FOR_PICKUP", "parcel_shop"],
    "5G": ["READY_FOR_PICKUP", "last_notice"],
    "48": ["ATTEMPTED_DELIVERY", "not_home"],
    "55": ["ATTEMPTED_DELIVERY", "closed"], G3: ["ATTEMPTED_DELIVERY", "closed"], L1: ["ATTEMPTED_DELIVERY", "closed"],
    AY: ["RETURNING", "closed"],
    "5R": ["ATTEMPTED_DELIVERY", "not_home"], "3J": ["IN_TRANSIT", "redirected"],
    UD: ["IN_TRANSIT"], ZC: ["IN_TRANSIT", "rescheduled"],
    MF: ["IN_TRANSIT", "on_hold"], S7: ["IN_TRANSIT", "on_hold"], T3: ["IN_TRANSIT", "on_hold"],
    A7: ["EXCEPTION", "moved"], C8: ["EXCEPTION", "moved"],
    C5: ["EXCEPTION", "delayed"], DJ: ["EXCEPTION", "weather"], "34": ["EXCEPTION", "missorted"], KR: ["EXCEPTION", "refused"],
    UF: ["RETURNING"], "6C": ["RETURNING", "unclaimed"], UR: ["RETURNING", "undeliverable"],
    UP: ["EXCEPTION", "lost"],
    RZ: ["IN_TRANSIT", "customs"], BB: ["IN_TRANSIT", "customs"], SR: ["IN_TRANSIT", "customs_cleared"], DA: ["IN_TRANSIT", "customs_cleared"],
  },
};

/**
 * Pairs of type and code that mean something else than either alone.
 * Source: UPS's own example of X/SR with statusCode 003; X/KB is an internal note; AG and AD differ by type.
 */
export const UPS_PAIRS: StatusMap = {
  name: "ups/pairs@1",
  meanings: {
    "X/SR": ["IN_TRANSIT", "customs_cleared"],
    "X/KB": ["UNKNOWN"],
    "X/AG": ["EXCEPTION", "address"],
    "X/AD": ["EXCEPTION", "address"],
  },
};

/**
 * Activity types. Source: M, X, I, U, D, MV official (Track Alert specification); P, O, RS, W, DO, DD from public clients.
 * D covers loaded, out and delivered, so it never decides.
 */
export const UPS_TYPES: StatusMap = {
  name: "ups/types@1",
  meanings: {
    M: ["PRE_TRANSIT"],
    MV: ["EXCEPTION", "cancelled"],
    P: ["IN_TRANSIT"],
    I: ["IN_TRANSIT"],
    O: ["OUT_FOR_DELIVERY"],
    U: ["UNKNOWN"],
    X: ["EXCEPTION"],
    RS: ["RETURNED"],
    W: ["IN_TRANSIT"],
    DO: ["IN_TRANSIT"],
    DD: ["IN_TRANSIT"],
  },
};

import { rows, type StatusMap } from "../reading/understand";

/**
 * Checkpoint codes of DHL Express (`typeCode`, and `EventCode` of the older XML).
 * Source: DHL's service status list for express; PO was seen with "Departing origin" in a captured answer. DY, HI, HO, HW,
 * HN, HX, LX, OO, OF, TD, WX and RW stand in public code alone and are left to their words.
 */
export const DHL_EXPRESS_CODES: StatusMap = {
  name: "dhl_express/codes@1",
  meanings: rows(
    ["PU SA", "IN_TRANSIT", "accepted"],
    ["PL TR SC SM", "IN_TRANSIT"],
    ["AF", "IN_TRANSIT", "arrived"],
    ["DF PO", "IN_TRANSIT", "departed"],
    ["AR", "IN_TRANSIT", "arrived_delivery_facility"],
    ["TP", "IN_TRANSIT", "handed_to_partner"],
    ["FD", "IN_TRANSIT", "forwarded"],
    ["AD", "IN_TRANSIT", "appointment"],
    ["PY", "IN_TRANSIT"],
    ["RR IC BN BR", "IN_TRANSIT", "customs"],
    ["CR", "IN_TRANSIT", "customs_cleared"],
    ["WC", "OUT_FOR_DELIVERY"],
    ["CC", "READY_FOR_PICKUP"],
    ["OK", "DELIVERED"],
    ["PD", "DELIVERED", "partial"],
    ["DD", "DELIVERED", "damaged"],
    ["NH", "ATTEMPTED_DELIVERY", "not_home"],
    ["CA", "ATTEMPTED_DELIVERY", "closed"],
    ["RD", "ATTEMPTED_DELIVERY", "refused"],
    ["ND", "ATTEMPTED_DELIVERY"],
    ["BA", "EXCEPTION", "address"],
    ["CM", "EXCEPTION", "moved"],
    ["CD UD", "EXCEPTION", "customs"],
    ["HP", "EXCEPTION", "payment_due"],
    ["OH SS", "EXCEPTION", "held"],
    ["MD", "EXCEPTION", "delayed"],
    ["MC MS", "EXCEPTION", "missorted"],
    ["DS", "EXCEPTION", "destroyed"],
    ["CS", "EXCEPTION", "other"],
    ["RT", "RETURNED"],
    // shipment level in the unified feed
    ["101", "DELIVERED"],
    ["102", "IN_TRANSIT"],
    ["103", "EXCEPTION"],
    ["104", "PRE_TRANSIT"],
  ),
};

import { rows, type StatusMap } from "../reading/understand";

/**
 * FedEx status and scan codes (`latestStatusDetail.code`, `scanEvents[].eventType`).
 * Source: sandbox captures of the Track API and public lists; FedEx's own table is not public.
 */
export const FEDEX_CODES: StatusMap = {
  name: "fedex/codes@1",
  meanings: rows(
    ["OC IN MD", "PRE_TRANSIT", "label_created"],
    ["OX", "PRE_TRANSIT", "with_partner"],
    ["EP", "PRE_TRANSIT", "pickup_scheduled"],
    ["PY", "PRE_TRANSIT", "pickup_failed"],
    ["PU PX IP OF AP", "IN_TRANSIT", "accepted"],
    ["IT IX LO TR PM PF PL AA EA EO FD AF", "IN_TRANSIT"],
    ["AR", "IN_TRANSIT", "arrived"],
    ["DP SF", "IN_TRANSIT", "departed"],
    ["AC AX SP", "IN_TRANSIT", "handed_to_partner"],
    ["AE AO", "IN_TRANSIT"], // arriving early, on time
    ["CC", "IN_TRANSIT", "customs_cleared"],
    ["CP CU", "IN_TRANSIT", "customs"],
    ["CD", "EXCEPTION", "customs"],
    ["OD AD ED", "OUT_FOR_DELIVERY"],
    ["DL", "DELIVERED"],
    ["HL HP", "READY_FOR_PICKUP"],
    ["HA", "IN_TRANSIT", "on_hold"],
    ["RR", "UNKNOWN"], // a delivery option was asked for
    ["RS RT", "RETURNING"],
    ["CA", "EXCEPTION", "cancelled"],
    ["RD", "EXPIRED"], // the return label's link expired
    ["DY DD", "EXCEPTION", "delayed"],
  ),
};

/**
 * Exception codes beside DE, SE, DY and their kind. Source: codes with text in answers (007, 08, 15, 099, 015A, 72, 84,
 * A3, A12, A13, A25, A47, A52, 060G, IN001) and one public list of FedEx's scan numbers for the rest.
 * Ground's 007 (not available) and Express's 07 (refused) differ: they are looked up as written.
 */
export const FEDEX_EXCEPTIONS: StatusMap = {
  name: "fedex/exceptions@1",
  meanings: rows(
    ["007 08 15", "ATTEMPTED_DELIVERY", "not_home"],
    ["01", "EXCEPTION"],
    ["03", "EXCEPTION", "address"],
    ["05", "EXCEPTION", "security"],
    ["07", "EXCEPTION", "refused"],
    ["10 37", "EXCEPTION", "damaged"],
    ["12 18", "EXCEPTION", "missorted"],
    ["14 099", "EXCEPTION", "undeliverable"],
    ["17", "IN_TRANSIT", "rescheduled"],
    ["20", "EXCEPTION", "prohibited"],
    ["22 31 32 33 48 85 89", "EXCEPTION", "delayed"],
    ["36", "EXCEPTION", "lost"],
    ["41 42", "IN_TRANSIT"],
    ["50 58 62 63 73 88 55 60", "EXCEPTION", "customs"],
    ["65 66 71 72 75 76 A25", "IN_TRANSIT", "customs"],
    ["57 IN001", "PRE_TRANSIT"],
    ["59 015A", "READY_FOR_PICKUP"],
    ["84 084 A52", "EXCEPTION", "delayed"],
    ["93", "EXCEPTION", "payment_due"],
    ["A3", "IN_TRANSIT"],
    ["A12 A13 A47", "IN_TRANSIT", "redirected"],
    ["060G", "RETURNING", "recalled"],
  ),
};

import { rows, type StatusMap } from "../reading/understand";

/** bpost state codes. Source: open-source clients of its tracked mail service; bpost publishes no table. */
export const BPOST_STATES: StatusMap = {
  name: "bpost/states@1",
  meanings: rows(
    ["U00 U01 U02 U03 U04 U05 U06 U07 U08", "DELIVERED"], ["N74 R13", "READY_FOR_PICKUP"], ["B05 B08", "EXCEPTION", "damaged"], ["B03 B23", "ATTEMPTED_DELIVERY", "refused"],
    ["B06 B07 B09 B10", "ATTEMPTED_DELIVERY", "address"], ["B11 B12 B13 B18 B24 B28 R11 R12 T03 S00", "EXCEPTION"], ["N01 N02", "ATTEMPTED_DELIVERY", "not_home"], ["N03", "ATTEMPTED_DELIVERY", "closed"],
    ["N04 N05 N06 N07 N08 N10 N11 N12 N13 N16 N28 N32 N91 N92 N93 N94 N95 N96 P00", "IN_TRANSIT", "delayed"], ["B00 B01 B02", "EXCEPTION", "customs"],
    ["C00 I03 I10 I11 I12 I18 I19 I58 I61 I66 I67 I68 I72 I88", "IN_TRANSIT", "on_hold"], ["B04 N14 R00 R01 R02 R03 R04 R05 T00", "IN_TRANSIT"],
    ["L00", "OUT_FOR_DELIVERY"], // seen with "BoundToRound - out_for_distribution", against the lists that call it a hold
  ),
};

/** Steps of bpost's public site, longest beginning first: those about the sender stand before those they begin like. */
export const BPOST_STEPS: readonly (readonly [RegExp, ...StatusMap["meanings"][string]])[] = [
  [/^(BTS_DELIVERED|DELIVERED_TO_SENDER(_RETURN)?|PICKED_UP_BY_SENDER|RETOUR_DELIVERED)$/, "RETURNED"],
  [/^(BTS_|RETOUR_|ON_THE_WAY_TO_SENDER|OUT_FOR_DELIVERY_SENDER|RETURN_TO_SENDER)/, "RETURNING"],
  [/^(AWAITING_CUSTOMS_PAYMENT|CUSTOMS_PAYMENT_(CHALLENGED|EXPIRED|REFUSED))$/, "EXCEPTION", "customs"],
  [/^CUSTOMS/, "IN_TRANSIT", "customs"],
  [/^(IN_PREPARATION|PREPARATION|PENDING_APPROVAL|STATUS_PENDING|MPCPRINTED)/, "PRE_TRANSIT"],
  [/^(OUT_FOR_DELIVERY|ON_THE_WAY_TO_)/, "OUT_FOR_DELIVERY"],
  [/^(AWAITING|EXPECTED|ON_THE_WAY|PROCESSING)/, "IN_TRANSIT"],
  [/^(AVAILABLE|REDELIVERY_CAN_PICKUP_POST_POINT)/, "READY_FOR_PICKUP"],
  [/^DELIVERED.*NEIGHBOUR/, "DELIVERED", "neighbour"],
  [/^DELIVERED.*MAILBOX/, "DELIVERED", "mailbox"],
  [/^DELIVERED.*SAFEPLACE/, "DELIVERED", "safe_place"],
  [/^DELIVERED(_|$)/, "DELIVERED"],
  [/^PICKED_UP(_|$)/, "DELIVERED", "collected"],
  [/^(EXCEPTION|REDELIVERY_NO_PICKUP)$/, "EXCEPTION"],
];

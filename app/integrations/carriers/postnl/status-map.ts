import { rows, type StatusMap } from "../reading/understand";

/** PostNL status codes. Source: https://developer.postnl.nl/docs, reference data, track and trace status codes. */
export const POSTNL_STATUSES: StatusMap = {
  name: "postnl/statuses@1",
  meanings: rows(
    ["1 13", "PRE_TRANSIT"], ["14", "EXCEPTION", "not_received"], ["2 3", "IN_TRANSIT", "accepted"], ["4", "EXCEPTION", "pickup_failed"], ["5", "IN_TRANSIT"], ["6", "IN_TRANSIT", "delayed"],
    ["7", "OUT_FOR_DELIVERY"], ["8", "ATTEMPTED_DELIVERY"], ["9 20", "IN_TRANSIT", "customs"], ["11", "DELIVERED"], ["12", "READY_FOR_PICKUP"], ["15 16 17", "EXCEPTION", "delayed"],
    ["18", "EXCEPTION", "lost"], ["19", "EXCEPTION", "carrier_refused"], ["21", "IN_TRANSIT", "on_hold"], ["22", "DELIVERED", "collected"], ["23 31", "IN_TRANSIT"], ["27 28", "RETURNING"], ["99", "UNKNOWN"],
  ),
};

/**
 * PostNL event codes, each by its own published description: the status that PostNL files an event under is coarser
 * ("delivery unsuccessful" is filed under "in distribution", a return that arrives under "delivered").
 * Source: https://developer.postnl.nl/docs, reference data, track and trace event codes with their descriptions.
 */
export const POSTNL_EVENTS: StatusMap = {
  name: "postnl/events@2",
  meanings: rows(
    ["A01 A71 J93 M03", "PRE_TRANSIT"], ["A10", "PRE_TRANSIT", "label_created"], ["F01 X80 J56", "PRE_TRANSIT", "pickup_scheduled"], ["Q02", "PRE_TRANSIT", "cancelled"],
    ["B01 B04 B06 C01 X40 Z80 A73 A74 V12 V13 V22 V23 V50", "IN_TRANSIT", "accepted"],
    ["D02 D03 D04 D05 D06 D07 D09 D40 D41 Y80 Y81", "EXCEPTION", "pickup_failed"], ["X42 X43 F03 F04 F05 F06 F07 F08 F10", "EXCEPTION", "carrier_refused"], ["M01", "EXCEPTION", "not_received"],

    ["A21 A72 I06 J01 J06 J10 J27 J28 J45 J61 Q13 Q15 Q16 Q17 Q18 Q19 R01 S05 X07 X08 X14 X15 X16 X17 X50 X51 X52 X68", "IN_TRANSIT"],
    ["A75 Q12 X01 X19", "IN_TRANSIT", "departed"], ["A76 X02", "IN_TRANSIT", "arrived_destination_country"], ["K02 K03 Y23 Y24", "IN_TRANSIT", "redirected"], ["Y39", "IN_TRANSIT", "contacted"],
    ["A09 A27 A28 A34 A99 J47 J55", "IN_TRANSIT", "parcel_shop"],
    ["A08 A11 A12 A13 A29 A30 A31 A32 A35 A42 A43 H32 J09 J14 J17 J22 J24 J26 J36 J39 J90 J92 J95", "IN_TRANSIT", "rescheduled"],
    ["K01 T02 V01 V02 V03 V11 V21 Y07 Y08 Y33 Y35 Y60 Y61 Y62", "IN_TRANSIT", "rescheduled"],
    ["X03 X11 X60 X62 Y25", "IN_TRANSIT", "customs"], ["X04 X61 X65", "IN_TRANSIT", "customs_cleared"],

    ["J05 J59 X06 X55 Y05", "OUT_FOR_DELIVERY"],
    ["H34 J08 K70 K71 Y15 Y38", "ATTEMPTED_DELIVERY"], ["D08 J94 K14 Y02 Y10 Y42", "ATTEMPTED_DELIVERY", "not_home"], ["J07 Y43", "ATTEMPTED_DELIVERY", "closed"],
    ["J16 J29 K16 Y41", "ATTEMPTED_DELIVERY", "no_access"], ["Y36", "ATTEMPTED_DELIVERY", "security"],
    ["I08 J02 J12 X05", "READY_FOR_PICKUP"], ["J23", "READY_FOR_PICKUP", "locker"], ["J52 Y26", "READY_FOR_PICKUP", "post_office"],
    ["I01 I03 I23 Z01 Z02 Z03 Z04 Z08", "DELIVERED"], ["I05 I11", "DELIVERED", "mailbox"], ["I09", "DELIVERED", "locker"], ["I10 Z05", "DELIVERED", "neighbour"],
    ["I12 Z09", "DELIVERED", "safe_place"], ["I02 I22 Z06", "DELIVERED", "collected"], ["J91", "DELIVERED", "partial"],

    ["A20 A22 K41 X67", "EXCEPTION", "payment_due"], ["X30 X63 X64 X66 Y46 Y64", "EXCEPTION", "customs"], ["X10", "EXCEPTION", "customs_documents"],
    ["H36 J33 Y01 Y09 Y12 Y17 Y30 Y31 Y32", "EXCEPTION", "address"], ["Y22", "EXCEPTION", "moved"], ["Y03 Y13 Y44 Y50", "EXCEPTION", "refused"],
    ["Y04 Y11 Y14", "EXCEPTION", "damaged"], ["Y71", "EXCEPTION", "lost"], ["K92 Y29", "EXCEPTION", "destroyed"], ["K30 Y48", "EXCEPTION", "undeliverable"], ["Y45", "EXCEPTION", "prohibited"],
    ["J42 J48", "EXCEPTION", "oversize"], ["H30 H31 R06", "EXCEPTION", "cancelled"], ["K15 J41", "EXCEPTION", "other"], ["K91 Q14", "EXCEPTION", "held"], ["Y65", "EXCEPTION", "weather"],
    ["G01 G02 G03 G05 H23 K25 V04 V06 V31 Y66", "EXCEPTION", "delayed"],

    ["H01 H38", "RETURNING", "refused"], ["H02 H12 Y16", "RETURNING", "address"], ["H03 Y20", "RETURNING", "unclaimed"], ["H04 H35 Y18", "RETURNING", "damaged"], ["H22", "RETURNING", "recalled"],
    ["H17 Y47", "RETURNING", "customs"], ["H16 H18 H25", "RETURNING", "undeliverable"], ["H05 H07 H08 H09 H10 H15 H20 H24 H51 H52 I07 K43 X20 X21 X22 X24 X81 Y19 Y21 Y37 Y40", "RETURNING"],
    ["J63", "RETURNED"],

    ["A04 A18 A19 A24 A25 A41 A46 A65 A94 A95 A96 A98 B03 C02 J80 K33 K50 P20 P21 P22 P23 P24", "UNKNOWN"],
  ),
};

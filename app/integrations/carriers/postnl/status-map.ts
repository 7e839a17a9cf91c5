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

/** PostNL event codes by the status they stand for. Source: the same list. I07 is left to its words: sorted back at the sender. */
export const POSTNL_EVENTS: StatusMap = {
  name: "postnl/events@1",
  meanings: rows(
    ["A01 A10 A71 F01 J93 M03 X80 X81 A20 A21 A22 Q02 X03", "PRE_TRANSIT"],
    ["B01 X40 B04 Z80", "IN_TRANSIT", "accepted"],
    ["C01 A72 A74 A75 X15", "IN_TRANSIT"],
    ["D02 D03 D04 D05 D06 D07 D09 D40 D41 H31 X42 X43 Y80 Y81", "EXCEPTION", "pickup_failed"],
    ["A08 A09 A11 A12 A13 A27 A28 A29 A30 A31 A32 A34 A35 A42 A43 A99 J01 J06 J07 J09 J10 J14 J16 J17 J22 J24 J26 J27 J28 J33 J36 J61 J90", "IN_TRANSIT"],
    ["Q12 Q13 R01 R06 X01 X02 X07 X08 X11 X14 X17 X20 X21 X22 X50 X51 X68 Y23 Y24 Y33 Y35 Y60 Y61 Y62", "IN_TRANSIT"],
    ["D08 H10 K01 K02 K03 K30 K92 V01 V06 Y07", "IN_TRANSIT", "delayed"],
    ["H32 H35 J05 J08 J29 J39 J41 J42 J45 J47 J48 J55 J94 J95 K14 K15 K70 Q15 S05 T02 X04 X06 X19 X55 Y05", "OUT_FOR_DELIVERY"],
    ["H01 H02 H03 H04 H05 H07 H08 H09 H12 H20 H22 H24 H34 H36 H38 H51 H52 J92 K16 K41 K43 Y01 Y02 Y03 Y04", "ATTEMPTED_DELIVERY"],
    ["Y08 Y09 Y10 Y11 Y12 Y13 Y14 Y15 Y16 Y17 Y18 Y19 Y20 Y21 Y22 Y30 Y31 Y32 Y36 Y38 Y39 Y40 Y41 Y42 Y43 Y44 Y50 Y71", "ATTEMPTED_DELIVERY"],
    ["J59 X30 X60 X61 X62 X63 X64 X65 X66 Y25 Y29 A76 X10 X67", "IN_TRANSIT", "customs"],
    ["I01 I03 I06 I09 I10 I11 I12 I22 I23 J63 J91 K91 X24 Y26 Z01 Z02 Z03 Z04 Z05 Z06 Z08 Z09", "DELIVERED"],
    ["I05", "DELIVERED", "mailbox"],
    ["I02", "DELIVERED", "collected"],
    ["I08 J02 J12 J52 X05", "READY_FOR_PICKUP"],
    ["J23", "READY_FOR_PICKUP", "locker"],
    ["M01", "EXCEPTION", "not_received"],
    ["F03 F04 F05 F06 F07 F08 F10", "EXCEPTION", "carrier_refused"],
    ["G03 G01 G02 G05 H23 K90", "EXCEPTION", "delayed"],
    ["V02 V03 V04 V11 V12 V13 V21 V22 V23 V31 V50", "IN_TRANSIT", "on_hold"],
    ["H16 H25 Y37", "RETURNING"],
    ["A41 A46 A73 A94 B06 C02 H15 H17 H18 H30 J56 J80 K25 K71 P20 P21 P22 P23 P24 Q14 Q16 Q17 Q18 Q19 X16 X52 Y45 Y46 Y47 Y48 Y64 Y65 Y66", "UNKNOWN"],
    ["A04 A18 A19 A24 A25 A65 A95 A96 A98 B03 K33 K50", "UNKNOWN"],
  ),
};

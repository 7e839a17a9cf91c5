import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

import { rows, type StatusMap } from "../reading/understand";

/** Hermes Germany's four-digit codes (2x2). Source: its public list of parcel events, 294 rows in these groups. */
export const HERMES_CODES: StatusMap = {
  name: "hermes/codes@1",
  meanings: rows(
    ["0000 0600 0700 0800 0900", "PRE_TRANSIT"], ["1000", "IN_TRANSIT", "accepted"], ["1510 1610 1810 1820 1900 1901 1910 2000 2100 2300 2400 9040 9041 3300 3010 3430", "IN_TRANSIT"],
    ["1710 1720", "IN_TRANSIT", "customs"], ["1730 1751", "EXCEPTION", "customs"], ["3000", "OUT_FOR_DELIVERY"], ["3410", "READY_FOR_PICKUP", "parcel_shop"],
    ["3500 3510 3520", "DELIVERED"], ["3511", "DELIVERED", "mailbox"], ["3530", "DELIVERED", "collected"], ["3710", "ATTEMPTED_DELIVERY", "refused"], ["3720", "ATTEMPTED_DELIVERY", "address"],
    ["3731 3732 3733 3734", "ATTEMPTED_DELIVERY", "not_home"], ["3740", "ATTEMPTED_DELIVERY", "damaged"], ["3715 3750 3751 3752 3753 3754 3760 3761 3782 3783 3784 3785 3786 3787 3795", "ATTEMPTED_DELIVERY"],
    ["3780", "ATTEMPTED_DELIVERY", "missorted"], ["4035", "EXCEPTION", "unclaimed"], ["4070 4072", "UNKNOWN"], ["4610 4620 4690", "IN_TRANSIT"], ["4630", "EXCEPTION", "lost"], ["4100 4500", "IN_TRANSIT", "on_hold"],
    ["1520", "RETURNING"], ["7500", "RETURNED"], ["9340 9341", "EXCEPTION", "cancelled"],
  ),
};

/** Families of codes: back at the depot, going back, the receiver's wishes. Source: the same. */
export const HERMES_GROUPS: readonly (readonly [RegExp, TrackingStatus, TrackingDetail?])[] = [
  [/^40\d\d$/, "IN_TRANSIT"],
  [/^60\d\d$/, "RETURNING"],
  [/^93\d\d$/, "UNKNOWN"],
];

/** Codes that take back the scan before them. */
export const HERMES_WITHDRAWS: ReadonlySet<string> = new Set(["4070", "4072"]);

import { rows, type StatusMap } from "../reading/understand";

/**
 * GLS statuses, event codes (spelt as GLS spells them) and the numeric codes of its consumer and Dutch services.
 * Source: Track & Trace V1 specification 1.0.7 on dev-portal.gls-group.net, a live answer of 2026-09, and public clients
 * for the numeric ones. FINAL says only that the history is closed.
 */
export const GLS_CODES: StatusMap = {
  name: "gls/codes@1",
  meanings: rows(
    ["PLANNEDPICKUP INPICKUP PREADVICE", "PRE_TRANSIT"], ["NOTPICKEDUP", "EXCEPTION", "pickup_failed"], ["INTRANSIT", "IN_TRANSIT"], ["INWAREHOUSE", "IN_TRANSIT", "on_hold"],
    ["INDELIVERY", "OUT_FOR_DELIVERY"], ["NOTDELIVERED", "ATTEMPTED_DELIVERY"], ["DELIVEREDPS", "READY_FOR_PICKUP", "parcel_shop"], ["DELIVERED", "DELIVERED"], ["CANCELED", "EXCEPTION", "cancelled"], ["FINAL", "UNKNOWN"],
    ["INTIAL.PREADVICE INTIAL.E48_DATA", "PRE_TRANSIT"], ["INTIAL.NORMAL INBOUD.NORMAL OUTBOD.NORMAL TRANSI.HUB", "IN_TRANSIT"], ["OUTDEL.NORMAL", "OUT_FOR_DELIVERY"],
    ["DELIVD.NORMAL", "DELIVERED"], ["DELIVD.PARCELSHOP", "READY_FOR_PICKUP", "parcel_shop"], ["DELIVD.DEL_BY_PSAPP", "DELIVERED", "collected"], ["NOTDEL.ABSENT", "ATTEMPTED_DELIVERY", "not_home"],
    ["CANCEL.NORMAL", "EXCEPTION", "cancelled"], ["CHANGD.MONEWADDR CHANGD.PARCELBOX", "IN_TRANSIT", "redirected"],
    ["0.100 0.258", "PRE_TRANSIT"], ["9.0", "PRE_TRANSIT", "delayed"], ["0.0 1.0 1.124 81.0 2.0 2.29 2.79 2.101 2.106 25.91 33.91 33.153", "IN_TRANSIT"], ["2.107", "IN_TRANSIT", "missorted"], ["2.20 46.160 46.161 46.183 46.287", "IN_TRANSIT", "damaged"],
    ["2.124 3.124", "READY_FOR_PICKUP", "parcel_shop"], ["3.896", "READY_FOR_PICKUP", "locker"], ["3.0", "DELIVERED"], ["3.120", "DELIVERED", "safe_place"], ["3.121", "DELIVERED", "neighbour"],
    ["4.30 4.36 4.49 4.55 4.80 4.260 4.319", "ATTEMPTED_DELIVERY"], ["4.31 4.32", "ATTEMPTED_DELIVERY", "address"], ["4.37 4.42", "ATTEMPTED_DELIVERY", "closed"], ["4.40 30.40", "ATTEMPTED_DELIVERY", "not_home"],
    ["4.129", "EXCEPTION", "unclaimed"], ["5.0", "RETURNED"], ["6.0 6.2 6.12 6.13", "IN_TRANSIT", "forwarded"], ["8.0 8.10 8.32 8.97", "IN_TRANSIT", "on_hold"], ["11.0", "OUT_FOR_DELIVERY"],
    ["12.2 12.8 12.10 12.32 12.36 12.38 12.41 12.80 12.83 12.99", "IN_TRANSIT", "delayed"], ["12.20", "EXCEPTION", "damaged"], ["12.52", "EXCEPTION", "lost"], ["14.60", "EXCEPTION", "customs_documents"],
    ["26.396 27.194", "RETURNING"], ["35.32 35.36 35.37 35.40 35.49 35.129", "IN_TRANSIT"], ["49 67 72 74 89.456 95 96", "UNKNOWN"],
  ),
};

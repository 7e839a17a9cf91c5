import { rows, type StatusMap } from "../../reading/understand";

/** Status codes that DHL's unified tracking gives for service "dgf". Source: DHL's service status list (public), read into our statuses. */
export const dgfCodes: StatusMap = {
  name: "dhl/dgf@1",
  meanings: rows(
    ["DATA_SUBMITTED", "PRE_TRANSIT"],
    ["PICKUP_SUCCESSFUL ARRIVED_AT_ORIGIN_FACILITY PROCESSED_AT_ORIGIN_FACILITY DEPARTED_FROM_ORIGIN_FACILITY", "IN_TRANSIT"],
    ["READY_FOR_DEPARTURE DEPARTED ARRIVED ARRIVED_PROCESSED_AT_FACILITY", "IN_TRANSIT"],
    ["ARRIVED_AT_CUSTOMS CLEARED_BY_CUSTOMS", "IN_TRANSIT", "customs"],
    ["OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY"],
    ["DELIVERED", "DELIVERED"],
    ["HELD_AT_CUSTOMS", "EXCEPTION", "customs"],
    ["DELIVERY_EXCEPTION", "EXCEPTION"],
  ),
};

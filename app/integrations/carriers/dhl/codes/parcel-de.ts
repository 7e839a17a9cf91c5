import { rows, type StatusMap } from "../../reading/understand";

/** Status codes that DHL's unified tracking gives for service "parcel-de". Source: DHL's service status list (public), read into our statuses. */
export const parcelDeCodes: StatusMap = {
  name: "dhl/parcel-de@1",
  meanings: rows(
    ["AA EE NB", "IN_TRANSIT"],
    ["AE ES", "IN_TRANSIT", "accepted"],
    ["AN", "EXCEPTION", "pickup_failed"],
    ["BV", "EXCEPTION"],
    ["DD GT", "UNKNOWN"],
    ["LA", "IN_TRANSIT", "on_hold"],
    ["PO", "OUT_FOR_DELIVERY"],
    ["VA", "PRE_TRANSIT"],
    ["ZF", "READY_FOR_PICKUP"],
    ["ZN", "ATTEMPTED_DELIVERY"],
    ["ZO", "IN_TRANSIT", "customs"],
    ["ZU", "DELIVERED"],
  ),
};

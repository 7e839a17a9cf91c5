import { rows, type StatusMap } from "../../reading/understand";

/** Status codes that DHL's unified tracking gives for service "ecommerce-ppl". Source: DHL's service status list (public), read into our statuses. */
export const ecommercePplCodes: StatusMap = {
  name: "dhl/ecommerce-ppl@1",
  meanings: rows(
    ["150 300 400 500", "IN_TRANSIT"],
    ["343", "READY_FOR_PICKUP", "parcel_shop"],
    ["450", "DELIVERED"],
    ["460", "IN_TRANSIT", "delayed"],
    ["464", "ATTEMPTED_DELIVERY", "refused"],
    ["900", "PRE_TRANSIT"],
    ["997", "EXCEPTION", "lost"],
    ["999", "EXCEPTION"],
  ),
};

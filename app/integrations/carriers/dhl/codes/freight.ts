import { rows, type StatusMap } from "../../reading/understand";

/** Status codes that DHL's unified tracking gives for service "freight". Source: DHL's service status list (public), read into our statuses. */
export const freightCodes: StatusMap = {
  name: "dhl/freight@1",
  meanings: rows(
    ["ACT-2 64-0 15-501", "PRE_TRANSIT"],
    ["48-0 20-13", "READY_FOR_PICKUP"],
    ["31-139 13-0 31-140 24-0 1-0 1-21 20-208 20-209", "IN_TRANSIT"],
    ["55-211 20-354", "EXCEPTION", "closed"],
    ["55-68 55-265 55-294 55-20 20-270 7-0", "EXCEPTION"],
    ["55-21 55-240 56-292 56-284 56-611 56-241", "ATTEMPTED_DELIVERY", "refused"],
    ["55-126 20-126", "EXCEPTION", "customs"],
    ["55-241", "EXCEPTION", "lost"],
    ["55-266 20-266", "EXCEPTION", "weather"],
    ["55-234", "EXCEPTION", "address"],
    ["12-0", "IN_TRANSIT", "customs"],
    ["56-222", "RETURNED"],
    ["20-296", "IN_TRANSIT", "payment_due"],
    ["24-628 24-501 361-139 361-140", "OUT_FOR_DELIVERY"],
    ["20-211", "ATTEMPTED_DELIVERY", "closed"],
    ["56-211", "ATTEMPTED_DELIVERY"],
    ["20-234", "ATTEMPTED_DELIVERY", "address"],
    ["24-600 21-23 21-600 21-0", "DELIVERED"],
    ["21-234", "DELIVERED"],
  ),
};

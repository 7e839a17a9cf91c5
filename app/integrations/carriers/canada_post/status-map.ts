import { rows, type StatusMap } from "../reading/understand";

/**
 * Canada Post event identifiers without leading zeros.
 * Source: Canada Post's table of message codes (messagescodetables, old tracking service), which the JSON service shares.
 */
export const CANADA_POST_EVENTS: StatusMap = {
  name: "canada_post/events@1",
  meanings: rows(
    ["3000", "PRE_TRANSIT", "label_created"],
    ["3002", "PRE_TRANSIT"], // return label made
    ["1300 1301 1302 1303", "IN_TRANSIT", "accepted"],
    ["2300 2500 2501 100 104 105 107 170 1240 1244 102 106 175 400 405 410 804 1241 113 114 115 116", "IN_TRANSIT"],
    ["4000 4100 4202 4310 4311 4900 4950 815 8901 4550 4600", "IN_TRANSIT"],
    ["700 701", "IN_TRANSIT", "arrived_destination_country"],
    ["800 4330 4400 1210 1214 1215 1216", "IN_TRANSIT", "customs"],
    ["127 810 1487", "EXCEPTION", "customs"],
    ["130 900 910 4450 4500 5201", "IN_TRANSIT", "customs_cleared"],
    ["1200 1203", "UNKNOWN"], // the expected date changed
    ["1220 1221 1223 1224 1225 1230 1232 1234 152 198 2101", "IN_TRANSIT"],
    ["1480 1490", "IN_TRANSIT", "redirected"],
    ["1245", "EXCEPTION", "address"],
    ["174 500", "OUT_FOR_DELIVERY"],
    ["610 611 612 613 614 615 616 617 618 619 620", "OUT_FOR_DELIVERY"], // put down somewhere, not yet final
    ["1421 1428 1422 1429 1423 1430 1424 1431 1427 1434 1497 1499", "DELIVERED", "safe_place"],
    ["1425 1432 1461 1462 1463 1465 1466 1467 1468 1469 1473 1475", "DELIVERED", "reception"],
    ["1426 1433 5300 1441 1442 1405", "DELIVERED", "locker"],
    ["1406", "DELIVERED", "collected"],
    ["1408 1409", "DELIVERED", "signed"],
    ["1471 1472 1476 1496 1498", "DELIVERED"],
    ["20 21 2001", "UNKNOWN"], // signature or picture ready: comes after the delivery
    ["1435 1436 1437 1438 1479 1488", "ATTEMPTED_DELIVERY", "not_home"],
    ["1443", "ATTEMPTED_DELIVERY"],
    ["1411 2411", "ATTEMPTED_DELIVERY", "closed"],
    ["1701 1407 2407", "READY_FOR_PICKUP", "post_office"],
    ["1703 1705 629 630", "IN_TRANSIT"],
    ["156", "READY_FOR_PICKUP", "last_notice"],
    ["1410 2410", "IN_TRANSIT", "on_hold"],
    ["1414 2414 1444 621 622 623 624 625 626 627 628 160 161 162 163", "EXCEPTION", "delayed"],
    ["159", "EXCEPTION", "weather"],
    ["171 173 1412 2412 120", "EXCEPTION", "address"],
    ["172", "EXCEPTION", "missorted"],
    ["117", "EXCEPTION", "customs_documents"],
    ["118", "EXCEPTION", "held"],
    ["121", "EXCEPTION", "refused"],
    ["179 1450 1483 1484 1493 1494 4650 4700", "EXCEPTION", "undeliverable"],
    ["710", "EXCEPTION", "damaged"],
    ["150", "EXCEPTION", "destroyed"],
    ["190", "EXCEPTION", "cancelled"],
    ["1100", "RETURNING", "customs"],
    ["167 168 169 181 182 183 184", "RETURNING"],
    ["1415", "RETURNING", "address"],
    ["1416 1481 1491", "RETURNING", "moved"],
    ["1417 1482 1492", "RETURNING", "refused"],
    ["1419", "RETURNING", "unclaimed"],
    ["1418 1420 1495 2600 2601 2802 3001", "RETURNING"],
  ),
};

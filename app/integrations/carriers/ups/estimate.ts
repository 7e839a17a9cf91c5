import type { DeliveryEstimate } from "~/domain/tracking/event";

import { estimate } from "../reading/estimates";
import { readTime } from "../reading/times";
import { listAt, textAt } from "../reading/values";
import { upsClock } from "./scans";

/** Rescheduled before scheduled; "DEL" is the day it was delivered and no expectation. */
export function upsEstimate(piece: unknown): DeliveryEstimate | null {
  const dates = listAt(piece, "deliveryDate");
  const day = ["RDD", "SDD"].map((type) => dates.find((one) => textAt(one, "type") === type)).find((one) => one !== undefined);
  const date = textAt(day, "date");
  if (date === null) return null;
  const type = textAt(piece, "deliveryTime", "type") ?? "";
  const end = upsClock(textAt(piece, "deliveryTime", "endTime"));
  if (!["EDW", "CDW", "IDW", "CMT"].includes(type) || end === null) return estimate(readTime(date));
  const start = type === "CMT" ? null : upsClock(textAt(piece, "deliveryTime", "startTime"));
  return estimate(readTime(start === null ? `${date} ${end}` : `${date} ${start}`), readTime(`${date} ${end}`));
}

import type { DeliveryEstimate, EventTime } from "~/domain/tracking/event";

/** A window from two ends; either may be missing, and an end that is only a day makes the window one of days. */
export function estimate(from: EventTime | null, to: EventTime | null = from): DeliveryEstimate | null {
  const start = from ?? to;
  const end = to ?? from;
  if (start === null || end === null) return null;
  const byDay = start.certainty === "date" || end.certainty === "date";
  return {
    earliest: Math.min(start.at, end.at),
    latest: Math.max(start.at, end.at),
    precision: byDay ? "day" : "instant",
    zone: end.zone ?? start.zone,
  };
}

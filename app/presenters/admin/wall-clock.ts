import { DateTime } from "luxon";

/**
 * An instant as the shop's clock on the wall shows it, the way date and time fields want it.
 * @param at milliseconds since the epoch
 * @returns YYYY-MM-DD and HH:MM
 */
export function wallClock(at: number, timeZone: string): { date: string; time: string } {
  const local = DateTime.fromMillis(at, { zone: timeZone });
  return { date: local.toFormat("yyyy-MM-dd"), time: local.toFormat("HH:mm") };
}

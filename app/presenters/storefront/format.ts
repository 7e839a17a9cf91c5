import type { Moment } from "~/domain/tracking/progress";

const DAY_MS = 86_400_000;

/** How one reader is shown days and times. Made once per page. */
export interface Format {
  /** "2026-11-24": the day on which something happened where it happened. */
  dayKey(moment: Moment): string;
  /** "Tuesday, 24 November": the year is added when it is not this one. */
  day(moment: Moment): string;
  /** "24 Nov": for the steps. */
  shortDay(moment: Moment): string;
  /** "14:05"; null when only the day is known. */
  clock(moment: Moment): string | null;
  /** Days from one to the other, e.g. "24–26 November". Day keys. */
  range(from: string, to: string): string;
  dayOfKey(key: string): string;
  /** The shop's zone, in words a reader knows. */
  zoneName: string;
}

/**
 * @param options.timeZone the shop's zone: for what has no zone of its own
 * @param options.now to leave the present year out
 */
export function createFormat(options: { tag: string; timeZone: string; now: number }): Format {
  const { tag, now } = options;
  const shopZone = isZone(options.timeZone) ? options.timeZone : "UTC";
  const clocks = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone: "UTC" });
  const withYear = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const withoutYear = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const shortDays = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  const ranges = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", timeZone: "UTC" });
  const thisYear = wallClock(now, shopZone).getUTCFullYear();

  const local = (moment: Moment): Date => {
    if (moment.zone !== null && isZone(moment.zone)) return wallClock(moment.at, moment.zone);
    // A day, or a wall clock, without a zone was read as UTC: shown as it was said.
    return moment.certainty === "date" || moment.certainty === "local" ? new Date(moment.at) : wallClock(moment.at, shopZone);
  };
  const key = (date: Date) => date.toISOString().slice(0, 10);
  const dayOf = (date: Date) => (date.getUTCFullYear() === thisYear ? withoutYear : withYear).format(date);

  return {
    dayKey: (moment) => key(local(moment)),
    day: (moment) => dayOf(local(moment)),
    shortDay: (moment) => shortDays.format(local(moment)),
    clock: (moment) => (moment.certainty === "date" || moment.certainty === "received" ? null : clocks.format(local(moment))),
    range: (from, to) => ranges.formatRange(new Date(from), new Date(to)),
    dayOfKey: (day) => dayOf(new Date(day)),
    zoneName: zoneName(tag, shopZone, now),
  };
}

/** The local time of an instant, as if it were UTC: so that one formatter serves every zone. */
function wallClock(at: number, zone: string): Date {
  const offset = offsetMinutes(zone);
  if (offset !== null) return new Date(at + offset * 60_000);
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? "0");
  return new Date(Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")));
}

/** Minutes of "+02:00"; null for a named zone. */
function offsetMinutes(zone: string): number | null {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!parts) return null;
  return (parts[1] === "-" ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

function isZone(zone: string): boolean {
  if (offsetMinutes(zone) !== null) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function zoneName(tag: string, zone: string, at: number): string {
  if (offsetMinutes(zone) !== null) return `UTC${zone}`;
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/**
 * The day a source meant when it named a day. Such an instant is a midnight: in UTC where the source gave no zone,
 * otherwise where it speaks.
 */
export function namedDay(at: number, zone: string, format: Format): string {
  return at % DAY_MS === 0 ? new Date(at).toISOString().slice(0, 10) : format.dayKey({ at, certainty: "exact", zone });
}

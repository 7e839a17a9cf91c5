import { DateTime, IANAZone } from "luxon";

import type { EventTime } from "~/domain/tracking/event";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

/** What a parser knows about a source's clock besides the words themselves. */
export interface ClockHints {
  /** IANA zone or offset ("+02:00") in which the source speaks when it does not say; null when unknown. */
  zone?: string | null;
  /** The order of numeric dates with slashes or dots; without it such a date is not read. */
  order?: "dmy" | "mdy";
  /** True where this source writes midnight in UTC for "day only known". */
  utcMidnightIsDate?: boolean;
}

interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  timed: boolean;
  offset: string | null;
}

/** A longer text is no time. */
const LONGEST_TIME = 60;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = String.raw`(?:[T\s,]+(?:at\s+)?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap]\.?m\.?))?)?`;
const OFFSET = String.raw`(?:\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}${OFFSET}$`, "i");
const SLASHED_ISO = new RegExp(String.raw`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})${TIME}${OFFSET}$`, "i");
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2})(?::?(\d{2}))?()())?${OFFSET}$`, "i");
const NAMED = new RegExp(String.raw`^(?:[A-Za-z]{3,9},?\s+)??([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${TIME}${OFFSET}$`, "i");
const DAY_NAMED = new RegExp(String.raw`^(?:[A-Za-z]{3,9},?\s+)??(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s-](\d{4})${TIME}${OFFSET}$`, "i");
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${TIME}${OFFSET}$`, "i");

/**
 * Reads an instant as the source said it; null when it is no time at all (nothing is guessed).
 * A wall clock without an offset is `local` (and taken as UTC when not even a zone is known);
 * midnight without an offset, or no clock at all, is a `date`.
 */
export function readTime(value: unknown, hints: ClockHints = {}): EventTime | null {
  const said = typeof value === "string" && value.length <= LONGEST.scan ? value.trim() : typeof value === "number" ? String(value) : "";
  if (said === "" || said.length > LONGEST_TIME) return null;
  const microsoft = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(said);
  if (microsoft?.[1] !== undefined) return exact(Number(microsoft[1]), null, said);
  const clock = readClock(said, hints);
  return clock === null ? null : place(clock, hints, said);
}

/** An instant out of milliseconds since the epoch. */
export function fromMillis(value: number | null): EventTime | null {
  return value === null ? null : exact(value, null, String(value));
}

/** The time for a scan whose source gave none that can be used: when Milepost heard of it. */
export function receivedTime(receivedAt: number, said: unknown = null): EventTime {
  const words = typeof said === "string" ? boundedText(boundedText(said, LONGEST.scan).trim(), LONGEST_TIME) : "";
  return { at: receivedAt, certainty: "received", zone: null, said: words === "" ? null : words };
}

/** "-5", "-0500", "-05.00", "UTC-05:00" as "-05:00"; null for anything else. */
export function readOffset(value: unknown): string | null {
  const said = boundedText(typeof value === "string" || typeof value === "number" ? String(value) : "", LONGEST.scan).trim().replace(/^(UTC|GMT)/i, "");
  if (/^Z$/i.test(said)) return "+00:00";
  const parts = /^([+-])(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(said);
  if (parts === null || Number(parts[2]) > 14 || Number(parts[3] ?? "0") > 59) return null;
  return `${parts[1] ?? "+"}${(parts[2] ?? "").padStart(2, "0")}:${parts[3] ?? "00"}`;
}

function readClock(said: string, hints: ClockHints): Clock | null {
  const ymd = ISO.exec(said) ?? SLASHED_ISO.exec(said) ?? COMPACT.exec(said);
  if (ymd !== null) return clockOf(ymd[1], ymd[2], ymd[3], ymd);
  const named = NAMED.exec(said);
  if (named !== null) return clockOf(named[3], monthOf(named[1]), named[2], named);
  const dayNamed = DAY_NAMED.exec(said);
  if (dayNamed !== null) return clockOf(dayNamed[3], monthOf(dayNamed[2]), dayNamed[1], dayNamed);
  const numeric = hints.order === undefined ? null : NUMERIC.exec(said);
  if (numeric === null) return null;
  return hints.order === "dmy" ? clockOf(numeric[3], numeric[2], numeric[1], numeric) : clockOf(numeric[3], numeric[1], numeric[2], numeric);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function clockOf(year: string | undefined, month: string | undefined, day: string | undefined, match: RegExpExecArray): Clock | null {
  const [, , , , hour, minute, second, fraction, half, offset] = match;
  let hours = Number(hour ?? "0");
  if (half !== undefined && half !== "") {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  return {
    year: Number(year), month: Number(month), day: Number(day),
    hour: hours, minute: Number(minute ?? "0"), second: Number(second ?? "0"),
    milli: Number(`0.${fraction === undefined || fraction === "" ? "0" : fraction}`) * 1000,
    timed: hour !== undefined,
    offset: offset === undefined ? null : /^(utc|gmt)$/i.test(offset) ? "+00:00" : readOffset(offset),
  };
}

function place(clock: Clock, hints: ClockHints, said: string): EventTime | null {
  if (clock.year < 1990 || clock.year > 2100) return null;
  const zone = clock.offset ?? usableZone(hints.zone);
  const instant = DateTime.fromObject(
    { year: clock.year, month: clock.month, day: clock.day, hour: clock.hour, minute: clock.minute, second: clock.second, millisecond: Math.floor(clock.milli) },
    { zone: zone === null ? "utc" : luxonZone(zone) },
  );
  if (!instant.isValid) return null;
  const midnight = clock.hour === 0 && clock.minute === 0 && clock.second === 0;
  const dayOnly = !clock.timed || (midnight && (clock.offset === null || (hints.utcMidnightIsDate === true && clock.offset === "+00:00")));
  if (dayOnly) return { at: instant.toMillis(), certainty: "date", zone: clock.timed && clock.offset !== null ? null : zone, said };
  if (clock.offset === null) return { at: instant.toMillis(), certainty: "local", zone, said };
  return exact(instant.toMillis(), clock.offset, said);
}

function exact(at: number, zone: string | null, said: string): EventTime | null {
  const year = new Date(at).getUTCFullYear();
  return Number.isNaN(year) || year < 1990 || year > 2100 ? null : { at, certainty: "exact", zone, said };
}

function usableZone(zone: string | null | undefined): string | null {
  if (zone === null || zone === undefined) return null;
  return readOffset(zone) ?? (IANAZone.isValidZone(zone) ? zone : null);
}

function luxonZone(zone: string): string {
  return /^[+-]/.test(zone) ? `utc${zone}` : zone;
}

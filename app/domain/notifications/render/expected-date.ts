import type { MailVoice } from "./voice";

/** When a shipment should arrive, milliseconds since the epoch. */
export interface ExpectedWindow {
  earliest: number;
  latest: number;
  precision: "instant" | "day";
}

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * "Expected on Friday, 6 November" or "between … and …"; null when nothing is known or the day has passed.
 * @param timeZone the shop's; where only days are known it plays no part
 */
export function expectedText(window: ExpectedWindow | null, voice: MailVoice, options: { timeZone: string; now: number }): string | null {
  if (!window || window.latest + (window.precision === "day" ? 2 * HALF_DAY_MS : 0) < options.now) return null;
  const from = dayName(window.earliest, window.precision, voice.locale, options.timeZone);
  const to = dayName(window.latest, window.precision, voice.locale, options.timeZone);
  return from === to ? voice.say("expected_on", { date: to }) : voice.say("expected_between", { from, to });
}

function dayName(at: number, precision: ExpectedWindow["precision"], locale: string, timeZone: string): string {
  // A day is kept as its midnight in a zone between −11 and +12 hours: twelve hours on, the date in UTC is that day.
  const [instant, zone] = precision === "day" ? [at + HALF_DAY_MS, "UTC"] : [at, timeZone];
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(instant);
}

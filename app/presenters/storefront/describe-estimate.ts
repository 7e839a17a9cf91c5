import { createFormat, namedDay, type Format } from "./format";
import { fill, type Words } from "./words";

export interface Estimate {
  /** Milliseconds since the epoch. */
  earliest: number;
  latest: number;
  precision: "instant" | "day";
}

/**
 * When the shipment is expected, in words; past when that time is over. Null when no source said.
 * @param options.zone in which the estimate was meant: its own, else the newest scan's, else the shop's
 */
export function describeEstimate(
  estimate: Estimate | null,
  options: { words: Words["estimate"]; tag: string; zone: string; now: number },
): { text: string; past: boolean } | null {
  if (!estimate) return null;
  const { words, tag, zone, now } = options;
  const format = createFormat({ tag, timeZone: zone, now });
  const keyOf = (at: number) => (estimate.precision === "day" ? namedDay(at, zone, format) : format.dayKey({ at, certainty: "exact", zone }));
  const from = keyOf(estimate.earliest);
  const to = keyOf(estimate.latest);
  const past = estimate.precision === "instant" ? estimate.latest < now : to < format.dayKey({ at: now, certainty: "exact", zone });
  if (past) return { past, text: fill(words.past, { date: format.dayOfKey(to) }) };
  if (from !== to) return { past, text: fill(words.days, { range: format.range(from, to) }) };
  const date = format.dayOfKey(to);
  if (estimate.precision === "day") return { past, text: fill(words.day, { date }) };
  return { past, text: timed(estimate, words, format, zone, date) };
}

function timed(estimate: Estimate, words: Words["estimate"], format: Format, zone: string, date: string): string {
  const clock = (at: number) => format.clock({ at, certainty: "exact", zone }) ?? "";
  if (estimate.earliest === estimate.latest) return fill(words.around, { date, time: clock(estimate.latest) });
  return fill(words.window, { date, from: clock(estimate.earliest), to: clock(estimate.latest) });
}

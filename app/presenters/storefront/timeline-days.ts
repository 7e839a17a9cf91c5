import type { TrackingEvent } from "~/domain/tracking/event";
import { isUndated } from "~/domain/tracking/order-events";
import { statusSentence, type Locale } from "~/locales";

import type { Format } from "./format";
import { safePlace, safeWords } from "./safe-words";
import type { ScanView, ShipmentView } from "./view";

/** Not a day: the scans of which nobody said when they were. */
const NO_DAY = "";

/** The scans by day, newest first, each day named as it was where the scan was made. */
export function timelineDays(
  scans: readonly TrackingEvent[],
  options: { direction: "out" | "return"; language: Locale; format: Format; noDay: string },
): ShipmentView["days"] {
  const days: { key: string; label: string; scans: ScanView[] }[] = [];
  for (const scan of scans.toReversed()) {
    const view = scanView(scan, options);
    if (!view) continue;
    const undated = isUndated(scan);
    const key = undated ? NO_DAY : options.format.dayKey(scan.time);
    // What has no day stands where it belongs among those that have one, and not all in one place.
    const day = (undated ? days.slice(-1) : days).find((each) => each.key === key);
    if (day) day.scans.push(view);
    else days.push({ key, label: undated ? options.noDay : options.format.day(scan.time), scans: [view] });
  }
  return days.map(({ label, scans: of }) => ({ label, scans: of }));
}

/** Null for a scan that nobody understood and whose words cannot be shown: it would say nothing. */
function scanView(scan: TrackingEvent, options: { direction: "out" | "return"; language: Locale; format: Format }): ScanView | null {
  const words = safeWords(scan.text);
  if (scan.status === "UNKNOWN" && words === null) return null;
  return {
    clock: options.format.clock(scan.time),
    sentence: statusSentence(scan.status, scan.detail, options.language, options.direction),
    place: safePlace(scan.place),
    words,
  };
}

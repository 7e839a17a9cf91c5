import { cleanText } from "../text/clean-text";
import type { ParsedEvent } from "./event";

import { boundedText, LONGEST } from "./text/bounded-text";

/**
 * The same for every copy of one scan from one provider, whether it came by webhook, by polling or twice; different
 * for two scans. A scan's own id decides where the provider gives one; else its time as said, code, text and place.
 *
 * The text counts without case and spaces: providers re-send a scan with a blank more or less.
 *
 * @returns at most about 200 characters
 */
export function eventKey(provider: string, event: ParsedEvent): string {
  if (event.sourceEventId) return `${provider}:id:${fold(event.sourceEventId).slice(0, 120)}`;
  // A time that the source did not give is the time of receipt: it differs from copy to copy, so it must not count.
  const time = event.time.certainty === "received" ? "?" : String(event.time.at);
  const place = event.place ? [event.place.city, event.place.postalCode, event.place.country, event.place.text].map(fold).join(",") : "";
  return `${provider}:${time}:${fold(event.code)}:${hash(`${fold(event.text)}|${place}`)}`;
}

function fold(value: string | null): string {
  return cleanText(boundedText(value ?? "", LONGEST.scan)).normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** FNV-1a in two 32-bit lanes, base 36: short and the same on every machine. Not for secrets. */
function hash(value: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x85ebca6b);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

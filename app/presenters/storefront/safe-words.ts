import type { EventPlace } from "~/domain/tracking/event";
import { boundedText, LONGEST, trimEndOf } from "~/domain/tracking/text/bounded-text";
import { withoutPeople } from "~/domain/tracking/text/people/without-people";

/** Longest text of a carrier that is shown, in characters. */
const MAX_WORDS = 160;

const MAIL = /[^\s@]@[^\s@]+\.\p{L}{2,}/u;
/** Seven digits and more in a row, separators aside: a phone number, a code, an id. */
const LONG_NUMBER = /(?:\d[\s().\-/]*){7,}/;
/** A day is no such number. */
const DAY = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)/g;
/** House number and street, in either order, in the languages carriers write in. Blanks are single by then. */
const STREETS: readonly RegExp[] = [
  /\d[a-z]?[\s,]{1,2}(?:[\p{L}'.-]{1,30} ){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|close|place|pl|terrace)\b/iu,
  /(?:stra(?:ß|ss)e|str\.|weg|allee|gasse|platz|straat|laan) ?\d/iu,
  /\b(?:rue|avenue|boulevard|chemin|impasse|calle|avenida|plaza|via|viale|piazza|rua) [\p{L}'.\s-]{1,60},? ?\d/iu,
  /\d ?(?:,|bis|ter)? ?(?:rue|avenue|boulevard|chemin|impasse|calle|via|rua)\b/iu,
];
/** Signs that are left over where a part was cut off. */
const LEFT_OVER = " ,;:.(–-[|";

/**
 * A carrier's own words as a public page may show them: one line, without what may name or reach a person. What stands
 * before the part with a name is shown; where that is nothing, and for a text with an address, an e-mail or a long
 * number, the answer is null and the page says what happened in its own sentence. Of a long text only the beginning
 * is read.
 */
export function safeWords(text: string | null): string | null {
  if (text === null) return null;
  const line = boundedText(boundedText(text, LONGEST.scan).normalize("NFC").replace(/[\p{C}\p{Z}\s]+/gu, " ").trim(), LONGEST.scan);
  const kept = withoutPeople(line);
  const cut = kept === null ? "" : trimEndOf(kept, LEFT_OVER);
  if (cut === "" || MAIL.test(cut) || LONG_NUMBER.test(cut.replace(DAY, "day")) || STREETS.some((street) => street.test(cut))) return null;
  return cut.length > MAX_WORDS ? `${boundedText(cut, MAX_WORDS - 1).trimEnd().toWellFormed()}…` : cut;
}

/**
 * Where a scan was, no closer than a town: "Leipzig, DE". A place that came in one line is shown only when it has no
 * number in it, for it could be a door.
 */
export function safePlace(place: EventPlace | null): string | null {
  if (!place) return null;
  const parts = [place.city, place.region, place.country].map((part) => safePart(part)).filter((part) => part !== null && !/\d{3,}/.test(part));
  const unique = parts.filter((part, index) => parts.indexOf(part) === index);
  if (place.city !== null && unique.length > 0) return unique.join(", ");
  const line = safePart(place.text);
  if (line !== null && !/\d/.test(line)) return line;
  return unique.length > 0 ? unique.join(", ") : null;
}

function safePart(part: string | null): string | null {
  return part === null ? null : safeWords(boundedText(part, LONGEST.place));
}

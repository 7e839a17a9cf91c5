import type { EventPlace } from "~/domain/tracking/event";
import { boundedOrNull, LONGEST } from "~/domain/tracking/text/bounded-text";

import { COUNTRY_WORDS } from "./countries";
import { joined, textUpTo } from "./values";

/** ISO 3166-1 alpha-2 out of what a source wrote (alpha-2, alpha-3 or a common English name); null when it cannot be told. */
export function countryCode(value: unknown): string | null {
  const said = textUpTo(value, LONGEST.place)?.toUpperCase().replace(/[.]/g, "");
  if (said === undefined) return null;
  if (/^[A-Z]{2}$/.test(said)) return said === "UK" ? "GB" : said;
  return Object.hasOwn(COUNTRY_WORDS, said) ? (COUNTRY_WORDS[said] ?? null) : null;
}

/** A place out of its parts, each at most 200 characters; null when the source gave none. A country that is no code is kept in the text. */
export function readPlace(parts: {
  city?: unknown;
  region?: unknown;
  country?: unknown;
  postalCode?: unknown;
  text?: unknown;
}): EventPlace | null {
  const country = countryCode(parts.country);
  const part = (value: unknown) => textUpTo(value, LONGEST.place);
  const line = part(parts.text);
  const place: EventPlace = {
    city: part(parts.city),
    region: part(parts.region),
    country,
    postalCode: part(parts.postalCode),
    text: country === null && part(parts.country) !== null ? boundedOrNull(joined(", ", line, parts.country), LONGEST.place) : line,
  };
  return Object.values(place).some((part) => part !== null) ? place : null;
}

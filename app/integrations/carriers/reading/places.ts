import type { EventPlace } from "~/domain/tracking/event";

import { COUNTRY_WORDS } from "./countries";
import { joined, text } from "./values";

/** ISO 3166-1 alpha-2 out of what a source wrote (alpha-2, alpha-3 or a common English name); null when it cannot be told. */
export function countryCode(value: unknown): string | null {
  const said = text(value)?.toUpperCase().replace(/[.]/g, "");
  if (said === undefined) return null;
  if (/^[A-Z]{2}$/.test(said)) return said === "UK" ? "GB" : said;
  return Object.hasOwn(COUNTRY_WORDS, said) ? (COUNTRY_WORDS[said] ?? null) : null;
}

/** A place out of its parts; null when the source gave none. A country that is no code is kept in the text. */
export function readPlace(parts: {
  city?: unknown;
  region?: unknown;
  country?: unknown;
  postalCode?: unknown;
  text?: unknown;
}): EventPlace | null {
  const country = countryCode(parts.country);
  const line = text(parts.text);
  const place: EventPlace = {
    city: text(parts.city),
    region: text(parts.region),
    country,
    postalCode: text(parts.postalCode),
    text: country === null && text(parts.country) !== null ? joined(", ", line, parts.country) : line,
  };
  return Object.values(place).some((part) => part !== null) ? place : null;
}

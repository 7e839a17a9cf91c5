import type { TrackingDetail, TrackingStatus } from "../status";

/**
 * One way of saying one thing. `when` must be found in the normalised text and `unless` must not.
 * `UNKNOWN` rules end the reading: words that look like a meaning and have none.
 */
export type TextRule = readonly [
  status: TrackingStatus,
  detail: TrackingDetail | null,
  when: RegExp,
  unless?: RegExp,
];

/** What one language says, in the order in which it must be read: the first rule that holds decides. */
export interface LanguageRules {
  /** ISO 639-1. */
  code: string;
  /** Words by which a text of this language is told from the others. */
  words: ReadonlySet<string>;
  /** Clauses about what may happen ("if …", "as soon as …"): taken out before the rules are read. */
  hypothetical: RegExp;
  rules: readonly TextRule[];
}

/** A text in its normal form without the clauses that say what may happen. */
export function withoutConditions(normalText: string, language: LanguageRules): string {
  return normalText.replace(language.hypothetical, " ").replace(/ {2,}/g, " ").trim();
}

/** A set of words from a line of them. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(/\s+/).filter((word) => word !== ""));
}

/**
 * Carriers by the names that scans give them, as a part of a pattern. "Delivered to" one of them is a hand-over, unless what
 * follows is a place of theirs where recipients fetch their shipments.
 */
export const CARRIER_NAMES =
  "(?:amazon logistics|australia post|austrian post|bpost|bring|brt|canada post|chronopost|colis prive|colissimo|correios|correos|ctt|deutsche post|dhl|dpd|evri|fedex|gls|hermes|" +
  "inpost|japan post|la poste|mondial relay|mrw|nacex|ontrac|osterreichische post|post ?at|post ?nl|poste italiane|postnord|purolator|relais colis|royal mail|sda|seur|sing ?post|" +
  "swiss post|tipsa|tnt|ups|usps|yodel)(?! (?:\\w+ ){0,2}(?:access point|pick ?up|locker|parcel ?shop|paketshop|packstation|filiale|service ?point|point|punto|punt|outlet|shop|relais|fermopoint|ponto|loja|oficina|box)\\b)";

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

/** A set of words from a line of them. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(/\s+/).filter((word) => word !== ""));
}

import { boundedText, boundedWords, LONGEST } from "~/domain/tracking/text/bounded-text";

/**
 * Safe getters over a decoded body of unknown shape. None of them throws, and every text that they give is bounded: what
 * reads a body with them never meets a long one.
 */

export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one. */
export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Own properties only, so that a body cannot reach the prototype. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (Array.isArray(here)) {
      here = typeof step === "number" ? here[step] : undefined;
    } else {
      here = typeof here === "object" && here !== null && Object.hasOwn(here, step) ? (here as Fields)[String(step)] : undefined;
    }
  }
  return here;
}

/** One or many: XML and several JSON APIs give a single item without its list. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** Longer tokens than any provider gives; a guard as well. */
const LONGEST_TOKEN = 16_384;

/** What the value says as text: trimmed, at most 500 UTF-16 units; null for nothing, objects, and the literal texts "null" and "undefined". */
export function text(value: unknown): string | null {
  return textUpTo(value, LONGEST.scan);
}

/** The same with another longest length. */
export function textUpTo(value: unknown, most: number): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null) {
    // An XML element with attributes keeps its text under "#text"; there is nothing to read below that.
    const inner = Object.hasOwn(value, "#text") ? (value as Fields)["#text"] : null;
    return typeof inner === "object" ? null : textUpTo(inner, most);
  }
  if (typeof value !== "string") return null;
  const trimmed = boundedWords(boundedText(value, LONGEST.padded).replaceAll("\u00a0", " "), most);
  return trimmed === "" || trimmed === "null" || trimmed === "undefined" ? null : trimmed;
}

/** Text at a path; null when there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  return text(at(value, ...path));
}

/** A token or a secret at a path, whole: null where there is none, and for one that is longer than any. */
export function tokenAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = at(value, ...path);
  if (typeof found === "string") return found.length <= LONGEST_TOKEN ? found.trim() || null : null;
  return text(found);
}

/** List at a path; empty when there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return list(at(value, ...path));
}

/** A whole or decimal number, also out of text; null when it is none. */
export function numberOf(value: unknown): number | null {
  const said = text(value);
  if (said === null || !/^[+-]?\d+(\.\d+)?$/.test(said)) return null;
  const parsed = Number(said);
  return Number.isFinite(parsed) ? parsed : null;
}

/** True for true, "true", "Y", "yes" and "1"; false for everything else. */
export function isYes(value: unknown): boolean {
  return /^(true|y|yes|1)$/i.test(text(value) ?? "");
}

/** The first text that says something. */
export function firstText(...values: readonly unknown[]): string | null {
  for (const value of values) {
    const said = text(value);
    if (said !== null) return said;
  }
  return null;
}

/** Several texts in one line, without repeats and blanks, bounded like one; null when nothing is left. */
export function joined(separator: string, ...values: readonly unknown[]): string | null {
  const parts: string[] = [];
  for (const value of values) {
    const said = text(value);
    if (said !== null && !parts.includes(said)) parts.push(said);
  }
  return parts.length === 0 ? null : boundedText(parts.join(separator), LONGEST.scan);
}

import { cleanJsonText } from "~/domain/text/clean-text";
import { nearestStorableInstant } from "~/domain/time/storable-instant";

/** An instant as PostgreSQL takes it; one of a year with more than four digits becomes the nearest that it takes. */
export const isoOf = (at: number): string => new Date(nearestStorableInstant(at)).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));

/**
 * Rows as one JSON parameter for jsonb_to_recordset; bigints go as text, which PostgreSQL casts back. Characters that
 * PostgreSQL cannot store become U+FFFD: a carrier's odd character must not cost its scan.
 */
export function jsonRows(rows: readonly Record<string, unknown>[]): string {
  return cleanJsonText(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
}

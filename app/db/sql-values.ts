import { cleanJsonText } from "~/domain/text/clean-text";

/** An instant as PostgreSQL takes it. */
export const isoOf = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * Rows as one JSON parameter for jsonb_to_recordset; bigints go as text, which PostgreSQL casts back. Characters that
 * PostgreSQL cannot store become U+FFFD: a carrier's odd character must not cost its scan.
 */
export function jsonRows(rows: readonly Record<string, unknown>[]): string {
  return cleanJsonText(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
}

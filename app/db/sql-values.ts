/** An instant as PostgreSQL takes it. */
export const isoOf = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * Rows as one JSON parameter for jsonb_to_recordset; bigints go as text, which PostgreSQL casts back. What PostgreSQL
 * has no place for, NUL and half surrogates, becomes U+FFFD: a carrier's odd character must not cost its scan.
 */
export function jsonRows(rows: readonly Record<string, unknown>[]): string {
  const text = JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  // JSON.stringify writes exactly these as escapes; every other escape is passed over as a pair.
  return text.includes("\\u") ? text.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escape, what: string) => (what.length === 5 ? "\\ufffd" : escape)) : text;
}

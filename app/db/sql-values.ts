/** An instant as PostgreSQL takes it. */
export const isoOf = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Rows as one JSON parameter for jsonb_to_recordset; bigints go as text, which PostgreSQL casts back. */
export function jsonRows(rows: readonly Record<string, unknown>[]): string {
  return storableJson(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));
}

/**
 * JSON as a jsonb column takes it: NUL and lone halves of characters, which PostgreSQL refuses together with everything
 * beside them, become U+FFFD. JSON.stringify writes both as escapes, and nothing else that looks like them.
 */
export function storableJson(json: string): string {
  if (!json.includes("\\u")) return json;
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, "$1\\ufffd");
}

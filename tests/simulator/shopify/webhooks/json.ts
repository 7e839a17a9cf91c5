const MARK = "\u0000number:";

/** A decimal id that JSON shows as a number, whatever its size. */
export function numeric(id: string): { toJSON(): string } {
  return { toJSON: () => MARK + id };
}

/** As {@link numeric}, or null. */
export function numericOrNull(id: string | null): { toJSON(): string } | null {
  return id === null ? null : numeric(id);
}

/** JSON text in which ids are numbers in full, as Shopify sends them; JSON.stringify alone would round large ones. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/"\\u0000number:(\d+)"/g, "$1");
}

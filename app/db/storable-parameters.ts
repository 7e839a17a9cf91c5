import { cleanText } from "~/domain/text/clean-text";
import { isStorableInstant, nearestStorableInstant } from "~/domain/time/storable-instant";

/**
 * Last defence before the database: the parameters or arguments of a query with every text and instant in them storable.
 * PostgreSQL refuses U+0000 and far years, and Prisma's query compiler an unpaired surrogate, and with it the whole
 * statement.
 * Entries clean what comes in themselves; this is for one that was forgotten.
 *
 * What holds nothing to clean is returned as it is, not copied: most lists hold thousands of ids.
 */
export function storableArguments<Arguments>(args: Arguments): Arguments {
  return clean(args) as Arguments;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) {
    const cleaned = value.map(clean);
    return cleaned.some((each, index) => each !== value[index]) ? cleaned : value;
  }
  if (value instanceof Date) return storableDate(value);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, each]): [string, unknown] => [cleanText(key), clean(each)]);
  return cleaned.some(([key, each], index) => key !== entries[index]?.[0] || each !== entries[index]?.[1]) ? Object.fromEntries(cleaned) : value;
}

/** A date that is none stays: whoever made it has to hear of it. */
function storableDate(date: Date): Date {
  const at = date.getTime();
  return Number.isNaN(at) || isStorableInstant(at) ? date : new Date(nearestStorableInstant(at));
}

/** Bytes and Prisma's own values are left alone. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

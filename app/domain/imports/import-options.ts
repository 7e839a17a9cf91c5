import { z } from "zod";

import { IMPORT_FIELDS, type FieldKey, type ImportKind } from "./fields";
import type { ColumnMapping } from "./guess-mapping";

/** How a file is to be read: what the merchant sees and may change before it is imported. */
export interface ImportOptions {
  mapping: ColumnMapping;
  /** The first row names the columns. */
  header: boolean;
  dateOrder: "dmy" | "mdy" | null;
  /** IANA name. */
  zone: string;
  /** Scans of numbers that nobody follows yet begin to follow them. */
  follow: boolean;
}

const schema = z.object({
  mapping: z.record(z.string(), z.number().int().min(0).max(999)),
  header: z.boolean(),
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  zone: z.string().max(60),
  follow: z.boolean(),
});

/** Stored or sent options, with columns and fields that do not exist left out. Null when they are none at all. */
export function readImportOptions(kind: ImportKind, columns: number, value: unknown): ImportOptions | null {
  const read = schema.safeParse(value);
  if (!read.success) return null;
  const keys = new Set<string>(IMPORT_FIELDS[kind].map((field) => field.key));
  const mapping = Object.fromEntries(Object.entries(read.data.mapping).filter(([key, column]) => keys.has(key) && column < columns));
  return { ...read.data, mapping: mapping as ColumnMapping };
}

/** The labels of fields without which nothing can be imported and that no column holds. */
export function missingFields(kind: ImportKind, mapping: ColumnMapping): string[] {
  return IMPORT_FIELDS[kind].filter((field) => field.needed && mapping[field.key as FieldKey] === undefined).map((field) => field.label);
}

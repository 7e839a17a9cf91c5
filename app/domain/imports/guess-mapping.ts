import { readNumber } from "../tracking/register/read-number";
import { boundedText, LONGEST } from "../tracking/text/bounded-text";
import { IMPORT_FIELDS, type FieldKey, type ImportKind } from "./fields";

/** Which column (from 0) holds what. */
export type ColumnMapping = Partial<Record<FieldKey, number>>;

/** Words this long are told even inside a longer header: "DHL Sendungsnummer". */
const TELLING = 6;

/** A header without case, accents, spaces and signs. */
function foldHeader(header: string): string {
  return boundedText(header, LONGEST.name).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Which column holds what, by the names in the first row and, for the number, by what stands below it. Each column and
 * each field is used once; the surest names choose first. What is not told by its name is left out.
 */
export function guessMapping(kind: ImportKind, headers: readonly string[], sample: readonly (readonly string[])[]): ColumnMapping {
  const folded = headers.map(foldHeader);
  const claims = IMPORT_FIELDS[kind].flatMap((field) =>
    folded.flatMap((header, column) => {
      const score = nameScore(header, field.names);
      return score > 0 ? [{ key: field.key, column, score }] : [];
    }),
  );
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping: ColumnMapping = {};
  const used = new Set<number>();
  for (const { key, column } of claims) {
    if (mapping[key] !== undefined || used.has(column)) continue;
    mapping[key] = column;
    used.add(column);
  }
  if (mapping.number === undefined) {
    const column = numberColumn(headers.length, sample, used);
    if (column !== null) mapping.number = column;
  }
  return mapping;
}

function nameScore(header: string, names: readonly string[]): number {
  if (header === "") return 0;
  const exact = names.indexOf(header);
  if (exact >= 0) return 1_000 - exact;
  const within = names.findIndex((name) => name.length >= TELLING && header.includes(name));
  return within >= 0 ? 500 - within : 0;
}

/** The column in which nearly every cell is a long number of its own. */
function numberColumn(columns: number, sample: readonly (readonly string[])[], used: ReadonlySet<number>): number | null {
  let best: { column: number; share: number } | null = null;
  for (let column = 0; column < columns; column += 1) {
    const cells = used.has(column) ? [] : sample.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
    const share = cells.filter(looksLikeNumber).length / Math.max(1, cells.length);
    if (cells.length > 0 && share > 0.7 && share > (best?.share ?? 0)) best = { column, share };
  }
  return best?.column ?? null;
}

function looksLikeNumber(cell: string): boolean {
  const read = readNumber(cell);
  return read.ok && read.key.length >= 8 && !/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell);
}

/** True when the first row holds data and no names: one of its cells is a tracking number. */
export function hasNoHeader(first: readonly string[]): boolean {
  return first.some((cell) => looksLikeNumber(cell) && /\d{5}/.test(cell.replace(/[\s-]/g, "")));
}

/** Whether a file rather holds scans than shipments: it says what happened, and when. */
export function guessKind(headers: readonly string[]): ImportKind {
  const mapping = guessMapping("events", headers, []);
  const happened = mapping.status ?? mapping.text ?? mapping.code;
  return happened !== undefined && mapping.date !== undefined ? "events" : "shipments";
}

import { CsvError, parse, type Options } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";

import { sniffSeparator, type Separator } from "~/domain/imports/separator";

/** A row of a file, with the line it begins in (the first is 1). */
export interface FileRow {
  line: number;
  cells: string[];
}

/** The place from which nothing more could be read. */
export interface BrokenRow {
  line: number;
  problem: string;
}

/** A row longer than this is a quotation mark that is never closed, characters. */
const MAX_RECORD = 100_000;
/** How much is parsed before others get their turn, bytes. */
const CHUNK = 128 * 1_024;
/** A preview looks no further than this, characters. */
const PREVIEW_TEXT = 512_000;

const STOP = Symbol("enough rows");

function options(separator: Separator, onRow: (row: FileRow) => void): Options {
  let before = 0;
  return {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    on_record: (cells: string[], info) => {
      const inside = cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      const line = Math.max(before + 1, info.lines - inside);
      before = info.lines;
      if (cells.some((cell) => cell.trim() !== "")) onRow({ line, cells });
      return null;
    },
  };
}

/** The first rows of a text and how they are divided. Never fails: what cannot be read ends the rows. */
export function firstRows(text: string, limit: number): { separator: Separator; rows: FileRow[] } {
  const { separator, skip } = sniffSeparator(text);
  const rows: FileRow[] = [];
  try {
    parseAtOnce(text.slice(skip, skip + PREVIEW_TEXT), options(separator, (row) => {
      rows.push(skip > 0 ? { ...row, line: row.line + 1 } : row);
      if (rows.length >= limit) throw STOP;
    }));
  } catch (error) {
    if (error !== STOP && !(error instanceof CsvError)) throw error;
  }
  return { separator, rows };
}

/**
 * All rows of a text, in pieces so that nobody else has to wait long. Never throws for what the text holds: the last
 * thing it yields is the broken row, where there is one.
 */
export async function* allRows(text: string, separator: Separator): AsyncGenerator<FileRow | BrokenRow> {
  const { skip } = sniffSeparator(text);
  const bytes = Buffer.from(text.slice(skip), "utf8");
  const rows: FileRow[] = [];
  let last = 0;
  let broken: CsvError | null = null;
  const parser = parse(options(separator, (row) => rows.push(row)));
  parser.on("error", (error: Error) => (broken = error as CsvError));
  parser.resume();
  const take = function* () {
    for (const row of rows.splice(0)) {
      last = row.line;
      yield skip > 0 ? { ...row, line: row.line + 1 } : row;
    }
  };
  for (let start = 0; start < bytes.length && broken === null; start += CHUNK) {
    await new Promise<void>((resolve) => parser.write(bytes.subarray(start, start + CHUNK), () => resolve()));
    yield* take();
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (broken === null) {
    await new Promise<void>((resolve) => {
      parser.once("end", resolve).once("error", () => resolve());
      parser.end();
    });
    yield* take();
  }
  if (broken !== null) {
    yield { line: last + 1 + (skip > 0 ? 1 : 0), problem: "From here on nothing can be read: a quotation mark (\") is opened and never closed." };
  }
}

import { fileImport, importProblems } from "~/db/file-imports.server";
import { readImportOptions } from "~/domain/imports/import-options";
import type { ImportKind } from "~/domain/imports/fields";
import { csvRow } from "~/domain/imports/safe-csv";

import type { UseCaseContext } from "../context";
import { openCells } from "./sealed-text";

/** The column that says what is wrong; a file that has it already gets it anew. */
const COLUMN = "problem";
const PAGE = 1_000;
/** Makes spreadsheets read UTF-8. */
const MARK = "\uFEFF";

/** One bad row, opened. */
export interface BadRow {
  line: number;
  problem: string;
  cells: string[];
}

/** A file's first bad rows. */
export async function badRows(context: UseCaseContext, input: { shopId: string; id: string; take: number }): Promise<BadRow[]> {
  const rows = await importProblems(context.db.prisma, input.shopId, input.id, { after: null, take: input.take });
  return rows.map((row) => ({ line: row.line, problem: row.problem, cells: openCells(context.secrets, row.cells) }));
}

/**
 * A file's bad rows as CSV, to be mended and uploaded again: the same columns, and one more that says what is wrong.
 * No cell runs as a formula in a spreadsheet. Null when the shop has no such file.
 */
export async function problemReport(context: UseCaseContext, input: { shopId: string; id: string }): Promise<{ fileName: string; text: AsyncGenerator<string> } | null> {
  const file = await fileImport(context.db.prisma, input.shopId, input.id);
  if (!file) return null;
  const header = readImportOptions(file.kind as ImportKind, file.headers.length, file.options)?.header ?? true;
  const old = header ? file.headers.findIndex((name) => name.toLowerCase() === COLUMN) : -1;
  const row = (cells: readonly string[], problem: string) => {
    const own = file.headers.map((_name, column) => cells[column] ?? "").concat(cells.slice(file.headers.length));
    return csvRow([...own.filter((_cell, column) => column !== old), problem], file.separator);
  };
  async function* text() {
    yield MARK + (header ? row(file?.headers ?? [], COLUMN) : "");
    for (let after: bigint | null = null; ; ) {
      const page = await importProblems(context.db.prisma, input.shopId, input.id, { after, take: PAGE });
      for (const each of page) yield row(openCells(context.secrets, each.cells), each.problem);
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? null;
    }
  }
  return { fileName: `${file.fileName.replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "-") || "import"}-to-mend.csv`, text: text() };
}

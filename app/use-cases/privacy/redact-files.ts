import { importContent, importProblems } from "~/db/file-imports.server";
import { deleteProblems, endFile, keptFiles, renameFile, type KeptFile } from "~/db/privacy/customer-files.server";
import { mentionsCustomer, rowMentionsCustomer, type CustomerMarks } from "~/domain/privacy/customer-marks";

import type { UseCaseContext } from "../context";
import { KEPT_MS } from "../imports/change-import";
import { openCells, openText } from "../imports/sealed-text";

/** Rows that could not be imported, of one query. */
const PAGE = 500;
/** What separates the cells of any file. */
const SEPARATORS = /[,;\t|]/;

/**
 * Takes a customer's rows out of uploaded files: a file that is still to be read and holds one is ended, and has to be
 * uploaded again without it; of the rows that could not be imported, the customer's are deleted.
 * @param marks made when they are first needed
 */
export async function redactFiles(context: UseCaseContext, shopId: string, marks: () => Promise<CustomerMarks>): Promise<void> {
  for (const file of await keptFiles(context.db.prisma, shopId)) {
    const known = await marks();
    const { prisma } = context.db;
    const lines = file.hasContent ? await linesOf(context, shopId, file.id) : [];
    if (lines.some((line) => rowMentionsCustomer(known, line.split(SEPARATORS)))) {
      const now = context.now();
      await endFile(prisma, shopId, file.id, { error: "It held data of a customer who asked for its deletion. Upload it again without that customer's rows.", now, forgetAt: now + KEPT_MS });
    }
    if (mentionsCustomer(known, file.fileName) || rowMentionsCustomer(known, file.headers)) {
      await renameFile(prisma, shopId, file.id, { fileName: "file.csv", headers: file.headers.map((_header, index) => `Column ${index + 1}`) });
    }
    for await (const rows of problemsOf(context, shopId, file)) {
      const theirs = rows.filter((row) => rowMentionsCustomer(known, [...row.cells, row.problem])).map((row) => row.id);
      if (theirs.length > 0) await context.db.transaction((tx) => deleteProblems(tx, shopId, file.id, theirs));
    }
  }
}

/** A customer's rows in uploaded files, for an export. */
export async function rowsInFiles(context: UseCaseContext, shopId: string, marks: CustomerMarks): Promise<{ file: string; row: string[]; problem?: string }[]> {
  const found: { file: string; row: string[]; problem?: string }[] = [];
  for (const file of await keptFiles(context.db.prisma, shopId)) {
    const lines = file.hasContent ? await linesOf(context, shopId, file.id) : [];
    found.push(...lines.map((line) => line.split(SEPARATORS)).filter((row) => rowMentionsCustomer(marks, row)).map((row) => ({ file: file.fileName, row })));
    if (mentionsCustomer(marks, file.fileName) || rowMentionsCustomer(marks, file.headers)) found.push({ file: file.fileName, row: file.headers });
    for await (const rows of problemsOf(context, shopId, file)) {
      found.push(...rows.filter((row) => rowMentionsCustomer(marks, [...row.cells, row.problem])).map(({ cells, problem }) => ({ file: file.fileName, row: cells, problem })));
    }
  }
  return found;
}

async function linesOf(context: UseCaseContext, shopId: string, id: string): Promise<string[]> {
  const sealed = await importContent(context.db.prisma, shopId, id);
  return sealed === null ? [] : (await openText(context.secrets, sealed)).split(/\r\n|\n|\r/);
}

async function* problemsOf(context: UseCaseContext, shopId: string, file: Pick<KeptFile, "id">): AsyncGenerator<{ id: bigint; cells: string[]; problem: string }[]> {
  for (let after: bigint | null = null; ; ) {
    const page = await importProblems(context.db.prisma, shopId, file.id, { after, take: PAGE });
    if (page.length > 0) yield page.map((row) => ({ id: row.id, problem: row.problem, cells: openCells(context.secrets, row.cells) }));
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? null;
  }
}

import type { Tx } from "~/db/database.server";
import {
  addImportProblems, fileImportById, forgetImport, importContent, lockImport, saveImportProgress, type FileImport,
} from "~/db/file-imports.server";
import { holdActiveShop } from "~/db/shops.server";
import { readImportOptions, type ImportOptions } from "~/domain/imports/import-options";
import type { ImportKind } from "~/domain/imports/fields";

import type { UseCaseContext } from "../context";
import { KEPT_MS, LEASE_MS } from "./change-import";
import { importRows, type RowProblem, type RowsDone } from "./import-rows";
import { allRows, type FileRow } from "./read-rows";
import { openText, sealCells } from "./sealed-text";

/** Rows of one transaction: enough to be cheap, few enough to hold locks shortly. */
const BATCH = 250;
/** Tries of a file that fails for another reason than what stands in it. */
const MOST_ATTEMPTS = 6;

/**
 * Imports a file that was started: good rows are taken in, bad ones noted with what to do. Each batch and how far the
 * file has come are one transaction, so that a broken-off import goes on where it was and nothing counts twice.
 * A file whose time has come is forgotten.
 */
export async function importFile(context: UseCaseContext, input: { importId: string }): Promise<void> {
  const file = await fileImportById(context.db.prisma, input.importId);
  if (!file) return;
  if (file.status !== "queued" && file.status !== "running") {
    if (file.nextDueAt !== null && file.nextDueAt.getTime() <= context.now() + LEASE_MS) await forgetImport(context.db.prisma, file.id);
    return;
  }
  if (file.attempts >= MOST_ATTEMPTS) return finish(context, file.id, "failed", "It failed again and again; upload the file once more, or tell us.");
  await saveImportProgress(context.db.prisma, file.id, { attempts: file.attempts + 1, nextDueAt: new Date(context.now() + LEASE_MS) });
  const options = readImportOptions(file.kind as ImportKind, file.headers.length, file.options);
  const sealed = await importContent(context.db.prisma, file.shopId, file.id);
  if (!options || sealed === null) return finish(context, file.id, "failed", "Its content is not there any more; upload the file again.");
  const text = await openText(context.secrets, sealed);
  if (file.total === 0) await countRows(context, file, text, options);
  if (await work(context, file, text, options)) await finish(context, file.id, "done", null);
}

async function countRows(context: UseCaseContext, file: FileImport, text: string, options: ImportOptions): Promise<void> {
  let total = options.header ? -1 : 0;
  for await (const row of allRows(text, file.separator as ",")) if ("cells" in row) total += 1;
  await saveImportProgress(context.db.prisma, file.id, { total: Math.max(0, total) });
}

/** @returns false when the file was stopped, or somebody else works on it */
async function work(context: UseCaseContext, file: FileImport, text: string, options: ImportOptions): Promise<boolean> {
  let index = options.header ? -1 : 0;
  let done = file.done;
  let batch: FileRow[] = [];
  for await (const row of allRows(text, file.separator as ",")) {
    if ("problem" in row) {
      if (batch.length > 0 && !(await take(context, file, options, batch, done))) return false;
      done += batch.length;
      batch = [];
      return take(context, file, options, [], done, [{ ...row, cells: [] }]);
    }
    if (index >= done + batch.length) batch.push(row);
    index += 1;
    if (batch.length < BATCH) continue;
    if (!(await take(context, file, options, batch, done))) return false;
    done += batch.length;
    batch = [];
  }
  return batch.length === 0 || take(context, file, options, batch, done);
}

/** One batch in one transaction. @returns false when the file is no longer this one's to work on */
async function take(context: UseCaseContext, file: FileImport, options: ImportOptions, rows: readonly FileRow[], done: number, more: readonly RowProblem[] = []): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const locked = await lockImport(tx, file.id);
    if (!locked || (locked.status !== "queued" && locked.status !== "running") || locked.done !== done) return false;
    if (!(await holdActiveShop(tx, file.shopId))) {
      await saveImportProgress(tx, file.id, { ...ended(context, "failed"), error: "The app was uninstalled." });
      return false;
    }
    const result = await importRows(context, tx, { shopId: file.shopId, kind: file.kind as ImportKind, options }, rows);
    await note(context, tx, file.id, { ...result, problems: [...result.problems, ...more].sort((a, b) => a.line - b.line) }, done + rows.length);
    return true;
  });
}

async function note(context: UseCaseContext, tx: Tx, id: string, result: RowsDone, done: number): Promise<void> {
  await addImportProblems(tx, id, result.problems.map(({ line, problem, cells }) => ({ line, problem, cells: sealCells(context.secrets, cells) })));
  const before = await fileImportById(tx, id);
  await saveImportProgress(tx, id, {
    status: "running",
    done,
    attempts: 0,
    added: (before?.added ?? 0) + result.added,
    unchanged: (before?.unchanged ?? 0) + result.unchanged,
    failed: (before?.failed ?? 0) + result.problems.length,
    unknown: (before?.unknown ?? 0) + result.unknown,
    nextDueAt: new Date(context.now() + LEASE_MS),
  });
}

async function finish(context: UseCaseContext, id: string, status: "done" | "failed", error: string | null): Promise<void> {
  await saveImportProgress(context.db.prisma, id, { ...ended(context, status), error });
}

/** An import that has ended needs its content no more; its bad rows are kept for a while. */
function ended(context: UseCaseContext, status: "done" | "failed") {
  const now = context.now();
  return { status, content: null, finishedAt: new Date(now), nextDueAt: new Date(now + KEPT_MS) };
}

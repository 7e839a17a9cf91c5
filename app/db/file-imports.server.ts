import type { ImportKind } from "~/domain/imports/fields";

import type { Tx } from "./database.server";
import type { FileImportModel } from "./generated/models/FileImport";

export type FileImport = Omit<FileImportModel, "content">;

const withoutContent = { omit: { content: true } } as const;

/** Statuses in which a file waits for the merchant or the worker, and its content is needed. */
const OPEN = ["draft", "queued", "running"];

export interface NewFileImport {
  shopId: string;
  kind: ImportKind;
  fileName: string;
  /** Sealed. */
  content: string;
  encoding: string;
  separator: string;
  headers: string[];
  options: object;
  now: number;
  /** A draft that nobody starts is forgotten then. */
  forgetAt: number;
}

/** Keeps an uploaded file as a draft, which is forgotten at `forgetAt` unless it is imported. @returns its id */
export async function createFileImport(tx: Tx, given: NewFileImport): Promise<string> {
  const { now, forgetAt, ...data } = given;
  const row = await tx.fileImport.create({ data: { ...data, status: "draft", createdAt: new Date(now), nextDueAt: new Date(forgetAt) }, select: { id: true } });
  return row.id;
}

/** One file of a shop, without its content; null when the shop has none of that id. */
export async function fileImport(tx: Tx, shopId: string, id: string): Promise<FileImport | null> {
  return tx.fileImport.findFirst({ where: { id, shopId }, ...withoutContent });
}

/** The same for the worker, which knows the id alone. */
export async function fileImportById(tx: Tx, id: string): Promise<FileImport | null> {
  return tx.fileImport.findUnique({ where: { id }, ...withoutContent });
}

/** A file's sealed content; null once it is not needed any more. */
export async function importContent(tx: Tx, shopId: string, id: string): Promise<string | null> {
  const row = await tx.fileImport.findFirst({ where: { id, shopId }, select: { content: true } });
  return row?.content ?? null;
}

/** A shop's latest files. */
export async function latestImports(tx: Tx, shopId: string, take: number): Promise<FileImport[]> {
  return tx.fileImport.findMany({ where: { shopId }, orderBy: { createdAt: "desc" }, take, ...withoutContent });
}

/** How many files of a shop wait or are read now: an upload is refused when there are many. */
export async function openImports(tx: Tx, shopId: string): Promise<number> {
  return tx.fileImport.count({ where: { shopId, status: { in: OPEN } } });
}

/** Changes how a file is read while it is a draft. @returns false when it is none (any more) */
export async function changeDraft(tx: Tx, shopId: string, id: string, change: { kind?: ImportKind; options: object }): Promise<boolean> {
  const { count } = await tx.fileImport.updateMany({ where: { id, shopId, status: "draft" }, data: change });
  return count > 0;
}

/** Hands a draft to the worker. @returns false when it is none (any more) */
export async function queueImport(tx: Tx, shopId: string, id: string, dueAt: number): Promise<boolean> {
  const { count } = await tx.fileImport.updateMany({ where: { id, shopId, status: "draft" }, data: { status: "queued", nextDueAt: new Date(dueAt) } });
  return count > 0;
}

/** Ends a file that is not done yet; what was imported of it stays. @returns false when it had ended */
export async function cancelImport(tx: Tx, shopId: string, id: string, now: number, forgetAt: number): Promise<boolean> {
  const { count } = await tx.fileImport.updateMany({
    where: { id, shopId, status: { in: OPEN } },
    data: { status: "cancelled", content: null, finishedAt: new Date(now), nextDueAt: new Date(forgetAt) },
  });
  return count > 0;
}

/** What changes as the worker goes on. */
export type ImportProgress = Partial<Pick<FileImportModel, "status" | "total" | "done" | "added" | "unchanged" | "failed" | "unknown" | "attempts" | "error" | "content" | "finishedAt" | "nextDueAt">>;

/** Writes down how far a file's import is; no error when the file is gone. */
export async function saveImportProgress(tx: Tx, id: string, change: ImportProgress): Promise<void> {
  await tx.fileImport.updateMany({ where: { id }, data: change });
}

/** Locks a file's row until the transaction ends; null when it is gone or not being worked on. */
export async function lockImport(tx: Tx, id: string): Promise<{ done: number; status: string } | null> {
  const rows = await tx.$queryRawUnsafe<{ done: number; status: string }[]>("select done, status from file_import where id = $1 for update", id);
  return rows[0] ?? null;
}

/** A row that could not be imported; `cells` sealed. */
export interface ImportProblemRow {
  line: number;
  problem: string;
  cells: string;
}

/** Keeps the bad rows of a file, so that they can be shown and mended. */
export async function addImportProblems(tx: Tx, importId: string, problems: readonly ImportProblemRow[]): Promise<void> {
  if (problems.length > 0) await tx.fileImportProblem.createMany({ data: problems.map((each) => ({ importId, ...each })) });
}

/** A file's bad rows in the order of their lines, in pages after a row's id. */
export async function importProblems(tx: Tx, shopId: string, importId: string, page: { after: bigint | null; take: number }) {
  return tx.fileImportProblem.findMany({
    where: { importId, import: { shopId }, ...(page.after === null ? {} : { id: { gt: page.after } }) },
    orderBy: { id: "asc" },
    take: page.take,
  });
}

/** Takes files that are to be gone on with or forgotten, and moves that on by a lease. @returns their ids */
export async function claimDueImports(tx: Tx, now: number, leaseMs: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `update file_import set next_due_at = $2::timestamptz where id in (
       select id from file_import where next_due_at <= $1::timestamptz order by next_due_at limit 100 for update skip locked)
     returning id`,
    new Date(now).toISOString(),
    new Date(now + leaseMs).toISOString(),
  );
  return rows.map((row) => row.id);
}

/** Deletes a file with its bad rows. */
export async function forgetImport(tx: Tx, id: string): Promise<void> {
  await tx.fileImport.deleteMany({ where: { id } });
}

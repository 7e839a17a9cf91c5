import { cancelImport, changeDraft, fileImport, importContent, queueImport } from "~/db/file-imports.server";
import { IMPORT_KINDS, type ImportKind } from "~/domain/imports/fields";
import { missingFields, readImportOptions, type ImportOptions } from "~/domain/imports/import-options";

import type { UseCaseContext } from "../context";
import { refused, type FormResult } from "../form-result";
import { cellReaders } from "./cell-readers";
import { firstRows } from "./read-rows";
import { openText } from "./sealed-text";
import { guessOptions } from "./upload-file";

/** How long the list keeps an import that has ended, with its bad rows, ms. */
export const KEPT_MS = 30 * 24 * 3_600_000;
/** The job takes a file at once; when it was lost, the due instant brings it back, ms. */
export const LEASE_MS = 10 * 60_000;

const GONE = "This file is not waiting any more.";

/** Changes how a draft is read; another kind of file is guessed anew. */
export async function changeImport(
  context: UseCaseContext,
  input: { shopId: string; timeZone: string; id: string; kind: string; options: unknown },
): Promise<FormResult> {
  const file = await fileImport(context.db.prisma, input.shopId, input.id);
  const kind = IMPORT_KINDS.find((each) => each === input.kind);
  if (!file || file.status !== "draft" || !kind) return refused(GONE);
  const options = kind === file.kind ? readImportOptions(kind, file.headers.length, input.options) : await guessAgain(context, { ...input, kind, file });
  if (!options) return refused("These choices could not be understood.");
  if (cellReaders.zone(options.zone) === null) return refused("Choose a time zone, such as Europe/Berlin.", "zone");
  return (await changeDraft(context.db.prisma, input.shopId, input.id, { kind, options })) ? { ok: true } : refused(GONE);
}

async function guessAgain(
  context: UseCaseContext,
  given: { shopId: string; timeZone: string; id: string; kind: ImportKind; file: { headers: string[]; kind: string; options: unknown } },
): Promise<ImportOptions | null> {
  const { file } = given;
  const sealed = await importContent(context.db.prisma, given.shopId, given.id);
  if (sealed === null) return null;
  const header = readImportOptions(file.kind as ImportKind, file.headers.length, file.options)?.header ?? true;
  const rows = firstRows(await openText(context.secrets, sealed), 50).rows.map((row) => row.cells);
  return guessOptions(given.kind, { header, headers: file.headers, sample: header ? rows.slice(1) : rows, timeZone: given.timeZone });
}

/** Hands a draft to the worker. */
export async function startImport(context: UseCaseContext, input: { shopId: string; id: string }): Promise<FormResult> {
  const file = await fileImport(context.db.prisma, input.shopId, input.id);
  if (!file || file.status !== "draft") return refused(GONE);
  const options = readImportOptions(file.kind as ImportKind, file.headers.length, file.options);
  const missing = options ? missingFields(file.kind as ImportKind, options.mapping) : ["Tracking number"];
  if (missing.length > 0) return refused(`Say which column holds: ${missing.join(", ")}.`);
  return context.db.transaction(async (tx) => {
    if (!(await queueImport(tx, input.shopId, input.id, context.now() + LEASE_MS))) return refused(GONE);
    await context.queue.send(tx, "import-file", { importId: input.id });
    return { ok: true };
  });
}

/** Stops a file, or discards a draft; what was imported of it stays. */
export async function stopImport(context: UseCaseContext, input: { shopId: string; id: string }): Promise<FormResult> {
  const now = context.now();
  return (await cancelImport(context.db.prisma, input.shopId, input.id, now, now + KEPT_MS)) ? { ok: true } : refused(GONE);
}

import { createFileImport, openImports } from "~/db/file-imports.server";
import { guessDateOrder } from "~/domain/imports/date-order";
import { decodeText } from "~/domain/imports/decode-text";
import { guessKind, guessMapping, hasNoHeader } from "~/domain/imports/guess-mapping";
import type { ImportKind } from "~/domain/imports/fields";
import type { ImportOptions } from "~/domain/imports/import-options";
import { cleanText } from "~/domain/text/clean-text";
import { MAX_FILE_BYTES, MAX_FILE_WORDS } from "~/domain/imports/limits";

import type { UseCaseContext } from "../context";
import { refused, type FormResult } from "../form-result";
import { firstRows } from "./read-rows";
import { sealText } from "./sealed-text";

/** A draft is forgotten after this, ms. */
const DRAFT_MS = 24 * 3_600_000;
/** Files of one shop that wait at the same time. */
const MOST_OPEN = 20;
/** Rows by which columns are guessed. */
const SAMPLE = 50;
const MAX_COLUMNS = 200;

/**
 * Takes an uploaded file in as a draft: read as text, its separator and columns guessed, its content sealed. Nothing is
 * imported before the merchant has seen how it will be read.
 */
export async function uploadFile(
  context: UseCaseContext,
  input: { shopId: string; timeZone: string; fileName: string; bytes: Uint8Array },
): Promise<FormResult<{ id: string }>> {
  if (input.bytes.length > MAX_FILE_BYTES) return refused(`The file is larger than ${MAX_FILE_WORDS}: split it.`, "file");
  const decoded = decodeText(input.bytes);
  if (!decoded.ok) return refused(decoded.problem, "file");
  const { separator, rows } = firstRows(decoded.text, SAMPLE);
  const first = rows[0];
  if (!first) return refused("There is no row in this file.", "file");
  if (first.cells.length > MAX_COLUMNS) return refused(`The file has more than ${MAX_COLUMNS} columns: leave out those that are not needed.`, "file");
  if ((await openImports(context.db.prisma, input.shopId)) >= MOST_OPEN) return refused("Many files wait already: start or discard one of them first.", "file");

  const header = !hasNoHeader(first.cells);
  const headers = header ? first.cells.map((cell) => cell.trim().slice(0, 100)) : first.cells.map((_cell, index) => `Column ${index + 1}`);
  const sample = (header ? rows.slice(1) : rows).map((row) => row.cells);
  const kind = header ? guessKind(headers) : "shipments";
  const id = await createFileImport(context.db.prisma, {
    shopId: input.shopId,
    kind,
    fileName: cleanText(input.fileName).split(/[\\/]/).at(-1)?.slice(0, 120) || "file.csv",
    content: await sealText(context.secrets, decoded.text),
    encoding: decoded.encoding,
    separator,
    headers,
    options: guessOptions(kind, { header, headers, sample, timeZone: input.timeZone }),
    now: context.now(),
    forgetAt: context.now() + DRAFT_MS,
  });
  return { ok: true, id };
}

/** What can be told of a file without asking. */
export function guessOptions(kind: ImportKind, file: { header: boolean; headers: readonly string[]; sample: readonly (readonly string[])[]; timeZone: string }): ImportOptions {
  const mapping = guessMapping(kind, file.header ? file.headers : file.headers.map(() => ""), file.sample);
  const column = kind === "events" ? mapping.date : mapping.shippedAt;
  const order = column === undefined ? null : guessDateOrder(file.sample.map((row) => row[column] ?? ""));
  return { mapping, header: file.header, dateOrder: order === "unsure" ? null : order, zone: file.timeZone, follow: false };
}

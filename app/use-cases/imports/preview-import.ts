import { fileImport, importContent, type FileImport } from "~/db/file-imports.server";
import { shipmentsWithNumbers } from "~/db/loose-shipments.server";
import type { ImportKind } from "~/domain/imports/fields";
import { missingFields, readImportOptions, type ImportOptions } from "~/domain/imports/import-options";
import { readEventRow, readShipmentRow, type RowReading } from "~/domain/imports/read-row";
import type { ParsedEvent } from "~/domain/tracking/event";
import type { RegistrationPlan } from "~/domain/tracking/register/plan";

import type { UseCaseContext } from "../context";
import { previewRegistrations } from "../register-shipments";
import { cellReaders } from "./cell-readers";
import { firstRows, type FileRow } from "./read-rows";
import { openText } from "./sealed-text";

/** Rows that are shown as they would be read. */
const SHOWN = 8;

/** One row as it would be read. */
export type PreviewRow =
  | { line: number; kind: "problem"; cells: string[]; problem: string }
  | { line: number; kind: "shipment"; plan: RegistrationPlan }
  | { line: number; kind: "event"; number: string; known: boolean; event: ParsedEvent };

export interface ImportPreview {
  file: FileImport;
  options: ImportOptions;
  missing: string[];
  /** Null once the content is not kept any more. */
  rows: PreviewRow[] | null;
}

/** A file and, while it is a draft, its first rows as they would be read. Null when the shop has no such file. */
export async function previewImport(context: UseCaseContext, input: { shopId: string; timeZone: string; id: string }): Promise<ImportPreview | null> {
  const file = await fileImport(context.db.prisma, input.shopId, input.id);
  if (!file) return null;
  const kind = file.kind as ImportKind;
  const options = readImportOptions(kind, file.headers.length, file.options) ?? { mapping: {}, header: true, dateOrder: null, zone: input.timeZone, follow: false };
  const preview = { file, options, missing: missingFields(kind, options.mapping) };
  const sealed = file.status === "draft" ? await importContent(context.db.prisma, input.shopId, input.id) : null;
  if (sealed === null) return { ...preview, rows: null };
  const { rows } = firstRows(await openText(context.secrets, sealed), SHOWN + 1);
  const data = (options.header ? rows.slice(1) : rows).slice(0, SHOWN);
  const reading: RowReading = { mapping: options.mapping, dateOrder: options.dateOrder, zone: options.zone, now: context.now() };
  if (preview.missing.length > 0) return { ...preview, rows: [] };
  return { ...preview, rows: kind === "shipments" ? await shipmentRows(context, input.shopId, data, reading) : await eventRows(context, input.shopId, data, reading) };
}

async function shipmentRows(context: UseCaseContext, shopId: string, rows: readonly FileRow[], reading: RowReading): Promise<PreviewRow[]> {
  const read = rows.map((row) => ({ row, read: readShipmentRow(row.cells, reading, cellReaders) }));
  const plans = await previewRegistrations(context, shopId, read.flatMap((each) => (each.read.ok ? [each.read.wanted] : [])));
  let next = 0;
  return read.map(({ row, read: each }): PreviewRow => {
    if (!each.ok) return problemRow(row, each.problem);
    const plan = plans[next++];
    return !plan || plan.kind === "invalid" ? problemRow(row, plan?.problem ?? "") : { line: row.line, kind: "shipment", plan };
  });
}

async function eventRows(context: UseCaseContext, shopId: string, rows: readonly FileRow[], reading: RowReading): Promise<PreviewRow[]> {
  const read = rows.map((row) => ({ row, read: readEventRow(row.cells, reading, cellReaders) }));
  const keys = read.flatMap((each) => (each.read.ok ? [each.read.numberKey] : []));
  const known = new Set((await shipmentsWithNumbers(context.db.prisma, shopId, keys)).map((each) => each.numberKey));
  return read.map(({ row, read: each }): PreviewRow =>
    each.ok ? { line: row.line, kind: "event", number: each.number, known: known.has(each.numberKey), event: each.event } : problemRow(row, each.problem),
  );
}

function problemRow(row: FileRow, problem: string): PreviewRow {
  return { line: row.line, kind: "problem", cells: row.cells.slice(0, 8).map((cell) => cell.slice(0, 60)), problem };
}

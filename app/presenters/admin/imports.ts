import type { FileImport } from "~/db/file-imports.server";
import { IMPORT_FIELDS, type ImportKind } from "~/domain/imports/fields";
import type { ImportOptions } from "~/domain/imports/import-options";
import type { EventPlace, ParsedEvent } from "~/domain/tracking/event";
import type { RegistrationPlan } from "~/domain/tracking/register/plan";

import type { CarrierNames } from "./carrier-name";
import { presentPlans, type PastedLineView } from "./track-numbers";

/** A file in the list of files; instants are ISO strings. */
export function importItem(file: FileImport) {
  return {
    id: file.id,
    kind: file.kind,
    fileName: file.fileName,
    status: file.status,
    total: file.total,
    done: file.done,
    added: file.added,
    unchanged: file.unchanged,
    failed: file.failed,
    unknown: file.unknown,
    error: file.error,
    createdAt: file.createdAt.toISOString(),
    finishedAt: file.finishedAt?.toISOString() ?? null,
  };
}

type Row =
  | { line: number; kind: "problem"; cells: string[]; problem: string }
  | { line: number; kind: "shipment"; plan: RegistrationPlan }
  | { line: number; kind: "event"; number: string; known: boolean; event: ParsedEvent };

/** One row as the page shows it. */
export type PreviewRowView =
  | { line: number; kind: "problem"; cells: string[]; problem: string }
  | { line: number; kind: "shipment"; shipment: PastedLineView; shippedAt: string | null }
  | { line: number; kind: "event"; number: string; known: boolean; at: string; dayOnly: boolean; status: string; detail: string | null; said: string; place: string | null };

/** A file's page: how it is read, its first rows, its bad rows. */
export function presentImport(
  given: { file: FileImport; options: ImportOptions; missing: string[]; rows: readonly Row[] | null },
  bad: readonly { line: number; problem: string; cells: string[] }[],
  names: CarrierNames,
) {
  const { file, options } = given;
  return {
    ...importItem(file),
    encoding: file.encoding,
    separator: file.separator === "\t" ? "tab" : file.separator,
    headers: file.headers,
    options,
    missing: given.missing,
    fields: IMPORT_FIELDS[file.kind as ImportKind].map(({ key, label, needed }) => ({ key, label, needed: needed ?? false })),
    rows: given.rows?.map((row) => rowView(row, names)) ?? null,
    bad: bad.map((row) => ({ line: row.line, problem: row.problem, cells: row.cells.slice(0, 8).map((cell) => cell.slice(0, 60)) })),
  };
}

function rowView(row: Row, names: CarrierNames): PreviewRowView {
  if (row.kind === "problem") return row;
  if (row.kind === "shipment") {
    const wanted = "wanted" in row.plan ? row.plan.wanted : null;
    const [shipment] = presentPlans([{ line: row.line, wanted: wanted ?? { number: "", carrier: null, order: null, shippedAt: null, service: null, originCountry: null, destinationCountry: null } }], [row.plan], names);
    return {
      line: row.line, kind: "shipment", shipment: shipment ?? { line: row.line, number: "", outcome: "invalid", carrier: null, order: null, notes: [], shipmentId: null },
      shippedAt: wanted?.shippedAt ? new Date(wanted.shippedAt).toISOString() : null,
    };
  }
  const { event } = row;
  return {
    line: row.line, kind: "event", number: row.number, known: row.known, at: new Date(event.time.at).toISOString(), dayOnly: event.time.certainty === "date",
    status: event.status, detail: event.detail, said: [event.code, event.text].filter(Boolean).join(" · "), place: placeLine(event.place),
  };
}

function placeLine(place: EventPlace | null): string | null {
  if (!place) return null;
  return [place.text, place.postalCode, place.city, place.region, place.country].filter(Boolean).join(", ") || null;
}

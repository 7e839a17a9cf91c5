import type { Tx } from "~/db/database.server";
import type { ImportKind } from "~/domain/imports/fields";
import type { ImportOptions } from "~/domain/imports/import-options";
import { readEventRow, readShipmentRow, type RowReading } from "~/domain/imports/read-row";
import type { WantedShipment } from "~/domain/tracking/register/plan";

import type { UseCaseContext } from "../context";
import { recordGivenEvents, type GivenEvent } from "../record-given-events";
import { registerShipments } from "../register-shipments";
import { cellReaders } from "./cell-readers";
import type { FileRow } from "./read-rows";

export interface RowProblem {
  line: number;
  problem: string;
  cells: readonly string[];
}

/** What became of a batch of rows. */
export interface RowsDone {
  added: number;
  /** Known already: the same file again changes nothing. */
  unchanged: number;
  unknown: number;
  problems: RowProblem[];
}

/** Imports rows in the caller's transaction; a bad row holds up no other. */
export async function importRows(
  context: UseCaseContext,
  tx: Tx,
  file: { shopId: string; kind: ImportKind; options: ImportOptions },
  rows: readonly FileRow[],
): Promise<RowsDone> {
  if (rows.length === 0) return { added: 0, unchanged: 0, unknown: 0, problems: [] };
  return file.kind === "shipments" ? importShipments(context, tx, file, rows) : importEvents(context, tx, file, rows);
}

function readingOf(context: UseCaseContext, options: ImportOptions): RowReading {
  return { mapping: options.mapping, dateOrder: options.dateOrder, zone: options.zone, now: context.now() };
}

async function importShipments(context: UseCaseContext, tx: Tx, file: { shopId: string; options: ImportOptions }, rows: readonly FileRow[]): Promise<RowsDone> {
  const reading = readingOf(context, file.options);
  const problems: RowProblem[] = [];
  const good: { row: FileRow; wanted: WantedShipment }[] = [];
  for (const row of rows) {
    const read = readShipmentRow(row.cells, reading, cellReaders);
    if (read.ok) good.push({ row, wanted: read.wanted });
    else problems.push({ ...row, problem: read.problem });
  }
  const done = await registerShipments(context, file.shopId, good.map((each) => each.wanted), tx);
  for (const [index, each] of done.entries()) {
    const row = good[index]?.row;
    if (each.kind === "invalid" && row) problems.push({ ...row, problem: each.problem });
  }
  const added = done.filter((each) => each.kind === "added" || each.kind === "completed").length;
  return { added, unchanged: done.filter((each) => each.kind === "known" || each.kind === "repeated").length, unknown: 0, problems };
}

async function importEvents(context: UseCaseContext, tx: Tx, file: { shopId: string; options: ImportOptions }, rows: readonly FileRow[]): Promise<RowsDone> {
  const reading = readingOf(context, file.options);
  const problems: RowProblem[] = [];
  const good: { row: FileRow; given: GivenEvent; typedCarrier: string | null }[] = [];
  for (const row of rows) {
    const read = readEventRow(row.cells, reading, cellReaders);
    if (!read.ok) {
      problems.push({ ...row, problem: read.problem });
      continue;
    }
    const { number, numberKey, carrier, typedCarrier, event } = read;
    good.push({ row, typedCarrier, given: { number, numberKey, carrier, event } });
  }
  if (file.options.follow) await registerShipments(context, file.shopId, toFollow(good), tx);
  const outcomes = await recordGivenEvents(context, tx, { shopId: file.shopId, source: "csv" }, good.map((each) => each.given));
  const done: RowsDone = { added: 0, unchanged: 0, unknown: 0, problems };
  for (const [index, outcome] of outcomes.entries()) {
    const row = good[index]?.row;
    if (outcome.kind === "refused" && row) problems.push({ ...row, problem: outcome.problem });
    else if (outcome.kind === "added") done.added += 1;
    else done.unchanged += 1;
    if (outcome.kind === "added" && good[index]?.given.event.status === "UNKNOWN") done.unknown += 1;
  }
  return done;
}

/** Each number once, shipped when its first scan was made. */
function toFollow(good: readonly { given: GivenEvent; typedCarrier: string | null }[]): WantedShipment[] {
  const first = new Map<string, WantedShipment>();
  for (const { given, typedCarrier } of good) {
    const at = given.event.time.at;
    const known = first.get(given.numberKey);
    if (known && (known.shippedAt ?? at) <= at) continue;
    first.set(given.numberKey, {
      number: given.number, carrier: typedCarrier ?? known?.carrier ?? null, order: null, shippedAt: at, service: null, originCountry: null, destinationCountry: null,
    });
  }
  return [...first.values()];
}

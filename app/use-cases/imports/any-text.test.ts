import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { IMPORT_KINDS } from "~/domain/imports/fields";
import { decodeText } from "~/domain/imports/decode-text";
import { readImportOptions } from "~/domain/imports/import-options";
import { readEventRow, readShipmentRow, type RowReading } from "~/domain/imports/read-row";
import { csvRow } from "~/domain/imports/safe-csv";
import { TRACKING_STATUSES } from "~/domain/tracking/status";

import { cellReaders } from "./cell-readers";
import { firstRows } from "./read-rows";
import { guessOptions } from "./upload-file";

const NOW = Date.UTC(2026, 10, 25, 12);
const reading = (more: Partial<RowReading> = {}): RowReading => ({ mapping: { number: 0, date: 1, status: 2, text: 3, zone: 4, country: 5, clock: 6, code: 7 }, dateOrder: null, zone: "Europe/Berlin", now: NOW, ...more });
const event = (cells: string[], more: Partial<RowReading> = {}) => readEventRow(cells, reading(more), cellReaders);

describe("a row of scans", () => {
  it.each([
    [["ABC12345", "2026-11-24 10:00", "Delivered"], {}, "2026-11-24T09:00:00.000Z", "local"],
    [["ABC12345", "2026-11-24T10:00:00-05:00", "Delivered"], {}, "2026-11-24T15:00:00.000Z", "exact"],
    [["ABC12345", "2026-11-24", "Delivered"], {}, "2026-11-23T23:00:00.000Z", "date"],
    [["ABC12345", "03/04/2026 10:00", "Delivered"], { dateOrder: "dmy" }, "2026-04-03T08:00:00.000Z", "local"],
    [["ABC12345", "03/04/2026 10:00", "Delivered"], { dateOrder: "mdy" }, "2026-03-04T09:00:00.000Z", "local"],
    [["ABC12345", "24.11.2026", "Delivered", "", "+05:30", "", "10:00"], { dateOrder: "dmy" }, "2026-11-24T04:30:00.000Z", "local"],
  ] as const)("%j is read at its instant", (cells, more, at, certainty) => {
    const read = event([...cells], more);
    if (!read.ok) throw new Error(read.problem);
    expect(new Date(read.event.time.at).toISOString()).toBe(at);
    expect(read.event.time.certainty).toBe(certainty);
  });

  it.each([
    [["", "2026-11-24", "Delivered"], /no tracking number/],
    [["ABC12345", "", "Delivered"], /no date/],
    [["ABC12345", "yesterday", "Delivered"], /cannot be read: write it/],
    [["ABC12345", "03/04/2026", "Delivered"], /whether the day or the month/],
    [["ABC12345", "2027-11-24", "Delivered"], /in the future/],
    [["ABC12345", "2026-11-24", "", "", "", "", "", ""], /what happened/],
    [["ABC12345", "2026-11-24", "Delivered", "", "Mars/Olympus"], /time zone/],
    [["ABC12345", "2026-11-24", "Delivered", "", "", "Atlantis"], /two letters/],
    [["1.2E+15", "2026-11-24", "Delivered"], /set the column to text/],
  ])("%j is refused with what to do", (cells, problem) => {
    const read = event(cells);
    expect(read.ok ? "" : read.problem).toMatch(problem);
  });

  it("written by us for mending reads as it did before", () => {
    const cells = ['="00123"', "2026-11-24 10:00", "-1", "@home"];
    const { rows } = firstRows(csvRow(cells), 1);
    const [before, after] = [event(cells), event(rows[0]?.cells ?? [])];
    expect(before.ok).toBe(true);
    expect(after).toEqual(before);
  });
});

describe("any file", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("ABC12345", "1Z999AA10123456784", "2026-11-24", "24.11.2026 10:00", "99/99/9999", "Delivered", "zugestellt", "DE", "number", "date", "status", "Europe/Berlin", "=1+1", '"', "\u0000"),
  );
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
  const text = fc.tuple(table, fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n", "\r")).map(([rows, separator, end]) => rows.map((row) => row.join(separator)).join(end));

  it("is read to its end or refused, and never makes a status up", () => {
    const statuses = new Set<string>(TRACKING_STATUSES);
    fc.assert(
      fc.property(text, fc.constantFrom("utf8", "utf16le", "latin1" as const), fc.constantFrom(...IMPORT_KINDS), (given, encoding, kind) => {
        const decoded = decodeText(new Uint8Array(Buffer.from(given, encoding)));
        if (!decoded.ok) return;
        const { rows } = firstRows(decoded.text, 20);
        const headers = rows[0]?.cells ?? [];
        const options = guessOptions(kind, { header: true, headers, sample: rows.slice(1).map((row) => row.cells), timeZone: "UTC" });
        expect(readImportOptions(kind, headers.length, JSON.parse(JSON.stringify(options)))).toEqual(options);
        for (const row of rows) {
          const more = reading({ mapping: options.mapping, dateOrder: options.dateOrder });
          const read = kind === "events" ? readEventRow(row.cells, more, cellReaders) : readShipmentRow(row.cells, more, cellReaders);
          if (!read.ok) expect(read.problem.length).toBeGreaterThan(10);
          else if ("event" in read) {
            expect(statuses).toContain(read.event.status);
            expect(Number.isFinite(read.event.time.at)).toBe(true);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { guessDateOrder } from "./date-order";
import { decodeText } from "./decode-text";
import { guessKind, guessMapping, hasNoHeader } from "./guess-mapping";
import { csvRow } from "./safe-csv";
import { sniffSeparator } from "./separator";

const bytes = (text: string, encoding: "utf8" | "utf16le" | "latin1") => new Uint8Array(Buffer.from(text, encoding));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

describe("a file's bytes", () => {
  it.each([
    ["UTF-8", bytes("Größe;Ü", "utf8"), "utf-8"],
    ["UTF-8 with a mark", bytes("\uFEFFGröße;Ü", "utf8"), "utf-8"],
    ["UTF-16 little endian", bytes("\uFEFFGröße;Ü", "utf16le"), "utf-16le"],
    ["UTF-16 big endian", swapped("\uFEFFGröße;Ü"), "utf-16be"],
    ["UTF-16 without a mark", bytes("Größe;Ü", "utf16le"), "utf-16le"],
    ["windows-1252", bytes("Größe;Ü", "latin1"), "windows-1252"],
  ])("in %s are read", (_name, given, encoding) => expect(decodeText(given)).toEqual({ ok: true, text: "Größe;Ü", encoding }));

  it("of another kind of file are refused with what to do", () => {
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 1]))).toMatchObject({ ok: false, problem: expect.stringContaining("save it as CSV") });
    expect(decodeText(new Uint8Array(0))).toMatchObject({ ok: false });
    expect(decodeText(new Uint8Array([1, 0, 0, 9, 0, 0, 8, 0, 0]))).toMatchObject({ ok: false });
  });

  it("never make it fail", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (given) => void decodeText(given)), { numRuns: 2_000 });
  });
});

it.each([
  ["a,b\n1,2", ",", 0],
  ["a;b;c\n1,5;2;3\n", ";", 0],
  ["a\tb\n1,5\t2", "\t", 0],
  ['"a,b";c\n"1,2";3', ";", 0],
  ["sep=;\na;b", ";", 6],
  ["number\n123\n", ",", 0],
  ["", ",", 0],
] as const)("the separator of %j is %j", (text, separator, skip) => expect(sniffSeparator(text)).toEqual({ separator, skip }));

describe("columns", () => {
  it.each([
    [["Tracking Number", "Carrier", "Order"], { number: 0, carrier: 1, order: 2 }],
    [["Bestellnummer", "DHL Sendungsnummer", "Versanddatum", "Zielland"], { order: 0, number: 1, shippedAt: 2, destinationCountry: 3 }],
    [["N° de suivi", "Transporteur", "Date d'expédition"], { carrier: 1, shippedAt: 2 }],
    [["Número de seguimiento", "Transportista", "Pedido", "Fecha de envío"], { number: 0, carrier: 1, order: 2, shippedAt: 3 }],
    [["Numero di tracking", "Corriere", "Ordine"], { number: 0, carrier: 1, order: 2 }],
    [["Zendingsnummer", "Vervoerder"], { number: 0, carrier: 1 }],
    [["Código de rastreio", "Transportadora", "Encomenda"], { number: 0, carrier: 1, order: 2 }],
  ])("of shipments in %j are found", (headers, expected) => expect(guessMapping("shipments", headers, [])).toMatchObject(expected));

  it("of scans are found", () => {
    expect(guessMapping("events", ["Tracking No.", "Datum", "Uhrzeit", "Status", "Beschreibung", "Ort", "PLZ"], [])).toEqual({
      number: 0, date: 1, clock: 2, status: 3, text: 4, place: 5, postalCode: 6,
    });
  });

  it("are told by what stands in them when the name of the number says nothing", () => {
    const sample = [["x", "2026-11-02", "1Z999AA10123456784"], ["y", "2026-11-03", "9400111899223100001234"]];
    expect(guessMapping("shipments", ["A", "B", "C"], sample)).toEqual({ number: 2 });
    expect(hasNoHeader(sample[0] ?? [])).toBe(true);
    expect(hasNoHeader(["Tracking number", "Date 2026-11-02"])).toBe(false);
  });

  it("tell scans from shipments", () => {
    expect(guessKind(["number", "date", "status"])).toBe("events");
    expect(guessKind(["number", "carrier", "shipped date"])).toBe("shipments");
  });
});

it.each([
  [["24/12/2026 10:00", "01/02/2026"], "dmy"],
  [["12/24/2026"], "mdy"],
  [["24.12.2026", "01.02.2026"], "dmy"],
  [["01.02.2026"], "dmy"],
  [["01/02/2026"], "unsure"],
  [["13/01/2026", "01/13/2026"], "unsure"],
  [["2026-11-02", ""], null],
])("dates %j are %s", (dates, order) => expect(guessDateOrder(dates)).toBe(order));

describe("a row that is written", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 123", "'+49 123"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "\"'\t=1\""],
    ["\u0000=1", "'=1"],
    ["  =1", "'  =1"],
    ['say "hi"', '"say ""hi"""'],
    ["plain", "plain"],
    ["a;b", '"a;b"'],
  ])("makes %j harmless", (cell, written) => expect(csvRow([cell])).toBe(`${written}\r\n`));

  it("never begins a cell as a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\u0000 '\",;a1") }), (cell) => {
        const written = csvRow([cell]).slice(0, -2);
        const inside = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(inside).not.toMatch(/^[\s]*[=+\-@\t\r\n]/);
        expect(inside).not.toContain("\u0000");
      }),
      { numRuns: 3_000 },
    );
  });
});

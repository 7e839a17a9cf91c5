import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { claimDueImports } from "~/db/file-imports.server";
import { changeImport, startImport, stopImport } from "~/use-cases/imports/change-import";
import { importFile } from "~/use-cases/imports/import-file";
import { previewImport } from "~/use-cases/imports/preview-import";
import { badRows, problemReport } from "~/use-cases/imports/problem-report";
import { uploadFile } from "~/use-cases/imports/upload-file";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
const DAY = 86_400_000;
const clock = { now: NOW };
let context: ReturnType<typeof testContext>;
let shop: Fixture;
const NUMBER = "1Z999AA10123456784";

beforeAll(async () => {
  context = testContext(await openTestDatabase(), clock);
});
afterAll(() => context.db.close());
beforeEach(async () => {
  clock.now = NOW;
  shop = await makeShop(context.db, NOW - 5 * DAY, { secrets: context.secrets });
  context.jobs.length = 0;
});

const input = () => ({ shopId: shop.shopId, timeZone: "Europe/Berlin" });

async function upload(text: string | Uint8Array, fileName = "scans.csv"): Promise<string> {
  const done = await uploadFile(context, { ...input(), fileName, bytes: typeof text === "string" ? new Uint8Array(Buffer.from(text)) : text });
  if (!done.ok) throw new Error(JSON.stringify(done.errors));
  return done.id;
}
async function run(id: string) {
  expect(await startImport(context, { ...input(), id })).toEqual({ ok: true });
  expect(context.jobs.map((job) => job.name)).toContain("import-file");
  await importFile(context, { importId: id });
  return context.db.prisma.fileImport.findUniqueOrThrow({ where: { id } });
}
const events = () => context.db.prisma.trackingEvent.findMany({ where: { shopId: shop.shopId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
async function report(id: string): Promise<string> {
  let text = "";
  for await (const part of (await problemReport(context, { shopId: shop.shopId, id }))?.text ?? []) text += part;
  return text;
}

const SCANS = [
  "Sendungsnummer;Datum;Uhrzeit;Status;Beschreibung;Ort;Land",
  `${NUMBER};07.11.2026;10:30;In transit;Arrived at facility;Kiel;DE`,
  `${NUMBER};09.11.2026;08:15;Blorp;Zauberwort;Kiel;DE`,
  `${NUMBER};09.11.2026;14:05;Zugestellt;;Kiel;DE`,
  "NOBODY12345;09.11.2026;14:05;Delivered;;Kiel;DE",
  `${NUMBER};32.11.2026;14:05;Delivered;;Kiel;DE`,
  `${NUMBER};09.11.2027;14:05;Delivered;;Kiel;DE`,
  "=HYPERLINK(1);09.11.2026;14:05;Delivered;;Kiel;Atlantis",
].join("\r\n");

describe("a file of scans", () => {
  it("is guessed, shown as it will be read, imported; bad rows are listed and can be mended", async () => {
    const id = await upload(SCANS);
    const preview = await previewImport(context, { ...input(), id });
    expect(preview).toMatchObject({
      file: { kind: "events", separator: ";", encoding: "utf-8", status: "draft" },
      options: { dateOrder: "dmy", zone: "Europe/Berlin", mapping: { number: 0, date: 1, clock: 2, status: 3, text: 4, place: 5, country: 6 } },
      missing: [],
    });
    expect(preview?.rows?.map((row) => row.kind)).toEqual(["event", "event", "event", "event", "problem", "problem", "problem"]);
    expect(await events()).toEqual([]);

    expect(await run(id)).toMatchObject({ status: "done", total: 7, done: 7, added: 3, unchanged: 0, failed: 4, unknown: 1, content: null });
    expect(await events()).toMatchObject([
      { source: "csv", provider: "csv", status: "IN_TRANSIT", at: new Date("2026-11-07T09:30:00Z"), certainty: "local", zone: "Europe/Berlin" },
      { status: "UNKNOWN", code: "Blorp", text: "Zauberwort" },
      { status: "DELIVERED", code: "Zugestellt", place: { text: "Kiel", country: "DE" } },
    ]);
    expect(await context.db.prisma.shipment.findUniqueOrThrow({ where: { id: shop.shipmentId } })).toMatchObject({ status: "DELIVERED", eventCount: 3 });
    expect(await context.db.prisma.unmappedCode.findFirstOrThrow({ where: { shopId: shop.shopId } })).toMatchObject({ provider: "csv", code: "Blorp", count: 1 });

    expect((await badRows(context, { shopId: shop.shopId, id, take: 10 })).map((row) => [row.line, row.problem])).toEqual([
      [5, expect.stringContaining("track it first")],
      [6, expect.stringContaining("cannot be read")],
      [7, expect.stringContaining("in the future")],
      [8, expect.stringContaining("not a tracking number")],
    ]);
    const lines = (await report(id)).split("\r\n");
    expect(lines[0]).toBe("\uFEFFSendungsnummer;Datum;Uhrzeit;Status;Beschreibung;Ort;Land;problem");
    expect(lines[4]).toMatch(/^'=HYPERLINK\(1\);09\.11\.2026/);
    // What lies in the database is not readable, and another shop gets nothing.
    const [stored] = await context.db.prisma.fileImportProblem.findMany({ where: { importId: id } });
    expect(stored?.cells).toMatch(/^v1\./);
    const other = await makeShop(context.db, NOW);
    expect(await problemReport(context, { shopId: other.shopId, id })).toBeNull();
    expect(await previewImport(context, { ...input(), shopId: other.shopId, id })).toBeNull();
    expect(await badRows(context, { shopId: other.shopId, id, take: 10 })).toEqual([]);

    // Mended and uploaded again, with the old column still in it.
    const mended = (await report(id)).replace("32.11.2026", "08.11.2026").replace("09.11.2027", "06.11.2026");
    expect(await run(await upload(mended))).toMatchObject({ added: 2, failed: 2 });
  });

  it("twice changes nothing", async () => {
    await run(await upload(SCANS));
    const before = await events();
    const shipment = await context.db.prisma.shipment.findUniqueOrThrow({ where: { id: shop.shipmentId } });
    clock.now += 60_000;
    expect(await run(await upload(SCANS))).toMatchObject({ added: 0, unchanged: 3, failed: 4, unknown: 0 });
    expect(await events()).toEqual(before);
    expect(await context.db.prisma.shipment.findUniqueOrThrow({ where: { id: shop.shipmentId } })).toEqual(shipment);
    expect((await context.db.prisma.unmappedCode.findFirstOrThrow({ where: { shopId: shop.shopId } })).count).toBe(1);
  });

  it("in which the order of day and month is not told waits for the merchant's word", async () => {
    const id = await upload(`number,date,status\n${NUMBER},09/11/2026 10:00,Delivered\n`);
    expect((await previewImport(context, { ...input(), id }))?.rows).toMatchObject([{ kind: "problem", problem: expect.stringContaining("whether the day or the month comes first") }]);
    const { options } = (await previewImport(context, { ...input(), id })) ?? { options: null };
    const change = (more: object) => changeImport(context, { ...input(), id, kind: "events", options: { ...options, ...more } });
    expect(await change({ dateOrder: "dmy", zone: "Mars/Olympus" })).toMatchObject({ ok: false, errors: { zone: expect.any(String) } });
    expect(await change({ dateOrder: "dmy", zone: "+02:00" })).toEqual({ ok: true });
    await run(id);
    expect((await events())[0]?.at.toISOString()).toBe("2026-11-09T08:00:00.000Z");
  });

  it("may begin to follow the numbers nobody follows yet", async () => {
    const id = await upload("number,date,status\nCOURIER-100,2026-11-08 10:00,In transit\nCOURIER-100,2026-11-07 10:00,Accepted by carrier\n");
    const { options } = (await previewImport(context, { ...input(), id })) ?? { options: null };
    await changeImport(context, { ...input(), id, kind: "events", options: { ...options, follow: true } });
    expect(await run(id)).toMatchObject({ added: 2, failed: 0 });
    expect(await context.db.prisma.shipment.findFirst({ where: { shopId: shop.shopId, numberKey: "COURIER100" } })).toMatchObject({
      orderId: null, status: "IN_TRANSIT", eventCount: 2, shippedAt: new Date("2026-11-07T09:00:00Z"),
    });
  });
});

describe("a file of shipments", () => {
  it("in UTF-16, as a spreadsheet saves it, follows its numbers and joins their orders", async () => {
    const text = "\uFEFFTracking number\tCarrier\tOrder\tShipped on\tCountry\n9400111899223100001234\tUSPS\t#1001\t2026-11-08\tDE\nXYZ-1234\tGrößter Bote\t\t\tGermany\nbad\t\t\t\t\n";
    expect(await run(await upload(new Uint8Array(Buffer.from(text, "utf16le"))))).toMatchObject({ kind: "shipments", encoding: "utf-16le", added: 2, failed: 1 });
    const rows = await context.db.prisma.shipment.findMany({ where: { shopId: shop.shopId, fulfillmentId: null }, orderBy: { numberKey: "asc" } });
    expect(rows).toMatchObject([
      { numberKey: "9400111899223100001234", carrier: "usps", orderId: shop.orderId, destinationCountry: "DE" },
      { numberKey: "XYZ1234", carrier: null, trackingCompany: "Größter Bote", destinationCountry: "DE" },
    ]);
  });

  it("that is broken off goes on where it was, and counts nothing twice", async () => {
    const numbers = Array.from({ length: 700 }, (_, index) => `LOCAL-${10_000 + index}`);
    const id = await upload(`number\n${numbers.join("\n")}\n`);
    await startImport(context, { ...input(), id });
    // The third batch fails as if the process had been killed in it.
    const { transaction } = context.db;
    let transactions = 0;
    const dying = { ...context, db: { ...context.db, transaction: ((work) => ((transactions += 1) === 3 ? Promise.reject(new Error("killed")) : transaction(work))) as typeof transaction } };
    await expect(importFile(dying, { importId: id })).rejects.toThrow("killed");
    expect(await context.db.prisma.fileImport.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "running", done: 500 });
    await Promise.all([importFile(context, { importId: id }), importFile(context, { importId: id })]);
    expect(await context.db.prisma.fileImport.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "done", done: 700, added: 700, unchanged: 0 });
    expect(await context.db.prisma.shipment.count({ where: { shopId: shop.shopId, fulfillmentId: null } })).toBe(700);
  });

  it("can be stopped, and is forgotten in time", async () => {
    const id = await upload("number\nLOCAL-1\n");
    expect(await stopImport(context, { ...input(), id })).toEqual({ ok: true });
    expect(await startImport(context, { ...input(), id })).toMatchObject({ ok: false });
    expect(await context.db.prisma.fileImport.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "cancelled", content: null });
    const draft = await upload("number\nLOCAL-2\n");
    for (const [later, left] of [[DAY - 1_000, 2], [DAY, 1], [30 * DAY, 0]] as const) {
      clock.now = NOW + later;
      const due = await context.db.transaction((tx) => claimDueImports(tx, clock.now, 600_000));
      for (const importId of due) await importFile(context, { importId });
      expect(await context.db.prisma.fileImport.count({ where: { id: { in: [id, draft] } } })).toBe(left);
    }
  });

  it("of a shop that uninstalls the app meanwhile is not read", async () => {
    const id = await upload(`number,date,status\n${NUMBER},2026-11-09 10:00,Delivered\n`);
    await startImport(context, { ...input(), id });
    await context.db.prisma.shop.update({ where: { id: shop.shopId }, data: { status: "uninstalled" } });
    await importFile(context, { importId: id });
    expect(await context.db.prisma.fileImport.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "failed", content: null, error: "The app was uninstalled." });
    expect(await events()).toEqual([]);
  });

  it("is refused with what to do when it is none", async () => {
    const refused = async (bytes: Uint8Array) => {
      const done = await uploadFile(context, { ...input(), fileName: "x.xlsx", bytes });
      return done.ok ? "" : done.errors.file;
    };
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4]))).toMatch(/save it as CSV/);
    expect(await refused(new Uint8Array(0))).toMatch(/empty/);
    expect(await refused(new Uint8Array(Buffer.from("\n\n;;\n")))).toMatch(/no row/);
    expect(await refused(new Uint8Array(16 * 1_024 * 1_024))).toMatch(/larger than 15 MB/);
  });
});

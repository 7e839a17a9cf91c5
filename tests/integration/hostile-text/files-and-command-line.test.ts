import { Readable } from "node:stream";

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { detect } from "~/cli/detect";
import { explain } from "~/cli/explain";
import { matchCarriers } from "~/cli/match-carrier";
import { normalizeBody } from "~/cli/normalize";
import { carrierAdapters } from "~/integrations/carriers/registry";
import { startImport } from "~/use-cases/imports/change-import";
import { importFile } from "~/use-cases/imports/import-file";
import { problemReport } from "~/use-cases/imports/problem-report";
import { uploadFile } from "~/use-cases/imports/upload-file";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { hostileText, RUNS } from "./hostile-values";

const NOW = Date.UTC(2026, 10, 10, 12);
const GOOD = "1Z999AA10123456784";
let context: ReturnType<typeof testContext>;
let shop: Fixture;

beforeAll(async () => {
  context = testContext(await openTestDatabase(), { now: NOW });
  shop = await makeShop(context.db, NOW, { secrets: context.secrets });
});
afterAll(() => context.db.close());

const cell = hostileText.map((text) => `"${text.replaceAll('"', '""').toWellFormed()}"`);

describe("an uploaded file", () => {
  it.each(["shipments", "events"] as const)("of %s is imported row by row, whatever stands in its cells and its name", async (kind) => {
    const headers = kind === "events" ? "tracking number,date,status,text,code,city,time zone" : "tracking number,carrier,order,shipped at,service,destination country";
    const row = fc.array(cell, { minLength: 7, maxLength: 7 }).map((cells) => cells.join(","));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), hostileText, async (rows, fileName) => {
        const good = kind === "events" ? `${GOOD},2026-11-09 10:00,Delivered,,,,` : `${GOOD},UPS,,,,`;
        const text = `${headers}\n${[...rows.map((each) => (each.length % 2 === 0 ? `${GOOD},${each}` : each)), good].join("\n")}\n`;
        const file = await uploadFile(context, { shopId: shop.shopId, timeZone: "UTC", fileName, bytes: new Uint8Array(Buffer.from(text)) });
        if (!file.ok) return;
        if (!(await startImport(context, { shopId: shop.shopId, id: file.id })).ok) return;
        await importFile(context, { importId: file.id });
        const { status, done, total, failed } = await context.db.prisma.fileImport.findUniqueOrThrow({ where: { id: file.id } });
        expect({ status, done }).toEqual({ status: "done", done: total });
        expect(failed).toBeLessThan(total);
        for await (const part of (await problemReport(context, { shopId: shop.shopId, id: file.id }))?.text ?? []) expect(part.isWellFormed()).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the command line", () => {
  const output = () => {
    const said: string[] = [];
    return { said, stream: { write: (text: string) => said.push(text) } as unknown as NodeJS.WritableStream };
  };
  const lines = fc.array(hostileText, { maxLength: 4 });

  it.each([["detect", detect], ["match-carrier", matchCarriers], ["explain", (input: AsyncIterable<Buffer>, stream: NodeJS.WritableStream) => explain({ carrier: "ups" }, input, stream)]] as const)("%s answers every line with JSON", async (_name, command) => {
    await fc.assert(
      fc.asyncProperty(lines, hostileText, async (given, text) => {
        const { said, stream } = output();
        const input = [...given, JSON.stringify({ carrier: text, code: text, text })].map((line) => line.replace(/[\r\n]/g, " ")).join("\n");
        await command(Readable.from([Buffer.from(input)]), stream);
        for (const line of said) expect(() => JSON.parse(line) as unknown).not.toThrow();
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it("normalize answers every body", () => {
    fc.assert(
      fc.property(fc.constantFrom(...carrierAdapters), hostileText, (adapter, body) => {
        expect(JSON.stringify(normalizeBody(adapter, "file", body, NOW)).isWellFormed()).toBe(true);
      }),
      { numRuns: RUNS * 20 },
    );
  });
});

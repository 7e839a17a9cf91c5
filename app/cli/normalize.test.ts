import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";

import { instantText, normalize, normalizeBody, type Normalized } from "./normalize";

const NOW = Date.UTC(2026, 10, 24, 12);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "normalize-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(carrier: string, ...files: string[]): Promise<Normalized[]> {
  let text = "";
  await normalize(carrier, files, { write: (chunk: string) => ((text += chunk), true) } as NodeJS.WritableStream);
  return text.trim().split("\n").map((line) => JSON.parse(line) as Normalized);
}

async function file(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe("normalize", () => {
  it("prints a line for every file, whatever it is, and stops at none", async () => {
    await mkdir(join(folder, "directory"));
    const files = [
      await file("binary", Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256))),
      await file("empty", ""),
      join(folder, "directory"),
      join(folder, "missing"),
      await file("page.html", "<!doctype html><html><body>503</body></html>"),
      await file("deep.json", `${"[".repeat(200_000)}${"]".repeat(200_000)}`),
      await file("deep-text.json", `{"tracking_number":${'{"#text":'.repeat(100_000)}1${"}".repeat(100_000)}}`),
      await file("good.json", JSON.stringify({ tracking_number: "1", status_code: "DE", events: [] })),
    ];
    const lines = await run("shipengine", ...files);
    expect(lines.map((line) => line.file)).toEqual(files);
    expect(lines.map((line) => line.problems.map((one) => one.kind).join())).toEqual(["unparsable", "unparsable", "invalid", "invalid", "unparsable", "unparsable", "unparsable", ""]);
    expect(lines.at(-1)?.shipments).toMatchObject([{ number: "1", status: "DELIVERED" }]);
  });

  it("gives up on a file without an end", async () => {
    expect((await run("ups", "/dev/zero"))[0]?.problems[0]).toMatchObject({ kind: "invalid", message: expect.stringContaining("larger than 64 MB") as string });
  });

  it("reads UTF-16 with its mark, and Latin-1 where XML says so", async () => {
    const body = JSON.stringify({ tracking_number: "1", status_code: "IT", events: [{ description: "Zürich", occurred_at: "2026-11-20T10:00:00Z" }] });
    const utf16 = await file("utf16.json", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, "utf16le")]));
    expect((await run("shipengine", utf16))[0]?.shipments[0]?.events[0]?.text).toBe("Zürich");
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><itemTracking><itemCode>3</itemCode><stateInfo><time>2026-11-04T22:00:00+01:00</time><location>LIÈGE</location><stateCode>T00</stateCode></stateInfo></itemTracking>';
    expect((await run("bpost", await file("latin1.xml", Buffer.from(xml, "latin1"))))[0]?.shipments[0]?.events[0]?.location).toBe("LIÈGE");
  });

  it("makes a parser's own failure a problem of that body", () => {
    const broken = { code: "x", kind: "carrier" as const, parse: () => { throw new Error("boom"); } };
    expect(normalizeBody(broken, "f", "{}", NOW)).toMatchObject({ shipments: [], problems: [{ kind: "unparsable" }] });
  });

  it("reads a webhook as it reads an answer", () => {
    const adapter = findAdapter("aftership");
    if (adapter === null) throw new Error("no adapter");
    const tracking = { tracking_number: "1", slug: "fedex", tag: "OutForDelivery", subtag: "OutForDelivery_001", checkpoints: [] };
    const answer = normalizeBody(adapter, "f", JSON.stringify({ meta: { code: 200 }, data: tracking }), NOW);
    expect(normalizeBody(adapter, "f", JSON.stringify({ event: "tracking_update", msg: tracking }), NOW)).toEqual(answer);
    expect(answer.shipments).toMatchObject([{ status: "OUT_FOR_DELIVERY" }]);
  });

  it("refuses a carrier that nobody reads, by name", async () => {
    await expect(run("pigeon", "x")).rejects.toThrow(/No adapter reads "pigeon".*ups/);
    expect(carrierAdapters.every((one) => findAdapter(one.name) !== undefined)).toBe(true);
  });

  it("runs from the command line", async () => {
    const good = await file("cli.json", JSON.stringify({ tracking_number: "1", status_code: "DE", events: [] }));
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "app/cli/main.ts", "normalize", "--carrier", "shipengine", good, join(folder, "missing")]);
    expect(stdout.trim().split("\n").length).toBe(2);
  }, 30_000);
});

describe("instantText", () => {
  const at = Date.UTC(2026, 3, 29, 6, 46);
  it.each([
    ["exact", "+02:00", at, "2026-04-29T06:46:00.000Z"],
    ["local", null, at, "2026-04-29T06:46:00"],
    ["local", "Europe/Madrid", at, "2026-04-29T08:46:00+02:00"],
    ["local", "-05:00", at, "2026-04-29T01:46:00-05:00"],
    ["date", null, Date.UTC(2026, 3, 29), "2026-04-29"],
    ["date", "Europe/Madrid", Date.UTC(2026, 3, 28, 22), "2026-04-29"],
    ["received", null, at, null],
  ] as const)("%s in %s", (certainty, zone, instant, expected) => {
    expect(instantText({ time: { at: instant, certainty, zone, said: null } })).toBe(expected);
  });
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { carrierNaming } from "./names";
import { newCarrier } from "./new-carrier";
import { filesOf } from "./templates";

const REGISTRY = "app/integrations/carriers/registry.ts";
const CASES = "tests/contracts/carriers/cases/index.ts";
let root = "";
let said = "";
const output = { write: (text: string) => ((said += text), true) } as NodeJS.WritableStream;

/** A folder that holds what the generator edits: the project's own registry and list of cases. */
beforeEach(async () => {
  said = "";
  root = await mkdtemp(join(tmpdir(), "new-carrier-"));
  for (const path of [REGISTRY, CASES]) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), await readFile(path, "utf8"));
  }
});
afterEach(() => rm(root, { recursive: true }));

const read = (path: string) => readFile(join(root, path), "utf8");

describe("new-carrier", () => {
  it("lays the folder and the case, and registers both once, imports in their order", async () => {
    await newCarrier("Mid Post 24", root, output);
    for (const path of Object.keys(filesOf(carrierNaming("Mid Post 24")))) expect((await read(path)).length, path).toBeGreaterThan(100);
    const registry = await read(REGISTRY);
    expect(registry).toMatch(/import \{ midPost24 \} from "\.\/mid_post_24";/);
    expect(registry).toMatch(/\n {2}midPost24,\n\];/);
    const paths = [...registry.matchAll(/^import \{ \w+ \} from "(\.\/\w+)";$/gm)].map((match) => match[1]);
    expect(paths).toEqual([...paths].sort());
    const cases = await read(CASES);
    expect(cases).toContain('import { midPost24Case } from "./mid-post-24";');
    expect(cases).toMatch(/\n {2}midPost24Case,\n\];/);
    expect(said).toContain("TODO");
  });

  it("lays files that are TypeScript without a fault of syntax, and that say where they are unfinished", async () => {
    await newCarrier("acme_post", root, output);
    for (const path of [REGISTRY, CASES, ...Object.keys(filesOf(carrierNaming("acme_post")))]) {
      const { diagnostics } = ts.transpileModule(await read(path), { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext } });
      expect(diagnostics?.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n")), path).toEqual([]);
    }
    const files = Object.entries(filesOf(carrierNaming("acme_post"))).map(([, content]) => content);
    expect(files.filter((content) => !/todo/i.test(content))).toEqual([]);
  });

  it("writes nothing where something is there already, or where the project is not", async () => {
    await mkdir(join(root, "app/integrations/carriers/acme_post"), { recursive: true });
    const before = await read(REGISTRY);
    await expect(newCarrier("Acme Post", root, output)).rejects.toThrow(/is there already; nothing was written/);
    expect(await read(REGISTRY)).toBe(before);
    await expect(newCarrier("Acme Post", tmpdir(), output)).rejects.toThrow(/project's own folder/);
  });

  it.each([
    ["", /name is missing/], ["  ", /name is missing/], ["17 Post", /begin with a letter/], ["../evil", /begin with a letter/], ["a/b", /begin with a letter/], ["Köln Post", /begin with a letter/],
    ["class", /meaning of its own/], ["scan", /meaning of its own/], ["UPS", /UPS, in app\/integrations\/carriers\/ups\//], ["royal-mail", /Royal Mail/], ["seventeen track", /17TRACK, in app\/integrations\/carriers\/seventeen_track\//],
    ["x".repeat(41), /too long/],
  ])("refuses %j and says why", (name, message) => {
    expect(() => carrierNaming(name)).toThrow(message);
  });

  it.each([["Acme Post", "Acme Post", "acme_post", "acmePost"], ["acme-post", "Acme Post", "acme_post", "acmePost"], ["ABC Logistics", "ABC Logistics", "abc_logistics", "abcLogistics"]])("reads %s", (typed, name, code, camel) => {
    expect(carrierNaming(typed)).toMatchObject({ name, code, camel });
  });
});

import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareFolder } from "./folder";

let folder = "";
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "demo-")), "state");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("makes the folder, empties it on reset, and is taken while its holder lives", async () => {
  const release = await prepareFolder(folder, false);
  await writeFile(join(folder, "something"), "");
  await release();
  await prepareFolder(folder, false);
  expect(existsSync(join(folder, "something"))).toBe(true);
  await prepareFolder(folder, true);
  expect(existsSync(join(folder, "something"))).toBe(false);
  // The process that started the tests lives as long as they do.
  await writeFile(join(folder, "running.pid"), String(process.ppid));
  await expect(prepareFolder(folder, true)).rejects.toThrow("runs already");
  // One that is gone left its lock behind.
  await writeFile(join(folder, "running.pid"), "2147480000");
  await expect(prepareFolder(folder, false)).resolves.toBeTypeOf("function");
});

it("says in plain words that it cannot write", async () => {
  const file = join(tmpdir(), `demo-file-${process.pid}`);
  await writeFile(file, "");
  await expect(prepareFolder(join(file, "state"), false)).rejects.toThrow("MILEPOST_DEMO_DIR");
  await rm(file);
});

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { CommandError } from "../command-error";
import { insertCase, insertIntoRegistry } from "./insert";
import { carrierNaming } from "./names";
import { filesOf } from "./templates";

const REGISTRY = "app/integrations/carriers/registry.ts";
const CASES = "tests/contracts/carriers/cases/index.ts";

/**
 * Lays the folder of a new carrier, its contract case, and the line that registers each. Writes nothing unless all of it
 * can be written.
 *
 * @param root the project's folder
 * @throws CommandError for a name that cannot be, or is there already, and for a folder that is not the project
 */
export async function newCarrier(typed: string, root: string, output: NodeJS.WritableStream): Promise<void> {
  const naming = carrierNaming(typed);
  for (const needed of [REGISTRY, CASES]) {
    if (!existsSync(join(root, needed))) throw new CommandError(`${needed} is not here: run this in the project's own folder, with its sources.`);
  }
  const files = filesOf(naming);
  const there = [join("app/integrations/carriers", naming.code), ...Object.keys(files)].find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new CommandError(`${there} is there already; nothing was written.`);
  const edited = {
    [REGISTRY]: insertIntoRegistry(await readFile(join(root, REGISTRY), "utf8"), naming),
    [CASES]: insertCase(await readFile(join(root, CASES), "utf8"), naming),
  };
  for (const [path, content] of Object.entries({ ...files, ...edited })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
    output.write(`${path in files ? "new " : "line"}  ${path}\n`);
  }
  output.write(
    `\n${naming.name} is laid. Its places to fill in say TODO; until then its contract case fails:\n` +
      `  npx vitest run app/integrations/carriers/${naming.code} tests/contracts/carriers\ndocs/add-a-carrier.md goes through it step by step.\n`,
  );
}

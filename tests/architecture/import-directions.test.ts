import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/** Feeds the lint wall bad imports: a wall that lets them through guards nothing. */
const eslint = new ESLint();

async function complaints(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe("the lint wall", () => {
  it.each([
    ["domain must not import the database", "app/domain/tracking/bad.ts", 'import { numberKey } from "~/db/shipments.server";\nexport const key = numberKey;\n', "boundaries/element-types"],
    ["domain must not ask for the time", "app/domain/tracking/bad.ts", "export const late = Date.now();\n", "no-restricted-syntax"],
    ["domain must not read files", "app/domain/tracking/bad.ts", 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n', "no-restricted-imports"],
    ["a route must not import Prisma", "app/routes/bad.tsx", 'import { PrismaClient } from "@prisma/client";\nexport const client = PrismaClient;\n', "no-restricted-imports"],
    ["a route must not import the database", "app/routes/bad.tsx", 'import { numberKey } from "~/db/shipments.server";\nexport const key = numberKey;\n', "boundaries/element-types"],
    ["an adapter must not import a use-case", "app/integrations/carriers/bad.ts", 'import { backOff } from "~/use-cases/back-off";\nexport const wait = backOff;\n', "boundaries/element-types"],
    ["app must not import tests", "app/use-cases/bad.ts", 'import config from "../../tests/architecture/import-directions.test";\nexport default config;\n', "boundaries/element-types"],
    ["settings are read in one place", "app/use-cases/bad.ts", "export const port = process.env.PORT;\n", "no-restricted-syntax"],
  ])("%s", async (_name, filePath, text, rule) => {
    expect(await complaints(filePath, text)).toContain(rule);
  });

  it("lets a good import through", async () => {
    expect(await complaints("app/use-cases/good.ts", 'import { numberKey } from "~/db/shipments.server";\nexport const key = numberKey;\n')).toEqual([]);
  });
});

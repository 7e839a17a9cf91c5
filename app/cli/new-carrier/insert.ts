import { CommandError } from "../command-error";
import type { CarrierNaming } from "./names";

/** The registry with the new adapter's import in its alphabetical place and the adapter at the end of the list. */
export function insertIntoRegistry(source: string, { camel, code }: CarrierNaming): string {
  return insertAtEnd(insertImport(source, `import { ${camel} } from "./${code}";`), "ADAPTERS", camel, "app/integrations/carriers/registry.ts");
}

/** The list of contract cases with the new one at its end. */
export function insertCase(source: string, { camel, kebab }: CarrierNaming): string {
  return insertAtEnd(insertImport(source, `import { ${camel}Case } from "./${kebab}";`), "contractCases", `${camel}Case`, "tests/contracts/carriers/cases/index.ts");
}

/** Imports of neighbours stand in the order of their paths. */
function insertImport(source: string, line: string): string {
  const lines = source.split("\n");
  const pathOf = (one: string) => /^import .* from "(\.\/[^"]+)";$/.exec(one)?.[1] ?? null;
  const path = pathOf(line) ?? "";
  const after = lines.findIndex((one) => (pathOf(one) ?? "") > path);
  const last = lines.reduce((found, one, place) => (one.startsWith("import ") ? place : found), -1);
  lines.splice(after >= 0 ? after : last + 1, 0, line);
  return lines.join("\n");
}

function insertAtEnd(source: string, list: string, item: string, file: string): string {
  const start = source.indexOf(`const ${list}`);
  const end = start < 0 ? -1 : source.indexOf("\n];", start);
  if (end < 0) throw new CommandError(`The list ${list} was not found in ${file}; add ${item} by hand.`);
  return `${source.slice(0, end)}\n  ${item},${source.slice(end)}`;
}

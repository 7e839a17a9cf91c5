import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";

const setting = z.looseObject({ id: z.string().optional(), default: z.unknown().optional() });
const schema = z.looseObject({
  name: z.string(),
  target: z.string().optional(),
  stylesheet: z.string().optional(),
  javascript: z.string().optional(),
  settings: z.array(setting).optional(),
});

/** One app block as it stands in the extension's folder. */
export interface AppBlock {
  /** File name without ending. */
  handle: string;
  name: string;
  target: string;
  liquid: string;
  /** Defaults of its settings, by id. */
  settings: Record<string, unknown>;
  stylesheet: string | null;
  javascript: string | null;
}

const SCHEMA = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/;

/** Shopify gives these to the theme apart from the markup; a renderer of Liquid alone must not meet them. */
export function stripPlatformTags(source: string): string {
  return source.replace(/\{%-?\s*(schema|doc|javascript|stylesheet)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, "");
}

/** @throws Error naming the file whose schema is missing or wrong */
function readBlock(handle: string, source: string): AppBlock {
  const text = SCHEMA.exec(source)?.[1];
  if (text === undefined) throw new Error(`blocks/${handle}.liquid has no {% schema %}`);
  const read = schema.parse(JSON.parse(text));
  return {
    handle,
    name: read.name,
    target: read.target ?? "section",
    liquid: stripPlatformTags(source),
    settings: Object.fromEntries((read.settings ?? []).flatMap((one) => (one.id === undefined ? [] : [[one.id, one.default ?? null]]))),
    stylesheet: read.stylesheet ?? null,
    javascript: read.javascript ?? null,
  };
}

/** The blocks of a theme app extension, read anew each time: whoever edits them sees it on the next request. */
export async function readBlocks(folder: string): Promise<AppBlock[]> {
  const names = await readdir(join(folder, "blocks")).catch(() => []);
  const liquid = names.filter((name) => name.endsWith(".liquid")).sort();
  return Promise.all(liquid.map(async (name) => readBlock(basename(name, ".liquid"), await readFile(join(folder, "blocks", name), "utf8"))));
}

/** Words of a language, the extension's default language under them. Keys joined by dots. */
export async function readLocale(folder: string, locale: string): Promise<Record<string, unknown>> {
  const names = await readdir(join(folder, "locales")).catch(() => []);
  const read = async (name: string | undefined): Promise<Record<string, unknown>> =>
    name === undefined ? {} : flatten(JSON.parse(await readFile(join(folder, "locales", name), "utf8")));
  const standard = await read(names.find((name) => name.endsWith(".default.json") && !name.includes(".schema.")));
  const exact = names.find((name) => name === `${locale}.json`) ?? names.find((name) => name === `${locale.split("-")[0] ?? ""}.json`);
  return { ...standard, ...(await read(exact)) };
}

function flatten(value: unknown, prefix = ""): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return { [prefix]: value };
  const out: Record<string, unknown> = {};
  // A plural form stays together under its key: which one is meant is told by the count.
  if (prefix !== "" && "other" in value) out[prefix] = value;
  for (const [key, inner] of Object.entries(value)) Object.assign(out, flatten(inner, prefix === "" ? key : `${prefix}.${key}`));
  return out;
}

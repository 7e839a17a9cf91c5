/** One app block of one app, as theme files name it. */
export interface AppBlock {
  /** The app's handle at Shopify. */
  app: string;
  /** The block's file name in the theme app extension, without its ending. */
  block: string;
}

/** What a theme file says of a block: `unreadable` is a file that is not JSON, so nothing is known. */
export type BlockInFile = "placed" | "absent" | "unreadable";

type Json = Record<string, unknown>;

/**
 * Whether a theme's JSON file shows an app block. A block's type is `shopify://apps/APP/blocks/BLOCK/EXTENSION` there, and
 * other apps name their blocks alike: the app's handle counts too. What is disabled, left out of the order in which a
 * file shows its sections and blocks, or kept in a preset that is not in use, is not shown.
 */
export function findBlock(filename: string, text: string, block: AppBlock): BlockInFile {
  const file = parse(text);
  if (!isObject(file)) return "unreadable";
  const root = filename === "config/settings_data.json" ? settingsInUse(file) : file;
  return root !== null && shows(root, block) ? "placed" : "absent";
}

/** settings_data.json holds the settings in use, or the name of the preset that is in use, beside all presets. */
function settingsInUse(file: Json): Json | null {
  const { current, presets } = file;
  if (isObject(current)) return current;
  const preset = typeof current === "string" && isObject(presets) && Object.hasOwn(presets, current) ? presets[current] : null;
  return isObject(preset) ? preset : null;
}

function shows(part: Json, block: AppBlock): boolean {
  if (part.disabled === true) return false;
  if (typeof part.type === "string" && isBlock(part.type, block)) return true;
  return inOrder(part.sections, part.order).concat(inOrder(part.blocks, part.block_order)).some((child) => shows(child, block));
}

function isBlock(type: string, { app, block }: AppBlock): boolean {
  const [scheme, , apps, handle, blocks, name] = type.split("/");
  return scheme === "shopify:" && apps === "apps" && blocks === "blocks" && handle === app && name === block;
}

/** The children that are shown: those of the order where there is one; a static block stands in the theme's code and has no place in it. */
function inOrder(children: unknown, order: unknown): Json[] {
  if (!isObject(children)) return [];
  const listed = Array.isArray(order) ? new Set<unknown>(order) : null;
  return Object.entries(children).flatMap(([key, child]) => (isObject(child) && (listed === null || listed.has(key) || child.static === true) ? [child] : []));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Shopify writes a comment at the head of the files that its theme editor keeps, which JSON does not allow. */
function parse(text: string): unknown {
  try {
    return JSON.parse(withoutHead(text)) as unknown;
  } catch {
    return null;
  }
}

function withoutHead(text: string): string {
  let rest = text.replace(/^\uFEFF/, "").trimStart();
  for (;;) {
    const end = rest.startsWith("/*") ? rest.indexOf("*/", 2) + 2 : rest.startsWith("//") ? rest.indexOf("\n") + 1 : 0;
    if (end < 2) return rest;
    rest = rest.slice(end).trimStart();
  }
}

import type { ThemeFileNode } from "./operations/read-main-theme";

/** Where an app block of ours stands in the published theme. */
export type ThemeBlockStatus = { placed: true; files: string[] } | { placed: false };

/**
 * Tells whether a theme uses an app block, out of its JSON files: a block's type is
 * `shopify://apps/APP/blocks/BLOCK/ID` there (shopify.dev, "App blocks for themes"), and a disabled one does not count.
 * @param block the block's file name without its ending
 */
export function findThemeBlock(files: readonly ThemeFileNode[], block: string): ThemeBlockStatus {
  const found = files.filter((file) => usesBlock(parse(file.body.content ?? ""), block)).map((file) => file.filename);
  return found.length > 0 ? { placed: true, files: found } : { placed: false };
}

function usesBlock(value: unknown, block: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { type, disabled } = value as { type?: unknown; disabled?: unknown };
  if (disabled === true) return false;
  if (typeof type === "string" && type.startsWith("shopify://apps/") && type.split("/")[5] === block) return true;
  return Object.values(value).some((each) => usesBlock(each, block));
}

/** Theme files may begin with a comment, which JSON does not allow. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*\/\*[\s\S]*?\*\//, "")) as unknown;
  } catch {
    return null;
  }
}

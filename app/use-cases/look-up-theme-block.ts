import { readMainTheme } from "~/shopify/operations/read-main-theme";
import { findThemeBlock } from "~/shopify/theme-block";
import { themeEditorUrl, TRACKING_TEMPLATE } from "~/shopify/theme-editor-url";

import type { UseCaseContext } from "./context";

/** The block of the theme app extension: its file's name in extensions/tracking-page/blocks. */
export const TRACKING_BLOCK = "tracking";

/** Whether shoppers find the tracking block in the published theme. */
export type ThemeBlockView =
  | { state: "active"; theme: string; /** In the template that every page without one of its own uses. */ onEveryPage: boolean }
  | { state: "absent"; theme: string }
  | { state: "unknown"; reason: string };

/**
 * Looks for the tracking block in the shop's published theme. Never throws: a shop that did not grant read_themes, or
 * that cannot be reached, gives `unknown` with the reason.
 */
export async function lookUpThemeBlock(context: UseCaseContext, input: { shopDomain: string }): Promise<ThemeBlockView> {
  try {
    const admin = await context.adminFor(input.shopDomain);
    const theme = (await admin.run(readMainTheme, {})).themes?.nodes[0];
    if (!theme) return { state: "unknown", reason: "the shop has no published theme." };
    const found = findThemeBlock(theme.files?.nodes ?? [], TRACKING_BLOCK);
    if (!found.placed) return { state: "absent", theme: theme.name };
    return { state: "active", theme: theme.name, onEveryPage: found.files.includes("templates/page.json") };
  } catch (error) {
    context.log.warn({ error: error instanceof Error ? error.message : String(error) }, "the theme could not be read");
    return { state: "unknown", reason: error instanceof Error ? error.message : "Shopify could not be asked." };
  }
}

/**
 * The address that opens the theme editor and adds the tracking block to its own template.
 * @param input.apiKey the app's client id
 */
export function trackingBlockEditorUrl(input: { shopDomain: string; apiKey: string }): string {
  return themeEditorUrl({ ...input, block: TRACKING_BLOCK, template: TRACKING_TEMPLATE });
}

import { errorSummary } from "~/domain/errors/describe-error";
import type { AdminClient, ResultOf } from "~/shopify/admin-port";
import { readMainTheme, readThemeFiles, type ThemeFileBody } from "~/shopify/operations/read-main-theme";
import { findBlock, type AppBlock } from "~/shopify/theme-block";
import { themeEditorUrl, TRACKING_TEMPLATE } from "~/shopify/theme-editor-url";

import type { UseCaseContext } from "./context";

/** The block of the theme app extension: its file's name in extensions/tracking-page/blocks. */
export const TRACKING_BLOCK = "tracking";

/** Pages of files before a theme is given up as too large; a page has up to 100 files. */
const MAX_PAGES = 40;
/** The circuit breaker's name for the hosts on which Shopify keeps large theme files. */
const FILES = "shopify-theme-files";

/** Whether shoppers find the tracking block in the published theme; `unknown` when it could not be checked. */
export type ThemeBlockView =
  | { state: "active"; theme: string; /** In the template that every page without one of its own uses. */ onEveryPage: boolean }
  | { state: "absent"; theme: string }
  | { state: "unknown"; reason: string };

/**
 * Looks for the tracking block in the shop's published theme. Never throws: a shop that did not grant read_themes, that
 * cannot be reached, or whose theme cannot be read to its end gives `unknown` with the reason. The block is `absent` only
 * when every file was read.
 */
export async function lookUpThemeBlock(context: UseCaseContext, input: { shopDomain: string }): Promise<ThemeBlockView> {
  try {
    const admin = await context.adminFor(input.shopDomain);
    const { currentAppInstallation, themes } = await admin.run(readMainTheme, {});
    const app = currentAppInstallation?.app.handle;
    if (!app) return unknown("Shopify does not say which blocks are Milepost's.");
    const theme = themes?.nodes[0];
    if (!theme) return unknown("the shop has no published theme.");
    if (theme.processing) return unknown("Shopify is still setting the theme up.");
    const found = await searchTheme(context, admin, theme.id, { app, block: TRACKING_BLOCK });
    if (found.files.length > 0) return { state: "active", theme: theme.name, onEveryPage: found.files.includes("templates/page.json") };
    return found.gap === null ? { state: "absent", theme: theme.name } : unknown(found.gap);
  } catch (error) {
    context.log.warn({ error: errorSummary(error) }, "the theme could not be read");
    return unknown(errorSummary(error));
  }
}

function unknown(reason: string): ThemeBlockView {
  return { state: "unknown", reason };
}

/**
 * Reads a theme's files to their end.
 * @returns the files that show the block, and why other files may show it too (`gap`); null when all were read
 */
async function searchTheme(context: UseCaseContext, admin: AdminClient, id: string, block: AppBlock): Promise<{ files: string[]; gap: string | null }> {
  const showing: string[] = [];
  const ended = (gap: string | null) => ({ files: showing, gap });
  let after: string | null = null;
  let unread: string | null = null;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer: ResultOf<typeof readThemeFiles> = await admin.run(readThemeFiles, { id, after });
    const files = answer.theme?.files;
    if (!files) return ended("the theme was replaced meanwhile.");
    for (const { filename, body } of files.nodes) {
      const text = await textOf(context, body);
      const found = text === null ? "unreadable" : findBlock(filename, text, block);
      if (found === "placed") showing.push(filename);
      if (found === "unreadable") unread ??= filename;
    }
    unread ??= files.userErrors.find(({ code }) => code !== "SUCCESS" && code !== "NOT_FOUND")?.filename ?? null;
    const { hasNextPage, endCursor } = files.pageInfo;
    if (!hasNextPage) return ended(unread === null ? null : `the file ${unread} could not be read.`);
    if (endCursor === null || endCursor === after) return ended("Shopify did not show all of its files.");
    after = endCursor;
  }
  return ended("it has more files than are read.");
}

/** A file's text; null when it cannot be had. Its address is Shopify's own and signed: no token goes there. */
async function textOf(context: UseCaseContext, body: ThemeFileBody): Promise<string | null> {
  switch (body.__typename) {
    case "OnlineStoreThemeFileBodyText":
      return body.content;
    case "OnlineStoreThemeFileBodyBase64":
      return Buffer.from(body.contentBase64, "base64").toString("utf8");
    case "OnlineStoreThemeFileBodyUrl": {
      if (!URL.canParse(body.url) || new URL(body.url).protocol !== "https:") return null;
      const { status, body: text } = await context.http.for(FILES).send({ method: "GET", url: body.url });
      return status === 200 ? text : null;
    }
  }
}

/**
 * The address that opens the theme editor and adds the tracking block to its own template.
 * @param input.apiKey the app's client id
 */
export function trackingBlockEditorUrl(input: { shopDomain: string; apiKey: string }): string {
  return themeEditorUrl({ ...input, block: TRACKING_BLOCK, template: TRACKING_TEMPLATE });
}

/** The template that merchants make for the tracking page, so that the block is on that page alone. */
export const TRACKING_TEMPLATE = "page.track-order";

/**
 * The address of the theme editor that adds an app block to a template as a section of its own.
 * Source: shopify.dev, "Configure theme app extensions", deep links for app blocks.
 * @param apiKey the app's client id
 * @param block the block's file name without its ending
 * @param template e.g. "page.track-order"; the default `page` would put the block on every page of the shop
 */
export function themeEditorUrl({ shopDomain, apiKey, block, template }: { shopDomain: string; apiKey: string; block: string; template: string }): string {
  const url = new URL(`https://${shopDomain}/admin/themes/current/editor`);
  url.searchParams.set("template", template);
  url.searchParams.set("addAppBlockId", `${apiKey}/${block}`);
  url.searchParams.set("target", "newAppsSection");
  return url.href;
}

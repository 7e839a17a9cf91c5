import { expect, it } from "vitest";

import { themeEditorUrl, TRACKING_TEMPLATE } from "./theme-editor-url";

it("adds the block to a template of its own, never to the one of every page", () => {
  const url = new URL(themeEditorUrl({ shopDomain: "lamps.myshopify.com", apiKey: "client-id", block: "tracking", template: TRACKING_TEMPLATE }));
  expect(url.origin + url.pathname).toBe("https://lamps.myshopify.com/admin/themes/current/editor");
  expect(Object.fromEntries(url.searchParams)).toEqual({ template: "page.track-order", addAppBlockId: "client-id/tracking", target: "newAppsSection" });
  expect(url.searchParams.get("template")).not.toBe("page");
});

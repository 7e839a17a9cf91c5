import { expect, it } from "vitest";

import { findThemeBlock } from "./theme-block";

const file = (filename: string, value: unknown) => ({ filename, body: { content: `/* made by Shopify */\n${JSON.stringify(value)}` } });
const block = (name: string, disabled?: boolean) => ({ sections: { main: { blocks: { a1: { type: `shopify://apps/milepost/blocks/${name}/0190`, ...(disabled === undefined ? {} : { disabled }) } } } } });

it("finds an app block in the theme's files", () => {
  expect(findThemeBlock([file("templates/page.json", block("other")), file("templates/page.track.json", block("tracking-page"))], "tracking-page")).toEqual({
    placed: true,
    files: ["templates/page.track.json"],
  });
});

it.each([
  ["a disabled block", [file("templates/page.json", block("tracking-page", true))]],
  ["another block", [file("templates/page.json", block("tracking"))]],
  ["a file that is not JSON", [{ filename: "templates/a.json", body: { content: "{" } }]],
  ["a file without text", [{ filename: "templates/a.json", body: {} }]],
])("does not find it in %s", (_what, files) => expect(findThemeBlock(files, "tracking-page")).toEqual({ placed: false }));

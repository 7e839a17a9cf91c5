import { describe, expect, it } from "vitest";

import { findBlock } from "./theme-block";

const OURS = { app: "milepost", block: "tracking" };
const TYPE = "shopify://apps/milepost/blocks/tracking/985bf68d-ada0-4ccf-a254-60fa845dc715";
/** The head that Shopify's theme editor writes. */
const HEAD = `/*
 * ------------------------------------------------------------
 * IMPORTANT: The contents of this file are auto-generated.
 * ------------------------------------------------------------
 */
`;

const template = (block: object, more: object = {}) => ({ sections: { apps: { type: "apps", blocks: { a1: block }, block_order: ["a1"], ...more } }, order: ["apps"] });
const find = (value: unknown, filename = "templates/page.track.json") => findBlock(filename, typeof value === "string" ? value : JSON.stringify(value), OURS);

describe("the app's block is placed", () => {
  it.each([
    ["in a template", JSON.stringify(template({ type: TYPE }))],
    ["below Shopify's comment", HEAD + JSON.stringify(template({ type: TYPE }))],
    ["below a byte order mark, several comments and a line comment", `\uFEFF\n${HEAD}\n/* a */ // b\n${JSON.stringify(template({ type: TYPE }))}`],
    ["in a block of a block", JSON.stringify(template({ type: "group", blocks: { b: { type: TYPE } }, block_order: ["b"] }))],
    ["as a static block", JSON.stringify(template({ type: "x" }, { blocks: { s: { type: TYPE, static: true } }, block_order: [] }))],
    ["in a file without an order", JSON.stringify({ sections: { apps: { blocks: { a: { type: TYPE, disabled: false } } } } })],
  ])("%s", (_where, text) => expect(find(text)).toBe("placed"));

  it("in the settings in use", () => {
    const settings = { sections: { main: { blocks: { a: { type: TYPE } } } } };
    expect(find({ current: settings, presets: {} }, "config/settings_data.json")).toBe("placed");
    expect(find({ current: "Default", presets: { Default: settings, Dark: {} } }, "config/settings_data.json")).toBe("placed");
  });
});

describe("the app's block is absent", () => {
  it.each([
    ["where it is disabled", template({ type: TYPE, disabled: true })],
    ["where its section is disabled", template({ type: TYPE }, { disabled: true })],
    ["where the block is out of the order", template({ type: TYPE }, { block_order: [] })],
    ["where the section is out of the order", { ...template({ type: TYPE }), order: ["main"] }],
    ["where another app has a block of that name", template({ type: "shopify://apps/parcel-panel-order-tracking/blocks/tracking/0190c2f1-77aa-7000-8000-000000000000" })],
    ["where another app's handle ends alike", template({ type: "shopify://apps/not-milepost/blocks/tracking/0190" })],
    ["where it is another block of the app", template({ type: "shopify://apps/milepost/blocks/feedback/0190" })],
    ["where a block's setting only names it", template({ type: "text", settings: { text: TYPE, nested: { type: TYPE } } })],
    ["where its type has another form", template({ type: "https://apps/milepost/blocks/tracking/0190" })],
    ["in an empty file", {}],
  ])("%s", (_where, value) => expect(find(value)).toBe("absent"));

  it("in a preset that is not in use", () => {
    const settings = { sections: { main: { blocks: { a: { type: TYPE } } } } };
    for (const current of [{}, "Light", "toString", null]) {
      expect(find({ current, presets: { Dark: settings, Light: {} } }, "config/settings_data.json"), String(current)).toBe("absent");
    }
  });
});

it.each(["", "{", "[]", "null", "/* never closed", "// only a comment", "<html>"])("a file with %j is unreadable", (text) => expect(find(text)).toBe("unreadable"));

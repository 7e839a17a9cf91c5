import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { themeCheckRun } from "@shopify/theme-check-node";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";

const EXTENSION = fileURLToPath(new URL("../../../extensions/tracking-page/", import.meta.url));
const read = (path: string) => readFileSync(join(EXTENSION, path), "utf8");
const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(EXTENSION, path)).isFile());
const size = (path: string) => statSync(join(EXTENSION, path)).size;
const schemaOf = (liquid: string): unknown => JSON.parse(/\{% schema %\}([\s\S]*?)\{% endschema %\}/.exec(liquid)?.[1] ?? "null");
const block = schemaOf(read("blocks/tracking.liquid")) as { name: string; target: string; settings: { id?: string; type: string; default?: unknown }[] };

/** Keys of a translation file, joined by dots. */
function keysOf(value: unknown, path: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return [path.join(".")];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
}

describe("the theme app extension", () => {
  it("passes Shopify's own theme check", async () => {
    const { offenses } = await themeCheckRun(EXTENSION, "theme-check:theme-app-extension");
    expect(offenses.map((offense) => `${offense.check}: ${offense.message} (${offense.uri})`)).toEqual([]);
  });

  it("has settings that Shopify's schemas accept", () => {
    const data = join(dirname(createRequire(import.meta.url).resolve("@shopify/theme-check-docs-updater/package.json")), "data");
    const load = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(data, name), "utf8"));
    const ajv = new Ajv({ strict: false, allErrors: true });
    for (const name of ["setting.json", "default_setting_values.json"]) ajv.addSchema(load(name), `https://shopify.example/${name}`);
    const validate = ajv.compile({ ...load("settings.json"), $id: "https://shopify.example/settings.json" });
    expect(validate(block.settings), JSON.stringify(validate.errors)).toBe(true);
    expect(validate([{ type: "rangg", id: "x", label: "X" }])).toBe(false);
  });

  it("is a block for sections, with a setting each for what a merchant may change", () => {
    expect(block.target).toBe("section");
    expect(block.name).toBe("t:blocks.tracking.name");
    expect(block.settings.flatMap((setting) => setting.id ?? [])).toEqual(["heading", "intro", "accent", "radius", "show_items", "show_feedback", "proxy_path"]);
    const radius = block.settings.find((setting) => setting.id === "radius") as unknown as { min: number; max: number; step: number; default: number };
    expect((radius.default - radius.min) % radius.step).toBe(0);
    expect((radius.max - radius.min) / radius.step).toBeLessThanOrEqual(100);
  });

  it("stays within Shopify's sizes", () => {
    // https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
    const total = (prefix: string, ending: string) => files.filter((path) => path.startsWith(prefix) && path.endsWith(ending)).reduce((sum, path) => sum + size(path), 0);
    expect(files.reduce((sum, path) => sum + size(path), 0)).toBeLessThan(10 * 1024 * 1024);
    expect(total("", ".liquid")).toBeLessThan(100 * 1024);
    expect(files.filter((path) => path.startsWith("blocks/")).length).toBeLessThanOrEqual(30);
    for (const path of files.filter((each) => each.startsWith("locales/"))) expect(size(path), path).toBeLessThan(15 * 1024);
    expect(total("assets/", ".css")).toBeLessThan(100_000);
    // Raw, not compressed: Milepost's own limit, as strict as the linter's.
    expect(total("assets/", ".js")).toBeLessThanOrEqual(10_000);
  });

  it("asks nobody but the shop: no address of another host in what a shopper's browser gets", () => {
    for (const path of files.filter((each) => /\.(js|css|liquid)$/.test(each))) {
      expect(read(path), path).not.toMatch(/(?:https?:)?\/\/[\w-]+\.[\w.-]+/);
      expect(read(path), path).not.toMatch(/@import|sendBeacon|XMLHttpRequest|WebSocket|document\.cookie|localStorage|eval\(/);
    }
    expect(read("assets/tracking.css")).not.toMatch(/url\(/);
  });

  it("has a style sheet that may stand in a page that goes through Liquid", () => {
    expect(read("assets/tracking.css")).not.toMatch(/\{\{|\{%|<\/style/i);
  });

  it("has every translation in every language, and no key that is not used", () => {
    const names = files.filter((path) => path.startsWith("locales/")).map((path) => path.slice("locales/".length));
    expect(names.sort()).toEqual(["de.json", "de.schema.json", "en.default.json", "en.default.schema.json", "es.json", "es.schema.json", "fr.json", "fr.schema.json"]);
    for (const ending of ["", ".schema"]) {
      const english = keysOf(JSON.parse(read(`locales/en.default${ending}.json`))).sort();
      for (const language of ["de", "fr", "es"]) expect(keysOf(JSON.parse(read(`locales/${language}${ending}.json`))).sort()).toEqual(english);
      const used = ending === "" ? [...read("blocks/tracking.liquid").matchAll(/'([\w.]+)' \| t\b/g)] : [...read("blocks/tracking.liquid").matchAll(/"t:([\w.]+)"/g)];
      expect([...new Set(used.map((match) => match[1]))].sort()).toEqual(english);
    }
  });

  it("escapes what a merchant may type; rich text is Shopify's to clean", () => {
    const liquid = read("blocks/tracking.liquid");
    const shown = [...liquid.matchAll(/\{\{-?\s*(block\.settings\.\w+)([^}]*)\}\}/g)];
    for (const [, setting = "", filters = ""] of shown) {
      const type = block.settings.find((each) => setting.endsWith(`.${each.id}`))?.type;
      if (type === "text") expect(filters, setting).toContain("escape");
    }
    expect(liquid).toContain("{{ action | escape }}");
  });
});

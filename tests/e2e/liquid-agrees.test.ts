import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readBlocks, readLocale, type AppBlock } from "../simulator/storefront/extension";
import { createEngine, renderLiquid } from "../simulator/storefront/liquid";

/** The block's Liquid, by Shopify's own library (Debian's ruby-liquid) and by the one of the simulator: one DOM. */

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const EXTENSION = fileURLToPath(new URL("../../extensions/tracking-page", import.meta.url));
const RENDER = fileURLToPath(new URL("./support/render.rb", import.meta.url));
const LANGUAGES = readdirSync(`${EXTENSION}/locales`).filter((name) => !name.includes(".schema.")).map((name) => name.split(".")[0] ?? "");

let browser: Browser;
let page: Page;
let block: AppBlock;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  const ruby = spawnSync("ruby", ["-rliquid", "-e", "puts Liquid::VERSION"], { encoding: "utf8" });
  if (ruby.status !== 0) throw new Error("This test needs Ruby's Liquid: apt-get install ruby ruby-liquid.");
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  page = await browser.newPage();
  const found = (await readBlocks(EXTENSION)).find((each) => each.handle === "tracking");
  if (!found) throw new Error("the extension has no tracking block");
  block = found;
});
afterAll(() => browser?.close());

/** What a browser makes of markup, so that two spellings of one character are the same. */
const dom = (markup: string) => page.evaluate((text) => new DOMParser().parseFromString(text, "text/html").body.innerHTML, markup);

const SETTINGS: Record<string, Record<string, unknown>> = {
  defaults: {},
  "nothing typed": { heading: "", intro: "", proxy_path: "" },
  "everything off": { show_items: false, show_feedback: false, radius: 0, accent: "#000000" },
  "signs of markup": { heading: `Where's "it" <b>& {{ shop.name }}</b>?`, intro: "<p>Rich &amp; <strong>bold</strong></p>", proxy_path: `/apps/"x"` },
  "null as Shopify gives for what was never set": { heading: null, intro: null, accent: null, proxy_path: null },
};

const cases = LANGUAGES.flatMap((locale) => Object.keys(SETTINGS).flatMap((name) => ["/", "/fr"].map((root) => ({ locale, name, root }))));
/** What Ruby made of each case. */
let theirs: string[];

/** Renders all jobs in one process: starting it takes longer than the rendering. @throws Error with what Ruby says */
function byRuby(jobs: readonly object[]): string[] {
  const run = spawnSync("ruby", [RENDER], { encoding: "utf8", input: JSON.stringify(jobs), maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[];
}

const valuesOf = ({ locale, name, root }: (typeof cases)[number]) => ({
  block: { id: "b1", settings: { ...block.settings, ...SETTINGS[name] }, shopify_attributes: 'data-block="b1"' },
  routes: { root_url: root }, request: { locale: { iso_code: locale } }, shop: { name: "Lamps & Co" },
});

beforeAll(async () => {
  const jobs = await Promise.all(cases.map(async (each) => ({ source: block.liquid, values: valuesOf(each), words: await readLocale(EXTENSION, each.locale) })));
  theirs = byRuby(jobs);
});

/** Values of each setting that Liquid treats differently; every combination of them is rendered. */
const CHOICES: Record<string, readonly unknown[]> = {
  heading: [null, " ", "Where's <it>?"],
  intro: [null, "<p>Rich &amp; <strong>bold</strong></p>"],
  accent: [null, "#000000"],
  radius: [null, 0, 24],
  show_items: [true, false],
  show_feedback: [true, false],
  proxy_path: [null, "", "/tools/paket"],
};

it("is the same with every combination of settings in every language and root", async () => {
  expect(Object.keys(CHOICES).sort(), "each setting of the block").toEqual(Object.keys(block.settings).sort());
  const combinations = Object.entries(CHOICES).reduce<Record<string, unknown>[]>((made, [id, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [id]: value }))), [{}]);
  expect(combinations).toHaveLength(432);
  for (const locale of LANGUAGES) {
    const words = await readLocale(EXTENSION, locale);
    const engine = createEngine({ locale, currency: "EUR", words }, { root: [], assetUrl: (asset) => `/extensions/assets/${asset}` });
    const jobs = combinations.flatMap((settings) => ["/", "/en-europe"].map((root) => ({
      source: block.liquid, words,
      values: { block: { id: "b1", settings, shopify_attributes: 'data-block="b1"' }, routes: { root_url: root }, request: { locale: { iso_code: locale } } },
    })));
    const ours = await Promise.all(jobs.map((job) => renderLiquid(engine, job.source, job.values)));
    const differing = await page.evaluate(
      ([left, right]) => {
        const parse = (text: string) => new DOMParser().parseFromString(text, "text/html");
        return left.flatMap((text, index) => (parse(text).isEqualNode(parse(right[index] ?? "")) ? [] : [index]));
      },
      [ours, byRuby(jobs)] as const,
    );
    expect(differing.map((index) => jobs[index]?.values), locale).toEqual([]);
  }
});

describe("the block", () => {
  it.each(cases.map((each, index) => ({ ...each, index })))("is the same in $locale with $name under $root", async ({ index, ...each }) => {
    const words = await readLocale(EXTENSION, each.locale);
    const engine = createEngine({ locale: each.locale, currency: "EUR", words }, { root: [], assetUrl: (asset) => `/extensions/assets/${asset}` });
    const ours = await dom(await renderLiquid(engine, readFileSync(`${EXTENSION}/blocks/tracking.liquid`, "utf8"), valuesOf(each)));
    expect(ours).toBe(await dom(theirs[index] ?? ""));
    expect(ours).toContain("data-mpt-root");
    expect(ours).not.toContain("translation missing");
    expect(ours.includes("mpt-title"), "a heading only where there is one").toBe(!["nothing typed", "null as Shopify gives for what was never set"].includes(each.name));
  });
});

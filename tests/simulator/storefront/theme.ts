import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Liquid } from "liquidjs";
import type { DemoShop } from "../demo/shops";
import { readBlocks, readLocale, type AppBlock } from "./extension";
import { createEngine, renderLiquid } from "./liquid";
import type { ThemeName } from "./themes";

/** Templates that a theme does not have are the first theme's. */
const TEMPLATES = fileURLToPath(new URL("./theme", import.meta.url));
const FOLDERS: Record<ThemeName, string> = { meadow: TEMPLATES, coast: fileURLToPath(new URL("./coast", import.meta.url)) };

async function template(theme: ThemeName, name: string): Promise<string> {
  return readFile(join(FOLDERS[theme], `${name}.liquid`), "utf8").catch(() => readFile(join(TEMPLATES, `${name}.liquid`), "utf8"));
}

export interface ThemeOptions {
  shop: DemoShop;
  /** Folder of the theme app extension. */
  extension: string;
  /** The storefront's own address, without a slash at the end. */
  origin: () => string;
  /** Settings of the block as the merchant has set them in the theme editor, over the defaults. */
  blockSettings?: Readonly<Record<string, unknown>>;
}

export interface PageRequest {
  path: string;
  /** As Shopify says it: "en", "de", "pt-PT". */
  locale: string;
  query: Readonly<Record<string, string>>;
  theme: ThemeName;
  /** Where the language begins: "/" for the main one, else "/fr". */
  rootUrl: string;
}

/** Pages of the theme, rendered through Liquid. */
export interface Theme {
  /** One of ./theme's templates within the layout. */
  render(template: string, title: string, request: PageRequest, values?: Record<string, unknown>): Promise<string>;
  /** Liquid from the app proxy within the layout. */
  renderContent(liquid: string, title: string, request: PageRequest): Promise<string>;
  /** The page /pages/track with the app's block. */
  renderTrackPage(request: PageRequest): Promise<string>;
}

export function createTheme(options: ThemeOptions): Theme {
  const { shop, extension } = options;

  async function engineFor(request: PageRequest): Promise<Liquid> {
    const words = await readLocale(extension, request.locale);
    const page = { locale: request.locale, currency: shop.currency, words };
    return createEngine(page, { root: [join(extension, "snippets"), TEMPLATES], assetUrl: (name) => `/extensions/assets/${name}` });
  }

  function globals(request: PageRequest): Record<string, unknown> {
    const host = new URL(options.origin()).host;
    return {
      shop: { name: shop.name, email: shop.email, permanent_domain: shop.domain, domain: host, url: options.origin(), secure_url: options.origin(), currency: shop.currency, locale: shop.locale, id: 1, metafields: {} },
      request: { locale: { iso_code: request.locale, primary: request.locale === "en", name: request.locale }, path: request.path, host, design_mode: false, page_type: "page", origin: options.origin() },
      routes: { root_url: request.rootUrl, cart_url: "/cart", account_url: "/account", account_login_url: "/account/login" },
      localization: { language: { iso_code: request.locale }, country: { iso_code: shop.home.country } },
      settings: {},
      template: { name: "page", suffix: "track" },
      customer: null,
      app: { metafields: {} },
      tagline: shop.tagline,
      home: shop.home,
      look: `--paper:${shop.look.paper};--ink:${shop.look.ink};--accent:${shop.look.accent};--accent-ink:${shop.look.accentInk};`,
    };
  }

  async function layout(theme: ThemeName, engine: Liquid, values: Record<string, unknown>, title: string, content: string, header = ""): Promise<string> {
    return renderLiquid(engine, await template(theme, "layout"), { ...values, page_title: title, content_for_layout: content, content_for_header: header });
  }

  async function blockMarkup(engine: Liquid, values: Record<string, unknown>, block: AppBlock): Promise<string> {
    const id = `AppBlock-${block.handle}`;
    const settings = { ...block.settings, ...options.blockSettings };
    const inner = await renderLiquid(engine, block.liquid, {
      ...values,
      block: { id, type: `shopify://apps/milepost/blocks/${block.handle}/1`, settings, shopify_attributes: `data-block-handle="${block.handle}"` },
      section: { id: "main", settings: {} },
    });
    return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${inner}</div>`;
  }

  return {
    async render(name, title, request, values = {}) {
      const engine = await engineFor(request);
      const all = { ...globals(request), ...values };
      const source = await template(request.theme, name);
      return layout(request.theme, engine, all, title, await renderLiquid(engine, source, all));
    },
    async renderContent(liquid, title, request) {
      const engine = await engineFor(request);
      const values = globals(request);
      return layout(request.theme, engine, values, title, await renderLiquid(engine, liquid, values));
    },
    async renderTrackPage(request) {
      const engine = await engineFor(request);
      const values = { ...globals(request), page: { title: "Track your order", handle: "track" } };
      const blocks = (await readBlocks(extension)).filter((block) => block.target === "section");
      const rendered = await Promise.all(blocks.map((block) => blockMarkup(engine, values, block)));
      const header = [...new Set((await Promise.all(blocks.map((block) => headOf(extension, block)))).flat())].join("");
      const source = await template(request.theme, "track");
      const content = await renderLiquid(engine, source, { ...values, has_block: blocks.length > 0, app_block: rendered.join("\n") });
      return layout(request.theme, engine, values, "Track your order", content, header);
    },
  };
}

/**
 * Assets that a block names in its schema: Shopify puts them into the head, once each however many blocks there are.
 * @throws when the extension has no such file, which Shopify refuses at deploy
 */
async function headOf(extension: string, block: AppBlock): Promise<string[]> {
  for (const name of [block.stylesheet, block.javascript]) {
    if (name !== null) await access(join(extension, "assets", name)).catch(() => Promise.reject(new Error(`blocks/${block.handle}.liquid names assets/${name}, which is not there`)));
  }
  return [
    ...(block.stylesheet === null ? [] : [`<link rel="stylesheet" href="/extensions/assets/${block.stylesheet}">`]),
    ...(block.javascript === null ? [] : [`<script src="/extensions/assets/${block.javascript}" defer></script>`]),
  ];
}

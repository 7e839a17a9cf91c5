import { Liquid, type Context, type Emitter, type TagToken, type Template, type TopLevelToken, Tag } from "liquidjs";
import { stripPlatformTags } from "./extension";

/** What the filters need to know of the page that is rendered. */
export interface LiquidPage {
  locale: string;
  currency: string;
  words: Readonly<Record<string, unknown>>;
}

/** `{% style %}` of Shopify's Liquid: a style element. */
class StyleTag extends Tag {
  private templates: Template[] = [];
  constructor(token: TagToken, remain: TopLevelToken[], liquid: Liquid) {
    super(token, remain, liquid);
    while (remain.length > 0) {
      const next = remain.shift();
      if (next === undefined) break;
      if ("name" in next && next.name === "endstyle") return;
      this.templates.push(liquid.parser.parseToken(next, remain));
    }
    throw new Error("tag {% style %} not closed");
  }
  *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    emitter.write("<style data-shopify>");
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    emitter.write("</style>");
  }
}

/** An engine with the parts of Shopify's Liquid that theme app extensions use. */
export function createEngine(page: LiquidPage, options: { root: readonly string[]; assetUrl: (name: string) => string }): Liquid {
  const engine = new Liquid({ root: [...options.root], partials: [...options.root], extname: ".liquid", strictFilters: true, relativeReference: false, jsTruthy: false });
  engine.registerTag("style", StyleTag);
  const money = (minor: unknown, withCode: boolean): string => {
    const amount = new Intl.NumberFormat(page.locale, { style: "currency", currency: page.currency }).format(Number(minor) / 100);
    return withCode ? `${amount} ${page.currency}` : amount;
  };
  engine.registerFilter("money", (minor: unknown) => money(minor, false));
  engine.registerFilter("money_with_currency", (minor: unknown) => money(minor, true));
  engine.registerFilter("asset_url", (name: unknown) => options.assetUrl(String(name)));
  engine.registerFilter("stylesheet_tag", (url: unknown) => `<link href="${escape(String(url))}" rel="stylesheet" type="text/css" media="all">`);
  engine.registerFilter("script_tag", (url: unknown) => `<script src="${escape(String(url))}" type="text/javascript"></script>`);
  engine.registerFilter("image_url", (url: unknown) => String(url));
  engine.registerFilter("img_url", (url: unknown) => String(url));
  engine.registerFilter("image_tag", (url: unknown) => `<img src="${escape(String(url))}" alt="">`);
  engine.registerFilter("handle", (text: unknown) => String(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, ""));
  engine.registerFilter("font_face", () => "");
  engine.registerFilter("t", (key: unknown, ...rest: unknown[]) => translate(page, String(key), rest));
  return engine;
}

/** `{{ 'key' | t: name: value }}`: named values come as pairs. */
function translate(page: LiquidPage, key: string, rest: readonly unknown[]): string {
  const values = Object.fromEntries(rest.filter((one): one is [string, unknown] => Array.isArray(one) && one.length === 2));
  let found = page.words[key];
  if (typeof found === "object" && found !== null) {
    const form = new Intl.PluralRules(page.locale).select(Number(values["count"] ?? 0));
    const forms = found as Record<string, unknown>;
    found = forms[form] ?? forms["other"];
  }
  if (typeof found !== "string") return `translation missing: ${page.locale}.${key}`;
  // As Shopify does: values are escaped unless the key ends in _html.
  const safe = key.endsWith("_html") ? (value: unknown) => String(value) : (value: unknown) => escape(String(value));
  return found.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => (name in values ? safe(values[name]) : ""));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Renders Liquid as the storefront would; platform tags are taken off first. */
export async function renderLiquid(engine: Liquid, source: string, values: Record<string, unknown>): Promise<string> {
  return String(await engine.parseAndRender(stripPlatformTags(source), values));
}


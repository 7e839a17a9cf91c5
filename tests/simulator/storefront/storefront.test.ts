import { createHmac } from "node:crypto";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type RunningServer } from "../control/server";
import { alderAndFinch } from "../demo/shops";
import { createStorefront } from "./index";
import { THEMES, type ThemeName } from "./themes";

const secret = "the-app-secret";
const block = `{% comment %}x{% endcomment %}<div {{ block.shopify_attributes }} style="--c: {{ block.settings.colour }}">{{ 'track.title' | t }} {{ 'track.parcels' | t: count: 2 }} {{ 'hello' | t: name: shop.name }}</div>
{{ 'track.css' | asset_url | stylesheet_tag }}
{% schema %}{"name":"Tracking","target":"section","javascript":"track.js","settings":[{"type":"color","id":"colour","label":"Colour","default":"#123456"}]}{% endschema %}`;

let folder = "";
let app: RunningServer;
let shop: RunningServer;
let published: ThemeName = "meadow";
const seen: { url: URL; body: string; cookie: string | undefined; forwardedFor: string | undefined }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "extension-"));
  for (const name of ["blocks", "locales", "assets"]) await mkdir(join(folder, name));
  await writeFile(join(folder, "blocks/tracking.liquid"), block);
  await writeFile(join(folder, "assets/track.js"), "1");
  await writeFile(join(folder, "locales/en.default.json"), JSON.stringify({ track: { title: "Where is it?", parcels: { one: "{{ count }} parcel", other: "{{ count }} parcels" } }, hello: "Hello {{ name }}" }));
  await writeFile(join(folder, "locales/de.json"), JSON.stringify({ track: { title: "Wo ist es?" } }));
  const fake = express();
  fake.use(express.text({ type: () => true }), (request, response) => {
    seen.push({ url: new URL(request.originalUrl, "http://app.test"), body: typeof request.body === "string" ? request.body : "", cookie: request.get("cookie"), forwardedFor: request.get("x-forwarded-for") });
    response.set("set-cookie", "a=b").set("cache-control", "no-store");
    if (request.path.endsWith("/json")) return void response.json({ ok: true });
    response.status(200).set("content-type", "application/liquid").send(`<p>{{ shop.name | escape }} says {{ 'track.title' | t }}</p>`);
  });
  app = await serve(fake, 0);
  const storefront = createStorefront({
    shop: alderAndFinch, extension: folder, now: () => 1_764_000_000_500, origin: () => "http://localhost:4003",
    backend: { order: () => null, buy: async () => "1001", customerId: () => "77" },
    proxy: () => ({ prefix: "apps", subpath: "track", url: `http://127.0.0.1:${app.port}/proxy/track`, apiSecret: secret }),
    publishedTheme: () => published,
  });
  shop = await serve(storefront, 0);
});
afterAll(async () => {
  await Promise.all([app.close(), shop.close()]);
  await rm(folder, { recursive: true });
});
const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${shop.port}${path}`, { redirect: "manual", ...init });

describe("the app proxy", () => {
  it("writes the shopper's address behind what the shopper wrote, and is a hop itself", async () => {
    await get("/apps/track", { headers: { "x-forwarded-for": "192.0.2.1", "x-simulated-client": "203.0.113.7" } });
    expect(seen.at(-1)?.forwardedFor).toBe("192.0.2.1, 203.0.113.7, 23.227.38.33");
  });

  it("adds Shopify's parameters, signs them, and renders Liquid within the theme", async () => {
    const answer = await get("/apps/track/look?order=%231001&b=2&b=1&signature=forged&shop=evil.myshopify.com", { headers: { cookie: "secret=1" } });
    const page = await answer.text();
    expect(page).toContain("<p>Alder &amp; Finch says Where is it?</p>");
    expect(page).toContain("site-header");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const { url, cookie } = seen.at(-1) ?? {};
    expect(cookie).toBeUndefined();
    expect(url?.pathname).toBe("/proxy/track/look");
    const query = url?.searchParams ?? new URLSearchParams();
    expect(query.get("shop")).toBe("alder-and-finch.myshopify.com");
    expect(query.get("path_prefix")).toBe("/apps/track");
    expect(query.get("timestamp")).toBe("1764000000");
    expect(query.get("logged_in_customer_id")).toBe("77");
    const text = ["b=2,1", "logged_in_customer_id=77", "order=#1001", "path_prefix=/apps/track", "shop=alder-and-finch.myshopify.com", "timestamp=1764000000"].join("");
    expect(query.getAll("signature")).toEqual([createHmac("sha256", secret).update(text).digest("hex")]);
    expect(await (await get("/apps/track/look", { headers: { cookie: "preview_theme=coast" } })).text()).toContain("header__heading-link");
  });

  it("passes forms and other kinds of answers as they are", async () => {
    const answer = await get("/apps/track/json", { method: "POST", body: new URLSearchParams({ rating: "5", comment: "Größe" }) });
    expect(await answer.json()).toEqual({ ok: true });
    expect(seen.at(-1)?.body).toBe("rating=5&comment=Gr%C3%B6%C3%9Fe");
  });

  it("leaves other paths to the theme", async () => {
    const before = seen.length;
    expect((await get("/apps/tracking")).status).toBe(404);
    expect(seen.length).toBe(before);
  });
});

describe("the theme of a storefront", () => {
  const isCoast = async (path: string, cookie = "") => (await (await get(path, { headers: { cookie } })).text()).includes('id="MainContent"');

  it("is the published one, unless another is previewed", async () => {
    expect(await isCoast("/pages/track")).toBe(false);
    published = "coast";
    expect(await isCoast("/pages/track")).toBe(true);
    expect(await isCoast("/apps/track/look")).toBe(true);
    expect(await isCoast("/pages/track", "preview_theme=meadow")).toBe(false);
    expect(await isCoast("/pages/track?preview_theme_id=no-theme")).toBe(true);
    published = "meadow";
  });

  it("is the published one again when the preview ends", async () => {
    const ended = await get("/pages/track?preview_theme_id=", { headers: { cookie: "preview_theme=coast" } });
    expect(await ended.text()).not.toContain('id="MainContent"');
    expect(ended.headers.get("set-cookie")).toMatch(/preview_theme=;.*Max-Age=0/);
  });

  it("does not render a block whose schema names an asset that the extension has not", async () => {
    const broken = block.replace('"javascript":"track.js"', '"javascript":"gone.js"');
    await writeFile(join(folder, "blocks/tracking.liquid"), broken);
    const answer = await get("/pages/track");
    await writeFile(join(folder, "blocks/tracking.liquid"), block);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("assets/gone.js");
  });
});

describe("the languages and markets of a storefront", () => {
  it.each([["/fr", "fr"], ["/pt-br", "pt-BR"], ["/en-europe", "en"]])("have pages and the proxy under %s", async (root, locale) => {
    expect(await (await get(`${root}/pages/track`)).text()).toContain(`lang="${locale}"`);
    expect((await get(root)).status).toBe(200);
    expect((await get(`${root}?x=1`)).status).toBe(200);
    expect((await get(`${root}/apps/track/look?a=1`)).status).toBe(200);
    const { url } = seen.at(-1) ?? {};
    expect([url?.pathname, url?.searchParams.get("path_prefix"), url?.searchParams.get("a")]).toEqual(["/proxy/track/look", "/apps/track", "1"]);
  });

  it.each(["/zz/pages/track", "/frog/pages/track", "/zz/apps/track/look"])("are those that the shop has published: not %s", async (path) => {
    const before = seen.length;
    expect((await get(path)).status).toBe(404);
    expect(seen.length).toBe(before);
  });
});

describe.each(THEMES)("the theme %s", (theme) => {
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${shop.port}${path}`, { redirect: "manual", ...init, headers: { cookie: `preview_theme=${theme}` } });

  it("is kept by a cookie once an address has named it, and differs in its root font size", async () => {
    expect((await fetch(`http://127.0.0.1:${shop.port}/pages/track?preview_theme_id=${theme}`)).headers.get("set-cookie")).toContain(`preview_theme=${theme}`);
    const sheet = await (await get(theme === "coast" ? "/theme-coast/base.css" : "/theme/theme.css")).text();
    expect(sheet.includes("62.5%")).toBe(theme === "coast");
    expect(await (await get("/pages/track")).text()).toContain(theme === "coast" ? 'id="MainContent"' : 'id="content"');
  });

  it("has every page in each language of the shop, and hands the proxy the path without it", async () => {
    expect(await (await get("/de/pages/track")).text()).toContain("Wo ist es?");
    expect((await get("/fr/apps/track/look")).status).toBe(200);
    const { url } = seen.at(-1) ?? {};
    expect([url?.pathname, url?.searchParams.get("path_prefix")]).toEqual(["/proxy/track/look", "/apps/track"]);
  });

  it("renders the extension's block with its defaults, words and assets", async () => {
    const page = await (await get("/pages/track")).text();
    expect(page).toContain("--c: #123456");
    expect(page).toContain("Where is it? 2 parcels Hello Alder &#38; Finch");
    expect(page).toContain('<script src="/extensions/assets/track.js" defer>');
    expect(page).toContain('href="/extensions/assets/track.css"');
    expect(page).not.toContain("schema");
    expect((await get("/extensions/assets/track.js")).status).toBe(200);
    expect(await (await get("/pages/track?locale=de")).text()).toContain("Wo ist es?");
  });

  it("is not there while the shop has not granted the app its scope", async () => {
    const own = await serve(
      createStorefront({ shop: alderAndFinch, extension: folder, now: () => 0, origin: () => "http://localhost:4003", backend: { order: () => null, buy: async () => "", customerId: () => null }, publishedTheme: () => published, proxy: () => null }),
      0,
    );
    const asked = seen.length;
    expect((await fetch(`http://127.0.0.1:${own.port}/apps/track`)).status).toBe(404);
    expect(seen).toHaveLength(asked);
    await own.close();
  });

  it.each(["en", "de", "fr", "es", "nl"])("renders the app's own block in %s, or in its default language, with no word missing", async (locale) => {
    const own = await serve(
      createStorefront({
        shop: alderAndFinch, extension: "extensions/tracking-page", now: () => 0, origin: () => "http://localhost:4003",
        backend: { order: () => null, buy: async () => "", customerId: () => null },
        proxy: () => ({ prefix: "apps", subpath: "track", url: "http://127.0.0.1:9", apiSecret: secret }),
        publishedTheme: () => published,
      }),
      0,
    );
    const page = await (await fetch(`http://127.0.0.1:${own.port}/pages/track?locale=${locale}&preview_theme_id=${theme}`)).text();
    const french = await (await fetch(`http://127.0.0.1:${own.port}/fr/pages/track?preview_theme_id=${theme}`)).text();
    await own.close();
    expect(page).not.toContain("translation missing");
    expect(page).toMatch(/action="\/apps\/track"/);
    expect(french).toMatch(/action="\/fr\/apps\/track"/);
    expect(french).toContain('name="root" value="/fr"');
    // Through the schema, so once in the head however many blocks there are.
    expect(page.match(/tracking\.(css|js)/g)).toEqual(["tracking.css", "tracking.js"]);
    expect(page.indexOf("tracking.css")).toBeLessThan(page.indexOf("</head>"));
    expect(page).toContain(`lang="${locale}"`);
  });

  it("shows home, products and pictures, and says plainly what is not there", async () => {
    expect(await (await get("/")).text()).toContain("Ridgeline two-person tent");
    expect(await (await get("/products/enamel-mug")).text()).toContain("$18.00");
    expect((await get("/cdn/products/enamel-mug.svg")).headers.get("content-type")).toContain("image/svg+xml");
    expect((await get("/products/nothing")).status).toBe(404);
    const bought = await get("/cart/buy", { method: "POST", body: new URLSearchParams({ product: "enamel-mug", variant: "1" }) });
    expect(bought.headers.get("location")).toBe("/orders/1001");
  });
});

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { urlencoded, type Express, type Request } from "express";
import { drawPicture } from "../demo/pictures";
import type { DemoProduct, } from "../demo/products";
import type { DemoShop } from "../demo/shops";
import type { ProxyTarget, StorefrontBackend } from "./ports";
import { proxyRouter } from "./proxy";
import { splitRoot } from "./roots";
import { createTheme, type PageRequest } from "./theme";
import { componentsSheet, themeNamed, type ThemeName } from "./themes";

export interface StorefrontOptions {
  shop: DemoShop;
  backend: StorefrontBackend;
  /** Folder of the theme app extension. */
  extension: string;
  /** Null where the shop has no app proxy of the app. */
  proxy: () => ProxyTarget | null;
  /** Milliseconds since the epoch, by the simulator's clock. */
  now: () => number;
  /** The storefront's own address, without a slash at the end. */
  origin: () => string;
  blockSettings?: Readonly<Record<string, unknown>>;
  /** The theme that shoppers get; another one can be previewed. */
  publishedTheme: () => ThemeName;
}

function pageRequest(request: Request, { shop, publishedTheme }: StorefrontOptions): PageRequest {
  const query = Object.fromEntries(Object.entries(request.query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const root = splitRoot(request.originalUrl);
  // As Shopify's preview of a theme: named once in an address and kept by a cookie; without a name it ends.
  const kept = /(?:^|; )preview_theme=(\w+)/.exec(request.get("cookie") ?? "")?.[1];
  const theme = themeNamed(query["preview_theme_id"] ?? kept) ?? publishedTheme();
  const locale = /^[a-z]{2}(-[A-Z]{2})?$/.test(query["locale"] ?? "") ? (query["locale"] ?? shop.locale) : (root.locale ?? shop.locale);
  return { path: request.path, locale, query, theme, rootUrl: root.url };
}

function forLiquid(product: DemoProduct): Record<string, unknown> {
  return {
    handle: product.handle, title: product.title, price: product.priceMinor, vendor: product.vendor, description: product.description,
    variants: product.variants, featured_image: `/cdn/products/${product.handle}.svg`,
  };
}

/** The shop's own website: home, product, order and tracking pages, the app's assets, and the app proxy. */
export function createStorefront(options: StorefrontOptions): Express {
  const { shop, backend } = options;
  const theme = createTheme(options);
  const app = express().disable("x-powered-by");
  app.use((request, response, next) => {
    const preview = request.query["preview_theme_id"];
    if (themeNamed(preview)) response.set("set-cookie", `preview_theme=${String(preview)}; Path=/; SameSite=Lax`);
    else if (preview === "") response.set("set-cookie", "preview_theme=; Path=/; Max-Age=0");
    // Every address exists in each language of the shop.
    request.url = splitRoot(request.url).rest;
    next();
  });

  app.use(proxyRouter({
    shop: shop.domain,
    target: options.proxy,
    now: options.now,
    customerId: () => backend.customerId(),
    renderPage: (request, liquid) => theme.renderContent(liquid, "Track your order", pageRequest(request, options)),
  }));
  app.get("/cdn/products/:handle.svg", (request, response) => {
    const product = shop.products.find((one) => one.handle === request.params.handle);
    if (!product) return void response.status(404).end();
    response.type("image/svg+xml").set("cache-control", "public, max-age=3600").send(drawPicture(product.shape, product.colours));
  });
  app.use("/theme", express.static(fileURLToPath(new URL("./theme", import.meta.url)), { extensions: [], index: false }));
  app.get("/theme-coast/components.css", (_request, response) => void response.type("css").send(componentsSheet()));
  app.use("/theme-coast", express.static(fileURLToPath(new URL("./coast", import.meta.url)), { extensions: [], index: false }));
  app.use("/extensions/assets", express.static(join(options.extension, "assets"), { index: false }));

  app.get("/", (request, response, next) => {
    theme.render("index", shop.tagline, pageRequest(request, options), { products: shop.products.map(forLiquid) }).then((page) => response.send(page), next);
  });
  app.get("/products/:handle", (request, response, next) => {
    const product = shop.products.find((one) => one.handle === request.params.handle);
    if (!product) return next();
    theme.render("product", product.title, pageRequest(request, options), { product: forLiquid(product) }).then((page) => response.send(page), next);
  });
  app.get("/pages/track", (request, response, next) => {
    theme.renderTrackPage(pageRequest(request, options)).then((page) => response.send(page), next);
  });
  app.get("/orders/:name", (request, response, next) => {
    const order = backend.order(request.params.name);
    if (!order) return next();
    theme.render("order", `Order ${order.name}`, pageRequest(request, options), { order }).then((page) => response.send(page), next);
  });
  app.post("/cart/buy", urlencoded({ extended: false }), (request, response, next) => {
    // The proxy's reader has taken the body already; it is a form.
    const form = Buffer.isBuffer(request.body) ? new URLSearchParams(request.body.toString("utf8")) : new URLSearchParams(request.body as Record<string, string>);
    const product = shop.products.find((one) => one.handle === form.get("product"));
    if (!product) return next();
    backend.buy(product.handle, Number(form.get("variant") ?? 0)).then((name) => response.redirect(303, `/orders/${encodeURIComponent(name)}`), next);
  });
  app.use((request, response, next) => {
    theme.render("message", "Not found", pageRequest(request, options), { heading: "This path leads nowhere", text: "Nothing is at this address." })
      .then((page) => response.status(404).send(page), next);
  });
  return app;
}

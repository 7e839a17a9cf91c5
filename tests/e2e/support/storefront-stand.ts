import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import express from "express";
import { chromium, type Browser } from "playwright-core";

import { renderFragment, renderPage } from "~/presenters/storefront/render-page";

import { serve } from "../../simulator/control/server";
import { alderAndFinch } from "../../simulator/demo/shops";
import { createStorefront } from "../../simulator/storefront";
import { LANGUAGES, pageInState, STATES, type Language, type PageState } from "./page-states";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A storefront with the app's own block and pages, in front of which an order's number chooses the state to show, and a link shows a moving one. */
export interface StorefrontStand {
  browser: Browser;
  /** The storefront, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** @throws Error when there is no browser */
export async function openStorefrontStand(): Promise<StorefrontStand> {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  let origin = "";
  const app = express();
  app.use(express.urlencoded({ extended: false }), (request, response) => {
    const fields = { ...request.query, ...(request.body as Record<string, string>) } as Record<string, string | undefined>;
    const state: PageState = STATES.find((each) => each === fields["order"]) ?? (fields["t"] ? "moving" : "form");
    const language: Language = LANGUAGES.find((each) => each === fields["locale"]) ?? "en";
    const model = { ...pageInState(state, language, `${origin}/cdn/products/enamel-mug.svg`), root: fields["root"] ?? "" };
    if (fields["format"] === "fragment") return void response.type("html").send(renderFragment(model));
    response.set("content-type", "application/liquid").send(renderPage(model));
  });
  const server = await serve(app, 0);
  const storefront = await serve(
    createStorefront({
      shop: alderAndFinch, extension: fileURLToPath(new URL("../../../extensions/tracking-page", import.meta.url)), now: () => Date.now(), origin: () => origin,
      backend: { order: () => null, buy: async () => "", customerId: () => null },
      proxy: () => ({ prefix: "apps", subpath: "track", url: `http://127.0.0.1:${server.port}/proxy/track`, apiSecret: "secret" }),
      publishedTheme: () => "meadow",
    }),
    0,
  );
  origin = `http://localhost:${storefront.port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  return {
    browser,
    origin,
    async close() {
      await browser.close();
      await Promise.all([server.close(), storefront.close()]);
    },
  };
}

import { randomBytes } from "node:crypto";

import type { AppLoadContext } from "@remix-run/node";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

import { readConfig } from "~/config.server";
import { requireShop, type ShopRequest } from "~/routes-auth.server";
import { createShopify } from "~/shopify.server";
import { installShop } from "~/use-cases/install-shop";

import type { SimulatedApp } from "./simulated-app";

const APP = "https://milepost.example";
const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36" };

/**
 * Opens the app in a shop's admin as a browser does: the signed address with its session token goes through the real
 * sign-in, and Shopify's own library exchanges tokens with the simulator.
 * @returns what a route gets, or the response that is thrown instead
 */
export async function visit(app: SimulatedApp, domain: string, options: { env?: Record<string, string>; token?: string } = {}): Promise<ShopRequest | Response> {
  setAbstractFetchFunc(app.fetch);
  const config = readConfig({
    SHOPIFY_API_KEY: app.simulator.apiKey,
    SHOPIFY_API_SECRET: app.simulator.apiSecret,
    SHOPIFY_APP_URL: APP,
    MILEPOST_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    ...options.env,
  });
  const shopify = createShopify({
    config,
    sessionStorage: app.sessions,
    afterAuth: async (shopDomain) => void (await installShop(app.context, { domain: shopDomain })),
  });
  app.simulator.setAppUrl(APP);
  const url = new URL(app.simulator.launchUrl(domain, "/app"));
  if (options.token !== undefined) url.searchParams.set("id_token", options.token);
  const request = new Request(url, { headers: BROWSER });
  // The request only uses these of the dependencies.
  const context = { dependencies: { config, db: app.context.db, shopify, useCases: app.context } } as unknown as AppLoadContext;
  try {
    return await requireShop(request, context);
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

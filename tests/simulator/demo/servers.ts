import { join } from "node:path";
import express from "express";
import { createControl } from "../control";
import { navLinks } from "../control/nav";
import { serve, type RunningServer } from "../control/server";
import { newOrder } from "../control/commands";
import { PROXY_SCOPE, type AppConfig } from "../shopify/config/app-config";
import { createStorefront } from "../storefront";
import type { ProxyTarget, ShopperOrder, StorefrontBackend } from "../storefront/ports";
import { demoApp } from "./app-env";
import type { DemoShop } from "./shops";
import { demoShops } from "./shops";
import { addresses, type DemoWorld } from "./world";

/** Folder of the theme app extension, in the repository. */
const EXTENSION = "extensions/tracking-page";

function shopperOrder(world: DemoWorld, shop: DemoShop, name: string): ShopperOrder | null {
  const state = world.desk.state(shop);
  const plain = name.replace(/^#/, "");
  const order = Object.values(state.orders).find((one) => one.name === `#${plain}`);
  if (!order) return null;
  return {
    name: order.name,
    first_name: order.shippingAddress?.firstName ?? "",
    cancelled: order.cancelledAt !== null,
    lines: order.lineItems.map((line) => ({ title: line.title, variant: line.variantTitle, quantity: line.quantity, image: line.picture?.url ?? null })),
    fulfillments: Object.values(state.fulfillments).filter((one) => one.orderId === order.id && one.status === "SUCCESS").map((one) => ({ tracking: one.tracking })),
  };
}

function backendOf(world: DemoWorld, shop: DemoShop): StorefrontBackend {
  return {
    order: (name) => shopperOrder(world, shop, name),
    async buy(product, variant) {
      const order = world.desk.place({ ...newOrder(world, shop.key, shop.home.country, "online_store", null), lines: [{ product, variant, quantity: 1 }] });
      world.save();
      return order.name.replace(/^#/, "");
    },
    customerId: () => null,
  };
}

/** Where the app proxy of shopify.app.toml leads in the simulated world; nowhere until a shop has granted its scope. */
function proxyTarget(config: AppConfig, granted: readonly string[], appUrl: string): ProxyTarget | null {
  if (!granted.includes(PROXY_SCOPE)) return null;
  const proxy = config.proxy ?? { url: "/proxy/track", subpath: "track", prefix: "apps" };
  const path = new URL(proxy.url, appUrl).pathname.replace(/\/$/, "");
  return { prefix: proxy.prefix, subpath: proxy.subpath, url: `${appUrl}${path}`, apiSecret: demoApp.secret };
}

/** Starts the servers that people look at: control, storefronts, phone and team inbox. */
export async function startServers(world: DemoWorld, config: AppConfig, root: string): Promise<RunningServer[]> {
  const { ports } = world;
  const at = addresses(ports);
  const storefronts = demoShops.map((shop) =>
    serve(
      createStorefront({
        shop,
        backend: backendOf(world, shop),
        extension: join(root, EXTENSION),
        proxy: () => proxyTarget(config, world.desk.state(shop).shop.installation?.scopes ?? [], `http://127.0.0.1:${ports.app}`),
        now: () => world.clock.now(),
        publishedTheme: () => world.publishedTheme(shop),
        origin: () => (shop.key === "alder" ? at.storefront : at.secondStorefront),
      }),
      shop.key === "alder" ? ports.storefront : ports.secondStorefront,
    ),
  );
  const messages = express().disable("x-powered-by");
  messages.use("/phone", world.phone.router).use("/team", world.team.router);
  messages.get("/", (_request, response) => response.redirect(navLinks(ports)[0]?.href ?? "/"));
  return Promise.all([serve(createControl(world), ports.control), ...storefronts, serve(messages, ports.messages)]);
}

import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";

import { createSessionToken } from "../auth/session-token";
import { approveScopes, install, pendingScopes } from "../behaviour/installation";
import { send, sendJson } from "../http/respond";
import type { ShopState } from "../store/records";
import type { World } from "../world";
import { appPage, approvalPage, elsewherePage, homePage, orderPage, ordersPage } from "./pages";

const JAVASCRIPT = "text/javascript; charset=utf-8";

const assets: Readonly<Record<string, { files: string[]; type: string }>> = {
  "/app-bridge.js": { files: ["app-bridge-save-bar.js", "app-bridge-modal.js", "app-bridge.js"], type: JAVASCRIPT },
  "/admin-assets/shell.js": { files: ["shell.js"], type: JAVASCRIPT },
  "/admin-assets/shell.css": { files: ["shell.css"], type: "text/css; charset=utf-8" },
};

/** The simulated admin.shopify.com: /store/SHOP/… and the scripts. @returns whether the address was one of its own */
export async function answerAdmin(world: World, url: URL, response: ServerResponse): Promise<boolean> {
  const asset = assets[url.pathname];
  if (asset) {
    const texts = await Promise.all(asset.files.map((file) => readFile(new URL(file, import.meta.url), "utf8")));
    // In a function of its own: what the files share is not the page's.
    send(response, 200, asset.type, asset.type === JAVASCRIPT ? `(() => {\n${texts.join("\n")}\n})();` : texts.join("\n"), { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" });
    return true;
  }
  const match = /^\/store\/([^/]+)(\/.*)?$/.exec(url.pathname);
  if (!match?.[1]) return false;
  const state = world.store.shops[`${match[1]}.myshopify.com`];
  if (state) answerStore(world, state, match[2] ?? "/", url, response);
  else send(response, 404, "text/plain; charset=utf-8", `There is no shop ${match[1]}.`);
  return true;
}

function answerStore(world: World, state: ShopState, path: string, url: URL, response: ServerResponse): void {
  const page = (text: string): void => send(response, 200, "text/html; charset=utf-8", text);
  const { installation, ownerName, email, locale } = state.shop;
  if (path === "/session-token") {
    // Only an installed app has a frame to ask from.
    if (installation === null) return sendJson(response, 403, { error: "the app is not installed" });
    return sendJson(response, 200, { token: createSessionToken(world, state) });
  }
  if (path === "/user") return sendJson(response, 200, { user: { name: ownerName, email, locale, accountAccess: "full" } });
  if (path === "/scopes") return sendJson(response, 200, { scopes: { granted: installation?.scopes ?? [], required: world.config.scopes, optional: [] } });
  const app = /^\/apps\/([^/]+)(\/.*)?$/.exec(path);
  if (app) {
    if (app[1] !== world.config.handle) {
      // App Bridge knows the app by its key, not by its handle, and asks for `-`.
      response.writeHead(302, { location: `/store/${state.shop.handle}/apps/${world.config.handle}${app[2] ?? ""}${url.search}` }).end();
      return;
    }
    install(world, state);
    if (url.searchParams.get("approve") === "1") approveScopes(world, state);
    const pending = pendingScopes(world, state);
    if (pending.length > 0) return page(approvalPage(world, state, pending));
    return page(appPage(world, state, `${app[2] ?? "/"}${url.search}`));
  }
  const order = /^\/orders\/(\d+)$/.exec(path)?.[1];
  const found = order === undefined ? undefined : state.orders[order];
  if (found) return page(orderPage(world, state, found));
  if (path === "/orders") return page(ordersPage(world, state));
  if (path === "/") return page(homePage(world, state));
  page(elsewherePage(world, state, path));
}

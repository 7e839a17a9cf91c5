import { createHmac } from "node:crypto";

import type { ShopState, Theme } from "../store/records";
import type { World } from "../world";

/** How long the address of a theme file is good for, milliseconds. */
const LIFETIME_MS = 5 * 60_000;

/** The short-lived address of a theme file's text. Shopify's is of a storage host; here it is of the shop's. */
export function themeFileAddress(world: World, state: ShopState, theme: Theme, filename: string): string {
  const expires = world.clock.now() + LIFETIME_MS;
  const query = new URLSearchParams({ theme: theme.id, file: filename, expires: String(expires), signature: sign(world, theme.id, filename, String(expires)) });
  return `https://${state.shop.domain}/theme-files?${query.toString()}`;
}

/** Answers such an address. A request that brings an access token along is refused, as a storage host refuses what it did not sign. */
export function readThemeFileAddress(world: World, state: ShopState, query: URLSearchParams, hasToken: boolean): { status: number; text: string } {
  const [theme = "", file = "", expires = ""] = ["theme", "file", "expires"].map((name) => query.get(name) ?? "");
  if (hasToken) return { status: 400, text: "unexpected credentials" };
  if (query.get("signature") !== sign(world, theme, file, expires) || Number(expires) <= world.clock.now()) return { status: 403, text: "expired or not signed" };
  const text = state.themes[theme]?.files[file];
  return text === undefined ? { status: 404, text: "not found" } : { status: 200, text };
}

function sign(world: World, theme: string, file: string, expires: string): string {
  return createHmac("sha256", `${world.apiKey} theme files`).update(JSON.stringify([theme, file, expires])).digest("hex");
}

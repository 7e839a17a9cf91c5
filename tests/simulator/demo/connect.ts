import { demoCredentials } from "../carriers/world";
import type { AdminClient } from "./admin-client";
import type { DemoShop } from "./shops";

/** The page of the app on which carriers are connected. */
export const CONNECTIONS_PATH = "/app/settings/connections";

/** The key of a shop's account with 17TRACK. */
export function seventeenTrackKey(shop: DemoShop): string {
  return `demo-17track-${shop.key}`;
}

/**
 * Connects the carriers that a shop uses, on the app's own page, as its merchant would.
 * @returns the webhook address that the page tells the merchant to paste at 17TRACK; null when it tells none
 */
export async function connectCarriers(admin: AdminClient, shop: DemoShop): Promise<string | null> {
  const american = shop.home.country === "US";
  const wanted: [string, Record<string, string>][] = [
    ...(american ? ([["ups", { ...demoCredentials.ups }], ["usps", { ...demoCredentials.usps }]] as [string, Record<string, string>][]) : []),
    ["17track", { api_key: seventeenTrackKey(shop) }],
  ];
  for (const [provider, credentials] of wanted) await admin.post(CONNECTIONS_PATH, { intent: "connect", provider, ...credentials });
  return webhookAddress(await admin.get(CONNECTIONS_PATH));
}

/** Finds the address in the page: in its markup or in the data it carries along. */
export function webhookAddress(page: string): string | null {
  const text = page.replaceAll("\\u002F", "/").replaceAll("\\/", "/").replaceAll("&#x2F;", "/");
  return /https?:\/\/[^"'\s<>\\]+?\/hooks\/17track\/[A-Za-z0-9_-]{16,64}/.exec(text)?.[0] ?? null;
}

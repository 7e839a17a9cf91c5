import { demoCredentials } from "../carriers/world";
import type { AdminClient } from "./admin-client";
import type { DemoShop } from "./shops";

/** The page of the app on which carriers are connected. */
export const CONNECTIONS_PATH = "/app/settings/connections";

/** The key of a shop's account with 17TRACK. */
export function seventeenTrackKey(shop: DemoShop): string {
  return `demo-17track-${shop.key}`;
}

/** The key and the webhook secret of a shop's account with AfterShip. */
export function afterShipAccount(shop: DemoShop): { api_key: string; webhook_secret: string } {
  return { api_key: `demo-aftership-${shop.key}`, webhook_secret: `demo-aftership-secret-${shop.key}` };
}

/** The webhook addresses that the page tells a merchant to paste at each aggregator; null where it tells none. */
export interface WebhookAddresses {
  seventeenTrack: string | null;
  aftership: string | null;
}

/**
 * Connects the carriers that a shop uses, on the app's own page, as its merchant would: the American one has accounts with
 * three carriers and, behind 17TRACK, with a second aggregator for what the first does not know.
 */
export async function connectCarriers(admin: AdminClient, shop: DemoShop): Promise<WebhookAddresses> {
  const american = shop.home.country === "US";
  const wanted: [string, Record<string, string>][] = american
    ? [
        ["ups", { ...demoCredentials.ups }],
        ["usps", { ...demoCredentials.usps, mailer_id: "900000001" }],
        ["fedex", { ...demoCredentials.fedex }],
        ["17track", { api_key: seventeenTrackKey(shop) }],
        ["aftership", afterShipAccount(shop)],
      ]
    : [
        // DHL answers one call a second: the smaller shop's few shipments do not wait long for it.
        ["dhl", { ...demoCredentials.dhl, service: "express", push: "on" }],
        ["17track", { api_key: seventeenTrackKey(shop) }],
      ];
  for (const [provider, credentials] of wanted) await admin.post(CONNECTIONS_PATH, { intent: "connect", provider, ...credentials });
  const page = await admin.get(CONNECTIONS_PATH);
  return { seventeenTrack: webhookAddress(page, "17track"), aftership: webhookAddress(page, "aftership") };
}

/** Finds a provider's address in the page: in its markup or in the data it carries along. */
function webhookAddress(page: string, provider: string): string | null {
  const text = page.replaceAll("\\u002F", "/").replaceAll("\\/", "/").replaceAll("&#x2F;", "/");
  return new RegExp(`https?://[^"'\\s<>\\\\]+?/hooks/${provider}/[A-Za-z0-9_-]{16,64}`).exec(text)?.[0] ?? null;
}

import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";

import type { Config } from "./config.server";
import type { LibrarySessionStorage } from "./db/session-storage.server";

/**
 * Shopify's library, set up: token exchange with offline tokens that expire, unless the configuration says otherwise.
 * Made once by dependencies.server.ts and handed to the routes in the load context.
 */
export function createShopify(options: {
  config: Config;
  sessionStorage: LibrarySessionStorage;
  /** Called once a shop's token was exchanged: install, or a return after an uninstall. */
  afterAuth: (shopDomain: string) => Promise<void>;
}) {
  const { config } = options;
  return shopifyApp({
    apiKey: config.shopify.apiKey,
    apiSecretKey: config.shopify.apiSecret,
    apiVersion: ApiVersion.October26,
    appUrl: config.shopify.appUrl,
    ...(config.shopify.scopes ? { scopes: config.shopify.scopes } : {}),
    authPathPrefix: "/auth",
    sessionStorage: options.sessionStorage,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: config.shopify.expiringTokens },
    hooks: { afterAuth: ({ session }) => options.afterAuth(session.shop) },
  });
}

export type Shopify = ReturnType<typeof createShopify>;

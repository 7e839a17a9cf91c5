import { createAdminClientFor } from "./admin-client.server";
import type { AdminClientFor } from "./admin-port";
import { exclusively, type LockingDatabase } from "./exclusively.server";
import { createOfflineTokens, type TokenSessions } from "./offline-token.server";

/** What the Admin clients are made of. */
export interface AdminClientsOptions {
  db: LockingDatabase;
  sessionStorage: TokenSessions;
  config: { apiKey: string; apiSecret: string };
  now: () => number;
  log?: { debug(fields: Record<string, unknown>, message: string): void; warn(fields: Record<string, unknown>, message: string): void };
}

/** Admin clients with the shops' stored offline tokens behind them. */
export function createAdminClients(options: AdminClientsOptions): AdminClientFor {
  const accessToken = createOfflineTokens({
    sessions: options.sessionStorage,
    apiKey: options.config.apiKey,
    apiSecret: options.config.apiSecret,
    now: options.now,
    exclusively: (key, work) => exclusively(options.db, key, work),
    ...(options.log ? { log: options.log } : {}),
  });
  return createAdminClientFor({
    accessToken: async (shopDomain, rejected) => {
      if (rejected) options.log?.debug({ shop: shopDomain }, "an access token was refused and is renewed");
      return accessToken(shopDomain, rejected);
    },
    now: options.now,
  });
}

import pino from "pino";

import { readConfig, type Config } from "./config.server";
import { openDatabase, type Database } from "./db/database.server";
import { countDue } from "./db/due-work.server";
import { createSecrets } from "./db/secrets.server";
import { createSessionStorage } from "./db/session-storage.server";
import { developmentEncryptionKey } from "./development-key.server";
import { createPublicKeys, type PublicKeys } from "./integrations/carriers/public-keys";
import { carrierAdapters, findAdapter } from "./integrations/carriers/registry";
import { createHttpClients } from "./integrations/http/http-client.server";
import { createTokenCache } from "./integrations/http/token-cache";
import { createObservedAddresses, type ObservedAddresses } from "./integrations/limits/observed-addresses";
import { createTrustedProxies, type TrustedProxies } from "./integrations/limits/trusted-proxies";
import { createSmtpMailer } from "./integrations/notifiers/smtp/smtp-mailer.server";
import { openQueue, type BossQueue } from "./jobs/boss.server";
import { createShopify, type Shopify } from "./shopify.server";
import { createAdminClients } from "./shopify/admin-clients.server";
import type { UseCaseContext } from "./use-cases/context";
import { installShop } from "./use-cases/install-shop";

/** Everything that is wired once per process; routes find it in their load context as `dependencies`. */
export interface Dependencies {
  config: Config;
  db: Database;
  queue: BossQueue;
  shopify: Shopify;
  useCases: UseCaseContext;
  /** With which pushes are checked that providers sign with a key pair. */
  publicKeys: PublicKeys;
  /** The proxies in front of the app. */
  trustedProxies: TrustedProxies;
  /** How many addresses shoppers' requests came from, in this process. */
  observedAddresses: ObservedAddresses;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  /** How much work waits. @throws when the database cannot be reached */
  backlog(): Promise<Backlog>;
  close(): Promise<void>;
}

export interface Backlog {
  /** Jobs that wait or run. */
  pending: number;
  /** Rows that wait for the worker's next look. */
  due: number;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    dependencies: Dependencies;
    /**
     * The address that limits count this request under; see `clientAddress`.
     * @param how.byShopify whether the signature of Shopify's app proxy was checked
     */
    clientAddress(how: { byShopify: boolean }): string | null;
  }
}

/**
 * The one place where ports meet adapters.
 * @throws ConfigError when the environment lacks something; DataLockedError when the embedded database is in use
 */
export async function createDependencies(env: Record<string, string | undefined> = process.env): Promise<Dependencies> {
  const config = readConfig(env, developmentEncryptionKey);
  const log = pino({ level: config.logLevel, base: { app: "milepost" } });
  const now = () => Date.now();
  const db = await openDatabase(config.database);
  const secrets = createSecrets(config.encryption.key, config.encryption.oldKeys);
  const queue = await openQueue({
    sql: db.sql,
    connectionString: db.connectionString,
    onError: (error) => log.error({ error: error.message }, "the queue had an error"),
  });
  const sessionStorage = createSessionStorage(db, secrets);
  const http = createHttpClients({ now });

  const useCases: UseCaseContext = {
    db,
    now,
    queue,
    secrets,
    log,
    adminFor: createAdminClients({ db, sessionStorage, config: config.shopify, now, log }),
    carriers: { all: carrierAdapters, find: findAdapter, baseUrls: config.carrierBaseUrls },
    http,
    tokens: createTokenCache(now),
    mailer: createSmtpMailer({ url: config.mail.smtpUrl, from: config.mail.from }),
    appUrl: config.shopify.appUrl,
    retention: config.retention,
  };
  const shopify = createShopify({
    config,
    sessionStorage,
    afterAuth: async (domain) => {
      await installShop(useCases, { domain });
    },
  });

  return {
    config,
    db,
    queue,
    shopify,
    useCases,
    publicKeys: createPublicKeys(http.for("public-keys"), now),
    trustedProxies: createTrustedProxies(config.web.trustedProxies),
    observedAddresses: createObservedAddresses(),
    ready: () => db.sql("select 1").then(() => true, () => false),
    async backlog() {
      return { pending: await queue.pending(), due: await countDue(db.sql, now()) };
    },
    async close() {
      await queue.stop();
      await useCases.mailer.close();
      await db.close();
    },
  };
}

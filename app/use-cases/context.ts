import type { Database, Tx } from "~/db/database.server";
import type { Secrets } from "~/db/secrets.server";
import type { Retention } from "~/domain/privacy/retention";
import type { CarrierAdapter, HttpClient, TokenCache } from "~/integrations/carriers/port";
import type { Mailer } from "~/integrations/notifiers/port";
import type { Queue } from "~/jobs/queue";
import type { AdminClientFor } from "~/shopify/admin-port";

/** What every use-case is given: the database, the time, and the ports. Wired in dependencies.server.ts alone. */
export interface UseCaseContext {
  db: Database;
  /** Milliseconds since the epoch, UTC. */
  now: () => number;
  queue: Queue<Tx>;
  secrets: Secrets;
  log: Log;
  /** Shopify's Admin API as one shop; throws ShopUnavailable when there is no usable token. */
  adminFor: AdminClientFor;
  carriers: { all: readonly CarrierAdapter[]; find(codeOrAlias: string): CarrierAdapter | null; baseUrls: Readonly<Record<string, string>> };
  /** One client, with a circuit breaker of its own, for each connection. */
  http: { for(connectionKey: string): HttpClient };
  tokens: TokenCache;
  mailer: Mailer;
  /** The app's public address, without a slash at the end. */
  appUrl: string;
  /** How long each kind of data is kept. */
  retention: Retention;
}

/** Structured logging without personal data: ids, counts and names of things. */
export interface Log {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

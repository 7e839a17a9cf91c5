import { randomBytes } from "node:crypto";

import type { Database, Tx } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { DEFAULT_RETENTION } from "~/domain/privacy/retention";
import type { JobData, JobName } from "~/jobs/definitions";
import type { UseCaseContext } from "~/use-cases/context";

/** A job that a use-case put on the queue. */
export interface SentJob {
  name: JobName;
  data: JobData<JobName>;
}

/** A context over a real database with a clock in the test's hands; ports that are not given say so when touched. */
export function testContext(db: Database, clock: { now: number }, more: Partial<UseCaseContext> = {}): UseCaseContext & { jobs: SentJob[] } {
  const jobs: SentJob[] = [];
  const missing = (what: string) => () => {
    throw new Error(`${what} is not part of this test.`);
  };
  return {
    db,
    now: () => clock.now,
    jobs,
    queue: {
      send: async (_tx: Tx | null, name, data) => void jobs.push({ name, data }),
      sendMany: async (_tx: Tx | null, name, many) => void jobs.push(...many.map((data) => ({ name, data }))),
    },
    secrets: createSecrets(randomBytes(32).toString("base64")),
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    adminFor: missing("Shopify"),
    carriers: { all: [], find: () => null, baseUrls: {} },
    http: { for: missing("HTTP") },
    tokens: { get: missing("the token cache"), drop: () => undefined },
    mailer: { send: missing("the mailer"), check: missing("the mailer"), close: () => undefined },
    appUrl: "https://milepost.example",
    retention: DEFAULT_RETENTION,
    ...more,
  };
}

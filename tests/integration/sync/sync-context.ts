import { randomBytes } from "node:crypto";

import { openDatabase, type Database, type Tx } from "~/db/database.server";
import type { PendingDelivery } from "~/db/deliveries.server";
import { createSecrets } from "~/db/secrets.server";
import type { JobData, JobName } from "~/jobs/definitions";
import type { Queue } from "~/jobs/queue";
import { AdminApiError, type AdminClient } from "~/shopify/admin-port";
import type { UseCaseContext } from "~/use-cases/context";

export const START = Date.parse("2026-11-10T08:00:00Z");

/** A use-case context over a database in memory: a clock that is moved by hand, jobs that are only noted down. */
export interface SyncTestContext extends UseCaseContext {
  clock: { now: number };
  jobs: { name: JobName; data: unknown }[];
  admins: Map<string, AdminClient>;
  /** Takes the jobs of one name that were noted down. */
  take<Name extends JobName>(name: Name): JobData<Name>[];
}

export async function openSyncContext(): Promise<SyncTestContext> {
  return syncContext(await openDatabase({ url: null, dataDir: "memory://" }));
}

function syncContext(db: Database): SyncTestContext {
  const clock = { now: START };
  const jobs: SyncTestContext["jobs"] = [];
  const admins = new Map<string, AdminClient>();
  const queue: Queue<Tx> = {
    async send(_tx, name, data) {
      jobs.push({ name, data });
    },
    async sendMany(_tx, name, data) {
      for (const each of data) jobs.push({ name, data: each });
    },
  };
  const refuse = () => Promise.reject(new Error("not part of this test"));
  return {
    db,
    clock,
    jobs,
    admins,
    take(name) {
      const taken = jobs.filter((job) => job.name === name);
      for (const job of taken) jobs.splice(jobs.indexOf(job), 1);
      return taken.map((job) => job.data as JobData<typeof name>);
    },
    now: () => clock.now,
    queue,
    secrets: createSecrets(randomBytes(32).toString("base64")),
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    async adminFor(domain) {
      const admin = admins.get(domain);
      if (!admin) throw new AdminApiError("unauthorized", "There is no access token of this shop.");
      return admin;
    },
    carriers: { all: [], find: () => null, baseUrls: {} },
    http: { send: refuse },
    tokens: { get: refuse, drop: () => undefined },
    mailer: { send: refuse, check: refuse },
    appUrl: "https://milepost.example.com",
  };
}

/** The same shops as another process sees them: it shares the database, and no locks in memory. */
export function otherProcess(context: SyncTestContext): SyncTestContext {
  return { ...context, db: { ...context.db } };
}

let deliveries = 0;

/** A webhook as it was taken in. */
export function delivery(shopDomain: string, topic: string, body: unknown, change: Partial<PendingDelivery> = {}): PendingDelivery {
  deliveries += 1;
  return {
    id: String(deliveries),
    source: "shopify",
    shopDomain,
    topic,
    webhookId: `w${deliveries}`,
    eventId: null,
    triggeredAt: null,
    receivedAt: START,
    attempts: 1,
    body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    ...change,
  };
}

/** A number at the end of a gid: how webhooks' bodies name records. */
export function restId(gid: string): number {
  return Number(gid.split("/").at(-1));
}

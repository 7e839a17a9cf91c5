import type { PendingDelivery } from "~/db/deliveries.server";
import type { JobData, JobName } from "~/jobs/definitions";
import { AdminApiError, type AdminClient } from "~/shopify/admin-port";
import type { UseCaseContext } from "~/use-cases/context";
import { testContext, type SentJob } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

export const START = Date.parse("2026-11-10T08:00:00Z");

/** A use-case context with a clock that is moved by hand, jobs that are only noted down, and a fake Shopify for each shop. */
export interface SyncTestContext extends UseCaseContext {
  clock: { now: number };
  jobs: SentJob[];
  admins: Map<string, AdminClient>;
  /** Takes the jobs of one name that were noted down. */
  take<Name extends JobName>(name: Name): JobData<Name>[];
}

export async function openSyncContext(more: Partial<UseCaseContext> = {}): Promise<SyncTestContext> {
  const clock = { now: START };
  const admins = new Map<string, AdminClient>();
  const context = testContext(await openTestDatabase(), clock, {
    async adminFor(domain) {
      const admin = admins.get(domain);
      if (!admin) throw new AdminApiError("unauthorized", "There is no access token of this shop.");
      return admin;
    },
    ...more,
  });
  const take = <Name extends JobName>(name: Name) => {
    const taken = context.jobs.filter((job) => job.name === name);
    for (const job of taken) context.jobs.splice(context.jobs.indexOf(job), 1);
    return taken.map((job) => job.data as JobData<Name>);
  };
  return { ...context, clock, admins, take };
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

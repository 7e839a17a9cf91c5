import { z } from "zod";

/**
 * What work there is: the name of each job, what it is given, and how often it is tried.
 * Who does it stands in ../worker/handlers.ts, a map over these names: a missing handler does not compile.
 *
 * Jobs carry ids, never personal data. A job is put on the queue in the transaction that decides it.
 */
export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Tries after the first. What is given up on stays visible in its own row (delivery, notification, write-back). */
  retries: number;
  /** Seconds before the second try; doubled each time, with jitter. */
  retryDelaySeconds: number;
  /** Jobs taken from the queue at once. */
  batch: number;
  /** Takers of a batch beside each other in one process; one when absent. Each works its batch together when set. */
  lanes?: number;
  summary: string;
  /**
   * Makes one piece of work of several jobs that wait, where that costs less than each alone. Such work has a fate
   * of its own in its rows, so that failing together loses nothing.
   */
  together?: (many: readonly z.infer<Schema>[]) => z.infer<Schema>[];
}

function job<Schema extends z.ZodType>(schema: Schema, options: Omit<JobDefinition<Schema>, "schema">): JobDefinition<Schema> {
  return { schema, ...options };
}

/** Most ids in one job. */
const MOST_IDS = 500;
const ids = z.array(z.string()).min(1).max(MOST_IDS);

/** All the ids in as few lists as may be. */
function joined(lists: readonly (readonly string[])[]): string[][] {
  const all = [...new Set(lists.flat())];
  return Array.from({ length: Math.ceil(all.length / MOST_IDS) }, (_, index) => all.slice(index * MOST_IDS, (index + 1) * MOST_IDS));
}

export const jobDefinitions = {
  "process-deliveries": job(z.object({ deliveryIds: ids }), {
    summary: "Deal with webhooks that were taken in",
    retries: 3,
    retryDelaySeconds: 2,
    batch: 50,
    together: (many) => joined(many.map((each) => each.deliveryIds)).map((deliveryIds) => ({ deliveryIds })),
  }),
  "backfill-shop": job(z.object({ shopId: z.string() }), {
    summary: "Read a shop's orders by bulk operation",
    retries: 5,
    retryDelaySeconds: 10,
    batch: 1,
  }),
  "reconcile-shop": job(z.object({ shopId: z.string() }), {
    summary: "Read what changed since the last look",
    retries: 5,
    retryDelaySeconds: 10,
    batch: 1,
  }),
  "sync-order": job(z.object({ shopId: z.string(), orderGid: z.string() }), {
    summary: "Read one order again from Shopify",
    retries: 6,
    retryDelaySeconds: 5,
    batch: 10,
  }),
  // A round of one shop (see db/poll-turns.server.ts). Waiting for providers costs nothing, so many run beside each other.
  "poll-shipments": job(z.object({ id: z.string(), shopId: z.string(), shipmentIds: ids }), {
    summary: "Ask carriers and aggregators for scans",
    retries: 0,
    retryDelaySeconds: 30,
    batch: 8,
    lanes: 4,
  }),
  "review-registrations": job(z.object({ shopId: z.string(), provider: z.string(), numberKeys: ids }), {
    summary: "End the registrations of numbers that are not followed any more",
    retries: 3,
    retryDelaySeconds: 60,
    batch: 4,
  }),
  "keep-push": job(z.object({ shopId: z.string(), provider: z.string() }), {
    summary: "Make, check or end the subscriptions to what a provider pushes",
    // What fails is due again by its row.
    retries: 0,
    retryDelaySeconds: 60,
    batch: 4,
  }),
  "evaluate-shipments": job(z.object({ shipmentIds: ids }), {
    summary: "Compute state, exceptions and messages anew",
    retries: 3,
    retryDelaySeconds: 5,
    batch: 10,
  }),
  "replay-mapping": job(z.object({ shopId: z.string() }), {
    summary: "Read a shop's past scans anew with its changed mapping",
    retries: 3,
    retryDelaySeconds: 10,
    batch: 1,
  }),
  "resolve-carriers": job(
    z.object({
      shopId: z.string(),
      /** Keys of the names whose meaning changed, and codes of own carriers that are gone. */
      names: z.array(z.string()).max(1_001),
      gone: z.array(z.string()).max(50),
      after: z.object({ shippedAt: z.string(), id: z.string() }).nullable(),
    }),
    {
      summary: "Find a shop's carriers anew after a name was mapped",
      retries: 5,
      retryDelaySeconds: 5,
      batch: 1,
    },
  ),
  "send-notification": job(z.object({ notificationId: z.string() }), {
    summary: "Render and send one message",
    retries: 0,
    retryDelaySeconds: 30,
    batch: 20,
  }),
  "write-back": job(z.object({ writeBackId: z.string() }), {
    summary: "Tell Shopify a fulfillment event",
    retries: 0,
    retryDelaySeconds: 30,
    batch: 20,
  }),
  "import-file": job(z.object({ importId: z.string() }), {
    summary: "Import an uploaded file, or forget it",
    retries: 2,
    retryDelaySeconds: 10,
    batch: 1,
  }),
  "apply-retention": job(z.object({}), {
    summary: "Delete what is older than its retention period",
    // It is due again by its row.
    retries: 0,
    retryDelaySeconds: 60,
    batch: 1,
  }),
  "redact-shop": job(z.object({ shopId: z.string() }), {
    summary: "Delete everything of one shop",
    retries: 10,
    retryDelaySeconds: 30,
    batch: 1,
  }),
} as const;

export type JobName = keyof typeof jobDefinitions;
export type JobData<Name extends JobName> = z.infer<(typeof jobDefinitions)[Name]["schema"]>;

import { fromPrisma, PgBoss } from "pg-boss";

import { jobDefinitions, type JobDefinition, type JobName } from "./definitions";
import type { Queue } from "./queue";

/** A transaction as the queue needs it: it runs SQL. Prisma's transactions and plain SQL ones both do. */
export type QueueTx = { $queryRawUnsafe<T>(text: string, ...values: unknown[]): PromiseLike<T> } | SqlText;

type SqlText = (text: string, values?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

export interface BossQueue extends Queue<QueueTx> {
  boss: PgBoss;
  /** Works jobs of one name; a job sent by this process is taken up at once instead of at the next look. */
  work<Name extends JobName>(name: Name, handler: (jobs: readonly WaitingJob[]) => Promise<JobOutcome[]>): Promise<void>;
  /** Jobs that wait or run now. */
  pending(): Promise<number>;
  stop(): Promise<void>;
}

export interface WaitingJob {
  id: string;
  data: object;
}

export interface JobOutcome {
  id: string;
  status: "completed" | "failed";
  output?: { message: string };
}

/** A job is sent before its transaction commits: this long after, it is there for sure or comes with the next look, ms. */
const WAKE_AFTER_MS = [15, 120] as const;

/**
 * Opens the queue on the app's own database and makes sure that every job has its queue.
 * @param options.sql runs SQL outside a transaction; with no values it runs several statements
 * @param options.onError told of errors in the background (a restarting database): the queue goes on by itself
 */
export async function openQueue(options: {
  sql: SqlText;
  connectionString: string | null;
  onError: (error: Error) => void;
}): Promise<BossQueue> {
  const database = toBossDatabase(options.sql);
  const boss = options.connectionString
    ? new PgBoss({ connectionString: options.connectionString, max: 4, application_name: "milepost-queue" })
    : new PgBoss({ db: database });
  boss.on("error", options.onError);
  await boss.start();
  for (const name of Object.keys(jobDefinitions) as JobName[]) {
    const { retries, retryDelaySeconds } = jobDefinitions[name];
    await boss.createQueue(name, {
      retryLimit: retries,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 3_600,
      // Done jobs are of no further use: what happened stands in the records themselves.
      deleteAfterSeconds: 3_600,
    });
  }
  const inTransaction = (tx: QueueTx | null) =>
    tx === null ? {} : { db: typeof tx === "function" ? toBossDatabase(tx) : fromPrisma(tx as never) };

  const workers = new Map<JobName, string>();
  const waking = new Set<JobName>();
  const wake = (name: JobName) => {
    const worker = workers.get(name);
    if (worker === undefined || waking.has(name)) return;
    waking.add(name);
    for (const [index, delay] of WAKE_AFTER_MS.entries()) {
      setTimeout(() => {
        if (index === 0) waking.delete(name);
        boss.notifyWorker(worker);
      }, delay).unref();
    }
  };

  return {
    boss,
    async work(name, handler) {
      const { batch, lanes = 1 }: JobDefinition = jobDefinitions[name];
      const how = { batchSize: batch, localConcurrency: lanes, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true, perJobResults: true } as const;
      workers.set(name, await boss.work<object>(name, how, handler));
    },
    async send(tx, name, data) {
      await boss.send(name, jobDefinitions[name].schema.parse(data) as object, inTransaction(tx));
      wake(name);
    },
    async sendMany(tx, name, many) {
      if (many.length === 0) return;
      const jobs = many.map((data) => ({ data: jobDefinitions[name].schema.parse(data) as object }));
      await boss.insert(name, jobs, inTransaction(tx));
      wake(name);
    },
    async pending() {
      const { rows } = await options.sql("select count(*)::int as count from pgboss.job where state < 'completed'", []);
      return Number(rows[0]?.count ?? 0);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  };
}

function toBossDatabase(sql: SqlText) {
  return { executeSql: async (text: string, values?: unknown[]) => sql(text, values ?? []) };
}

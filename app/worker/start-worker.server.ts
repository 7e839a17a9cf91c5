import { errorSummary } from "~/domain/errors/describe-error";
import type { BossQueue, JobOutcome, WaitingJob } from "~/jobs/boss.server";
import { jobDefinitions, type JobDefinition, type JobName } from "~/jobs/definitions";
import type { UseCaseContext } from "~/use-cases/context";
import { planRetention } from "~/use-cases/apply-retention";
import { enqueueDue } from "~/use-cases/enqueue-due";
import { noteEncryptionKeys } from "~/use-cases/rotate-encryption";

import { handlers } from "./handlers";

/** How often due instants are looked at, ms. What is due waits at most this long. */
const TICK_MS = 500;

export interface Worker {
  /** Waits for the jobs under way and takes no more. */
  stop(): Promise<void>;
}

/** Starts working jobs off the queue, and turning due instants into jobs. @param heartbeat called after every look at due instants, failed or not */
export async function startWorker(context: UseCaseContext, queue: BossQueue, heartbeat: () => void = () => undefined): Promise<Worker> {
  for (const name of Object.keys(jobDefinitions) as JobName[]) await workOn(name, context, queue);

  await planRetention(context);
  await noteEncryptionKeys(context);
  let stopped = false;
  let ticking: Promise<void> = Promise.resolve();
  const tick = async () => {
    try {
      await enqueueDue(context);
    } catch (error) {
      // The database may be away for a while; what is due stays due.
      context.log.error({ error: errorSummary(error) }, "due work could not be looked up");
    }
  };
  const timer = setInterval(() => {
    if (stopped) return;
    ticking = ticking.then(tick).then(heartbeat);
  }, TICK_MS);

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await ticking;
      for (const name of Object.keys(jobDefinitions)) await queue.boss.offWork(name, { wait: true });
    },
  };
}

/** Takes jobs of one name off the queue as long as the process lives. */
export async function workOn<Name extends JobName>(name: Name, context: UseCaseContext, queue: BossQueue): Promise<void> {
  const definition = jobDefinitions[name] as JobDefinition;
  const handle = handlers[name] as (context: UseCaseContext, data: unknown) => Promise<unknown>;
  const tried = async (data: () => unknown): Promise<Omit<JobOutcome, "id">> => {
    try {
      await handle(context, data());
      return { status: "completed" };
    } catch (error) {
      return { status: "failed", output: { message: errorSummary(error) } };
    }
  };
  await queue.work(name, async (jobs) => {
    const results: JobOutcome[] = [];
    const report = (job: { id: string }, outcome: Omit<JobOutcome, "id">) => {
      if (outcome.status === "failed") context.log.error({ job: name, id: job.id, error: outcome.output?.message }, "a job failed");
      results.push({ id: job.id, ...outcome });
    };
    const alone = async (job: WaitingJob) => report(job, await tried(() => definition.schema.parse(job.data)));
    if (definition.lanes !== undefined) {
      await Promise.all(jobs.map(alone));
      return results;
    }
    if (!definition.together) {
      for (const job of jobs) await alone(job);
      return results;
    }
    // A job whose data cannot be read fails alone.
    const readable = jobs.filter((job) => {
      const read = definition.schema.safeParse(job.data);
      if (!read.success) report(job, { status: "failed", output: { message: read.error.message } });
      return read.success;
    });
    let whole: Omit<JobOutcome, "id"> = { status: "completed" };
    for (const data of definition.together(readable.map((job) => definition.schema.parse(job.data)))) {
      const outcome = await tried(() => data);
      if (outcome.status === "failed") whole = outcome;
    }
    for (const job of readable) report(job, whole);
    return results;
  });
}

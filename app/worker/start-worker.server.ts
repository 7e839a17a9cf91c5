import type { BossQueue, JobOutcome, WaitingJob } from "~/jobs/boss.server";
import { jobDefinitions, type JobData, type JobDefinition, type JobName } from "~/jobs/definitions";
import type { UseCaseContext } from "~/use-cases/context";
import { enqueueDue } from "~/use-cases/enqueue-due";

import { handlers } from "./handlers";

/** How often due instants are looked at, ms. What is due waits at most this long. */
const TICK_MS = 500;

export interface Worker {
  /** Waits for the jobs under way and takes no more. */
  stop(): Promise<void>;
}

/** Starts working jobs off the queue, and turning due instants into jobs. */
export async function startWorker(context: UseCaseContext, queue: BossQueue): Promise<Worker> {
  for (const name of Object.keys(jobDefinitions) as JobName[]) await workOn(name, context, queue);

  let stopped = false;
  let ticking: Promise<void> = Promise.resolve();
  const tick = async () => {
    try {
      await enqueueDue(context);
    } catch (error) {
      // The database may be away for a while; what is due stays due.
      context.log.error({ error: error instanceof Error ? error.message : String(error) }, "due work could not be looked up");
    }
  };
  const timer = setInterval(() => {
    if (stopped) return;
    ticking = ticking.then(tick);
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

async function workOn<Name extends JobName>(name: Name, context: UseCaseContext, queue: BossQueue): Promise<void> {
  const definition: JobDefinition = jobDefinitions[name];
  const handle = handlers[name] as (context: UseCaseContext, data: JobData<Name>) => Promise<unknown>;
  await queue.work(name, async (jobs) => {
      const one = async (job: WaitingJob): Promise<JobOutcome> => {
        try {
          await handle(context, definition.schema.parse(job.data) as JobData<Name>);
          return { id: job.id, status: "completed" };
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          context.log.error({ job: name, id: job.id, error: message }, "a job failed");
          return { id: job.id, status: "failed", output: { message } };
        }
      };
      if (definition.lanes !== undefined) return Promise.all(jobs.map(one));
      const results: JobOutcome[] = [];
      for (const job of jobs) results.push(await one(job));
      return results;
  });
}

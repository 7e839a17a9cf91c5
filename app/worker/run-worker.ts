import { createDependencies } from "../dependencies.server";
import { createHeartbeat } from "./heartbeat";
import { startWorker } from "./start-worker.server";

/** `npm run worker`: works the jobs, on PostgreSQL, as many processes as are wanted. */
async function main(): Promise<void> {
  const dependencies = await createDependencies({ WORKER: "separate", ...process.env });
  const { log, now } = dependencies.useCases;
  const heartbeat = createHeartbeat(dependencies.config.heartbeatFile, now, (error) => log.error({ error }, "the heartbeat cannot be written"));
  const worker = await startWorker(dependencies.useCases, dependencies.queue, heartbeat);
  log.info({ database: dependencies.db.kind }, "the worker is ready");
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    worker
      .stop()
      .then(() => dependencies.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** Runs the worker until it is signalled to stop; a configuration that cannot work ends the process with code 1. */
export function runWorker(): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

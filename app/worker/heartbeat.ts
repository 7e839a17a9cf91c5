import { writeFileSync } from "node:fs";

/** How often the file is written at most, ms. A health check should allow several times this. */
const EVERY_MS = 5_000;

/**
 * Shows a health check that the worker's loop runs: writes the instant into a file, the first time at once. It says
 * nothing about the database, so that an outage of the database does not get healthy workers restarted.
 * @param file where to write; null writes nothing
 * @param now milliseconds since the epoch
 * @param report takes one sentence when a later write fails, and again only after a write succeeded: a full disk must
 *   not end a worker that has jobs under way
 * @returns what the loop calls; it does not throw
 * @throws Error naming the setting when the first write fails
 */
export function createHeartbeat(file: string | null, now: () => number, report: (message: string) => void): () => void {
  if (file === null) return () => undefined;
  let last = now();
  let failing = false;
  const first = write(file, last);
  if (first !== null) throw new Error(first);
  return () => {
    if (now() - last < EVERY_MS) return;
    last = now();
    const problem = write(file, last);
    if (problem !== null && !failing) report(problem);
    failing = problem !== null;
  };
}

/** Writes an instant. @returns what went wrong as one sentence, or null */
function write(file: string, instant: number): string | null {
  try {
    writeFileSync(file, new Date(instant).toISOString());
    return null;
  } catch (error) {
    return `HEARTBEAT_FILE: the file cannot be written (${error instanceof Error ? error.message : String(error)}).`;
  }
}

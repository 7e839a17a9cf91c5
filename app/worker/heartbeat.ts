import { writeFileSync } from "node:fs";

/** How often the file is written at most, ms. A health check should allow several times this. */
const EVERY_MS = 5_000;

/**
 * Shows a health check that the worker's loop runs: writes the instant into a file. It says nothing about the database,
 * so that an outage of the database does not get healthy workers restarted.
 * @param file where to write; null writes nothing
 * @param now milliseconds since the epoch
 */
export function createHeartbeat(file: string | null, now: () => number): () => void {
  let last = -Infinity;
  return () => {
    if (file === null || now() - last < EVERY_MS) return;
    last = now();
    writeFileSync(file, new Date(last).toISOString());
  };
}

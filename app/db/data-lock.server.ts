import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Thrown when another process has the embedded database open. */
export class DataLockedError extends Error {
  override name = "DataLockedError";
}

/**
 * Makes sure that one process alone opens the embedded database: two would corrupt it without an error.
 * A lock left behind by a process that is gone is taken over.
 * @returns the function that gives the lock back
 */
export function takeDataLock(folder: string): () => void {
  const path = join(folder, "in-use");
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(path, { force: true });
      process.once("exit", release);
      return release;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const owner = existsSync(path) ? Number(readFileSync(path, "utf8")) : NaN;
      if (Number.isInteger(owner) && owner !== process.pid && isAlive(owner)) {
        throw new DataLockedError(
          `The embedded database in ${folder} is open in process ${owner}. Stop that one, set MILEPOST_DATA_DIR to another folder, or use PostgreSQL (DATABASE_URL).`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new DataLockedError(`The lock file ${path} could not be taken; remove it if no Milepost runs there.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

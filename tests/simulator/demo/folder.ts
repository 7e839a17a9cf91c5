import { constants } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const LOCK = "running.pid";

/** Whether a process with this id runs; one of another user's counts too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Makes the demo's folder, empty when `reset`, and takes it for this process.
 * @returns what gives it back
 * @throws Error in plain words when the folder cannot be written, or another demo runs on it
 */
export async function prepareFolder(folder: string, reset: boolean): Promise<() => Promise<void>> {
  const lock = join(folder, LOCK);
  const holder = Number(await readFile(lock, "utf8").catch(() => ""));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Error(`A demo (process ${holder}) runs already on ${folder}. Stop it first, or set MILEPOST_DEMO_DIR to another folder.`);
  }
  try {
    if (reset) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    await writeFile(lock, String(process.pid));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The demo keeps its state in ${folder}, which cannot be written (${why}). Remove it as its owner, or set MILEPOST_DEMO_DIR to another folder.`);
  }
  return () => rm(lock, { force: true });
}

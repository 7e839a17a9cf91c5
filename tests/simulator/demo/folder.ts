import { constants } from "node:fs";
import { access, mkdir, rm } from "node:fs/promises";

/**
 * Makes the demo's folder, empty when `reset`.
 * @throws Error in plain words when the folder cannot be written
 */
export async function prepareFolder(folder: string, reset: boolean): Promise<void> {
  try {
    if (reset) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The demo keeps its state in ${folder}, which cannot be written (${why}). Remove it as its owner, or set MILEPOST_DEMO_DIR to another folder.`);
  }
}

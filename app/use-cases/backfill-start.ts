import type { Tx } from "~/db/database.server";
import { createSyncRun, openBackfill, type SyncRun } from "~/db/sync-runs.server";

import type { UseCaseContext } from "./context";

/** The job goes out with the run; should it be lost, the run itself is due this much later, ms. */
const JOB_LOST_AFTER_MS = 2 * 60_000;

/** Begins to read a shop's orders, unless that is under way. In the caller's transaction. */
export async function startBackfill(context: UseCaseContext, tx: Tx, shopId: string): Promise<SyncRun> {
  const open = await openBackfill(tx, shopId);
  if (open) return open;
  const now = context.now();
  const run = await createSyncRun(tx, { shopId, kind: "backfill", status: "queued", since: null, nextDueAt: now + JOB_LOST_AFTER_MS, now });
  await context.queue.send(tx, "backfill-shop", { shopId });
  return run;
}

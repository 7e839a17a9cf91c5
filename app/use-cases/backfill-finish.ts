import { setSyncState } from "~/db/shops.server";
import { shopAccess } from "~/db/shop-access.server";
import { updateSyncRun, type SyncRun } from "~/db/sync-runs.server";

import { startBackfill } from "./backfill-start";
import type { UseCaseContext } from "./context";

/** What a step ends with: more to do at once, at an instant, or nothing more. */
export type Step = { kind: "again" } | { kind: "wait"; until: number } | { kind: "done" } | { kind: "pages"; why: string };

/**
 * Ends a backfill: what changed since it began is read by the first reconciliation, which follows at once. Where Shopify
 * released more while it ran, the orders before that were read without it: another one follows.
 */
export async function finishBackfill(context: UseCaseContext, run: SyncRun): Promise<Step> {
  const now = context.now();
  await context.db.transaction(async (tx) => {
    await updateSyncRun(tx, run.id, { status: "done", finishedAt: now, nextDueAt: null, error: null });
    await setSyncState(tx, run.shopId, { syncedThrough: run.startedAt, nextSyncAt: now });
    const { regainedAt } = await shopAccess(tx, run.shopId);
    if (regainedAt !== null && regainedAt > run.startedAt) await startBackfill(context, tx, run.shopId);
  });
  context.log.info({ shop: run.shopId }, "a backfill is done");
  return { kind: "done" };
}

import { dueDeliveries, leaseDeliveries } from "~/db/deliveries.server";
import { claimDueImports } from "~/db/file-imports.server";
import { claimDueReplays } from "~/db/mapping-replay.server";
import { dueNotifications, leaseNotifications } from "~/db/notifications.server";
import { claimDuePolls } from "~/db/poll-turns.server";
import { claimDueRegistrations } from "~/db/registrations.server";
import { claimDueRules } from "~/db/shipments.server";
import { claimDueShops } from "~/db/shops.server";
import { claimDueSyncRuns } from "~/db/sync-runs.server";
import { dueWriteBacks, leaseWriteBacks } from "~/db/write-backs.server";

import type { UseCaseContext } from "./context";

const LEASE_MS = 10 * 60_000;
const CHUNK = 100;
/** Most of each kind in one look; what is left is due still at the next one. */
const LIMIT = 1_000;

/**
 * Turns due instants into jobs, each kind in its own transaction with the lease that keeps it from being taken twice.
 * Work is proportional to what is due, not to what exists: every look goes by an index on the instant.
 */
export async function enqueueDue(context: UseCaseContext): Promise<void> {
  const now = context.now();
  const until = now + LEASE_MS;
  const { db, queue } = context;

  await db.transaction(async (tx) => {
    await queue.sendMany(tx, "poll-shipments", await claimDuePolls(tx, now, LIMIT, LEASE_MS));
  });
  await db.transaction(async (tx) => {
    const groups = await claimDueRules(tx, now, LIMIT, LEASE_MS);
    await queue.sendMany(tx, "evaluate-shipments", groups.flatMap((group) => chunks(group.ids)).map((shipmentIds) => ({ shipmentIds })));
  });
  await db.transaction(async (tx) => {
    const deliveryIds = await dueDeliveries(tx, now, LIMIT);
    if (deliveryIds.length === 0) return;
    await leaseDeliveries(tx, deliveryIds, until);
    await queue.sendMany(tx, "process-deliveries", chunks(deliveryIds).map((ids) => ({ deliveryIds: ids })));
  });
  await db.transaction(async (tx) => {
    const ids = await dueNotifications(tx, now, LIMIT);
    if (ids.length === 0) return;
    await leaseNotifications(tx, ids, until);
    await queue.sendMany(tx, "send-notification", ids.map((notificationId) => ({ notificationId })));
  });
  await db.transaction(async (tx) => {
    const ids = await dueWriteBacks(tx, now, LIMIT);
    if (ids.length === 0) return;
    await leaseWriteBacks(tx, ids, until);
    await queue.sendMany(tx, "write-back", ids.map((writeBackId) => ({ writeBackId })));
  });
  await db.transaction(async (tx) => {
    await queue.sendMany(tx, "review-registrations", await claimDueRegistrations(tx, now, LEASE_MS, CHUNK * 5));
  });
  await db.transaction(async (tx) => {
    const shopIds = await claimDueShops(tx, now, LEASE_MS);
    await queue.sendMany(tx, "reconcile-shop", shopIds.map((shopId) => ({ shopId })));
  });
  await db.transaction(async (tx) => {
    const shopIds = await claimDueSyncRuns(tx, now, LEASE_MS);
    await queue.sendMany(tx, "backfill-shop", shopIds.map((shopId) => ({ shopId })));
  });
  await db.transaction(async (tx) => {
    const shopIds = await claimDueReplays(tx, now, LEASE_MS);
    await queue.sendMany(tx, "replay-mapping", shopIds.map((shopId) => ({ shopId })));
  });
  await db.transaction(async (tx) => {
    const importIds = await claimDueImports(tx, now, LEASE_MS);
    await queue.sendMany(tx, "import-file", importIds.map((importId) => ({ importId })));
  });
}

function chunks(ids: readonly string[]): string[][] {
  const out: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) out.push(ids.slice(start, start + CHUNK));
  return out;
}

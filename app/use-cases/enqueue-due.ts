import type { Tx } from "~/db/database.server";
import { dueDeliveries, leaseDeliveries } from "~/db/deliveries.server";
import { dueKinds, type DueKind } from "~/db/due-work.server";
import { claimDueImports } from "~/db/file-imports.server";
import { claimDueMaintenance } from "~/db/maintenance.server";
import { claimDueReplays } from "~/db/mapping-replay.server";
import { dueNotifications, leaseNotifications } from "~/db/notifications.server";
import { claimDuePolls } from "~/db/poll-turns.server";
import { claimDuePushes } from "~/db/pushes.server";
import { claimDueRegistrations } from "~/db/registrations.server";
import { claimDueRules } from "~/db/shipments.server";
import { claimDueShops } from "~/db/shops.server";
import { claimDueSyncRuns } from "~/db/sync-runs.server";
import { dueWriteBacks, leaseWriteBacks } from "~/db/write-backs.server";

import type { UseCaseContext } from "./context";

const LEASE_MS = 10 * 60_000;
/** Webhooks whose job was lost with a killed worker before it took them are enqueued again after this long, ms. */
const WEBHOOK_LEASE_MS = 45_000;
const CHUNK = 100;
/** Most of each kind in one look; what is left is due still at the next one. */
const LIMIT = 1_000;

/** How due rows of one kind become jobs, in the caller's transaction. */
type Look = (context: UseCaseContext, tx: Tx, now: number) => Promise<void>;

const looks: Readonly<Record<DueKind, Look>> = {
  polls: async ({ queue }, tx, now) => queue.sendMany(tx, "poll-shipments", await claimDuePolls(tx, now, LIMIT, LEASE_MS)),
  rules: async ({ queue }, tx, now) => {
    const groups = await claimDueRules(tx, now, LIMIT, LEASE_MS);
    await queue.sendMany(tx, "evaluate-shipments", groups.flatMap((group) => chunks(group.ids)).map((shipmentIds) => ({ shipmentIds })));
  },
  deliveries: async ({ queue }, tx, now) => {
    const ids = await dueDeliveries(tx, now, LIMIT);
    await leaseDeliveries(tx, ids, now + WEBHOOK_LEASE_MS);
    await queue.sendMany(tx, "process-deliveries", chunks(ids).map((deliveryIds) => ({ deliveryIds })));
  },
  notifications: async ({ queue }, tx, now) => {
    const ids = await dueNotifications(tx, now, LIMIT);
    await leaseNotifications(tx, ids, now + LEASE_MS);
    await queue.sendMany(tx, "send-notification", ids.map((notificationId) => ({ notificationId })));
  },
  writeBacks: async ({ queue }, tx, now) => {
    const ids = await dueWriteBacks(tx, now, LIMIT);
    await leaseWriteBacks(tx, ids, now + LEASE_MS);
    await queue.sendMany(tx, "write-back", ids.map((writeBackId) => ({ writeBackId })));
  },
  registrations: async ({ queue }, tx, now) => queue.sendMany(tx, "review-registrations", await claimDueRegistrations(tx, now, LEASE_MS, CHUNK * 5)),
  pushes: async ({ queue }, tx, now) => queue.sendMany(tx, "keep-push", await claimDuePushes(tx, now, LEASE_MS, CHUNK)),
  shops: async ({ queue }, tx, now) => {
    const shopIds = await claimDueShops(tx, now, LEASE_MS);
    await queue.sendMany(tx, "reconcile-shop", shopIds.map((shopId) => ({ shopId })));
  },
  syncRuns: async ({ queue }, tx, now) => {
    const shopIds = await claimDueSyncRuns(tx, now, LEASE_MS);
    await queue.sendMany(tx, "backfill-shop", shopIds.map((shopId) => ({ shopId })));
  },
  replays: async ({ queue }, tx, now) => {
    const shopIds = await claimDueReplays(tx, now, LEASE_MS);
    await queue.sendMany(tx, "replay-mapping", shopIds.map((shopId) => ({ shopId })));
  },
  imports: async ({ queue }, tx, now) => {
    const importIds = await claimDueImports(tx, now, LEASE_MS);
    await queue.sendMany(tx, "import-file", importIds.map((importId) => ({ importId })));
  },
  maintenance: async ({ queue }, tx, now) => {
    for (const task of await claimDueMaintenance(tx, now, LEASE_MS)) if (task === "retention") await queue.send(tx, "apply-retention", {});
  },
};

/**
 * Turns due instants into jobs, each kind in its own transaction with the lease that keeps it from being taken twice.
 * Work is proportional to what is due, not to what exists: one statement tells which kinds have anything due at all,
 * and every look goes by an index on the instant.
 */
export async function enqueueDue(context: UseCaseContext): Promise<void> {
  const now = context.now();
  for (const kind of await dueKinds(context.db.sql, now)) await context.db.transaction((tx) => looks[kind](context, tx, now));
}

function chunks(ids: readonly string[]): string[][] {
  const out: string[][] = [];
  for (let start = 0; start < ids.length; start += CHUNK) out.push(ids.slice(start, start + CHUNK));
  return out;
}

import { errorSummary } from "~/domain/errors/describe-error";
import { setSyncState, shopById, type Shop } from "~/db/shops.server";
import { shopAccess } from "~/db/shop-access.server";
import { createSyncRun, forgetOldReconciliations, openBackfill, updateSyncRun } from "~/db/sync-runs.server";
import type { AdminClient, ResultOf } from "~/shopify/admin-port";
import { unlessUnderWay } from "~/shopify/exclusively.server";
import { listChangedOrders } from "~/shopify/operations/find-orders";
import { searchInstant } from "~/shopify/search-instant";

import type { UseCaseContext } from "./context";
import { isRefusal, noteDataAccess, noteRefusal, noteScopes, readGrantedScopes } from "./shop-access";
import { syncOrders } from "./sync-orders";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Clocks differ, and an update may be shown late: each look begins this much before the last one's end. */
const OVERLAP_MS = 10 * MINUTE;
const EVERY_MS = HOUR;
const AFTER_FAILURE_MS = 10 * MINUTE;
const KEEP_RUNS_MS = 7 * 24 * HOUR;

/** Where nothing was ever read, a look goes back as far as Shopify shows orders without `read_all_orders`. */
const FIRST_WINDOW_MS = 60 * 24 * HOUR;

/** Pages of fifty orders that one job reads; a longer list goes on in another job. */
const PAGES = 4;

/**
 * Reads every order that changed since the last look: what webhooks failed to tell. Every hour, and whenever asked for.
 * A look that breaks off keeps what it read, and the next one goes on from there.
 * @returns how many orders were read; null when the shop is gone, is being read for the first time, or is under way, and
 *   when Shopify refuses the orders
 * @throws AdminApiError; the next look is then due in ten minutes
 */
export async function reconcileShop(context: UseCaseContext, input: { shopId: string }): Promise<number | null> {
  const done = await unlessUnderWay(context.db, `reconcile:${input.shopId}`, () => look(context, input.shopId));
  if (done?.result?.more) await context.queue.send(null, "reconcile-shop", input);
  return done?.result?.read ?? null;
}

async function look(context: UseCaseContext, shopId: string): Promise<{ read: number; more: boolean } | null> {
  const { prisma } = context.db;
  const shop = await shopById(prisma, shopId);
  if (!shop || shop.status !== "active") return null;
  const startedAt = context.now();
  if (shop.syncedThrough === null && (await openBackfill(prisma, shopId))) {
    await setSyncState(prisma, shopId, { nextSyncAt: startedAt + AFTER_FAILURE_MS });
    return null;
  }
  if ((await shopAccess(prisma, shopId)).refused.has("orders")) return askAgain(context, shop);
  const since = (shop.syncedThrough?.getTime() ?? startedAt - FIRST_WINDOW_MS) - OVERLAP_MS;
  const run = await createSyncRun(prisma, { shopId, kind: "reconcile", status: "running", since, nextDueAt: null, now: startedAt });
  try {
    const admin = await context.adminFor(shop.domain);
    await readScopes(context, admin, shopId);
    const { read, through } = await readChanges(context, admin, shop, since);
    const more = through !== null;
    await updateSyncRun(prisma, run.id, { status: "done", done: read, total: read, finishedAt: context.now() });
    await setSyncState(prisma, shopId, { syncedThrough: through ?? startedAt, nextSyncAt: startedAt + (more ? AFTER_FAILURE_MS : EVERY_MS) });
    await forgetOldReconciliations(prisma, shopId, startedAt - KEEP_RUNS_MS);
    return { read, more };
  } catch (error) {
    const message = errorSummary(error);
    await updateSyncRun(prisma, run.id, { status: "failed", error: message, finishedAt: context.now() });
    if (isRefusal(error)) {
      // It stays as it is until Shopify or the merchant releases it; the next look comes at its usual time.
      await noteRefusal(context, shopId, error);
      await setSyncState(prisma, shopId, { nextSyncAt: startedAt + EVERY_MS });
      return null;
    }
    await setSyncState(prisma, shopId, { nextSyncAt: context.now() + AFTER_FAILURE_MS });
    throw error;
  }
}

/**
 * Asks whether Shopify still refuses a shop's orders; where it does not, all of them are read.
 * @throws AdminApiError as `reconcileShop`
 */
async function askAgain(context: UseCaseContext, shop: Shop): Promise<null> {
  const { prisma } = context.db;
  const now = context.now();
  try {
    const admin = await context.adminFor(shop.domain);
    await readScopes(context, admin, shop.id);
    await admin.run(listChangedOrders, { query: `updated_at:>=${searchInstant(now)}`, after: null });
    await noteDataAccess(context, shop.id, { granted: new Set(["orders"]), refused: new Set() });
    await setSyncState(prisma, shop.id, { nextSyncAt: now + AFTER_FAILURE_MS });
  } catch (error) {
    await setSyncState(prisma, shop.id, { nextSyncAt: now + (isRefusal(error) ? EVERY_MS : AFTER_FAILURE_MS) });
    if (!isRefusal(error)) throw error;
  }
  return null;
}

/** What the merchant has granted: app/scopes_update may be lost like any webhook. */
async function readScopes(context: UseCaseContext, admin: AdminClient, shopId: string): Promise<void> {
  await noteScopes(context, shopId, await readGrantedScopes(admin));
}

/**
 * Reads changed orders, the oldest change first.
 * @returns how many, and up to which change when there are more; null when that was all
 */
async function readChanges(context: UseCaseContext, admin: AdminClient, shop: Shop, since: number): Promise<{ read: number; through: number | null }> {
  const query = `updated_at:>=${searchInstant(since)}`;
  let after: string | null = null;
  let read = 0;
  let through = since;
  for (let page = 0; ; page += 1) {
    const { orders }: ResultOf<typeof listChangedOrders> = await admin.run(listChangedOrders, { query, after });
    await syncOrders(context, shop, orders.nodes.map((node) => node.id));
    read += orders.nodes.length;
    through = orders.nodes.reduce((latest, node) => Math.max(latest, Date.parse(node.updatedAt)), through);
    if (!orders.pageInfo.hasNextPage) return { read, through: null };
    // A job ends only where the next one begins beyond this one's beginning, or it would never come further.
    if (page + 1 >= PAGES && through - OVERLAP_MS > since) return { read, through };
    after = orders.pageInfo.endCursor;
  }
}

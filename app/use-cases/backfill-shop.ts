import { errorSummary } from "~/domain/errors/describe-error";
import { setSyncState, shopById } from "~/db/shops.server";
import { openBackfill, updateSyncRun, type SyncRun } from "~/db/sync-runs.server";
import { CUSTOMER_DATA } from "~/domain/access/customer-data";
import { ALL_ORDERS_SCOPE } from "~/domain/access/required-scopes";
import { AdminApiError, type AdminClient } from "~/shopify/admin-port";
import { unlessUnderWay } from "~/shopify/exclusively.server";
import { orderExportQuery, readBulkOperation, startBulkQuery } from "~/shopify/operations/bulk";
import { searchInstant } from "~/shopify/search-instant";

import { finishBackfill, type Step } from "./backfill-finish";
import { importExport } from "./backfill-import";
import { readPages } from "./backfill-pages";
import { startBackfill } from "./backfill-start";
import type { UseCaseContext } from "./context";
import { isRefusal, noteBulkAccess, noteDataAccess, noteRefusal, noteScopes, readGrantedScopes } from "./shop-access";

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** How far back orders are read: all that Shopify shows without `read_all_orders`, and half a year with it. */
const WINDOW_MS = 60 * DAY;
const LONG_WINDOW_MS = 180 * DAY;

/** A bulk operation that another one holds up is waited for this long, then the pages are read instead. */
const GIVE_UP_BULK_MS = 10 * 60 * SECOND;

/** After this long without success a backfill is given up. */
const GIVE_UP_MS = DAY;

/** Where Shopify refuses the orders themselves, it is asked again this much later whether it still does, ms. */
const ASK_AGAIN_MS = 60 * 60 * SECOND;

/** The next step's job is on its way; should it be lost, the run itself is due this much later, ms. */
const JOB_LOST_AFTER_MS = 2 * 60 * SECOND;

/**
 * Does the next step of a shop's backfill: start a bulk operation, look how far it is, import a part of its result; or
 * read a few pages where Shopify refuses a bulk operation. A step is short; the next one is a job of its own, or an
 * instant in the run's row. Any step may be repeated.
 */
export async function backfillShop(context: UseCaseContext, input: { shopId: string }): Promise<void> {
  const step = await unlessUnderWay(context.db, `backfill:${input.shopId}`, () => takeStep(context, input.shopId));
  if (step?.result.kind === "again") await context.queue.send(null, "backfill-shop", { shopId: input.shopId });
}

async function takeStep(context: UseCaseContext, shopId: string): Promise<Step> {
  const { prisma } = context.db;
  const shop = await shopById(prisma, shopId);
  if (!shop || shop.status !== "active") return { kind: "done" };
  const run = await openBackfill(prisma, shopId);
  // Asked for again after one that was given up: it begins anew, and its own job follows.
  if (!run && shop.syncedThrough === null) await context.db.transaction((tx) => startBackfill(context, tx, shopId));
  if (!run) return { kind: "done" };
  const now = context.now();
  let step: Step;
  try {
    const admin = await context.adminFor(shop.domain);
    if (run.way === null) step = await start(context, admin, run);
    else if (run.way.kind === "bulk") step = await follow(context, admin, shop, run, run.way.gid);
    else step = await readPages(context, admin, shop, run, run.way);
  } catch (error) {
    step = await afterFailure(context, run, error);
  }
  if (step.kind === "pages") {
    context.log.warn({ shop: shopId, why: step.why }, "the bulk operation was refused; orders are read page by page");
    await updateSyncRun(prisma, run.id, { status: "running", way: { kind: "pages", after: null, read: 0 }, done: 0, total: null, nextDueAt: now + JOB_LOST_AFTER_MS });
    return { kind: "again" };
  }
  if (step.kind === "again") await updateSyncRun(prisma, run.id, { nextDueAt: context.now() + JOB_LOST_AFTER_MS });
  if (step.kind === "wait") await updateSyncRun(prisma, run.id, { nextDueAt: step.until });
  return step;
}

/** Begins: decides how far back to read, and asks for the bulk operation. */
async function start(context: UseCaseContext, admin: AdminClient, run: SyncRun): Promise<Step> {
  const now = context.now();
  const scopes = await readGrantedScopes(admin);
  await noteScopes(context, run.shopId, scopes, { reread: false });
  const long = scopes.includes(ALL_ORDERS_SCOPE);
  const since = now - (long ? LONG_WINDOW_MS : WINDOW_MS);
  await updateSyncRun(context.db.prisma, run.id, { status: "running", since });

  const search = `updated_at:>=${searchInstant(since)}`;
  let answer;
  try {
    answer = (await admin.run(startBulkQuery, { query: orderExportQuery(search) })).bulkOperationRunQuery;
  } catch (error) {
    if (isRefusal(error)) await noteBulkAccess(context, run.shopId, true);
    else if (!(error instanceof AdminApiError && error.kind === "invalid")) throw error;
    return { kind: "pages", why: error.message };
  }
  await noteBulkAccess(context, run.shopId, false);
  if (answer.bulkOperation && answer.userErrors.length === 0) {
    await updateSyncRun(context.db.prisma, run.id, { way: { kind: "bulk", gid: answer.bulkOperation.id }, error: null });
    return { kind: "wait", until: now + SECOND };
  }
  const busy = answer.userErrors.some((error) => error.code === "OPERATION_IN_PROGRESS" || error.code === "LIMIT_REACHED");
  if (busy && now - run.startedAt < GIVE_UP_BULK_MS) return { kind: "wait", until: now + 30 * SECOND };
  return { kind: "pages", why: answer.userErrors.map((error) => error.message).join("; ") || "no bulk operation was given" };
}

/** Looks how far the bulk operation is, and imports its result part by part. */
async function follow(context: UseCaseContext, admin: AdminClient, shop: { id: string; domain: string }, run: SyncRun, gid: string): Promise<Step> {
  const { bulkOperation } = await admin.run(readBulkOperation, { id: gid });
  if (!bulkOperation) return { kind: "pages", why: "the bulk operation is gone" };
  const now = context.now();
  const total = Number(bulkOperation.rootObjectCount);
  switch (bulkOperation.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      // Found so far is no total: progress is told once it is known.
      return { kind: "wait", until: now + Math.min(15 * SECOND, Math.max(SECOND, (now - run.startedAt) / 10)) };
    case "COMPLETED": {
      await updateSyncRun(context.db.prisma, run.id, { total });
      // One refused field fails a bulk operation: all that it asks for is released.
      if (total > 0) await noteDataAccess(context, shop.id, { granted: new Set(CUSTOMER_DATA), refused: new Set() }, { reread: false });
      const ended = bulkOperation.url === null || (await importExport(context, admin, shop, { ...run, total }, bulkOperation.url));
      return ended ? finishBackfill(context, run) : { kind: "again" };
    }
    case "CANCELED":
    case "EXPIRED":
    case "FAILED":
      return { kind: "pages", why: `the bulk operation ended as ${bulkOperation.status}${bulkOperation.errorCode ? ` (${bulkOperation.errorCode})` : ""}` };
  }
}

async function afterFailure(context: UseCaseContext, run: SyncRun, error: unknown): Promise<Step> {
  const now = context.now();
  const message = errorSummary(error);
  context.log.warn({ shop: run.shopId, error: message }, "a step of the backfill failed");
  if (isRefusal(error)) {
    // Asking again does not help until Shopify or the merchant releases it; the hourly reconciliation finds out.
    await noteRefusal(context, run.shopId, error);
    await context.db.transaction(async (tx) => {
      await updateSyncRun(tx, run.id, { status: "failed", error: message, finishedAt: now, nextDueAt: null });
      await setSyncState(tx, run.shopId, { nextSyncAt: now + ASK_AGAIN_MS });
    });
    return { kind: "done" };
  }
  if (now - run.startedAt > GIVE_UP_MS) {
    await updateSyncRun(context.db.prisma, run.id, { status: "failed", error: message, finishedAt: now, nextDueAt: null });
    return { kind: "done" };
  }
  await updateSyncRun(context.db.prisma, run.id, { error: message });
  const age = now - run.startedAt;
  return { kind: "wait", until: now + Math.min(15 * 60 * SECOND, Math.max(10 * SECOND, age / 4)) };
}

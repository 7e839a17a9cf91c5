import { updateSyncRun, type SyncRun } from "~/db/sync-runs.server";
import type { AdminClient } from "~/shopify/admin-port";
import { listChangedOrders } from "~/shopify/operations/find-orders";
import { searchInstant } from "~/shopify/search-instant";

import { finishBackfill, type Step } from "./backfill-finish";
import type { UseCaseContext } from "./context";
import { syncOrders } from "./sync-orders";

/** Pages of fifty orders that one job reads. */
const PAGES = 2;

/** Reads the next pages of a shop's orders, where a bulk operation was refused. */
export async function readPages(context: UseCaseContext, admin: AdminClient, shop: { id: string; domain: string }, run: SyncRun, after: string | null): Promise<Step> {
  const query = `updated_at:>=${searchInstant(run.since ?? run.startedAt)}`;
  let cursor = after;
  let { done } = run;
  for (let page = 0; page < PAGES; page += 1) {
    const { orders } = await admin.run(listChangedOrders, { query, after: cursor });
    await syncOrders(context, shop, orders.nodes.map((node) => node.id));
    done += orders.nodes.length;
    cursor = orders.pageInfo.endCursor ?? cursor;
    await updateSyncRun(context.db.prisma, run.id, { done, way: { kind: "pages", after: cursor }, error: null });
    if (!orders.pageInfo.hasNextPage) {
      await updateSyncRun(context.db.prisma, run.id, { total: done });
      return finishBackfill(context, run);
    }
  }
  return { kind: "again" };
}

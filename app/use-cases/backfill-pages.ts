import { updateSyncRun, type BackfillWay, type SyncRun } from "~/db/sync-runs.server";
import { AdminApiError, type AdminClient } from "~/shopify/admin-port";
import { countOrders, listChangedOrders } from "~/shopify/operations/find-orders";
import type { Connection } from "~/shopify/operations/nodes";
import { searchInstant } from "~/shopify/search-instant";

import { finishBackfill, type Step } from "./backfill-finish";
import type { UseCaseContext } from "./context";
import { syncOrders } from "./sync-orders";

/** Pages of fifty orders that one job reads. */
const PAGES = 2;

/** Shopify lists no more than 25,000 objects behind one another: before that, the list is begun anew further on. */
const LONGEST_LIST = 20_000;

/**
 * Reads the next pages of a shop's orders, the oldest change first, where a bulk operation was refused. The place is
 * stored after each page; one that breaks off is read again.
 */
export async function readPages(
  context: UseCaseContext,
  admin: AdminClient,
  shop: { id: string; domain: string },
  run: SyncRun,
  place: BackfillWay & { kind: "pages" },
): Promise<Step> {
  const { prisma } = context.db;
  let here: Place = { since: run.since ?? run.startedAt, after: place.after, read: place.read };
  let { done } = run;
  if (run.total === null && done === 0) await updateSyncRun(prisma, run.id, { total: await countAll(admin, here.since) });
  for (let page = 0; page < PAGES; page += 1) {
    const { orders } = await admin.run(listChangedOrders, { query: changedSince(here.since), after: here.after });
    await syncOrders(context, shop, orders.nodes.map((node) => node.id));
    done += orders.nodes.length;
    here = nextPlace(here, orders);
    await updateSyncRun(prisma, run.id, { done, since: here.since, way: { kind: "pages", after: here.after, read: here.read }, error: null });
    if (!orders.pageInfo.hasNextPage) {
      await updateSyncRun(prisma, run.id, { total: done });
      return finishBackfill(context, run);
    }
  }
  return { kind: "again" };
}

/** Where the next page begins: behind a cursor of the list of all orders changed since an instant. */
interface Place {
  /** Milliseconds since the epoch. */
  since: number;
  after: string | null;
  /** Orders read in this list so far. */
  read: number;
}

/** The place behind a page. A list that becomes too long is begun anew at the newest change read, if that is further on. */
export function nextPlace(place: Place, page: Connection<{ updatedAt: string }>): Place {
  const read = place.read + page.nodes.length;
  const through = page.nodes.reduce((latest, node) => Math.max(latest, Date.parse(node.updatedAt)), place.since);
  // Searches are to the second: a list that begins in the same one would be the same list.
  if (read >= LONGEST_LIST && through - place.since >= 1_000) return { since: through, after: null, read: 0 };
  return { since: place.since, after: page.pageInfo.endCursor ?? place.after, read };
}

function changedSince(since: number): string {
  return `updated_at:>=${searchInstant(since)}`;
}

/** How many orders there are to read, for the progress shown; null where Shopify does not say. */
async function countAll(admin: AdminClient, since: number): Promise<number | null> {
  try {
    return (await admin.run(countOrders, { query: changedSince(since) })).ordersCount?.count ?? null;
  } catch (error) {
    if (error instanceof AdminApiError && (error.kind === "access_denied" || error.kind === "invalid")) return null;
    throw error;
  }
}

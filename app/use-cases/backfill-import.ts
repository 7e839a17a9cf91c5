import { orderStamps } from "~/db/orders.server";
import { updateSyncRun, type SyncRun } from "~/db/sync-runs.server";
import type { AdminClient } from "~/shopify/admin-port";
import { readExportedOrders, type ExportedOrder } from "~/shopify/read-exported-orders";
import { readWholeFulfillments } from "~/shopify/read-whole-orders";

import type { UseCaseContext } from "./context";
import { syncOrders } from "./sync-orders";
import { syncReadOrders } from "./sync-read-orders";

/** Orders of one transaction, and transactions of one job. */
const BATCH = 50;
const BATCHES = 4;

/**
 * Imports the next part of a bulk operation's result; `run.done` orders of it were imported before.
 * @returns true when that was the last part
 */
export async function importExport(context: UseCaseContext, admin: AdminClient, shop: { id: string; domain: string }, run: SyncRun, url: string): Promise<boolean> {
  let { done } = run;
  let seen = 0;
  let batches = 0;
  let batch: ExportedOrder[] = [];
  const again = new Set<string>();
  const flush = async () => {
    await importBatch(context, admin, shop, batch, [...again]);
    done += batch.length;
    batch = [];
    again.clear();
    batches += 1;
    await updateSyncRun(context.db.prisma, run.id, { done, error: null });
  };
  for await (const item of readExportedOrders(admin.lines(url))) {
    if (item.kind === "reread") {
      if (seen >= run.done) again.add(item.gid);
      continue;
    }
    seen += 1;
    if (seen <= run.done) continue;
    // Only one more order shows that the batch before it is not the last.
    if (batch.length >= BATCH) await flush();
    if (batches >= BATCHES) return false;
    batch.push(item);
  }
  if (batch.length > 0 || again.size > 0) await flush();
  return true;
}

/**
 * The export is some minutes old when it is imported: its fulfillments, whose items and events a bulk operation cannot
 * give, are read now; an order that is stored already and newer stays as it is.
 */
async function importBatch(
  context: UseCaseContext,
  admin: AdminClient,
  shop: { id: string; domain: string },
  batch: readonly ExportedOrder[],
  reread: readonly string[],
): Promise<void> {
  const apart = new Set(reread);
  const stamps = await orderStamps(context.db.prisma, shop.id, batch.map(({ order }) => order.id));
  const simple = batch.filter((each) => each.complete && !apart.has(each.order.id));
  const fulfillments = await readWholeFulfillments(admin, simple.flatMap(({ order }) => order.fulfillments.map((each) => each.id)));
  const nodes = simple.map(({ order }) => ({
    ...order,
    fulfillments: order.fulfillments.flatMap((each) => fulfillments.get(each.id) ?? []),
  }));
  const { contested } = await syncReadOrders(context, shop.id, nodes, stamps);
  const again = [...contested, ...reread, ...batch.filter((each) => !each.complete).map(({ order }) => order.id)];
  if (again.length > 0) await syncOrders(context, shop, again);
}

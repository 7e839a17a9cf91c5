import { syncState } from "~/db/admin-home.server";

import type { UseCaseContext } from "./context";

/** Reads from Shopify what changed: on demand, without waiting for the hourly look; the first time, everything. */
export async function syncNow(context: UseCaseContext, input: { shopId: string }): Promise<void> {
  const { latest, finished } = await syncState(context.db.prisma, input.shopId);
  if (latest?.status === "running") return;
  await context.queue.send(null, finished ? "reconcile-shop" : "backfill-shop", { shopId: input.shopId });
}

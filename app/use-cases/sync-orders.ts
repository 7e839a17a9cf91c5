import { orderStamps } from "~/db/orders.server";
import { oneAfterTheOther } from "~/shopify/exclusively.server";
import { readWholeOrders } from "~/shopify/read-whole-orders";

import type { UseCaseContext } from "./context";
import { noteDataAccess, noteRefusal } from "./shop-access";
import { syncReadOrders } from "./sync-read-orders";

/** Orders stored in one transaction. */
const BATCH = 50;

/** An order that other processes keep writing is left to them after so many readings. */
const ROUNDS = 10;

/** Between two readings a process makes room for the others: about so long, doubled each time, ms. */
const ROOM_MS = 15;
const LONGEST_ROOM_MS = 1_000;

/** stored: as it is now; stale: what is stored is newer; not_found: Shopify does not show it (deleted, or too old). */
export type SyncOutcome = "stored" | "stale" | "not_found";

/**
 * Reads orders whole from Shopify and stores them, however this was asked for: a webhook, late, doubled or out of
 * order, only tells that an order changed, and what counts is what Shopify says now.
 *
 * An order that somebody else wrote between reading and storing is read again, so that an older reading never
 * overwrites a newer one.
 *
 * @returns what became of each order, by gid
 * @throws AdminApiError; ShopGoneError; Error when an order stays contested
 */
export async function syncOrders(
  context: UseCaseContext,
  shop: { id: string; domain: string },
  orderGids: readonly string[],
): Promise<Map<string, SyncOutcome>> {
  const outcomes = new Map<string, SyncOutcome>();
  const wanted = [...new Set(orderGids)];
  for (let start = 0; start < wanted.length; start += BATCH) {
    const batch = wanted.slice(start, start + BATCH);
    // One after the other here, so that only other processes can come between reading and storing.
    await oneAfterTheOther(context.db, `sync:${shop.id}`, () => syncBatch(context, shop, batch, outcomes));
  }
  return outcomes;
}

async function syncBatch(context: UseCaseContext, shop: { id: string; domain: string }, gids: readonly string[], outcomes: Map<string, SyncOutcome>): Promise<void> {
  const admin = await context.adminFor(shop.domain);
  let pending = [...gids];
  for (let round = 1; pending.length > 0; round += 1) {
    if (round > ROUNDS) throw new Error(`An order kept changing while it was read (${pending.length} left).`);
    const stamps = await orderStamps(context.db.prisma, shop.id, pending);
    const { orders, access } = await readWholeOrders(admin, pending).catch(async (error: unknown) => {
      await noteRefusal(context, shop.id, error);
      throw error;
    });
    for (const gid of pending) if (!orders.get(gid)) outcomes.set(gid, "not_found");
    const nodes = [...orders.values()].filter((node) => node !== null);
    const { stored, stale, contested } = await syncReadOrders(context, shop.id, nodes, stamps);
    for (const gid of stored) outcomes.set(gid, "stored");
    for (const gid of stale) outcomes.set(gid, "stale");
    await noteDataAccess(context, shop.id, access);
    pending = contested;
    if (pending.length > 0) await makeRoom(round);
  }
}

/** Waits a while that is different in each process, so that they do not keep overtaking each other. */
async function makeRoom(round: number): Promise<void> {
  const room = Math.min(LONGEST_ROOM_MS, ROOM_MS * 2 ** round) * (0.5 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, room));
}

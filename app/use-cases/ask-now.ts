import { randomUUID } from "node:crypto";

import type { Tx } from "~/db/database.server";
import { openRounds, ROUND_SIZE } from "~/db/poll-turns.server";

import type { UseCaseContext } from "./context";

/** A round whose worker died is taken up again after this long. */
export const ROUND_LEASE_MS = 10 * 60_000;

/** Has a merchant's shipments asked for at once, past the shop's place in the line; in the caller's transaction. */
export async function askNow(context: UseCaseContext, tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<void> {
  const rounds = Array.from({ length: Math.ceil(shipmentIds.length / ROUND_SIZE) }, (_, index) => ({
    id: randomUUID(),
    shopId,
    shipmentIds: shipmentIds.slice(index * ROUND_SIZE, (index + 1) * ROUND_SIZE),
  }));
  await openRounds(tx, rounds, context.now() + ROUND_LEASE_MS);
  await context.queue.sendMany(tx, "poll-shipments", rounds);
}

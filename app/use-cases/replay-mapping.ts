import { errorSummary } from "~/domain/errors/describe-error";
import { endReplays, finishReplays, noteReplayError, standings, takeReplays } from "~/db/mapping-replay.server";
import { shopById } from "~/db/shops.server";

import { advanceShipments } from "./advance-shipments";
import type { UseCaseContext } from "./context";

/** Shipments in one transaction: few enough that nobody waits long for their locks. */
const BATCH = 200;

/** Batches of one job, so that other jobs have their turn; the next step is a job of its own. */
const BATCHES = 10;

/** Should the next step's job be lost, the replay itself is due this much later, ms. */
export const JOB_LOST_AFTER_MS = 2 * 60_000;

/**
 * Computes the shipments anew that wait because the shop's mapping changed, without a word to their shoppers: a step of
 * the replay, then the job for the next one. What is left to do are rows, each gone in the transaction that did it, so
 * that a replay which was broken off anywhere goes on where it was.
 */
export async function replayMapping(context: UseCaseContext, input: { shopId: string }): Promise<void> {
  const shop = await shopById(context.db.prisma, input.shopId);
  if (shop?.status !== "active") return;
  try {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const left = await replayBatch(context, shop.id);
      if (!left) return;
    }
  } catch (error) {
    await noteReplayError(context.db.prisma, shop.id, errorSummary(error));
    throw error;
  }
  await context.queue.send(null, "replay-mapping", { shopId: shop.id });
}

/** @returns false when nothing is left, or another worker has what is left */
async function replayBatch(context: UseCaseContext, shopId: string): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const taken = await takeReplays(tx, shopId, BATCH);
    if (taken.length === 0) {
      await endReplays(tx, shopId, context.now());
      return false;
    }
    // The shop's own alone, whatever the rows say.
    const before = await standings(tx, shopId, taken.map((each) => each.shipmentId));
    const ids = [...before.keys()];
    const advanced = await advanceShipments(context, tx, ids, new Map(ids.map((id) => [id, { quiet: true }])));
    const after = new Map(advanced.map((each) => [each.id, each.state]));
    const done = taken.map((each) => {
      const [was, is] = [before.get(each.shipmentId), after.get(each.shipmentId)];
      return { ...each, changed: was !== undefined && is !== undefined && (was.status !== is.status || was.detail !== is.detail) };
    });
    await finishReplays(tx, shopId, done, context.now() + JOB_LOST_AFTER_MS);
    return true;
  });
}

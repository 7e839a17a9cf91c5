import { carriersOf } from "~/domain/tracking/catalogue/direct-providers";

import type { Tx } from "./database.server";

/** Makes sources be asked at once; shipments whose tracking the merchant stopped are left alone. @returns their ids */
export async function makeDue(tx: Tx, shopId: string, ids: readonly string[], now: number): Promise<string[]> {
  const rows = await tx.shipment.findMany({
    where: { shopId, id: { in: [...ids] }, removedAt: null, trackingState: { not: "stopped" } },
    select: { id: true },
  });
  const due = rows.map((row) => row.id);
  await tx.shipment.updateMany({
    where: { shopId, id: { in: due } },
    data: { nextPollAt: new Date(now), pollFailures: 0, trackingState: "tracking", updatedAt: new Date(now) },
  });
  return due;
}

/** Stops or resumes. @returns the ids that changed */
export async function setTracking(tx: Tx, shopId: string, ids: readonly string[], state: "tracking" | "stopped", now: number): Promise<string[]> {
  const from = state === "stopped" ? { not: "stopped" } : "stopped";
  const rows = await tx.shipment.findMany({
    where: { shopId, id: { in: [...ids] }, removedAt: null, trackingState: from },
    select: { id: true },
  });
  const changed = rows.map((row) => row.id);
  await tx.shipment.updateMany({
    where: { shopId, id: { in: changed } },
    data: { trackingState: state, nextPollAt: state === "stopped" ? null : new Date(now), pollFailures: 0, updatedAt: new Date(now) },
  });
  return changed;
}

/** Puts the merchant's word in the place of what was detected. @returns false when the shop has no such shipment */
export async function setCarrier(tx: Tx, shopId: string, id: string, carrier: string, now: number): Promise<boolean> {
  const { count } = await tx.shipment.updateMany({
    where: { shopId, id, removedAt: null },
    data: { carrier, carrierSource: "merchant", lastProblem: null, pollFailures: 0, updatedAt: new Date(now) },
  });
  return count > 0;
}

/** Has the rules look again at everything they may concern: their thresholds have changed. */
export async function makeRulesDue(tx: Tx, shopId: string, now: number): Promise<void> {
  await tx.shipment.updateMany({
    where: { shopId, removedAt: null, OR: [{ trackingState: "tracking" }, { openExceptions: { gt: 0 } }] },
    data: { nextRuleAt: new Date(now) },
  });
}

/**
 * Has the shipments that a new connection can tell of asked for again.
 * @param provider null for an aggregator, which can tell of any carrier's
 */
export async function makeCarrierDue(tx: Tx, shopId: string, provider: string | null, now: number): Promise<number> {
  const { count } = await tx.shipment.updateMany({
    where: {
      shopId,
      removedAt: null,
      trackingState: "tracking",
      status: { notIn: ["DELIVERED", "RETURNED", "EXPIRED"] },
      ...(provider ? { carrier: { in: carriersOf(provider) } } : {}),
    },
    data: { nextPollAt: new Date(now), pollFailures: 0 },
  });
  return count;
}

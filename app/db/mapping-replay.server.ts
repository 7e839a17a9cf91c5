import type { Tx } from "./database.server";
import { isoOf } from "./sql-values";

/** Some shipments that wait to be computed anew, with the version that asked for each; locked until the transaction ends. */
export async function takeReplays(tx: Tx, shopId: string, limit: number): Promise<{ shipmentId: string; version: number }[]> {
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string; version: number }[]>(
    `select shipment_id, version from mapping_replay where shop_id = $1 order by shipment_id limit $2::int for update skip locked`,
    shopId,
    limit,
  );
  return rows.map((row) => ({ shipmentId: row.shipment_id, version: row.version }));
}

/** Of these shipments, those that wait to be computed anew: what a mapping changed about their past is no news. */
export async function waitingForReplay(tx: Tx, shopIds: readonly string[], shipmentIds: readonly string[]): Promise<Set<string>> {
  if (shopIds.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ shipment_id: string }[]>(
    `select shipment_id from mapping_replay where shop_id = any($1::text[]) and shipment_id = any($2::text[])`,
    shopIds,
    shipmentIds,
  );
  return new Set(rows.map((row) => row.shipment_id));
}

/** Shipments that were computed anew wait no more; each version's progress moves on. */
export async function finishReplays(
  tx: Tx,
  shopId: string,
  done: readonly { shipmentId: string; version: number; changed: boolean }[],
  nextDueAt: number,
): Promise<void> {
  await tx.$executeRawUnsafe(
    "delete from mapping_replay where shop_id = $1 and shipment_id = any($2::text[])",
    shopId,
    done.map((each) => each.shipmentId),
  );
  for (const [version, ofVersion] of Map.groupBy(done, (each) => each.version)) {
    await tx.mappingVersion.updateMany({
      where: { shopId, number: version },
      data: {
        replayDone: { increment: ofVersion.length },
        replayChanged: { increment: ofVersion.filter((each) => each.changed).length },
        replayError: null,
        nextDueAt: new Date(nextDueAt),
      },
    });
  }
}

/** Ends the shop's replays when no shipment waits any more. @returns whether none does */
export async function endReplays(tx: Tx, shopId: string, now: number): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<{ waiting: boolean }[]>("select exists (select 1 from mapping_replay where shop_id = $1) as waiting", shopId);
  if (rows[0]?.waiting) return false;
  await tx.mappingVersion.updateMany({
    where: { shopId, replay: "running" },
    data: { replay: "done", replayFinishedAt: new Date(now), nextDueAt: null },
  });
  return true;
}

/** Notes why a step failed; it is tried again from its due instant. */
export async function noteReplayError(tx: Tx, shopId: string, error: string): Promise<void> {
  await tx.mappingVersion.updateMany({ where: { shopId, replay: "running" }, data: { replayError: error.slice(0, 300) } });
}

/**
 * Takes the replays whose next step is due: the job that should have done it was lost. Moves the instant on by a lease.
 * @returns the ids of their shops
 */
export async function claimDueReplays(tx: Tx, now: number, leaseMs: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string }[]>(
    `update mapping_version set next_due_at = $2::timestamptz where id in (
       select id from mapping_version where next_due_at <= $1::timestamptz and replay = 'running'
       order by next_due_at limit 100 for update skip locked)
     returning shop_id`,
    isoOf(now),
    isoOf(now + leaseMs),
  );
  return [...new Set(rows.map((row) => row.shop_id))];
}

/** Where these shipments stand, as stored. */
export async function standings(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<Map<string, { status: string; detail: string | null }>> {
  const rows = await tx.shipment.findMany({ where: { shopId, id: { in: [...shipmentIds] } }, select: { id: true, status: true, detail: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

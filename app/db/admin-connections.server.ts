import type { Tx } from "./database.server";
import { countPushes, makePushDue } from "./pushes.server";

/** A shop's connections in its routing order, with their health. */
export async function connectionRows(tx: Tx, shopId: string) {
  return tx.carrierConnection.findMany({ where: { shopId, removedAt: null }, orderBy: [{ position: "asc" }, { createdAt: "asc" }] });
}

/** A shop's connection to one provider; null when it has none. */
export async function connectionRow(tx: Tx, shopId: string, provider: string) {
  return tx.carrierConnection.findFirst({ where: { shopId, provider, removedAt: null } });
}

/** Makes or replaces a connection. The address to which the provider pushes stays the same: the merchant has pasted it. */
export async function saveConnection(
  tx: Tx,
  shopId: string,
  connection: { provider: string; credentials: string; webhookToken: string; now: number },
): Promise<void> {
  const { provider, credentials, webhookToken } = connection;
  const last = await tx.carrierConnection.aggregate({ where: { shopId }, _max: { position: true } });
  await tx.carrierConnection.upsert({
    where: { shopId_provider: { shopId, provider } },
    create: { shopId, provider, credentials, webhookToken, position: (last._max.position ?? -1) + 1, createdAt: new Date(connection.now) },
    update: { credentials, enabled: true, pausedUntil: null, lastError: null, lastErrorAt: null, lastProblem: null, failingSince: null, removedAt: null },
  });
}

/** @returns false when the shop has no such connection */
export async function removeConnection(tx: Tx, shopId: string, provider: string): Promise<boolean> {
  const { count } = await tx.carrierConnection.deleteMany({ where: { shopId, provider } });
  return count > 0;
}

/**
 * Switches a connection off for good and has the numbers registered there and the subscriptions to its pushes ended; the
 * row goes when the last one has.
 * @returns how many are to be ended; null when the shop has no such connection
 */
export async function leaveConnection(tx: Tx, shopId: string, provider: string, now: number): Promise<number | null> {
  const { count } = await tx.carrierConnection.updateMany({ where: { shopId, provider, removedAt: null }, data: { removedAt: new Date(now), enabled: false } });
  if (count === 0) return null;
  const { count: held } = await tx.aggregatorRegistration.updateMany({
    where: { shopId, provider, status: { in: ["claiming", "registered", "ending"] } },
    data: { nextDueAt: new Date(now) },
  });
  const pushes = await countPushes(tx, shopId, provider);
  if (pushes > 0) await makePushDue(tx, shopId, provider, now);
  return held + pushes;
}

/** Swaps a connection with its neighbour in the routing order. */
export async function moveConnection(tx: Tx, shopId: string, provider: string, by: -1 | 1): Promise<void> {
  const rows = await connectionRows(tx, shopId);
  const index = rows.findIndex((row) => row.provider === provider);
  const moved = rows[index];
  const neighbour = rows[index + by];
  if (!moved || !neighbour) return;
  rows[index] = neighbour;
  rows[index + by] = moved;
  for (const [position, row] of rows.entries()) await tx.carrierConnection.update({ where: { id: row.id }, data: { position } });
}

/** A merchant's own limits; null where there is none. @returns false when the shop has no such connection */
export async function saveLimits(
  tx: Tx,
  shopId: string,
  provider: string,
  limits: { dailyLimit: number | null; unitCost: bigint | null; monthlyLimit: bigint | null },
): Promise<boolean> {
  // What was promised under the former limits is planned anew.
  const { count } = await tx.carrierConnection.updateMany({ where: { shopId, provider, removedAt: null }, data: { ...limits, bookedUntil: null } });
  return count > 0;
}

/** How many numbers each provider holds for a shop. */
export async function registeredCounts(tx: Tx, shopId: string): Promise<Map<string, number>> {
  const rows = await tx.aggregatorRegistration.groupBy({ by: ["provider"], where: { shopId, status: { in: ["claiming", "registered", "ending"] } }, _count: true });
  return new Map(rows.map((row) => [row.provider, row._count]));
}

/** Notes how a test went. */
export async function noteTest(tx: Tx, shopId: string, provider: string, result: { ok: boolean; message: string }, now: number): Promise<void> {
  const at = new Date(now);
  if (!result.ok) await tx.carrierConnection.updateMany({ where: { shopId, provider, failingSince: null }, data: { failingSince: at, lastProblem: "failed_test" } });
  await tx.carrierConnection.updateMany({
    where: { shopId, provider },
    data: result.ok ? { lastOkAt: at, pausedUntil: null, lastProblem: null, failingSince: null } : { lastErrorAt: at, lastError: result.message.slice(0, 300) },
  });
}

/** Webhooks that were given up on, the newest first; without their bodies. */
export async function deadDeliveries(tx: Tx, shopDomain: string, limit: number) {
  const rows = await tx.delivery.findMany({
    where: { shopDomain, status: "dead" },
    orderBy: { receivedAt: "desc" },
    take: limit,
    select: { id: true, source: true, topic: true, receivedAt: true, attempts: true, error: true },
  });
  return rows.map((row) => ({ ...row, id: row.id.toString() }));
}

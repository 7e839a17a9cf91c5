import type { Tx } from "./database.server";

/** A key as the merchant sees it: never the key itself, which is not kept. */
export interface ApiKeyRow {
  id: string;
  name: string;
  prefix: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const shown = { id: true, name: true, prefix: true, createdAt: true, lastUsedAt: true } as const;

/** A shop's keys that still work, the newest first. */
export async function apiKeysOf(tx: Tx, shopId: string): Promise<ApiKeyRow[]> {
  return tx.apiKey.findMany({ where: { shopId, revokedAt: null }, orderBy: { createdAt: "desc" }, select: shown });
}

/** Stores a key by its hash. @returns its id */
export async function createApiKeyRow(tx: Tx, given: { shopId: string; name: string; prefix: string; keyHash: string; now: number }): Promise<string> {
  const { now, ...data } = given;
  const row = await tx.apiKey.create({ data: { ...data, createdAt: new Date(now) }, select: { id: true } });
  return row.id;
}

/** @returns false when the shop has no such key that works */
export async function revokeApiKeyRow(tx: Tx, shopId: string, id: string, now: number): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, shopId, revokedAt: null }, data: { revokedAt: new Date(now) } });
  return count > 0;
}

/** Whose key has this hash; null for a key that never was or was revoked, or a shop that has uninstalled the app. */
export async function shopOfKey(tx: Tx, keyHash: string): Promise<{ keyId: string; shopId: string; timeZone: string; lastUsedAt: Date | null } | null> {
  const row = await tx.apiKey.findFirst({
    where: { keyHash, revokedAt: null, shop: { status: "active" } },
    select: { id: true, shopId: true, lastUsedAt: true, shop: { select: { timeZone: true } } },
  });
  return row && { keyId: row.id, shopId: row.shopId, timeZone: row.shop.timeZone, lastUsedAt: row.lastUsedAt };
}

/** Writes down when a key was last used. */
export async function noteKeyUse(tx: Tx, shopId: string, id: string, now: number): Promise<void> {
  await tx.apiKey.updateMany({ where: { id, shopId }, data: { lastUsedAt: new Date(now) } });
}

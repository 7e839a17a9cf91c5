import { randomBytes } from "node:crypto";

import { apiKeysOf, createApiKeyRow, noteKeyUse, revokeApiKeyRow, shopOfKey, type ApiKeyRow } from "~/db/api-keys.server";
import { tokenHash } from "~/db/secrets.server";

import type { UseCaseContext } from "../context";
import { refused, type FormResult } from "../form-result";

/** What every key begins with, so that secret scanners and people recognise one. */
const PREFIX = "mpk_";
const KEY = /^mpk_[\w-]{43}$/;
/** Keys of one shop that work at the same time. */
const MOST_KEYS = 20;
const MAX_NAME = 60;
/** A key's last use is written this often at most, ms. */
const NOTED_EVERY_MS = 60_000;

/** A shop's keys that work, the newest first, without what would open the door. */
export async function listApiKeys(context: UseCaseContext, input: { shopId: string }): Promise<ApiKeyRow[]> {
  return apiKeysOf(context.db.prisma, input.shopId);
}

/** Makes a key of 256 random bits. It is returned this once: the database keeps its hash. */
export async function createApiKey(context: UseCaseContext, input: { shopId: string; name: string }): Promise<FormResult<{ key: string }>> {
  const name = input.name.trim();
  if (name === "") return refused("Give the key a name: what will use it?", "name");
  if (name.length > MAX_NAME) return refused(`At most ${MAX_NAME} characters.`, "name");
  if ((await apiKeysOf(context.db.prisma, input.shopId)).length >= MOST_KEYS) return refused(`A shop can have ${MOST_KEYS} keys: revoke one first.`, "name");
  const key = PREFIX + randomBytes(32).toString("base64url");
  await createApiKeyRow(context.db.prisma, { shopId: input.shopId, name, prefix: key.slice(0, 8), keyHash: tokenHash(key), now: context.now() });
  return { ok: true, key };
}

/** From now on the key opens nothing. @returns false when the shop has no such key */
export async function revokeApiKey(context: UseCaseContext, input: { shopId: string; id: string }): Promise<boolean> {
  return revokeApiKeyRow(context.db.prisma, input.shopId, input.id, context.now());
}

/** The shop that a key opens; null when it opens none. */
export async function shopByApiKey(context: UseCaseContext, key: string): Promise<{ keyId: string; shopId: string; timeZone: string } | null> {
  if (!KEY.test(key)) return null;
  const found = await shopOfKey(context.db.prisma, tokenHash(key));
  if (!found) return null;
  const now = context.now();
  if (!found.lastUsedAt || now - found.lastUsedAt.getTime() > NOTED_EVERY_MS) await noteKeyUse(context.db.prisma, found.shopId, found.keyId, now);
  return found;
}

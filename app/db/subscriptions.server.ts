import type { Tx } from "./database.server";

/**
 * Claims numbers whose subscription with a carrier is missing or about to end: of two workers one makes it.
 * @param endingBefore subscriptions that end before this instant are made anew
 * @param heldUntil nobody else makes them before this instant
 * @returns the keys that were won
 */
export async function claimSubscriptions(tx: Tx, shopId: string, provider: string, numberKeys: readonly string[], endingBefore: number, heldUntil: number): Promise<Set<string>> {
  if (numberKeys.length === 0) return new Set();
  const rows = await tx.$queryRawUnsafe<{ number_key: string }[]>(
    `insert into carrier_subscription as known (id, shop_id, provider, number_key, expires_at)
     select gen_random_uuid()::text, $1, $2, key, $5::timestamptz from unnest($3::text[]) as key order by key
     on conflict (shop_id, number_key, provider) do update set expires_at = $5::timestamptz where known.expires_at < $4::timestamptz
     returning number_key`,
    shopId,
    provider,
    [...new Set(numberKeys)],
    new Date(endingBefore).toISOString(),
    new Date(heldUntil).toISOString(),
  );
  return new Set(rows.map((row) => row.number_key));
}

/** Keeps until when a carrier pushes about numbers, or that it would not. */
export async function settleSubscriptions(tx: Tx, shopId: string, provider: string, numberKeys: readonly string[], outcome: { live: boolean; expiresAt: number }): Promise<void> {
  if (numberKeys.length === 0) return;
  await tx.carrierSubscription.updateMany({
    where: { shopId, provider, numberKey: { in: [...numberKeys] } },
    data: { live: outcome.live, expiresAt: new Date(outcome.expiresAt) },
  });
}

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
export async function settleSubscriptions(tx: Tx, shopId: string, provider: string, numberKeys: readonly string[], outcome: { live: boolean; expiresAt: number; externalId?: string | null }): Promise<void> {
  if (numberKeys.length === 0) return;
  await tx.carrierSubscription.updateMany({
    where: { shopId, provider, numberKey: { in: [...numberKeys] } },
    data: { live: outcome.live, expiresAt: new Date(outcome.expiresAt), ...(outcome.externalId === undefined ? {} : { externalId: outcome.externalId }) },
  });
}

/** Whether a carrier's subscription is one of this shop's, and whether it pushes already; null when it is none of them. */
export async function subscriptionById(tx: Tx, shopId: string, provider: string, externalId: string): Promise<{ live: boolean } | null> {
  return tx.carrierSubscription.findFirst({ where: { shopId, provider, externalId }, select: { live: true }, orderBy: { live: "desc" } });
}

/** The carrier pushes about the numbers of this subscription. */
export async function markSubscriptionLive(tx: Tx, shopId: string, provider: string, externalId: string): Promise<void> {
  await tx.carrierSubscription.updateMany({ where: { shopId, provider, externalId, live: false }, data: { live: true } });
}

/** The carrier pushes no more about the numbers of this subscription: they may be subscribed anew. */
export async function forgetSubscription(tx: Tx, shopId: string, provider: string, externalId: string): Promise<void> {
  await tx.carrierSubscription.deleteMany({ where: { shopId, provider, externalId } });
}

/** Ids of the subscriptions that a carrier holds for a shop, at most 500. */
export async function subscriptionIds(tx: Tx, shopId: string, provider: string): Promise<string[]> {
  const rows = await tx.carrierSubscription.findMany({ where: { shopId, provider, externalId: { not: null } }, distinct: ["externalId"], select: { externalId: true }, take: 500 });
  return rows.flatMap((row) => row.externalId ?? []);
}

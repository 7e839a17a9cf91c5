import type { OwnCarrier, ShopCarriers } from "~/domain/tracking/catalogue/shop-carriers";

import type { Tx } from "./database.server";

/** What a shop adds to the catalogue: two small reads, once per page or per batch of work. */
export async function shopCarriers(tx: Tx, shopId: string): Promise<ShopCarriers> {
  const own = await ownCarriers(tx, shopId);
  const names = await tx.carrierName.findMany({ where: { shopId }, select: { nameKey: true, carrier: true } });
  return { own, names: new Map(names.map((row) => [row.nameKey, row.carrier])) };
}

/** The shop's own carriers by name. */
export async function ownCarriers(tx: Tx, shopId: string): Promise<OwnCarrier[]> {
  const rows = await tx.customCarrier.findMany({
    where: { shopId },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    select: { code: true, name: true, trackingUrlTemplate: true },
  });
  return rows.map((row) => ({ code: row.code, name: row.name, template: row.trackingUrlTemplate }));
}

/**
 * Locks a shop's carriers against every other change of them until the transaction ends, and waits for orders that are
 * being stored by the old ones (see `holdActiveShop`).
 * @returns false when the shop is not active
 */
export async function lockShopCarriers(tx: Tx, shopId: string): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<{ status: string }[]>("select status from shop where id = $1 for no key update", shopId);
  return rows[0]?.status === "active";
}

/** Adds a carrier of the shop's own. @throws when its code is taken */
export async function insertOwnCarrier(tx: Tx, shopId: string, carrier: OwnCarrier, now: number): Promise<void> {
  const at = new Date(now);
  await tx.customCarrier.create({
    data: { shopId, code: carrier.code, name: carrier.name, trackingUrlTemplate: carrier.template, createdAt: at, updatedAt: at },
  });
}

/** Changes an own carrier's name and tracking page; its code stays. */
export async function updateOwnCarrier(tx: Tx, shopId: string, carrier: OwnCarrier, now: number): Promise<void> {
  await tx.customCarrier.updateMany({
    where: { shopId, code: carrier.code },
    data: { name: carrier.name, trackingUrlTemplate: carrier.template, updatedAt: new Date(now) },
  });
}

/** Deletes an own carrier with the names that meant it. @returns the keys of those names */
export async function deleteOwnCarrier(tx: Tx, shopId: string, code: string): Promise<string[]> {
  const names = await tx.carrierName.findMany({ where: { shopId, carrier: code }, select: { nameKey: true } });
  await tx.carrierName.deleteMany({ where: { shopId, carrier: code } });
  await tx.customCarrier.deleteMany({ where: { shopId, code } });
  return names.map((row) => row.nameKey);
}

/** Keeps what a name means from now on. */
export async function putCarrierName(tx: Tx, shopId: string, name: { typed: string; nameKey: string; carrier: string }, now: number): Promise<void> {
  const { nameKey, typed, carrier } = name;
  await tx.carrierName.upsert({
    where: { shopId_nameKey: { shopId, nameKey } },
    create: { shopId, nameKey, typed, carrier, createdAt: new Date(now) },
    update: { typed, carrier },
  });
}

/** @returns false when nothing was said of this name */
export async function removeCarrierName(tx: Tx, shopId: string, nameKey: string): Promise<boolean> {
  const { count } = await tx.carrierName.deleteMany({ where: { shopId, nameKey } });
  return count > 0;
}

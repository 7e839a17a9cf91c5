import { CUSTOMER_DATA, type CustomerData, type DataAccess } from "~/domain/access/customer-data";

import type { Tx } from "./database.server";

/** What Shopify lets the app read and do in a shop, as far as it was seen. Instants are milliseconds since the epoch. */
export interface ShopAccess extends DataAccess {
  /** Granted access scopes; null until they were read. */
  scopes: string[] | null;
  /** When something was last granted that had been missing before; null when never. */
  regainedAt: number | null;
  /** Since when bulk queries are refused; null when they are not. */
  bulkRefusedAt: number | null;
}

const UNSEEN: ShopAccess = { scopes: null, granted: new Set(), refused: new Set(), regainedAt: null, bulkRefusedAt: null };

type Row = NonNullable<Awaited<ReturnType<Tx["shopAccess"]["findUnique"]>>>;

function toAccess(row: Row | null): ShopAccess {
  if (!row) return UNSEEN;
  return {
    scopes: row.scopesAt === null ? null : row.scopes,
    granted: toData(row.dataGranted),
    refused: toData(row.dataRefused),
    regainedAt: row.regainedAt?.getTime() ?? null,
    bulkRefusedAt: row.bulkRefusedAt?.getTime() ?? null,
  };
}

function toData(stored: readonly string[]): Set<CustomerData> {
  return new Set(CUSTOMER_DATA.filter((data) => stored.includes(data)));
}

/** What is known of a shop's access. */
export async function shopAccess(tx: Tx, shopId: string): Promise<ShopAccess> {
  return toAccess(await tx.shopAccess.findUnique({ where: { shopId } }));
}

/**
 * The same, locked until the transaction ends, so that two processes that see something at once do not undo each
 * other. Makes the row where there is none.
 * @returns null when the shop is gone
 */
export async function lockShopAccess(tx: Tx, shopId: string): Promise<ShopAccess | null> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string }[]>(
    `insert into shop_access (shop_id, scopes) select id, '{}' from shop where id = $1
     on conflict (shop_id) do update set shop_id = excluded.shop_id returning shop_id`,
    shopId,
  );
  return rows.length === 0 ? null : shopAccess(tx, shopId);
}

/** What changes about a shop's access; what is left out stays. */
export interface AccessChange {
  scopes?: readonly string[];
  data?: DataAccess;
  regained?: boolean;
  bulkRefused?: boolean;
}

/** Stores what was seen of a locked shop's access. */
export async function saveShopAccess(tx: Tx, shopId: string, change: AccessChange, now: number): Promise<void> {
  const at = new Date(now);
  await tx.shopAccess.update({
    where: { shopId },
    data: {
      ...(change.scopes ? { scopes: [...change.scopes], scopesAt: at } : {}),
      ...(change.data ? { dataGranted: [...change.data.granted], dataRefused: [...change.data.refused], dataAt: at } : {}),
      ...(change.regained ? { regainedAt: at } : {}),
      ...(change.bulkRefused === undefined ? {} : { bulkRefusedAt: change.bulkRefused ? at : null }),
    },
  });
}

/** The access of every shop that has the app installed, for the doctor. */
export async function accessOfShops(tx: Tx): Promise<{ domain: string; access: ShopAccess }[]> {
  const shops = await tx.shop.findMany({ where: { status: "active" }, select: { domain: true, access: true }, orderBy: { domain: "asc" } });
  return shops.map(({ domain, access }) => ({ domain, access: toAccess(access) }));
}

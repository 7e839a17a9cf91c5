import type { Tx } from "./database.server";
import type { ShopModel } from "./generated/models/Shop";

export type Shop = ShopModel;

/** Why a connection is off that the merchant did not switch off: a reinstall switches it on again. */
const OFF_BY_UNINSTALL = "Switched off because the app was uninstalled.";

/** A shop by its myshopify.com domain, also one that has uninstalled the app. */
export async function shopByDomain(tx: Tx, domain: string): Promise<Shop | null> {
  return tx.shop.findUnique({ where: { domain } });
}

/** A shop by our id, whatever its status; null when it is not there. */
export async function shopById(tx: Tx, shopId: string): Promise<Shop | null> {
  return tx.shop.findUnique({ where: { id: shopId } });
}

/**
 * Makes sure that a shop is there and active, and locks it until the transaction ends.
 * Every opening renews `installedAt`: Shopify has just given a token, so what was triggered before is about an earlier
 * install, also where the shop is known because its uninstall was not heard of.
 * @returns the shop, and whether this was an install ("new"), a return after an uninstall ("back") or neither ("known")
 */
export async function openShop(tx: Tx, domain: string, now: number): Promise<{ shop: Shop; was: "new" | "back" | "known" }> {
  const created = await tx.$queryRawUnsafe<{ id: string }[]>(
    `insert into shop (id, domain, status, installed_at) values (gen_random_uuid()::text, $1, 'active', $2::timestamptz)
     on conflict (domain) do nothing returning id`,
    domain,
    new Date(now).toISOString(),
  );
  const [locked] = await tx.$queryRawUnsafe<{ id: string; status: string }[]>("select id, status from shop where domain = $1 for update", domain);
  if (!locked) throw new Error("The shop vanished while it was installed.");
  if (locked.status !== "active") {
    await tx.shop.update({
      where: { id: locked.id },
      data: { status: "active", uninstalledAt: null },
    });
    await tx.carrierConnection.updateMany({
      where: { shopId: locked.id, enabled: false, lastError: OFF_BY_UNINSTALL },
      data: { enabled: true, lastError: null, pushDueAt: new Date(now) },
    });
    // What a changed mapping had not come to yet goes on.
    await tx.mappingVersion.updateMany({ where: { shopId: locked.id, replay: "running" }, data: { nextDueAt: new Date(now) } });
    // Its shipments are looked at again, spread over a quarter of an hour; that plans the next polls too.
    await tx.$executeRawUnsafe(
      `update shipment set next_rule_at = $2::timestamptz + (random() * interval '15 minutes')
       where shop_id = $1 and tracking_state = 'tracking' and removed_at is null`,
      locked.id,
      new Date(now).toISOString(),
    );
  }
  const shop = await tx.shop.update({ where: { id: locked.id }, data: { installedAt: new Date(now) } });
  return { shop, was: created.length > 0 ? "new" : locked.status !== "active" ? "back" : "known" };
}

/** Locks a shop against being closed until the transaction ends. @returns whether it is active */
export async function holdActiveShop(tx: Tx, shopId: string): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<{ status: string }[]>("select status from shop where id = $1 for share", shopId);
  return rows[0]?.status === "active";
}

/** What Shopify says of a shop. */
export interface ShopInfo {
  gid: string;
  name: string;
  email: string | null;
  plan: string | null;
  currency: string;
  timeZone: string;
  locale: string;
  countryCode: string | null;
}

/** Stores what Shopify says of a shop. @throws when it is not there */
export async function saveShopInfo(tx: Tx, shopId: string, info: ShopInfo): Promise<Shop> {
  return tx.shop.update({ where: { id: shopId }, data: info });
}

/** Where reconciliation stands: orders updated up to `syncedThrough` have been read; the next look is due at `nextSyncAt`. */
export async function setSyncState(tx: Tx, shopId: string, state: { syncedThrough?: number; nextSyncAt: number | null }): Promise<void> {
  await tx.shop.updateMany({
    where: { id: shopId, status: "active" },
    data: {
      nextSyncAt: state.nextSyncAt === null ? null : new Date(state.nextSyncAt),
      ...(state.syncedThrough === undefined ? {} : { syncedThrough: new Date(state.syncedThrough) }),
    },
  });
}

/**
 * Takes the shops whose reconciliation is due, and moves their next look on by a lease so that nobody else takes them.
 * @returns their ids
 */
export async function claimDueShops(tx: Tx, now: number, leaseMs: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `update shop set next_sync_at = $2::timestamptz where id in (
       select id from shop where next_sync_at <= $1::timestamptz and status = 'active' order by next_sync_at limit 500 for update skip locked)
     returning id`,
    new Date(now).toISOString(),
    new Date(now + leaseMs).toISOString(),
  );
  return rows.map((row) => row.id);
}

/**
 * Ends all work of a shop: no session, nothing due any more, connections off. Its records stay until shop/redact.
 * @returns false when it was uninstalled already
 */
export async function closeShop(tx: Tx, shop: { id: string; domain: string }, now: number): Promise<boolean> {
  const { count } = await tx.shop.updateMany({
    where: { id: shop.id, status: "active" },
    data: { status: "uninstalled", uninstalledAt: new Date(now), nextSyncAt: null },
  });
  const shopId = shop.id;
  await tx.session.deleteMany({ where: { shop: shop.domain } });
  await tx.shipment.updateMany({
    where: { shopId, OR: [{ nextPollAt: { not: null } }, { nextRuleAt: { not: null } }] },
    data: { nextPollAt: null, nextRuleAt: null },
  });
  await tx.syncRun.updateMany({
    where: { shopId, status: { in: ["queued", "running"] } },
    data: { status: "failed", error: "The app was uninstalled.", finishedAt: new Date(now), nextDueAt: null },
  });
  await tx.notification.updateMany({
    where: { shopId, status: "queued" },
    data: { status: "skipped", reason: "The app was uninstalled.", nextDueAt: null },
  });
  await tx.writeBack.updateMany({ where: { shopId, state: "queued" }, data: { state: "skipped", error: "The app was uninstalled.", nextDueAt: null } });
  await tx.mappingVersion.updateMany({ where: { shopId, nextDueAt: { not: null } }, data: { nextDueAt: null } });
  await tx.carrierConnection.updateMany({ where: { shopId, enabled: true }, data: { enabled: false, lastError: OFF_BY_UNINSTALL, pushDueAt: new Date(now) } });
  return count > 0;
}

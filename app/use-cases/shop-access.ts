import type { Tx } from "~/db/database.server";
import { accessOfShops, lockShopAccess, saveShopAccess, shopAccess, type ShopAccess } from "~/db/shop-access.server";
import { learnAccess, type CustomerData, type DataAccess } from "~/domain/access/customer-data";
import { ALL_ORDERS_SCOPE, missingScopes, REQUIRED_SCOPES } from "~/domain/access/required-scopes";
import { describeDenied } from "~/shopify/admin-answer";
import { AdminApiError, type AdminClient } from "~/shopify/admin-port";
import { readShop } from "~/shopify/operations/read-shop";
import { refusedData } from "~/shopify/protected-data";

import { startBackfill } from "./backfill-start";
import type { UseCaseContext } from "./context";

/** A refusal of Shopify that stays as it is however often it is asked: a scope or protected customer data is missing. */
export function isRefusal(error: unknown): error is AdminApiError {
  return error instanceof AdminApiError && error.denied.length > 0;
}

/**
 * Records what answers showed of protected customer data. Data that was refused before and is given now is missing
 * in the orders read so far: they are read again.
 * @param options.reread false where all orders are being read with it already
 */
export async function noteDataAccess(context: UseCaseContext, shopId: string, seen: DataAccess, options: { reread: boolean } = { reread: true }): Promise<void> {
  if (!learnAccess(await shopAccess(context.db.prisma, shopId), seen).changed) return;
  await context.db.transaction(async (tx) => {
    const known = await lockShopAccess(tx, shopId);
    if (!known) return;
    const { granted, refused, regained, changed } = learnAccess(known, seen);
    if (!changed) return;
    const reread = options.reread && regained.length > 0;
    await saveShopAccess(tx, shopId, { data: { granted, refused }, regained: reread }, context.now());
    if (reread) await startBackfill(context, tx, shopId);
    context.log.info({ shop: shopId, refused: [...refused], regained }, "what Shopify releases of customer data changed");
  });
}

/** Records what a refusal was about; does nothing for any other error. */
export async function noteRefusal(context: UseCaseContext, shopId: string, error: unknown): Promise<void> {
  if (!isRefusal(error)) return;
  const refused = new Set<CustomerData>(error.denied.flatMap((denial) => refusedData(denial)));
  if (refused.size > 0) await noteDataAccess(context, shopId, { granted: new Set(), refused });
}

/**
 * Records the scopes that a shop has granted. One that newly shows more (a required one that was missing, or all
 * orders) has the orders read again.
 * @param options.reread false where all orders are about to be read with it already
 */
export async function noteScopes(context: UseCaseContext, shopId: string, scopes: readonly string[], options: { reread: boolean } = { reread: true }): Promise<void> {
  const before = (await shopAccess(context.db.prisma, shopId)).scopes;
  if (before && sameScopes(before, scopes)) return;
  await context.db.transaction((tx) => saveScopes(context, tx, shopId, scopes, options.reread));
}

async function saveScopes(context: UseCaseContext, tx: Tx, shopId: string, scopes: readonly string[], reread: boolean): Promise<void> {
  const known = await lockShopAccess(tx, shopId);
  if (!known || (known.scopes && sameScopes(known.scopes, scopes))) return;
  const wanted = [...REQUIRED_SCOPES, ALL_ORDERS_SCOPE];
  const missed = known.scopes ? missingScopes(known.scopes, wanted) : [];
  const regained = missed.filter((scope) => !missingScopes(scopes, wanted).includes(scope));
  const again = reread && regained.length > 0;
  await saveShopAccess(tx, shopId, { scopes, regained: again }, context.now());
  if (again) await startBackfill(context, tx, shopId);
  context.log.info({ shop: shopId, regained, missing: missingScopes(scopes) }, "a shop's access scopes were read");
}

function sameScopes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((scope) => other.includes(scope));
}

/**
 * Asks Shopify which scopes the merchant has granted.
 * @throws AdminApiError when Shopify does not say
 */
export async function readGrantedScopes(admin: AdminClient): Promise<string[]> {
  const { data, denied } = await admin.runPartially(readShop, {});
  // Of a refused answer nothing may be there, whatever its type says.
  const installation: { accessScopes: { handle: string }[] } | null | undefined = data.currentAppInstallation;
  if (!installation) throw new AdminApiError("access_denied", describeDenied(readShop.name, denied), denied);
  return installation.accessScopes.map((scope) => scope.handle);
}

/** Records whether Shopify let the app run a bulk query. */
export async function noteBulkAccess(context: UseCaseContext, shopId: string, refused: boolean): Promise<void> {
  if (((await shopAccess(context.db.prisma, shopId)).bulkRefusedAt !== null) === refused) return;
  await context.db.transaction(async (tx) => {
    if (await lockShopAccess(tx, shopId)) await saveShopAccess(tx, shopId, { bulkRefused: refused }, context.now());
  });
}

/** What is known of the access in each shop that has the app installed, for the doctor. */
export async function accessReport(context: Pick<UseCaseContext, "db">): Promise<{ domain: string; access: ShopAccess }[]> {
  return accessOfShops(context.db.prisma);
}

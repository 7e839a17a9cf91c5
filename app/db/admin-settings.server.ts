import type { Tx } from "./database.server";
import type { Prisma } from "./generated/client";

/** A shop's settings as they are stored. */
export async function storedSettings(tx: Tx, shopId: string): Promise<Record<string, unknown>> {
  const row = await tx.shop.findUnique({ where: { id: shopId }, select: { settings: true } });
  return isRecord(row?.settings) ? row.settings : {};
}

/** Lays values over the stored settings; keys that are not named stay as they are. */
export async function mergeSettings(tx: Tx, shopId: string, values: Record<string, unknown>): Promise<void> {
  await tx.$queryRawUnsafe(`select 1 from shop where id = $1 for update`, shopId);
  const settings = { ...(await storedSettings(tx, shopId)), ...values };
  await tx.shop.update({ where: { id: shopId }, data: { settings: settings as Prisma.InputJsonValue } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

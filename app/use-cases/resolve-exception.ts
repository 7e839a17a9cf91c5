import { resolveByMerchant } from "~/db/exceptions.server";

import type { UseCaseContext } from "./context";

/**
 * Settles open exceptions by the merchant's word; the same cause does not open them again, a new one does.
 * @returns how many were settled
 */
export async function resolveExceptions(context: UseCaseContext, input: { shopId: string; exceptionIds: readonly string[] }): Promise<number> {
  const settled = await context.db.transaction((tx) =>
    resolveByMerchant(tx, input.shopId, input.exceptionIds, { now: context.now(), by: "merchant" }),
  );
  return settled.length;
}

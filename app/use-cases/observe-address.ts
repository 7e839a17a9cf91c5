import { observedHoursSince, storeObservedHour } from "~/db/observed-addresses.server";
import { diagnoseAddresses, type AddressDiagnosis } from "~/domain/client-addresses/diagnosis";
import type { ObservedAddresses } from "~/integrations/limits/observed-addresses";

import type { UseCaseContext } from "./context";

/** So far back `diagnoseObservedAddresses` looks, ms. */
const LOOK_BACK_MS = 24 * 3_600_000;

/**
 * Counts a shopper's request for `doctor`, which warns when all of them seem to have one address. A count that cannot be
 * stored is logged and does not fail the request.
 * @param address from `clientAddress`
 */
export async function observeAddress(context: Pick<UseCaseContext, "db" | "now" | "log">, observed: ObservedAddresses, address: string | null): Promise<void> {
  const hour = observed.note(address, context.now());
  if (!hour) return;
  try {
    await storeObservedHour(context.db.sql, hour);
  } catch (error) {
    context.log.warn({ error: error instanceof Error ? error.name : "unknown" }, "the count of shoppers' addresses could not be stored");
  }
}

/** What the web processes of the last 24 hours saw of shoppers' addresses. */
export async function diagnoseObservedAddresses(context: Pick<UseCaseContext, "db" | "now">): Promise<AddressDiagnosis> {
  return diagnoseAddresses(await observedHoursSince(context.db.sql, context.now() - LOOK_BACK_MS));
}

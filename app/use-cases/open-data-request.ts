import { readDataExport } from "~/db/data-requests.server";

import type { UseCaseContext } from "./context";

/**
 * What was gathered for a customer's request as JSON text, for the merchant to hand over; that it was read is written
 * down. Null when this shop has no such request.
 */
export function openDataRequest(context: UseCaseContext, input: { shopId: string; id: string; actor: string }): Promise<string | null> {
  return context.db.transaction((tx) => readDataExport(context, tx, input));
}

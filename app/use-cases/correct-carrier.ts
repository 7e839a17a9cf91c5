import { makeDue, setCarrier } from "~/db/admin-shipment-writes.server";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/**
 * Puts the merchant's word in the place of the detected carrier and asks that carrier at once. Scans that other
 * sources told stay: they are facts, and the page shows who said what.
 */
export async function correctCarrier(
  context: UseCaseContext,
  input: { shopId: string; shipmentId: string; carrier: string },
): Promise<FormResult> {
  const known = findCarrier(input.carrier) ?? context.carriers.find(input.carrier);
  if (!known) return refused("Choose a carrier from the list.", "carrier");
  return context.db.transaction(async (tx) => {
    const found = await setCarrier(tx, input.shopId, input.shipmentId, known.code, context.now());
    if (!found) return refused("This shipment is not there any more.");
    const due = await makeDue(tx, input.shopId, [input.shipmentId], context.now());
    if (due.length > 0) await context.queue.send(tx, "poll-shipments", { shipmentIds: due });
    return { ok: true };
  });
}

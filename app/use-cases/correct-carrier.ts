import { makeDue, setCarrier } from "~/db/admin-shipment-writes.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { knownCarrier, storedCode } from "~/domain/tracking/catalogue/shop-carriers";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/**
 * Puts the merchant's word in the place of the detected carrier, one of the catalogue or of the shop's own, and asks
 * that carrier at once. Scans that other sources told stay: they are facts, and the page shows who said what.
 */
export async function correctCarrier(
  context: UseCaseContext,
  input: { shopId: string; shipmentId: string; carrier: string },
): Promise<FormResult> {
  return context.db.transaction(async (tx) => {
    const known = knownCarrier(input.carrier, await shopCarriers(tx, input.shopId)) ?? context.carriers.find(input.carrier);
    if (!known) return refused("Choose a carrier from the list.", "carrier");
    const found = await setCarrier(tx, input.shopId, input.shipmentId, storedCode(known.code), context.now());
    if (!found) return refused("This shipment is not there any more.");
    const due = await makeDue(tx, input.shopId, [input.shipmentId], context.now());
    if (due.length > 0) await context.queue.send(tx, "poll-shipments", { shipmentIds: due });
    return { ok: true };
  });
}

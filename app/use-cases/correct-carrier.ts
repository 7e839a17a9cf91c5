import { makeDue, setCarrier } from "~/db/admin-shipment-writes.server";
import { forgetRefusals } from "~/db/registrations.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { knownCarrier, storedCode } from "~/domain/tracking/catalogue/shop-carriers";

import { askNow } from "./ask-now";
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
    await forgetRefusals(tx, input.shopId, [input.shipmentId]);
    const due = await makeDue(tx, input.shopId, [input.shipmentId], context.now());
    await askNow(context, tx, input.shopId, due);
    return { ok: true };
  });
}

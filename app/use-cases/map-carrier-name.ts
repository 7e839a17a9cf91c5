import { lockShopCarriers, putCarrierName, removeCarrierName, shopCarriers } from "~/db/shop-carriers.server";
import { knownCarrier, nameKeyOf, storedCode } from "~/domain/tracking/catalogue/shop-carriers";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/** More names than this are no list that a shop keeps by hand. */
const MOST = 1_000;

/**
 * Keeps what a shop means by a name that it writes as tracking company: a carrier of the catalogue or one of its own.
 * The shop's shipments of this name are resolved again in the background; carriers set by hand stay.
 */
export async function mapCarrierName(context: UseCaseContext, input: { shopId: string; typed: string; carrier: string }): Promise<FormResult> {
  const { shopId } = input;
  const typed = boundedText(input.typed, LONGEST.typed).trim();
  const nameKey = nameKeyOf(typed);
  if (nameKey === "" || /\p{Cc}/u.test(typed)) return refused("This is not a name that can be mapped.", "name");
  return context.db.transaction(async (tx) => {
    if (!(await lockShopCarriers(tx, shopId))) return refused("The shop has uninstalled the app.");
    const shop = await shopCarriers(tx, shopId);
    const carrier = knownCarrier(input.carrier, shop);
    if (!carrier) return refused("Choose a carrier from the list.", "carrier");
    if (!shop.names.has(nameKey) && shop.names.size >= MOST) return refused(`At most ${MOST} names can be mapped.`);
    await putCarrierName(tx, shopId, { typed, nameKey, carrier: storedCode(carrier.code) }, context.now());
    await context.queue.send(tx, "resolve-carriers", { shopId, names: [nameKey], gone: [], after: null });
    return { ok: true };
  });
}

/** Takes back what was said of a name: Milepost's own matching reads it again. @returns false when nothing was said */
export async function forgetCarrierName(context: UseCaseContext, input: { shopId: string; typed: string }): Promise<boolean> {
  const { shopId } = input;
  const nameKey = nameKeyOf(input.typed);
  return context.db.transaction(async (tx) => {
    if (!(await lockShopCarriers(tx, shopId))) return false;
    if (!(await removeCarrierName(tx, shopId, nameKey))) return false;
    await context.queue.send(tx, "resolve-carriers", { shopId, names: [nameKey], gone: [], after: null });
    return true;
  });
}

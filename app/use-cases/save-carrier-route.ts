import { connectionRows } from "~/db/admin-connections.server";
import { makeCarrierDue } from "~/db/admin-shipment-writes.server";
import { carrierRoutes, removeCarrierRoute, saveCarrierRoute } from "~/db/carrier-routes.server";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/** Most exceptions of one shop: more than that is another routing order. */
const MOST = 200;

/**
 * Keeps a merchant's exception to the routing order for one carrier; its shipments are looked at anew at once.
 * @param input.choices "first", "never" or "usual" by provider; "usual" for all removes the exception
 */
export async function saveRoute(
  context: UseCaseContext,
  input: { shopId: string; carrier: string; choices: Readonly<Record<string, string>> },
): Promise<FormResult> {
  const carrier = findCarrier(input.carrier) ?? context.carriers.find(input.carrier);
  if (!carrier) return refused("Choose a carrier from the list.", "carrier");
  return context.db.transaction(async (tx) => {
    const connected = (await connectionRows(tx, input.shopId)).map((row) => row.provider);
    const chosen = (what: string) => connected.filter((provider) => input.choices[provider] === what);
    const route = { first: chosen("first"), never: chosen("never") };
    if (route.first.length + route.never.length === 0) {
      await removeCarrierRoute(tx, input.shopId, carrier.code);
    } else {
      if ((await carrierRoutes(tx, input.shopId)).size >= MOST) return refused(`At most ${MOST} exceptions can be kept.`);
      await saveCarrierRoute(tx, input.shopId, carrier.code, route, context.now());
    }
    await makeCarrierDue(tx, input.shopId, carrier.code, context.now());
    return { ok: true };
  });
}

/** Takes an exception back. @returns false when there was none */
export async function removeRoute(context: UseCaseContext, input: { shopId: string; carrier: string }): Promise<boolean> {
  return context.db.transaction((tx) => removeCarrierRoute(tx, input.shopId, input.carrier));
}

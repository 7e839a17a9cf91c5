import { orderNameKey } from "~/db/customer-identity";
import type { Tx } from "~/db/database.server";
import {
  completeLoose, insertLoose, lockNumbers, ordersByName, retireLoose, shipmentsWithNumbers, type NewLoose,
} from "~/db/loose-shipments.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { holdActiveShop } from "~/db/shops.server";
import { planRegistrations, type RegistrationPlan, type WantedShipment } from "~/domain/tracking/register/plan";
import { readNumber } from "~/domain/tracking/register/read-number";

import { advanceShipments } from "./advance-shipments";
import { carrierResolver } from "./carrier-resolver";
import { carrierChooser } from "./choose-carrier";
import type { UseCaseContext } from "./context";

/** Most shipments of one call: one transaction, one statement per table. */
export const MOST_REGISTRATIONS = 1_000;

/** What became of one wanted shipment. `id` is the shipment that follows the number now. */
export type Registration =
  | { kind: "invalid"; problem: string }
  | { kind: "repeated"; first: number }
  | { kind: "added" | "completed" | "known"; id: string; plan: Exclude<RegistrationPlan, { kind: "invalid" | "repeated" }> };

/** What registering would do, line by line; nothing is written. */
export async function previewRegistrations(context: UseCaseContext, shopId: string, wanted: readonly WantedShipment[]): Promise<RegistrationPlan[]> {
  return planned(context, context.db.prisma, shopId, wanted, false);
}

/**
 * Begins to follow numbers without Shopify: each becomes a loose shipment whose sources are asked at once, or joins the
 * shipment that has its number already. The same list again changes nothing.
 *
 * @param tx the caller's transaction; without one it is a transaction of its own
 * @returns what became of each, in the order given
 */
export async function registerShipments(context: UseCaseContext, shopId: string, wanted: readonly WantedShipment[], tx?: Tx): Promise<Registration[]> {
  return tx ? register(context, tx, shopId, wanted) : context.db.transaction((own) => register(context, own, shopId, wanted));
}

async function register(context: UseCaseContext, tx: Tx, shopId: string, wanted: readonly WantedShipment[]): Promise<Registration[]> {
  const now = context.now();
  if (!(await holdActiveShop(tx, shopId))) throw new Error("The shop has uninstalled the app.");
  const plans = await planned(context, tx, shopId, wanted, true);
  const adding = plans.flatMap((plan) => (plan.kind === "add" ? [plan] : []));
  const completing = plans.flatMap((plan) => (plan.kind === "complete" ? [plan] : []));
  await retireLoose(tx, shopId, adding.flatMap((plan) => plan.former ?? []), now);
  const added = await insertLoose(tx, shopId, adding.map(toRow), now);
  await completeLoose(tx, shopId, completing.map((plan) => ({
    id: plan.id, orderId: plan.order?.id ?? null, carrier: plan.carrier?.carrier ?? null, carrierSource: plan.carrier?.source ?? null, service: plan.service,
  })), now);
  await advanceShipments(context, tx, [...added.values(), ...completing.map((plan) => plan.id)]);
  return plans.map((plan): Registration => {
    if (plan.kind === "invalid" || plan.kind === "repeated") return plan;
    if (plan.kind === "add") return { kind: "added", id: added.get(plan.key) ?? "", plan };
    return { kind: plan.kind === "complete" ? "completed" : "known", id: plan.id, plan };
  });
}

/** Reads what the plan needs; when it is to be followed, orders and numbers are held until the transaction ends. */
async function planned(context: UseCaseContext, tx: Tx, shopId: string, wanted: readonly WantedShipment[], hold: boolean): Promise<RegistrationPlan[]> {
  if (wanted.length > MOST_REGISTRATIONS) throw new RangeError(`At most ${MOST_REGISTRATIONS} numbers at once.`);
  const keys = wanted.flatMap(({ number }) => {
    const read = readNumber(number);
    return read.ok ? [read.key] : [];
  });
  const orders = await ordersByName(tx, shopId, wanted.flatMap((each) => each.order ?? []), hold);
  if (hold) await lockNumbers(tx, shopId, keys);
  const shipments = await shipmentsWithNumbers(tx, shopId, keys);
  return planRegistrations(wanted, {
    shipments: Map.groupBy(shipments, (each) => each.numberKey),
    orders: Map.groupBy(orders, (each) => each.nameKey),
    orderKey: orderNameKey,
    choose: carrierChooser(await carrierResolver(tx, shopId, wanted.map((each) => ({ trackingCompany: each.carrier }))), await shopCarriers(tx, shopId)),
    now: context.now(),
  });
}

function toRow(plan: Extract<RegistrationPlan, { kind: "add" }>): NewLoose {
  const { wanted, carrier } = plan;
  return {
    orderId: plan.order?.id ?? null,
    number: plan.number,
    numberKey: plan.key,
    trackingCompany: wanted.carrier?.trim().slice(0, 255) || null,
    carrier: carrier.carrier,
    carrierSource: carrier.source,
    service: wanted.service,
    originCountry: wanted.originCountry,
    destinationCountry: wanted.destinationCountry,
    shippedAt: plan.shippedAt,
  };
}

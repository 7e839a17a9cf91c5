import type { CarrierRoute } from "~/domain/tracking/routing/order-sources";

import type { Tx } from "./database.server";

/** A shop's exceptions to its routing order, by carrier. */
export async function carrierRoutes(tx: Tx, shopId: string): Promise<Map<string, CarrierRoute>> {
  const rows = await tx.carrierRoute.findMany({ where: { shopId }, orderBy: { carrier: "asc" } });
  return new Map(rows.map((row) => [row.carrier, { first: row.first, never: row.never }]));
}

/** Makes or replaces a carrier's exception to the routing order. */
export async function saveCarrierRoute(tx: Tx, shopId: string, carrier: string, route: CarrierRoute, now: number): Promise<void> {
  const data = { first: [...route.first], never: [...route.never], updatedAt: new Date(now) };
  await tx.carrierRoute.upsert({ where: { shopId_carrier: { shopId, carrier } }, create: { shopId, carrier, ...data }, update: data });
}

/** @returns false when there was none */
export async function removeCarrierRoute(tx: Tx, shopId: string, carrier: string): Promise<boolean> {
  return (await tx.carrierRoute.deleteMany({ where: { shopId, carrier } })).count > 0;
}

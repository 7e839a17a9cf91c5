import { carrierRoutes } from "~/db/carrier-routes.server";
import { connectionsOf, type StoredConnection } from "~/db/connections.server";
import { numbersTold, registrationsOf, type StoredRegistration } from "~/db/registrations.server";
import type { StoredShipment } from "~/db/shipments.server";
import { currencyDecimals } from "~/domain/settings/currency-decimals";
import { unitsLeft, type BudgetPolicy } from "~/domain/tracking/routing/budget";
import { NO_DATA_MS } from "~/domain/tracking/routing/choose-source";
import type { CarrierRoute } from "~/domain/tracking/routing/order-sources";
import type { CarrierAdapter } from "~/integrations/carriers/port";

import type { UseCaseContext } from "./context";

/** A connection that can be asked, with what it allows. Its stored state is renewed after each call. */
export interface UsableConnection {
  provider: string;
  kind: "carrier" | "aggregator";
  adapter: CarrierAdapter;
  connection: StoredConnection;
  policy: BudgetPolicy;
}

/** What is known of a shop to decide who is asked for its shipments. */
export interface RoutingFacts {
  usable: UsableConnection[];
  routes: ReadonlyMap<string, CarrierRoute>;
  /** By number key; renewed after each claim. */
  registrations: Map<string, StoredRegistration>;
  /** Number keys whose registered provider has told something; asked only of those registered long ago. */
  told: Set<string>;
  /** Number keys whose registration is being made or ended by somebody, or could not be ended: left alone in this round. */
  stuck: Set<string>;
}

/** Loads what the choice of a source wants to know of a shop and its shipments. */
export async function loadRoutingFacts(context: UseCaseContext, shopId: string, shipments: readonly StoredShipment[]): Promise<RoutingFacts> {
  const { prisma } = context.db;
  const now = context.now();
  const connections = await connectionsOf(prisma, shopId, now);
  const usable = connections.flatMap((connection) => {
    const adapter = context.carriers.find(connection.provider);
    return adapter ? [{ provider: adapter.code, kind: adapter.kind, adapter, connection, policy: policyOf(adapter, connection) }] : [];
  });
  const registrations = await registrationsOf(prisma, shopId, shipments.map((each) => each.numberKey));
  const told = new Set<string>();
  const old = [...registrations.values()].filter((each) => each.status === "registered" && now - each.registeredAt >= NO_DATA_MS);
  for (const [provider, rows] of Map.groupBy(old, (each) => each.provider)) {
    for (const key of await numbersTold(prisma, shopId, provider, rows.map((row) => row.numberKey))) told.add(key);
  }
  return { usable, routes: await carrierRoutes(prisma, shopId), registrations, told, stuck: new Set() };
}

/** What a connection allows: the provider's limits, or less where the merchant wants less. */
function policyOf(adapter: Pick<CarrierAdapter, "limits">, connection: Pick<StoredConnection, "dailyLimit">): BudgetPolicy {
  const { perSecond, perDay } = adapter.limits;
  const { dailyLimit } = connection;
  return { perSecond, perDay: perDay === null ? dailyLimit : dailyLimit === null ? perDay : Math.min(perDay, dailyLimit) };
}

/** Paid units that the merchant's monthly limit still allows; null when nothing limits them. */
export function unitsLeftOf(connection: Pick<StoredConnection, "unitCost" | "monthlyLimit" | "units" | "currency">): number | null {
  return unitsLeft({
    unitCostMicros: connection.unitCost,
    monthlyLimitMinor: connection.monthlyLimit,
    units: connection.units,
    decimals: currencyDecimals(connection.currency),
  });
}

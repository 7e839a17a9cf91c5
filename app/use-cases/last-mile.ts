import type { Tx } from "~/db/database.server";
import type { StoredConnection } from "~/db/connections.server";
import { destinationsOf, furtherNumbers, insertNumbers, type FurtherNumber } from "~/db/shipment-numbers.server";
import { numberKey, type StoredShipment } from "~/db/shipments.server";
import { resolveCarrier } from "~/shopify/resolve-carrier";

import type { UseCaseContext } from "./context";
import { planPolls, type PollGroup } from "./plan-polls";
import type { Observation } from "./record-tracking-events";

/** A number longer than this is none. */
const MAX_NUMBER = 255;

/**
 * Keeps the numbers under which, as sources say, another carrier goes on with their shipments. From then on what is
 * pushed about such a number, or answered for it, feeds the same shipment.
 * @returns the shipments that got one: they are due to be asked for
 */
export async function noteNextNumbers(tx: Tx, observations: readonly Observation[], now: number): Promise<string[]> {
  const told = observations.filter((each) => each.nextNumber);
  if (told.length === 0) return [];
  const destinations = await destinationsOf(tx, told.map((each) => each.shipmentId));
  const numbers = told.flatMap(({ shipmentId, source, provider, nextNumber }) => {
    const number = nextNumber?.number.trim().slice(0, MAX_NUMBER) ?? "";
    const key = numberKey(number);
    if (key === "") return [];
    const carrier = nextNumber?.carrier ?? resolveCarrier(null, number, { destinationCountry: destinations.get(shipmentId) ?? null }).carrier;
    return [{ shipmentId, number, numberKey: key, carrier, source, provider, since: now }];
  });
  return insertNumbers(tx, numbers);
}

/**
 * Asks for the further numbers of shipments: the carrier of the last mile, where it is connected. An aggregator is
 * asked for a number only when a carrier told of it: one that told of it itself tells its scans already, and would
 * count it as one more number to be paid for.
 * @param ask asks one connection for one group, as for any other number
 */
export async function pollLastMile(
  context: UseCaseContext,
  shopId: string,
  shipments: readonly StoredShipment[],
  connections: readonly StoredConnection[],
  ask: (group: PollGroup) => Promise<unknown>,
): Promise<void> {
  const numbers = await furtherNumbers(context.db.prisma, shopId, shipments.map((each) => each.id));
  if (numbers.length === 0) return;
  const options = { now: context.now(), find: context.carriers.find, refused: new Set<string>() };
  const carriers = connections.filter((each) => context.carriers.find(each.provider)?.kind === "carrier");
  const served = new Set(carriers.map((each) => each.provider));
  const { direct, aggregated } = lastMileTargets(shipments, numbers, served);
  const groups = [...planPolls(direct, carriers, options).groups, ...planPolls(aggregated, connections, options).groups];
  for (const group of groups) await ask(group);
}

/** Shipments under their further numbers: those whose carrier is connected, and those that only an aggregator can tell of. */
export function lastMileTargets(
  shipments: readonly StoredShipment[],
  numbers: readonly Pick<FurtherNumber, "shipmentId" | "number" | "numberKey" | "carrier" | "source">[],
  served: ReadonlySet<string>,
): { direct: StoredShipment[]; aggregated: StoredShipment[] } {
  const byId = new Map(shipments.map((each) => [each.id, each]));
  const direct: StoredShipment[] = [];
  const aggregated: StoredShipment[] = [];
  for (const { shipmentId, number, numberKey: key, carrier, source } of numbers) {
    const shipment = byId.get(shipmentId);
    if (!shipment) continue;
    const target = { ...shipment, number, numberKey: key, carrier };
    if (carrier !== null && served.has(carrier)) direct.push(target);
    else if (source === "carrier") aggregated.push(target);
  }
  return { direct, aggregated };
}

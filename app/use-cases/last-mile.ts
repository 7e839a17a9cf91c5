import type { Tx } from "~/db/database.server";
import { destinationsOf, furtherNumbers, insertNumbers } from "~/db/shipment-numbers.server";
import { numberKey, type StoredShipment } from "~/db/shipments.server";
import { answersFor } from "~/domain/tracking/catalogue/direct-providers";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";
import { resolveCarrier } from "~/shopify/resolve-carrier";

import type { UseCaseContext } from "./context";
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
    const number = boundedText(boundedText(nextNumber?.number ?? "", LONGEST.typed).replace(/\p{Cc}/gu, "").trim(), MAX_NUMBER);
    const key = numberKey(number);
    if (key === "") return [];
    const carrier = nextNumber?.carrier ?? resolveCarrier(null, number, { destinationCountry: destinations.get(shipmentId) ?? null }).carrier;
    return [{ shipmentId, number, numberKey: key, carrier, source, provider, since: now }];
  });
  return insertNumbers(tx, numbers);
}

/**
 * Shipments under their further numbers, as they are to be asked for beside their own: `direct` of the carrier of the
 * last mile, where it is connected; `aggregated` of an aggregator, where a carrier told of the number and is not itself
 * connected. An aggregator that told of a number tells its scans already, and would count it as one more to be paid for.
 */
export async function lastMilePolls(
  context: UseCaseContext,
  shopId: string,
  shipments: readonly StoredShipment[],
  connections: readonly { provider: string }[],
): Promise<{ direct: StoredShipment[]; aggregated: StoredShipment[] }> {
  const numbers = await furtherNumbers(context.db.prisma, shopId, shipments.map((each) => each.id));
  const carriers = connections.map((each) => each.provider).filter((provider) => context.carriers.find(provider)?.kind === "carrier");
  const byId = new Map(shipments.map((each) => [each.id, each]));
  const direct: StoredShipment[] = [];
  const aggregated: StoredShipment[] = [];
  for (const { shipmentId, number, numberKey: key, carrier, source } of numbers) {
    const shipment = byId.get(shipmentId);
    if (!shipment) continue;
    const target = { ...shipment, number, numberKey: key, carrier };
    if (carriers.some((provider) => answersFor(provider, carrier) > 0)) direct.push(target);
    else if (source === "carrier") aggregated.push(target);
  }
  return { direct, aggregated };
}

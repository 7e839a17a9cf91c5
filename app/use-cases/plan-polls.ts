import type { StoredConnection } from "~/db/connections.server";
import type { StoredShipment } from "~/db/shipments.server";
import { answersFor } from "~/domain/tracking/catalogue/direct-providers";
import type { CarrierAdapter } from "~/integrations/carriers/port";

/** Shipments that one connection is to be asked for. */
export interface PollGroup {
  adapter: CarrierAdapter;
  connection: StoredConnection;
  shipments: StoredShipment[];
}

/**
 * Decides who is asked for which shipment: the carrier's own connection first, then the aggregators in the shop's
 * routing order; a connection that rests (rate limit, outage) or that has just had nothing is passed over.
 *
 * @param options.refused "shipmentId provider" pairs that had no answer in this round of asking
 * @returns the groups, and the shipments that nobody can be asked for
 */
export function planPolls(
  shipments: readonly StoredShipment[],
  connections: readonly StoredConnection[],
  options: { now: number; find: (code: string) => CarrierAdapter | null; refused: ReadonlySet<string> },
): { groups: PollGroup[]; nobody: StoredShipment[] } {
  const usable = connections.flatMap((connection) => {
    const adapter = options.find(connection.provider);
    const resting = connection.pausedUntil !== null && connection.pausedUntil > options.now;
    return adapter && !resting ? [{ adapter, connection }] : [];
  });
  const groups = new Map<string, PollGroup>();
  const nobody: StoredShipment[] = [];
  for (const shipment of shipments) {
    const open = usable.filter(({ adapter }) => !options.refused.has(`${shipment.id} ${adapter.code}`));
    const chosen =
      open.find(({ adapter }) => adapter.kind === "carrier" && answersFor(adapter.code, shipment.carrier) === 2) ??
      open.find(({ adapter }) => adapter.kind === "carrier" && answersFor(adapter.code, shipment.carrier) === 1) ??
      open.find(({ adapter }) => adapter.kind === "aggregator");
    if (!chosen) {
      nobody.push(shipment);
      continue;
    }
    const group = groups.get(chosen.adapter.code) ?? { ...chosen, shipments: [] };
    group.shipments.push(shipment);
    groups.set(chosen.adapter.code, group);
  }
  return { groups: [...groups.values()], nobody };
}

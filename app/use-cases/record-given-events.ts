import type { Tx } from "~/db/database.server";
import { existingEventKeys } from "~/db/given-events.server";
import { redactedKey } from "~/db/privacy/redacted-values";
import { shipmentsWithNumbers } from "~/db/loose-shipments.server";
import type { EventSource, ParsedEvent } from "~/domain/tracking/event";
import { eventKey } from "~/domain/tracking/event-key";
import { REUSE_AFTER_MS } from "~/domain/tracking/register/plan";

import type { UseCaseContext } from "./context";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";

/** A scan that somebody gave by file or API, and the number it is about. */
export interface GivenEvent {
  number: string;
  /** As it is compared. */
  numberKey: string;
  /** The carrier's code, where it was said and is known. */
  carrier: string | null;
  event: ParsedEvent;
}

/** What became of one of them. */
export type GivenOutcome = { kind: "added" | "unchanged"; shipmentIds: string[] } | { kind: "refused"; problem: string };

/**
 * Stores scans that were given by file or API for the shop's shipments with those numbers, and does all that follows. A
 * scan that is there already changes nothing; one that belongs to no shipment is refused and loses no other.
 * @returns what became of each, in the order given
 */
export async function recordGivenEvents(
  context: UseCaseContext,
  tx: Tx,
  from: { shopId: string; source: Extract<EventSource, "api" | "csv"> },
  given: readonly GivenEvent[],
): Promise<GivenOutcome[]> {
  const provider = from.source;
  const shipments = Map.groupBy(await shipmentsWithNumbers(tx, from.shopId, given.map((each) => each.numberKey)), (each) => each.numberKey);
  const targets = given.map(({ numberKey, event }) => targetsOf(shipments.get(numberKey) ?? [], event.time.at));
  // Of a shipment whose customer's data was deleted, scans are kept under another key.
  const keysOf = (event: ParsedEvent) => [eventKey(provider, event), redactedKey(from.source, eventKey(provider, event))];
  const known = await existingEventKeys(tx, targets.flatMap((target) => (target.ok ? target.ids : [])), given.flatMap((each) => keysOf(each.event)));
  const observations = new Map<string, Observation & { events: ParsedEvent[] }>();
  const outcomes = given.map((each, index): GivenOutcome => {
    const target = targets[index];
    if (!target?.ok) return { kind: "refused", problem: target?.problem ?? "" };
    const [key, ...otherKeys] = keysOf(each.event);
    const fresh = target.ids.filter((id) => ![key, ...otherKeys].some((one) => known.has(`${id} ${one}`)));
    for (const shipmentId of fresh) {
      // The carrier is kept with each scan, and one list of scans has one carrier.
      const list = `${shipmentId} ${each.carrier ?? ""}`;
      const observation = observations.get(list) ?? { shipmentId, source: from.source, provider, carrier: each.carrier, events: [] };
      observation.events.push(each.event);
      observations.set(list, observation);
      known.add(`${shipmentId} ${key}`);
    }
    return { kind: fresh.length > 0 ? "added" : "unchanged", shipmentIds: target.ids };
  });
  await recordTrackingEvents(context, [...observations.values()], tx);
  return outcomes;
}

/** The shipments a scan can be about: the newest of its time, and others with the number that were sent about then. */
function targetsOf(shipments: readonly { id: string; shippedAt: number }[], at: number): { ok: true; ids: string[] } | { ok: false; problem: string } {
  if (shipments.length === 0) return { ok: false, problem: "No shipment has this number: track it first." };
  const possible = shipments.filter((each) => at > each.shippedAt - REUSE_AFTER_MS);
  if (possible.length === 0) return { ok: false, problem: "It is from months before the shipment with this number was sent: it belongs to another one." };
  const newest = Math.max(...possible.map((each) => each.shippedAt));
  return { ok: true, ids: possible.filter((each) => newest - each.shippedAt < REUSE_AFTER_MS).map((each) => each.id) };
}

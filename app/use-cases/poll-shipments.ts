import { connectionsOf, noteCalls, type StoredConnection } from "~/db/connections.server";
import { noteAsked } from "~/db/shipment-asked.server";
import { lockShipments, numberKey, shipmentsByNumber, type StoredShipment } from "~/db/shipments.server";
import { registrationsOf, saveRegistrations } from "~/db/registrations.server";
import type { ParsedAnswer, TrackingProblem } from "~/domain/tracking/event";
import { toAskedNumber } from "~/domain/tracking/number-key";
import type { CarrierAdapter, CarrierContext, TrackingQuery } from "~/integrations/carriers/port";
import { connectionKey } from "~/integrations/http/connection-key";

import type { UseCaseContext } from "./context";
import { toObservations } from "./handle-provider-delivery";
import { lastMilePolls } from "./last-mile";
import { planPolls, type PollGroup } from "./plan-polls";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";

/** How long a connection rests after each kind of problem that concerns all its numbers, ms. */
const PAUSE_MS: Partial<Record<TrackingProblem["kind"], number>> = { auth: 15 * 60_000, rate_limit: 60_000, unavailable: 2 * 60_000 };

/**
 * Asks carriers and aggregators for scans of these shipments: each by the shop's routing order, falling back to the
 * next connection that can answer when one has no data, is down or over its quota.
 * What a source says, even that it knows nothing, sets each shipment's next instant.
 */
export async function pollShipments(context: UseCaseContext, input: { shipmentIds: readonly string[] }): Promise<void> {
  const shipments = await context.db.transaction((tx) => lockShipments(tx, input.shipmentIds));
  const byShop = Map.groupBy(shipments.filter((each) => each.shop.status === "active" && each.trackingState !== "stopped"), (each) => each.shopId);
  for (const [shopId, ofShop] of byShop) await pollShop(context, shopId, ofShop);
}

async function pollShop(context: UseCaseContext, shopId: string, shipments: readonly StoredShipment[]): Promise<void> {
  const connections = await connectionsOf(context.db.prisma, shopId);
  const refused = new Set<string>();
  let left = shipments;
  // Each round asks every shipment's first connection that has not failed it yet.
  for (let round = 0; round <= connections.length && left.length > 0; round += 1) {
    const plan = planPolls(left, connections, { now: context.now(), find: context.carriers.find, refused });
    const unanswered: StoredShipment[] = [];
    for (const group of plan.groups) unanswered.push(...(await askGroup(context, shopId, group, refused)));
    // Nobody can be asked: the wait grows, and the shipment keeps what is known of it.
    await recordTrackingEvents(context, plan.nobody.map((shipment) => silence(shipment, "problem")));
    left = unanswered;
  }
  // The numbers of the last mile, each of one source: another one would be no better informed.
  const lastMile = await lastMilePolls(context, shopId, shipments, connections);
  const direct = connections.filter((each) => context.carriers.find(each.provider)?.kind === "carrier");
  for (const [targets, sources] of [[lastMile.direct, direct], [lastMile.aggregated, connections]] as const) {
    const { groups } = planPolls(targets, sources, { now: context.now(), find: context.carriers.find, refused: new Set() });
    for (const group of groups) await askGroup(context, shopId, group, new Set());
  }
}

const silence = (shipment: StoredShipment, polled: "answer" | "problem"): Observation => ({
  shipmentId: shipment.id, source: "carrier", provider: shipment.carrier ?? "none", events: [], polled,
});

/** Asks one connection in batches of its size. @returns the shipments another connection should be asked for */
async function askGroup(context: UseCaseContext, shopId: string, group: PollGroup, refused: Set<string>): Promise<StoredShipment[]> {
  const { adapter, connection } = group;
  const carrierContext = carrierContextFor(context, adapter, connection);
  const unanswered: StoredShipment[] = [];
  for (let start = 0; start < group.shipments.length; start += adapter.limits.batch) {
    const batch = group.shipments.slice(start, start + adapter.limits.batch);
    const answer = await ask(context, shopId, adapter, carrierContext, batch);
    const general = answer.problems.find((problem) => problem.number === null && PAUSE_MS[problem.kind] !== undefined);
    await noteCalls(context.db.prisma, shopId, adapter.code, {
      calls: 1,
      error: general?.message ?? null,
      pausedUntil: general ? context.now() + (general.retryAfterMs ?? PAUSE_MS[general.kind] ?? 0) : null,
      now: context.now(),
    });
    const named = await shipmentsByNumber(context.db.prisma, shopId, answer.shipments.map((each) => numberKey(each.number)));
    const said = toObservations(adapter, answer.shipments, named);
    await recordTrackingEvents(context, said);
    const answered = new Set(said.filter((each) => each.events.length > 0).map((each) => each.shipmentId));
    await noteAsked(context.db.prisma, batch, answer.problems, answered, context.now());
    for (const shipment of batch) {
      if (answered.has(shipment.id)) continue;
      refused.add(`${shipment.id} ${adapter.code}`);
      unanswered.push(shipment);
    }
    if (general) {
      // The whole connection is out: the remaining batches would meet the same wall.
      for (const shipment of group.shipments.slice(start + adapter.limits.batch)) {
        refused.add(`${shipment.id} ${adapter.code}`);
        unanswered.push(shipment);
      }
      break;
    }
  }
  return unanswered;
}

async function ask(
  context: UseCaseContext,
  shopId: string,
  adapter: CarrierAdapter,
  carrierContext: CarrierContext,
  batch: readonly StoredShipment[],
): Promise<ParsedAnswer> {
  const queries = batch.map(toQuery);
  if (adapter.register) {
    const known = await registrationsOf(context.db.prisma, shopId, batch.map((each) => each.numberKey));
    const fresh = queries.filter((query) => !known.has(numberKey(query.number)));
    for (let start = 0; start < fresh.length; start += adapter.limits.batch) {
      const answer = await adapter.register(fresh.slice(start, start + adapter.limits.batch), carrierContext);
      await saveRegistrations(context.db.prisma, shopId, adapter.code, answer, context.now());
    }
  }
  return adapter.track(queries, carrierContext);
}

function toQuery(shipment: StoredShipment): TrackingQuery {
  return {
    number: toAskedNumber(shipment.number),
    carrier: shipment.carrier,
    destinationCountry: shipment.destinationCountry,
    destinationPostalCode: null,
    shippedAt: shipment.shippedAt,
    locale: shipment.shop.locale,
  };
}

/**
 * What an adapter's client is given for one connection. Another address than the provider's own comes from the
 * operator's environment alone: taken from a merchant it would let them reach into the operator's network.
 */
export function carrierContextFor(context: UseCaseContext, adapter: CarrierAdapter, connection: Pick<StoredConnection, "credentials">): CarrierContext {
  const { base_url: _never, ...stored } = JSON.parse(context.secrets.decrypt(connection.credentials, "connection.credentials")) as Record<string, string>;
  const baseUrl = context.carriers.baseUrls[adapter.code];
  const credentials: Record<string, string> = baseUrl ? { ...stored, base_url: baseUrl } : stored;
  return { credentials, http: context.http.for(connectionKey(adapter.code, credentials)), now: context.now, tokens: context.tokens };
}

import { setTimeout as sleep } from "node:timers/promises";

import { takeCalls, takeUnits } from "~/db/budgets.server";
import { noteCalls } from "~/db/connections.server";
import { noteAsked } from "~/db/shipment-asked.server";
import { numberKey, shipmentsByNumber } from "~/db/shipments.server";
import { callsNow, unitsOfRequest } from "~/domain/tracking/routing/budget";

import { countingContextFor } from "./carrier-context";
import { generalProblem, restUntil } from "./connection-trouble";
import type { UseCaseContext } from "./context";
import { toObservations } from "./handle-provider-delivery";
import { SLICE_MS, type PlannedPoll, type PollGroup } from "./plan-polls";
import { recordTrackingEvents } from "./record-tracking-events";
import { registerNumbers } from "./register-numbers";
import { unitsLeftOf, type RoutingFacts } from "./routing-facts";
import { subscribeNumbers } from "./subscribe-numbers";
import { toQuery } from "./tracking-query";

/** What came of asking one provider, as shipment ids; those in neither list were not asked for. */
export interface AskedProvider {
  provider: string;
  /** It told scans of these. */
  answered: string[];
  /** It was asked and had none. */
  silent: string[];
}

/**
 * Asks one connection in batches of its size, within its budget and until the deadline; registers numbers first where
 * that must be. What it learns of the connection (budget, rest) goes into `facts`, for whoever plans on.
 */
export async function askProvider(context: UseCaseContext, shopId: string, group: PollGroup, facts: RoutingFacts, deadline: number): Promise<AskedProvider> {
  const { source } = group;
  const { adapter, connection, policy } = source;
  const result: AskedProvider = { provider: adapter.code, answered: [], silent: [] };
  // Who is told of numbers charges for that, the others for each call.
  const paysPerCall = !(adapter.register && source.kind === "aggregator");
  const ready = !paysPerCall ? await registerNumbers(context, shopId, group, facts) : { polls: group.polls, silent: [] };
  result.silent.push(...ready.silent);
  const batches = chunk(ready.polls, adapter.limits.batch);
  if (batches.length === 0) return result;

  const cost = (batch: readonly PlannedPoll[]) => unitsOfRequest(adapter.limits, batch.length);
  const left = paysPerCall ? unitsLeftOf(connection) : null;
  let granted = 0;
  const { calls, firstAt, state } = await context.db.transaction(async (tx) => {
    const taken = await takeCalls(tx, connection.id, policy, (used) => {
      let sum = 0;
      for (granted = 0; granted < batches.length; granted += 1) {
        const batch = batches[granted] ?? [];
        if (sum + cost(batch) > Math.min(callsNow(policy, used, batch[0]?.urgency ?? "normal", context.now(), SLICE_MS), left ?? Infinity)) break;
        sum += cost(batch);
      }
      return sum;
    }, context.now());
    if (paysPerCall && connection.unitCost !== null) connection.units += await takeUnits(tx, connection.id, taken.calls, null, context.now());
    return taken;
  });
  connection.budget = state;

  let used = 0;
  for (const [index, batch] of batches.slice(0, granted).entries()) {
    const slot = firstAt + Math.ceil((used * 1_000) / policy.perSecond);
    if (context.now() >= deadline) break;
    if (slot > context.now()) await sleep(Math.min(slot - context.now(), SLICE_MS));
    const { carrier, sent } = countingContextFor(context, adapter, connection);
    const answer = await adapter.track(batch.map(({ shipment }) => toQuery(shipment)), carrier);
    const trouble = generalProblem(answer.problems);
    const now = context.now();
    used += cost(batch);
    // The last request settles what was taken too much; a look-up of several requests counts as many.
    const extra = (sent() - 1) * cost(batch) - (trouble || index === granted - 1 ? calls - used : 0);
    await settle(context, shopId, group, { calls: extra, problem: trouble, now });
    await hear(context, shopId, group, batch, answer, result, trouble !== null);
    // The whole connection is out: the remaining batches would meet the same wall.
    if (trouble) return result;
  }
  const asked = new Set([...result.answered, ...result.silent]);
  await subscribeNumbers(context, shopId, source, ready.polls.map((poll) => poll.shipment).filter((each) => asked.has(each.id)));
  if (used < calls && context.now() >= deadline) await settle(context, shopId, group, { calls: used - calls, problem: null, now: context.now() });
  return result;
}

/** Notes a call's outcome in the database and in what is being planned with. */
async function settle(
  context: UseCaseContext,
  shopId: string,
  { source: { adapter, connection } }: PollGroup,
  outcome: { calls: number; problem: ReturnType<typeof generalProblem>; now: number },
): Promise<void> {
  const { calls, problem, now } = outcome;
  const pausedUntil = problem ? restUntil(problem, connection.failingSince, now) : null;
  await noteCalls(context.db.prisma, shopId, adapter.code, { calls, problem, pausedUntil, now });
  connection.pausedUntil = pausedUntil;
  connection.failingSince = problem ? (connection.failingSince ?? now) : null;
  connection.budget = { ...connection.budget, usedToday: Math.max(0, connection.budget.usedToday + calls) };
}

async function hear(
  context: UseCaseContext,
  shopId: string,
  { source: { adapter } }: PollGroup,
  batch: readonly PlannedPoll[],
  answer: Awaited<ReturnType<PollGroup["source"]["adapter"]["track"]>>,
  result: AskedProvider,
  wall: boolean,
): Promise<void> {
  const found = await shipmentsByNumber(context.db.prisma, shopId, answer.shipments.map((each) => numberKey(each.number)));
  const news = toObservations(adapter, answer.shipments, found).filter((each) => each.events.length > 0 || (each.estimate ?? null) !== null || each.nextNumber);
  await recordTrackingEvents(context, news);
  const answered = new Set(news.map((each) => each.shipmentId));
  await noteAsked(context.db.prisma, batch.map((each) => each.shipment), answer.problems, answered, context.now());
  result.answered.push(...answered);
  // Behind a wall nothing was asked: no word about these numbers.
  if (!wall) result.silent.push(...batch.map(({ shipment }) => shipment.id).filter((id) => !answered.has(id)));
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

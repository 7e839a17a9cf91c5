import { bookUntil, putOffPolls } from "~/db/budgets.server";
import { endRound, type PollRound } from "~/db/poll-turns.server";
import { lockShipments, type StoredShipment } from "~/db/shipments.server";
import { budgetAt } from "~/domain/tracking/routing/budget";

import { askProvider } from "./ask-provider";
import type { UseCaseContext } from "./context";
import { lastMilePolls } from "./last-mile";
import { planPolls, SLICE_MS, type PollPlan } from "./plan-polls";
import { recordTrackingEvents, type Observation } from "./record-tracking-events";
import { loadRoutingFacts, type RoutingFacts } from "./routing-facts";

/** What could not be dealt with (a crash, a shipment that was stopped meanwhile) comes again after this long. */
const AGAIN_AFTER_MS = 10 * 60_000;

/**
 * Asks carriers and aggregators for scans of one shop's shipments: each by the shop's routing order, falling back to
 * the next connection that can answer when one has no data, is down or over its quota. What a source says, even that
 * it knows nothing, sets each shipment's next instant; who cannot be asked now for want of budget is asked when there
 * is some, and that is nobody's failure.
 */
export async function pollShipments(context: UseCaseContext, round: PollRound): Promise<void> {
  const startedAt = context.now();
  try {
    const shipments = await context.db.transaction((tx) => lockShipments(tx, round.shipmentIds));
    const followed = shipments.filter((each) => each.shopId === round.shopId && each.shop.status === "active" && each.trackingState !== "stopped");
    // As they were claimed, the most overdue first.
    followed.sort((a, b) => round.shipmentIds.indexOf(a.id) - round.shipmentIds.indexOf(b.id));
    if (followed.length > 0) await pollShop(context, round.shopId, followed, startedAt + SLICE_MS);
  } finally {
    await context.db.transaction((tx) => endRound(tx, round, startedAt, context.now() + AGAIN_AFTER_MS));
  }
}

async function pollShop(context: UseCaseContext, shopId: string, shipments: readonly StoredShipment[], deadline: number): Promise<void> {
  const facts = await loadRoutingFacts(context, shopId, shipments);
  const tried = new Map<string, Set<string>>();
  const heard = new Set<string>();
  let left = shipments;
  let plan = planPolls(left, facts, { now: context.now(), tried });
  // Each turn asks every shipment's first source that has not been asked yet; one that has no budget left is planned anew.
  for (let turn = 0; turn <= 2 * facts.usable.length && plan.groups.length > 0 && context.now() < deadline; turn += 1) {
    const asked = await Promise.all(plan.groups.map((group) => askProvider(context, shopId, group, facts, deadline)));
    for (const { provider, answered, silent } of asked) {
      for (const id of answered) heard.add(id);
      for (const id of silent) tried.set(id, (tried.get(id) ?? new Set()).add(provider));
    }
    left = left.filter((shipment) => !heard.has(shipment.id));
    plan = planPolls(left, facts, { now: context.now(), tried });
  }
  await finish(context, facts, plan, tried);
  await pollLastMile(context, shopId, shipments, facts, deadline);
}

/** Asks under the numbers of the last mile, each of one source: another one would be no better informed. */
async function pollLastMile(context: UseCaseContext, shopId: string, shipments: readonly StoredShipment[], { usable }: RoutingFacts, deadline: number): Promise<void> {
  const lastMile = await lastMilePolls(context, shopId, shipments, usable);
  for (const [targets, direct] of [[lastMile.direct, true], [lastMile.aggregated, false]] as const) {
    if (targets.length === 0) continue;
    const facts = await loadRoutingFacts(context, shopId, targets);
    if (direct) facts.usable = facts.usable.filter((each) => each.kind === "carrier");
    const { groups } = planPolls(targets, facts, { now: context.now(), tried: new Map() });
    await Promise.all(groups.map((group) => askProvider(context, shopId, group, facts, deadline)));
  }
}

/** Sets the next instant of everything that brought no news. */
async function finish(context: UseCaseContext, facts: RoutingFacts, plan: PollPlan, tried: ReadonlyMap<string, unknown>): Promise<void> {
  const now = context.now();
  const puts: { shipmentId: string; until: number }[] = [];
  const silences: Observation[] = [];
  // Out of time: due again at once, behind the other shops.
  for (const { polls } of plan.groups) puts.push(...polls.map(({ shipment }) => ({ shipmentId: shipment.id, until: now + 1 })));
  for (const shipment of plan.nobody) silences.push(silence(shipment, tried.has(shipment.id) ? "answer" : "problem"));
  for (const [provider, waits] of Map.groupBy(plan.waits, (wait) => wait.provider)) {
    const source = facts.usable.find((each) => each.provider === provider);
    const waiting = waits.filter((wait) => !tried.has(wait.shipment.id));
    silences.push(...waits.filter((wait) => tried.has(wait.shipment.id)).map((wait) => silence(wait.shipment, "answer")));
    if (!source) continue;
    const ahead = { urgent: 0, normal: 0 };
    let booked = 0;
    for (const { shipment, urgency, until } of waiting) {
      const slot = budgetAt(source.policy, source.connection.budget, urgency, Math.floor(ahead[urgency] / source.adapter.limits.batch), now);
      ahead[urgency] += 1;
      puts.push({ shipmentId: shipment.id, until: Math.max(until, slot, now + 1) });
      if (urgency === "normal" && slot > now) booked = Math.max(booked, slot);
    }
    if (booked > 0 && source.policy.perDay !== null) await bookUntil(context.db.prisma, source.connection.id, booked);
  }
  await recordTrackingEvents(context, silences);
  await putOffPolls(context.db.prisma, puts);
}

const silence = (shipment: StoredShipment, polled: "answer" | "problem"): Observation => ({
  shipmentId: shipment.id, source: "carrier", provider: shipment.carrier ?? "none", events: [], polled,
});

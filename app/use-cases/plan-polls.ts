import type { StoredShipment } from "~/db/shipments.server";
import { budgetAt, callsNow, nextMonth, type Urgency } from "~/domain/tracking/routing/budget";
import { chooseSource, type Holder, type Source } from "~/domain/tracking/routing/choose-source";
import { orderSources } from "~/domain/tracking/routing/order-sources";
import { isUrgent } from "~/domain/tracking/next-poll";

import { unitsLeftOf, type RoutingFacts, type UsableConnection } from "./routing-facts";

/** How long one round may ask: after that its shop goes to the back of the line, so that slow providers hold nobody up. */
export const SLICE_MS = 5_000;

/** A shipment to be asked for, with what comes before that. */
export interface PlannedPoll {
  shipment: StoredShipment;
  urgency: Urgency;
  /** Whose registration is ended first. */
  end: string | null;
}

/** Shipments that one connection is to be asked for, the urgent first. */
export interface PollGroup {
  source: UsableConnection;
  polls: PlannedPoll[];
}

export interface PollPlan {
  groups: PollGroup[];
  /** Can be asked for later: each with its provider, and when that has budget or is back. */
  waits: { shipment: StoredShipment; urgency: Urgency; provider: string; until: number }[];
  /** No source is left. */
  nobody: StoredShipment[];
}

/**
 * Decides who is asked for which shipment now (domain/tracking/routing), from facts that were read before.
 * @param tried providers that have been asked in this round and had nothing, by shipment
 */
export function planPolls(shipments: readonly StoredShipment[], facts: RoutingFacts, options: { now: number; tried: ReadonlyMap<string, ReadonlySet<string>> }): PollPlan {
  const { now, tried } = options;
  const groups = new Map<string, PollGroup>();
  const plan: PollPlan = { groups: [], waits: [], nobody: [] };
  for (const shipment of shipments) {
    const urgency = urgencyOf(shipment, now);
    const ordered = orderSources(facts.usable, shipment.carrier, shipment.carrier === null ? undefined : facts.routes.get(shipment.carrier));
    const registration = facts.registrations.get(shipment.numberKey);
    const choice = chooseSource({
      sources: ordered.map((each) => toSource(each, urgency, now)),
      holder: toHolder(registration, facts),
      refusals: registration?.refusals ?? [],
      tried: tried.get(shipment.id) ?? NOBODY,
      urgency,
      shippedAt: shipment.shippedAt,
      now,
    });
    if (choice.kind === "nobody") plan.nobody.push(shipment);
    else if (choice.kind === "wait") plan.waits.push({ shipment, urgency, provider: choice.provider, until: choice.until });
    else {
      const source = ordered.find((each) => each.provider === choice.provider);
      if (!source) continue;
      const group = groups.get(choice.provider) ?? { source, polls: [] };
      group.polls.push({ shipment, urgency, end: choice.end });
      groups.set(choice.provider, group);
    }
  }
  for (const group of groups.values()) {
    // Stable: within each, the most overdue first, as they were claimed.
    group.polls.sort((a, b) => Number(b.urgency === "urgent") - Number(a.urgency === "urgent"));
    plan.groups.push(group);
  }
  return plan;
}

function urgencyOf(shipment: StoredShipment, now: number): Urgency {
  const silence = now - Math.max(shipment.state.lastEventAt ?? 0, shipment.shippedAt);
  return isUrgent({ status: shipment.state.status, silence, dueAt: shipment.estimate?.latest ?? null, now }) ? "urgent" : "normal";
}

const NOBODY: ReadonlySet<string> = new Set();

function toSource({ provider, adapter, connection, policy, kind }: UsableConnection, urgency: Urgency, now: number): Source {
  const left = unitsLeftOf(connection);
  const needsRegistration = kind === "aggregator" && adapter.register !== undefined;
  const paidUp = left === 0 ? nextMonth(now) : now;
  const callAt = callsNow(policy, connection.budget, urgency, now, SLICE_MS) > 0 ? now : Math.max(budgetAt(policy, connection.budget, urgency, 0, now), now + 1);
  return {
    provider,
    registration: needsRegistration ? "required" : "none",
    restsUntil: connection.pausedUntil ?? 0,
    failingSince: connection.failingSince,
    callAt: needsRegistration ? callAt : Math.max(callAt, paidUp),
    registerAt: paidUp,
  };
}

function toHolder(registration: ReturnType<RoutingFacts["registrations"]["get"]>, facts: RoutingFacts): Holder | null {
  if (!registration || registration.status === "refused" || registration.status === "ended") return null;
  const { provider, numberKey, registeredAt } = registration;
  return { provider, status: facts.stuck.has(numberKey) ? "ending" : registration.status, registeredAt, told: facts.told.has(numberKey) };
}

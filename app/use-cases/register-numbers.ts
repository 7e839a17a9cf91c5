import { giveBackUnits, takeUnits } from "~/db/budgets.server";
import { noteCalls } from "~/db/connections.server";
import { claimRegistrations, registrationsOf, settleClaims, type SettledClaim } from "~/db/registrations.server";
import { numberKey } from "~/db/shipments.server";
import { withRefusal } from "~/domain/tracking/routing/choose-source";
import type { RegisterAnswer } from "~/integrations/carriers/port";

import { countingContextFor } from "./carrier-context";
import { generalProblem, restUntil } from "./connection-trouble";
import type { UseCaseContext } from "./context";
import { CHECK_EVERY_MS, endRegistrations } from "./end-registrations";
import type { PlannedPoll, PollGroup } from "./plan-polls";
import { unitsLeftOf, type RoutingFacts } from "./routing-facts";
import { toQuery } from "./tracking-query";

/** A worker that died while it registered is given up on after this long. */
const CLAIM_LEASE_MS = 5 * 60_000;

/**
 * Has an aggregator follow the numbers of a group, each once: the row is claimed before the provider is told, so that
 * of two workers one calls, and what another provider holds is ended first.
 * @returns the polls whose number is registered now, and the shipments whose number was refused
 */
export async function registerNumbers(context: UseCaseContext, shopId: string, group: PollGroup, facts: RoutingFacts): Promise<{ polls: PlannedPoll[]; silent: string[] }> {
  const { adapter, connection } = group.source;
  const { prisma } = context.db;
  const held = (poll: PlannedPoll) => {
    const row = facts.registrations.get(poll.shipment.numberKey);
    return row?.provider === adapter.code && row.status === "registered";
  };
  await endOthers(context, shopId, group, facts);
  const fresh = [...new Map(group.polls.filter((poll) => !held(poll) && !facts.stuck.has(poll.shipment.numberKey)).map((poll) => [poll.shipment.numberKey, poll.shipment])).values()];
  if (fresh.length > 0) {
    const now = context.now();
    const left = unitsLeftOf(connection);
    const allowed = await takeUnits(prisma, connection.id, fresh.length, left === null ? null : left + connection.units, now);
    const won = await claimRegistrations(prisma, shopId, adapter.code, fresh.slice(0, allowed), now, CLAIM_LEASE_MS);
    const mine = fresh.filter((shipment) => won.has(shipment.numberKey));
    const { carrier, sent } = countingContextFor(context, adapter, connection);
    const answer = mine.length > 0 && adapter.register ? await adapter.register(mine.map(toQuery), carrier) : { accepted: [], problems: [] };
    const settled = readAnswer(answer, mine.map((shipment) => shipment.numberKey), adapter.code, facts, context.now());
    await settleClaims(prisma, shopId, adapter.code, settled, context.now(), context.now() + CHECK_EVERY_MS);
    const paid = settled.filter((each) => each.outcome === "registered" || each.outcome === "uncertain").length;
    await giveBackUnits(prisma, connection.id, allowed - paid, context.now());
    connection.units += paid;
    if (mine.length > 0) await note(context, shopId, group, answer, sent());
    for (const [key, row] of await registrationsOf(prisma, shopId, fresh.map((shipment) => shipment.numberKey))) facts.registrations.set(key, row);
    // What is still claimed, by us without an answer or by another worker, is left alone in this round.
    for (const { numberKey: key } of fresh.slice(0, allowed)) if (facts.registrations.get(key)?.status === "claiming") facts.stuck.add(key);
  }
  const refused = group.polls.filter(({ shipment }) => facts.registrations.get(shipment.numberKey)?.status === "refused" && facts.registrations.get(shipment.numberKey)?.provider === adapter.code);
  return { polls: group.polls.filter(held), silent: refused.map(({ shipment }) => shipment.id) };
}

/** Ends what other providers hold of these numbers; a number that cannot be ended stays where it is. */
async function endOthers(context: UseCaseContext, shopId: string, group: PollGroup, facts: RoutingFacts): Promise<void> {
  const moving = group.polls.filter((poll) => poll.end !== null);
  for (const [provider, polls] of Map.groupBy(moving, (poll) => poll.end ?? "")) {
    const keys = [...new Set(polls.map(({ shipment }) => shipment.numberKey))];
    const ended = await endRegistrations(context, { shopId, provider, numberKeys: keys, reason: "told nothing" });
    for (const key of keys) if (!ended.has(key)) facts.stuck.add(key);
    for (const [key, row] of await registrationsOf(context.db.prisma, shopId, keys)) facts.registrations.set(key, row);
  }
}

/** What became of each claimed number. */
export function readAnswer(answer: RegisterAnswer, claimed: readonly string[], provider: string, facts: Pick<RoutingFacts, "registrations">, now: number): SettledClaim[] {
  const accepted = new Map(answer.accepted.map((each) => [numberKey(each.number), each.carrier]));
  const uncertain = new Set(answer.uncertain?.map(numberKey));
  const refused = new Map(
    answer.problems.flatMap((problem) => (problem.number !== null && (problem.kind === "invalid" || problem.kind === "not_found") ? [[numberKey(problem.number), problem.message] as const] : [])),
  );
  return claimed.map((key) => {
    const refusals = facts.registrations.get(key)?.refusals ?? [];
    if (accepted.has(key)) return { numberKey: key, outcome: "registered", carrier: accepted.get(key) ?? null, problem: null, refusals };
    const reason = refused.get(key);
    if (reason !== undefined) return { numberKey: key, outcome: "refused", carrier: null, problem: reason, refusals: withRefusal(refusals, provider, reason, now) };
    return { numberKey: key, outcome: uncertain.has(key) ? "uncertain" : "released", carrier: null, problem: null, refusals };
  });
}

async function note(context: UseCaseContext, shopId: string, { source: { adapter, connection } }: PollGroup, answer: RegisterAnswer, sent: number): Promise<void> {
  const now = context.now();
  const problem = generalProblem(answer.problems);
  const pausedUntil = problem ? restUntil(problem, connection.failingSince, now) : null;
  await noteCalls(context.db.prisma, shopId, adapter.code, { calls: sent, problem, pausedUntil, now });
  connection.budget = { ...connection.budget, usedToday: connection.budget.usedToday + sent };
  if (!problem) return;
  connection.pausedUntil = pausedUntil;
  connection.failingSince = connection.failingSince ?? now;
}

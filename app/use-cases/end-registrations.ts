import { removeConnection } from "~/db/admin-connections.server";
import { connectionOf, noteCalls } from "~/db/connections.server";
import { countPushes } from "~/db/pushes.server";
import {
  checkRegistrationsAt, countRegistrations, followedNumbers, markEnded, markNotEnded, saveRefusals, takeForEnding, type EndingRegistration,
} from "~/db/registrations.server";
import { numberKey } from "~/db/shipments.server";
import { withRefusal } from "~/domain/tracking/routing/choose-source";
import type { RegisterAnswer } from "~/integrations/carriers/port";

import { countingContextFor } from "./carrier-context";
import { generalProblem, restUntil } from "./connection-trouble";
import type { UseCaseContext } from "./context";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEASE_MS = 10 * MINUTE;

/** After so many failed tries a registration is given up on; providers end them by themselves some day. */
const MOST_TRIES = 10;

/** How often it is looked whether a registered number is still followed. */
export const CHECK_EVERY_MS = DAY;

/**
 * Ends an aggregator's registrations: it follows these numbers no more. Where the provider cannot be told, or is not
 * connected any more, the row alone is ended.
 * @param input.numberKeys null ends all that it holds for the shop
 * @param input.reason kept as a refusal, so that the number is not taken back to it at once
 * @returns the keys that are ended
 */
export async function endRegistrations(
  context: UseCaseContext,
  input: { shopId: string; provider: string; numberKeys: readonly string[] | null; reason?: string },
): Promise<Set<string>> {
  const { shopId, provider } = input;
  const { prisma } = context.db;
  const rows = await takeForEnding(prisma, shopId, provider, input.numberKeys, context.now(), LEASE_MS);
  if (rows.length === 0) return new Set();
  const adapter = context.carriers.find(provider);
  const connection = await connectionOf(prisma, shopId, provider, context.now());
  const done = { ended: [] as EndingRegistration[], note: null as string | null };
  if (!adapter?.unregister || !connection) {
    done.ended = rows;
    done.note = connection ? "This provider cannot be told to stop; it stops by itself." : "The provider is not connected any more.";
  } else {
    const { carrier, sent } = countingContextFor(context, adapter, connection);
    const queries = rows.map((row) => ({ number: row.number, carrier: row.carrier, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null }));
    const answer = await adapter.unregister(queries, carrier);
    const problem = generalProblem(answer.problems);
    const now = context.now();
    await noteCalls(prisma, shopId, provider, { calls: sent(), problem, pausedUntil: problem ? restUntil(problem, connection.failingSince, now) : null, now });
    done.ended = rows.filter((row) => isEnded(row, answer));
    await giveUpOrRetry(context, rows.filter((row) => !isEnded(row, answer)), answer);
  }
  await markEnded(prisma, done.ended.map((row) => row.id), done.note, context.now());
  if (input.reason !== undefined) {
    for (const row of done.ended) await saveRefusals(prisma, shopId, row.numberKey, withRefusal(row.refusals, provider, input.reason, context.now()));
  }
  return new Set(done.ended.map((row) => row.numberKey));
}

function isEnded(row: EndingRegistration, answer: RegisterAnswer): boolean {
  // A provider that does not know the number does not follow it.
  return answer.accepted.some((each) => numberKey(each.number) === row.numberKey) || problemOf(row, answer)?.kind === "not_found";
}

function problemOf(row: EndingRegistration, answer: RegisterAnswer) {
  return answer.problems.find((each) => each.number !== null && numberKey(each.number) === row.numberKey) ?? answer.problems.find((each) => each.number === null);
}

async function giveUpOrRetry(context: UseCaseContext, rows: readonly EndingRegistration[], answer: RegisterAnswer): Promise<void> {
  const now = context.now();
  for (const row of rows) {
    const problem = problemOf(row, answer)?.message ?? "The provider did not say that it stopped.";
    if (row.attempts + 1 >= MOST_TRIES) await markEnded(context.db.prisma, [row.id], `It could not be ended: ${problem}`, now);
    else await markNotEnded(context.db.prisma, [row.id], problem, now + Math.min(10 * MINUTE * 2 ** row.attempts, DAY));
  }
}

/**
 * Looks whether registered numbers are still followed and ends those that are not: delivered and past their grace,
 * stopped, removed, or the whole connection is being disconnected (which goes when its last number has).
 */
export async function reviewRegistrations(context: UseCaseContext, input: { shopId: string; provider: string; numberKeys: readonly string[] }): Promise<void> {
  const { shopId, provider } = input;
  const { prisma } = context.db;
  const connection = await connectionOf(prisma, shopId, provider, context.now());
  if (connection?.removed) {
    await endRegistrations(context, { shopId, provider, numberKeys: null });
    await context.db.transaction(async (tx) => {
      if ((await countRegistrations(tx, shopId, provider)) + (await countPushes(tx, shopId, provider)) === 0) await removeConnection(tx, shopId, provider);
    });
    return;
  }
  const followed = await followedNumbers(prisma, shopId, input.numberKeys);
  await checkRegistrationsAt(prisma, shopId, [...followed], context.now() + CHECK_EVERY_MS);
  const over = input.numberKeys.filter((key) => !followed.has(key));
  if (over.length > 0) await endRegistrations(context, { shopId, provider, numberKeys: over });
}

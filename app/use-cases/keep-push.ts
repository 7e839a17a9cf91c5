import { createHash } from "node:crypto";

import { removeConnection } from "~/db/admin-connections.server";
import { connectionOf } from "~/db/connections.server";
import { accountSubscription, countPushes, saveAccountSubscription, settlePush } from "~/db/pushes.server";
import { countRegistrations } from "~/db/registrations.server";
import { forgetSubscription, subscriptionIds } from "~/db/subscriptions.server";
import type { CarrierAdapter, CarrierContext } from "~/integrations/carriers/port";

import { countingContextFor } from "./carrier-context";
import type { UseCaseContext } from "./context";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How often it is looked whether a subscription still lives: USPS ends one after 30 days without events. */
const CHECK_EVERY_MS = DAY;

/** After so many failed tries to end a subscription it is given up on: to an address that answers 404 nobody pushes long. */
const MOST_TRIES_TO_END = 10;

/**
 * Looks after the subscriptions to what a connection's provider pushes: the one for the whole account is made when the
 * connection asks for it, made anew when what it is for has changed or the provider has dropped it, and ended when the
 * connection asks for it no more. Subscriptions of numbers are ended with the connection, or with its wish for them.
 * What cannot be done is tried again later, ever more seldom; the reason stands on the connections page.
 */
export async function keepPush(context: UseCaseContext, input: { shopId: string; provider: string }): Promise<void> {
  const { shopId, provider } = input;
  const { prisma } = context.db;
  const state = await accountSubscription(prisma, shopId, provider);
  const connection = await connectionOf(prisma, shopId, provider, context.now());
  const adapter = context.carriers.find(provider);
  if (!state || !connection) return;
  const { carrier, sent } = countingContextFor(context, adapter ?? { code: provider, credentials: [] }, connection);
  const wanted = state.active && adapter ? wishOf(adapter, carrier) : null;
  const given = { ...input, adapter, carrier, attempts: state.attempts };
  const problem =
    (await keepAccount(context, { ...given, wanted, id: state.id, madeFor: state.madeFor })) ??
    (state.active && adapter?.subscription?.wanted(carrier.credentials) ? null : await endNumbers(context, given));

  const attempts = problem === null ? 0 : state.attempts + 1;
  const dueAt = problem === null ? (wanted === null ? null : context.now() + CHECK_EVERY_MS) : context.now() + Math.min(10 * MINUTE * 2 ** (attempts - 1), DAY);
  await settlePush(prisma, shopId, provider, { problem, attempts, dueAt, calls: sent(), now: context.now() });
  if (!connection.removed) return;
  await context.db.transaction(async (tx) => {
    if ((await countRegistrations(tx, shopId, provider)) + (await countPushes(tx, shopId, provider)) === 0) await removeConnection(tx, shopId, provider);
  });
}

interface Given {
  shopId: string;
  provider: string;
  adapter: CarrierAdapter | null;
  carrier: CarrierContext;
  attempts: number;
}

/**
 * What the account's subscription is to be made for, hashed; another address makes it another. Secrets are no part of
 * it: where they change, what it was made for is forgotten (see `makePushDue`).
 */
function wishOf(adapter: CarrierAdapter, carrier: CarrierContext): string | null {
  const wanted = adapter.accountPush?.wanted(carrier.credentials) ?? null;
  return wanted === null ? null : createHash("sha256").update(JSON.stringify([wanted, carrier.webhookUrl])).digest("base64url");
}

/** @returns why it is not as it should be; null when it is */
async function keepAccount(context: UseCaseContext, given: Given & { wanted: string | null; id: string | null; madeFor: string | null }): Promise<string | null> {
  const { shopId, provider, adapter, carrier, wanted } = given;
  const { prisma } = context.db;
  const push = adapter?.accountPush;
  if (given.id !== null) {
    const state = wanted !== null && wanted === given.madeFor && push ? await push.check(given.id, carrier) : "stopped";
    if (state === "live" || state === "unknown") return null;
    if (state === "stopped" && push) {
      const ended = await push.end(given.id, carrier);
      if (!ended.ok && (wanted !== null || given.attempts + 1 < MOST_TRIES_TO_END)) return ended.problem.message;
    }
    await saveAccountSubscription(prisma, shopId, provider, null);
  }
  if (wanted === null || !push) return null;
  const made = await push.make(carrier);
  if (!made.ok) return made.problem.message;
  await saveAccountSubscription(prisma, shopId, provider, { id: made.id, madeFor: wanted });
  return null;
}

/** Ends the subscriptions of numbers. @returns why one could not be ended; null when all are */
async function endNumbers(context: UseCaseContext, { shopId, provider, adapter, carrier, attempts }: Given): Promise<string | null> {
  let problem: string | null = null;
  for (const id of await subscriptionIds(context.db.prisma, shopId, provider)) {
    const ended = await adapter?.subscription?.end?.(id, carrier);
    if (ended?.ok === false && ended.problem.kind !== "not_found" && attempts + 1 < MOST_TRIES_TO_END) problem = ended.problem.message;
    else await forgetSubscription(context.db.prisma, shopId, provider, id);
  }
  return problem;
}

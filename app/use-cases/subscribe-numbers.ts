import { noteCalls } from "~/db/connections.server";
import { notePushProblem } from "~/db/pushes.server";
import { numberKey, type StoredShipment } from "~/db/shipments.server";
import { claimSubscriptions, settleSubscriptions } from "~/db/subscriptions.server";

import { countingContextFor } from "./carrier-context";
import { generalProblem, restUntil } from "./connection-trouble";
import type { UseCaseContext } from "./context";
import type { UsableConnection } from "./routing-facts";
import { toQuery } from "./tracking-query";

const DAY = 24 * 3_600_000;
const CLAIM_MS = 10 * 60_000;

/** Where a carrier refuses all subscriptions (its push is not open to the app), it is tried again after so long. */
const ASK_AGAIN_MS = DAY;

/** A subscription is made anew this long before it ends. */
const RENEW_BEFORE_MS = DAY;

/**
 * Has a carrier push about numbers it was just asked for, where it has that and its pushes can be verified. It costs
 * nothing and is no condition: who does not push is asked more often (domain/tracking/next-poll).
 */
export async function subscribeNumbers(context: UseCaseContext, shopId: string, source: UsableConnection, shipments: readonly StoredShipment[]): Promise<void> {
  const { adapter, connection } = source;
  const { subscription, register } = adapter;
  if (!subscription || !register || source.kind !== "carrier") return;
  const { carrier, sent } = countingContextFor(context, adapter, connection);
  if (!subscription.wanted(carrier.credentials)) return;
  const open = shipments.filter(({ state }) => state.status !== "DELIVERED" && state.status !== "RETURNED" && state.status !== "EXPIRED");
  const { prisma } = context.db;
  const now = context.now();
  const won = await claimSubscriptions(prisma, shopId, adapter.code, open.map((each) => each.numberKey), now + RENEW_BEFORE_MS, now + RENEW_BEFORE_MS + CLAIM_MS);
  if (won.size === 0) return;
  const queries = [...new Map(open.filter((each) => won.has(each.numberKey)).map((each) => [each.numberKey, toQuery(each)])).values()];
  const answer = await register(queries, carrier);
  const said = generalProblem(answer.problems);
  // Who may be asked and not subscribed is asked on: only what concerns the asking, too, has it rest.
  const refused = said?.kind === "auth" ? said : null;
  const problem = refused ? null : said;
  await noteCalls(prisma, shopId, adapter.code, { calls: sent(), problem, pausedUntil: problem ? restUntil(problem, connection.failingSince, now) : null, now });
  const accepted = Map.groupBy(answer.accepted, (each) => each.subscription ?? null);
  const never = answer.problems.flatMap((each) => (each.number !== null && each.kind === "invalid" ? [numberKey(each.number)] : []));
  for (const [externalId, numbers] of accepted) {
    // One that its carrier has still to confirm is not counted on yet: see ./hear-of-subscriptions.
    const live = subscription.life === undefined;
    await settleSubscriptions(prisma, shopId, adapter.code, numbers.map((each) => numberKey(each.number)), { live, expiresAt: now + subscription.livesMs, externalId });
  }
  // A number that the carrier will not push about is not offered again for as long as a subscription lives.
  await settleSubscriptions(prisma, shopId, adapter.code, never, { live: false, expiresAt: now + subscription.livesMs });
  const taken = new Set(answer.accepted.map((each) => numberKey(each.number)));
  if (refused) await settleSubscriptions(prisma, shopId, adapter.code, [...won].filter((key) => !taken.has(key)), { live: false, expiresAt: now + RENEW_BEFORE_MS + ASK_AGAIN_MS });
  if (refused || accepted.size > 0) await notePushProblem(prisma, shopId, adapter.code, refused?.message ?? null);
}

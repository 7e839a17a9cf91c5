import { errorSummary } from "~/domain/errors/describe-error";
import { finishWriteBack, takeWriteBack, type PendingWriteBack, type WriteBackOutcome } from "~/db/write-backs.server";
import { readSettings } from "~/domain/settings/shop-settings";
import { SWITCHED_OFF } from "~/domain/tracking/write-back";
import { AdminApiError, type AdminClient, type ResultOf } from "~/shopify/admin-port";
import { unlessUnderWay } from "~/shopify/exclusively.server";
import { createFulfillmentEvent } from "~/shopify/operations/create-fulfillment-event";
import { readFulfillmentEvents } from "~/shopify/operations/read-order-rest";

import { backOff } from "./back-off";
import type { UseCaseContext } from "./context";

/** Tries before a write-back is given up; with the back-off about a day. */
const MAX_ATTEMPTS = 12;

/**
 * Writes one fulfillment event back to Shopify, once: an event of the same status and second that is there already is taken for
 * it, be it our own of a try that died before it could say so, or somebody else's.
 * A failure is tried again from the row's due instant, not by the queue.
 */
export async function writeBackEvent(context: UseCaseContext, input: { writeBackId: string }): Promise<void> {
  await unlessUnderWay(context.db, `write-back:${input.writeBackId}`, async () => {
    const writeBack = await takeWriteBack(context.db.prisma, input.writeBackId);
    if (!writeBack) return;
    const outcome = await attempt(context, writeBack);
    if (outcome.state !== "done") context.log.warn({ writeBack: writeBack.id, state: outcome.state, error: outcome.error }, "a fulfillment event was not told");
    await finishWriteBack(context.db.prisma, writeBack.id, outcome);
  });
}

async function attempt(context: UseCaseContext, writeBack: PendingWriteBack): Promise<WriteBackOutcome> {
  if (!writeBack.shopActive) return { state: "skipped", error: "The app was uninstalled." };
  if (!readSettings(writeBack.shopSettings).settings.writeBack.enabled) return { state: "skipped", error: SWITCHED_OFF };
  if (!writeBack.fulfillmentGid) return { state: "skipped", error: "The tracking number does not belong to a fulfillment any more." };
  try {
    return await tell(await context.adminFor(writeBack.shopDomain), writeBack, { fulfillmentId: writeBack.fulfillmentGid, now: context.now() });
  } catch (error) {
    const message = errorSummary(error);
    const hopeless = error instanceof AdminApiError && (error.kind === "invalid" || error.kind === "access_denied");
    if (hopeless || writeBack.attempts >= MAX_ATTEMPTS) return { state: "failed", error: message };
    return { state: "retry", error: message, dueAt: context.now() + backOff(writeBack.attempts, writeBack.id) };
  }
}

async function tell(admin: AdminClient, writeBack: PendingWriteBack, { fulfillmentId, now }: { fulfillmentId: string; now: number }): Promise<WriteBackOutcome> {
  const found = await findEvent(admin, writeBack, fulfillmentId);
  if (found.kind === "no_fulfillment") return { state: "skipped", error: "Shopify does not show this fulfillment." };
  if (found.kind === "event") return { state: "done", eventGid: found.gid };
  const { status, message, estimatedAt } = writeBack;
  // A try can come a day after the decision: what was expected then may be over.
  const estimatedDeliveryAt = estimatedAt !== null && estimatedAt > now ? new Date(estimatedAt).toISOString() : null;
  const { fulfillmentEventCreate } = await admin.run(createFulfillmentEvent, {
    event: { fulfillmentId, status, happenedAt: new Date(writeBack.happenedAt).toISOString(), message, estimatedDeliveryAt },
  });
  const gid = fulfillmentEventCreate.fulfillmentEvent?.id;
  if (gid) return { state: "done", eventGid: gid };
  const reasons = fulfillmentEventCreate.userErrors.map((each) => each.message).join("; ");
  return { state: "failed", error: reasons || "Shopify made no event and gave no reason." };
}

async function findEvent(
  admin: AdminClient,
  writeBack: PendingWriteBack,
  id: string,
): Promise<{ kind: "event"; gid: string } | { kind: "none" } | { kind: "no_fulfillment" }> {
  const second = Math.floor(writeBack.happenedAt / 1_000);
  let after: string | null = null;
  for (;;) {
    const answer: ResultOf<typeof readFulfillmentEvents> = await admin.run(readFulfillmentEvents, { id, after });
    const { fulfillment } = answer;
    if (!fulfillment) return { kind: "no_fulfillment" };
    const { nodes, pageInfo } = fulfillment.events;
    const same = nodes.find((event) => event.status === writeBack.status && Math.floor(Date.parse(event.happenedAt) / 1_000) === second);
    if (same) return { kind: "event", gid: same.id };
    if (!pageInfo.hasNextPage) return { kind: "none" };
    after = pageInfo.endCursor;
  }
}

import type { Tx } from "~/db/database.server";
import { applyExceptionOutcomes, openExceptionsOf } from "~/db/exceptions.server";
import { insertDecided } from "~/db/notifications.server";
import { holdMappings } from "~/db/mapping-in-force.server";
import { waitingForReplay } from "~/db/mapping-replay.server";
import { lockShipments, saveComputed, type ComputedShipment, type StoredShipment } from "~/db/shipments.server";
import { eventsOf } from "~/db/tracking-events.server";
import { insertWriteBacks } from "~/db/write-backs.server";
import { evaluateRules } from "~/domain/exceptions/evaluate-rules";
import { decideMessages } from "~/domain/notifications/decide-messages";
import { readSettings } from "~/domain/settings/shop-settings";
import { computeState } from "~/domain/tracking/compute-state";
import type { DeliveryEstimate, EventSource } from "~/domain/tracking/event";
import { nextPollAt } from "~/domain/tracking/next-poll";
import { decideWriteBacks, historyFor, SWITCHED_OFF } from "~/domain/tracking/write-back";

import type { UseCaseContext } from "./context";
import { ofWholeFulfillments } from "./of-whole-fulfillments";

/** What happened to one shipment since it was last computed, besides new scans. */
export interface AdvanceHint {
  /** A newer estimate; undefined keeps the one that is stored. */
  estimate?: DeliveryEstimate | null;
  /** Which source gave the newer estimate. */
  estimateSource?: EventSource;
  /** A source was asked: did it bring something new? Absent when nobody was asked. */
  polled?: "news" | "nothing" | "problem";
  /** Keys of scans that are new: what they bring is news. */
  added?: readonly string[];
  /** Only its past is read anew: nobody is written to about it. */
  quiet?: boolean;
}

/**
 * Computes shipments anew from their events and does everything that follows, in the caller's transaction: state,
 * next due instants, exceptions opened and resolved, messages and write-backs decided with their jobs.
 *
 * Works in batches: one read, one computation, one write per table for all the shipments together.
 *
 * @returns the shipments as they stand now; those that were removed or whose shop has gone are missing
 */
export async function advanceShipments(
  context: UseCaseContext,
  tx: Tx,
  shipmentIds: readonly string[],
  hints: ReadonlyMap<string, AdvanceHint> = new Map(),
): Promise<ComputedShipment[]> {
  const now = context.now();
  const shipments = await lockShipments(tx, shipmentIds);
  if (shipments.length === 0) return [];
  const ids = shipments.map((shipment) => shipment.id);
  const mappings = await holdMappings(tx, shipments.map((shipment) => shipment.shopId));
  const events = await eventsOf(tx, ids, mappings);
  const rereading = await waitingForReplay(tx, [...mappings].filter(([, { replaying }]) => replaying).map(([shopId]) => shopId), ids);
  const open = await openExceptionsOf(tx, ids);

  const advanced = shipments.map((shipment) =>
    advanceOne(shipment, {
      events: events.get(shipment.id) ?? [],
      open: open.get(shipment.id) ?? [],
      hint: { ...hints.get(shipment.id), ...(rereading.has(shipment.id) ? { quiet: true } : {}) },
      now,
    }),
  );

  await saveComputed(tx, advanced.map((each) => each.computed), now);
  await applyExceptionOutcomes(tx, advanced.map((each) => ({ shopId: each.shopId, shipmentId: each.computed.id, ...each.outcome })), now);
  const messages = await insertDecided(tx, advanced.flatMap((each) => each.messages), now);
  await context.queue.sendMany(tx, "send-notification", messages.map((notificationId) => ({ notificationId })));
  const writeBacks = await insertWriteBacks(tx, await ofWholeFulfillments(tx, advanced.flatMap((each) => each.writeBacks)));
  await context.queue.sendMany(tx, "write-back", writeBacks.map((writeBackId) => ({ writeBackId })));
  return advanced.map((each) => each.computed);
}

function advanceOne(
  shipment: StoredShipment,
  given: {
    events: Parameters<typeof computeState>[1];
    open: Parameters<typeof evaluateRules>[1];
    hint: AdvanceHint;
    now: number;
  },
) {
  const { events, open, hint, now } = given;
  const { settings } = readSettings(shipment.shop.settings);
  const estimate = hint.estimate === undefined ? shipment.estimate : hint.estimate;
  const estimateSource = hint.estimate === undefined ? shipment.estimateSource : (hint.estimateSource ?? null);
  const stopped = shipment.trackingState === "stopped";
  const facts = { direction: shipment.direction, shippedAt: shipment.shippedAt, estimate, stopped };
  const state = computeState(facts, events);
  // Where the past is read anew, only what new scans bring is news: the past is read so on both sides.
  const added = new Set(hint.added);
  const before = hint.quiet ? computeState(facts, events.filter((event) => !added.has(event.key))) : shipment.state;

  const outcome = evaluateRules(
    {
      shipment: {
        id: shipment.id,
        direction: shipment.direction,
        shippedAt: shipment.shippedAt,
        createdAt: shipment.createdAt,
        trackingState: shipment.trackingState,
      },
      order: shipment.orderId === null ? null : { nothingToFulfil: shipment.order.nothingToFulfil },
      state,
      events: [...events],
      settings,
      timeZone: shipment.shop.timeZone,
      now,
    },
    open,
  );
  const openExceptions = outcome.openCount;
  const pollFailures = hint.polled === undefined ? shipment.pollFailures : hint.polled === "news" ? 0 : shipment.pollFailures + 1;
  const due = nextPollAt({
    state,
    shippedAt: shipment.shippedAt,
    dueAt: estimate?.latest ?? null,
    edgeAt: outcome.nextRuleAt,
    pushedAt: shipment.pushedAt,
    failures: pollFailures,
    hasOpenException: openExceptions > 0,
    stopped,
    now,
    jitter: spread(shipment.id, now),
  });
  // An instant that is due already stays due: only an answer, or news, moves it.
  const keepsPlan = hint.polled === undefined && shipment.nextPollAt !== null && due !== null && shipment.nextPollAt <= due;

  const { orderId } = shipment;
  const computed: ComputedShipment = {
    id: shipment.id,
    state,
    estimate,
    estimateSource,
    openExceptions,
    trackingState: stopped ? "stopped" : due === null ? "ended" : "tracking",
    pollFailures,
    nextPollAt: keepsPlan ? shipment.nextPollAt : due,
    nextRuleAt: outcome.nextRuleAt,
  };
  return {
    shopId: shipment.shopId,
    computed,
    outcome: { opened: outcome.opened, resolved: outcome.resolved },
    // Without an order there is nobody to tell.
    messages: orderId === null ? [] : decideMessages({
      before,
      after: state,
      exceptionsOpened: hint.quiet ? [] : outcome.opened.map((each) => each.rule),
      shipment: { id: shipment.id, orderId, direction: shipment.direction, number: shipment.number },
      order: { id: orderId, cancelled: shipment.order.cancelled, hasEmail: shipment.order.hasEmail, locale: shipment.order.locale ?? shipment.shop.locale },
      settings,
      now,
    }).map((decision) => ({ ...decision, shopId: shipment.shopId, orderId, shipmentId: shipment.id })),
    writeBacks:
      shipment.fulfillmentId === null
        ? []
        : decideWriteBacks(state, { estimate, source: estimateSource }).map((each) => ({
            ...each,
            shopId: shipment.shopId,
            shipmentId: shipment.id,
            dueAt: now,
            // Kept, so that it is not written back as old news once that is switched on again.
            skip: settings.writeBack.enabled ? (hint.quiet ? historyFor(each, now) : null) : SWITCHED_OFF,
          })),
  };
}

/** A number in [0, 1) that is the same for one shipment within an hour: spreads polls without randomness. */
function spread(id: string, now: number): number {
  let value = Math.floor(now / 3_600_000) >>> 0;
  for (let index = 0; index < id.length; index += 1) value = (Math.imul(value, 31) + id.charCodeAt(index)) >>> 0;
  return value / 2 ** 32;
}

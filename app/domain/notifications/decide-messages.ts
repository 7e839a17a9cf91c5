import type { ShopSettings, Trigger } from "~/domain/settings/shop-settings";

import { delayedByRules, isDelay, type StateFacts } from "./delay";

/** A fact older than this when it is decided on (a backfill, an outage) is history and not news, in ms. */
export const STALE_AFTER_MS = 48 * 3_600_000;

/** Why a message is not sent; shown to the merchant as it stands. */
export type SkipReason =
  | "order cancelled"
  | "no e-mail address"
  | "switched off"
  | "too old"
  | "already delivered"
  | "delivery undone"
  | "no longer out for delivery"
  | "no longer late"
  | "customer data deleted"
  | "shop not active";

/** One message that a fact calls for, or why it is not sent: both are kept, so that a fact is decided on once. */
export interface MessageDecision {
  /** shipment, trigger and channel: unique within the shop. */
  key: string;
  trigger: Trigger;
  channel: "email";
  /** As the order has it, e.g. "de-DE"; null when it is not known. */
  locale: string | null;
  skip: SkipReason | null;
}

export interface MessageInput {
  /** The state when messages were last decided on; null for a shipment that is new. */
  before: StateFacts | null;
  after: StateFacts;
  /** Codes of the rules that opened an exception with this change. */
  exceptionsOpened: readonly string[];
  shipment: { id: string; orderId: string; direction: "out" | "return"; number: string };
  order: { id: string; cancelled: boolean; hasEmail: boolean; locale: string | null };
  settings: ShopSettings;
  now: number;
}

/**
 * What a change of state has to tell the shopper. Pure; tells what is new in `after`, so that the same state again
 * tells nothing. The key makes each fact of a shipment told once even where it becomes true a second time.
 * Returns are not told: the shopper sent them.
 */
export function decideMessages(input: MessageInput): MessageDecision[] {
  if (input.shipment.direction === "return") return [];
  return newFacts(input).map(({ trigger, at }) => ({
    key: `${input.shipment.id}:${trigger}:email`,
    trigger,
    channel: "email",
    locale: input.order.locale,
    skip: skipReason(input, trigger, at),
  }));
}

/** Facts that hold now and did not before, each with its instant. */
function newFacts({ before, after, exceptionsOpened, settings, now }: MessageInput): { trigger: Trigger; at: number }[] {
  const facts: { trigger: Trigger; at: number }[] = [];
  const changedTo = (status: StateFacts["status"]) => after.status === status && before?.status !== status;
  if (after.firstScanAt !== null && (before?.firstScanAt ?? null) === null) facts.push({ trigger: "shipped", at: after.firstScanAt });
  if (changedTo("OUT_FOR_DELIVERY")) facts.push({ trigger: "out_for_delivery", at: after.statusAt ?? now });
  if (changedTo("DELIVERED")) facts.push({ trigger: "delivered", at: after.deliveredAt ?? after.statusAt ?? now });
  const late = lateSince(before, after) ?? delayedByRules(exceptionsOpened, after, settings);
  if (late !== null) facts.push({ trigger: "delayed", at: late });
  return facts;
}

/** When the carrier's word of a delay came, if it is new: the newest scan brought it. */
function lateSince(before: StateFacts | null, after: StateFacts): number | null {
  if (!isDelay(after) || (before !== null && isDelay(before))) return null;
  return after.lastEventAt ?? after.statusAt;
}

function skipReason({ after, order, settings, now }: MessageInput, trigger: Trigger, at: number): SkipReason | null {
  if (order.cancelled) return "order cancelled";
  if (!order.hasEmail) return "no e-mail address";
  if (!settings.messages[trigger]) return "switched off";
  if (now - at > STALE_AFTER_MS) return "too old";
  if (trigger !== "delivered" && after.status === "DELIVERED") return "already delivered";
  return null;
}

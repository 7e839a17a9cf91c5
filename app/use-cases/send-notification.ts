import { errorSummary } from "~/domain/errors/describe-error";
import { readCustomerData } from "~/db/customer-data.server";
import type { Tx } from "~/db/database.server";
import { notificationFacts, type NotificationFacts } from "~/db/notification-facts.server";
import { claimNotification, settleNotification, type ClaimedNotification, type TryResult } from "~/db/notifications.server";
import { ownCarriers } from "~/db/shop-carriers.server";
import { composeMail } from "~/domain/notifications/render/compose-mail";
import { renderMail } from "~/domain/notifications/render/render-mail";
import { MAX_TRIES, retryAt } from "~/domain/notifications/retry";
import { overtaken } from "~/domain/notifications/still-true";
import { readSettings } from "~/domain/settings/shop-settings";
import { knownCarrier, type OwnCarrier } from "~/domain/tracking/catalogue/shop-carriers";
import type { Mail } from "~/integrations/notifiers/port";
import { resolveLocale, translator } from "~/locales";

import type { UseCaseContext } from "./context";
import { trackingLinkFor } from "./tracking-link";

/** What a try came to; `not_mine` when the message is settled already, or somebody else is sending it. */
export type SendOutcome = TryResult["status"] | "not_mine";

/** Longest error that is stored, in characters. */
const MAX_ERROR = 300;

/**
 * Sends one message that was decided on, once: claim, prepare, send, settle, each in a transaction of its own so that
 * none is open while a mail server is waited for. What happens when the process dies in between, and why the reader
 * still gets one mail, stands in docs/decisions/notifications-once.md.
 *
 * Never throws for what goes wrong with the message itself: it is tried again later, given up with its error, or
 * skipped with its reason, and the row tells which.
 */
export async function sendNotification(context: UseCaseContext, input: { notificationId: string }): Promise<SendOutcome> {
  const claimed = await context.db.transaction((tx) => claimNotification(tx, input.notificationId, context.now()));
  if (!claimed) return "not_mine";
  const result = await tryToSend(context, claimed);
  const stored = await context.db.transaction((tx) => settleNotification(tx, claimed, result));
  if (!stored) context.log.warn({ notificationId: claimed.id, status: result.status }, "a message was settled by somebody else");
  return result.status;
}

async function tryToSend(context: UseCaseContext, claimed: ClaimedNotification): Promise<TryResult> {
  // Each try that was begun counts: a message that ends the process is not tried for ever.
  if (claimed.attempts > MAX_TRIES) return { status: "failed", error: "It was tried too often without an answer." };
  let prepared: Mail | { skip: string };
  try {
    prepared = await context.db.transaction((tx) => prepare(context, tx, claimed));
  } catch (error) {
    const message = errorSummary(error);
    context.log.error({ notificationId: claimed.id, error: message }, "a message could not be prepared");
    return later(claimed, `It could not be prepared: ${error instanceof Error ? error.name : "unknown error"}`, context.now());
  }
  if ("skip" in prepared) return { status: "skipped", reason: prepared.skip };

  const sent = await context.mailer.send(prepared);
  if (sent.ok) return { status: "sent", messageId: sent.messageId, subject: prepared.subject, at: context.now() };
  context.log.warn({ notificationId: claimed.id, attempts: claimed.attempts, permanent: sent.permanent, error: sent.message }, "a message was not sent");
  return sent.permanent ? { status: "failed", error: sent.message.slice(0, MAX_ERROR) } : later(claimed, sent.message, context.now());
}

/** The message as mail, or why it is not sent. Reads the address last, and only for what is really sent. */
async function prepare(context: UseCaseContext, tx: Tx, claimed: ClaimedNotification): Promise<Mail | { skip: string }> {
  const facts = await notificationFacts(tx, claimed);
  if (!facts) return { skip: "order or shipment removed" };
  const { settings } = readSettings(facts.shop.settings);
  const { cancelled, redacted } = facts.order;
  const now = context.now();
  const reason = overtaken(claimed.trigger, { shopActive: facts.shop.active, redacted, cancelled, shipment: facts.shipment, settings, decidedAt: claimed.decidedAt, now });
  if (reason) return { skip: reason };
  if (!facts.order.hasEmail) return { skip: "no e-mail address" };

  const { shopId, orderId } = claimed;
  const trackingUrl = await trackingLinkFor(context, tx, { shopId, orderId, shopDomain: facts.shop.domain });
  const customer = await readCustomerData(context, tx, { shopId, orderId, actor: "system", purpose: "notification", fields: ["email", "name"] });
  if (!customer?.email) return { skip: "no e-mail address" };

  const voice = translator(resolveLocale(claimed.locale, facts.shop.locale));
  const content = composeMail(
    {
      trigger: claimed.trigger,
      now,
      shop: { name: facts.shop.name, timeZone: facts.shop.timeZone },
      settings,
      order: { name: facts.order.name, customerName: customer.name },
      shipment: facts.shipment && { ...facts.shipment, carrierName: carrierNameFor(facts.shipment, await ownCarriers(tx, shopId)) },
      items: facts.items,
      trackingUrl,
    },
    voice,
  );
  return {
    to: customer.email,
    fromName: settings.sender.fromName ?? facts.shop.name,
    replyTo: settings.sender.replyTo,
    ...renderMail(content),
    idempotencyKey: claimed.id,
    // RFC 3834: nobody's out-of-office reply is wanted.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}

/** What the shopper knows the carrier by, as on the tracking page; null when nobody said. */
function carrierNameFor(shipment: NonNullable<NotificationFacts["shipment"]>, own: readonly OwnCarrier[]): string | null {
  const known = shipment.carrier ? knownCarrier(shipment.carrier, { own, names: new Map() }) : null;
  return known?.name ?? (shipment.trackingCompany || null);
}

function later(claimed: ClaimedNotification, error: string, now: number): TryResult {
  const at = retryAt(claimed.attempts, now, jitterOf(claimed));
  const stored = error.slice(0, MAX_ERROR);
  return at === null ? { status: "failed", error: stored } : { status: "queued", error: stored, nextDueAt: at };
}

/** In [0, 1), the same for one try of one message: spreads what failed together. */
function jitterOf({ id, attempts }: ClaimedNotification): number {
  let hash = attempts;
  for (let index = 0; index < id.length; index += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  return hash / 2 ** 32;
}

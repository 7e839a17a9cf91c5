import type { ShopSettings, Trigger } from "~/domain/settings/shop-settings";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";
import { PROGRESS_STEPS, stepsReached } from "~/domain/workflow/progress";

import { isDelay } from "../delay";
import { expectedText, type ExpectedWindow } from "./expected-date";
import type { MailContent } from "./mail-content";
import type { MailVoice } from "./voice";

/** What a message is about. */
export interface MailFacts {
  trigger: Trigger;
  now: number;
  shop: { name: string; timeZone: string };
  settings: ShopSettings;
  order: { name: string; customerName: string | null };
  shipment: { status: ShipmentStatus; detail: TrackingDetail | null; number: string; carrierName: string | null; expected: ExpectedWindow | null } | null;
  items: readonly { title: string; variant: string | null; quantity: number; imageUrl: string | null }[];
  /** The order's tracking page, with its token. */
  trackingUrl: string;
}

/** Lines of items before the rest is counted. */
const MAX_ITEMS = 6;
/** Longest name, title or number that is shown, in characters. */
const MAX_TEXT = 120;

/** Puts a message into words. Pure: the present and the language are given. */
export function composeMail(facts: MailFacts, voice: MailVoice): MailContent {
  const { trigger, settings, shipment } = facts;
  const order = short(facts.order.name);
  const body = voice.say(`${trigger}.body`, { order });
  const reason = reasonOf(facts, voice);
  return {
    locale: voice.locale,
    subject: voice.say(`${trigger}.subject`, { order }),
    preview: reason ?? body,
    heading: voice.say(`${trigger}.heading`),
    greeting: facts.order.customerName ? voice.say("greeting", { name: short(facts.order.customerName) }) : voice.say("greeting_without_name"),
    paragraphs: [body, ...(reason ? [reason] : []), ...(trigger === "delivered" && settings.feedback.enabled ? [voice.say("feedback")] : [])],
    expected: trigger === "delivered" ? null : expectedText(shipment?.expected ?? null, voice, { timeZone: facts.shop.timeZone, now: facts.now }),
    progress: progressOf(facts, voice),
    button: { label: voice.say("track_button"), url: facts.trackingUrl },
    number: shipment ? numberOf(shipment, voice) : null,
    items: itemsOf(facts.items, voice),
    question: settings.supportEmail ? { text: voice.say("question", { email: settings.supportEmail }), email: settings.supportEmail } : null,
    footer: voice.say("footer", { shop: short(facts.shop.name) }),
    brand: { shopName: short(facts.shop.name), ...settings.brand },
  };
}

/** A sentence of what the carrier said, where it adds something to the message's own words. */
function reasonOf({ trigger, shipment }: MailFacts, voice: MailVoice): string | null {
  if (!shipment) return null;
  if (trigger === "delayed" && !isDelay(shipment)) return voice.say("delayed.no_scan");
  return shipment.detail === null && trigger !== "delayed" ? null : voice.statusSentence(shipment.status, shipment.detail);
}

function progressOf({ shipment }: MailFacts, voice: MailVoice): MailContent["progress"] {
  const done = shipment ? stepsReached(shipment.status) : null;
  return done === null ? null : { steps: PROGRESS_STEPS.map((step) => voice.say(`progress.${step}`)), done };
}

function numberOf({ number, carrierName }: NonNullable<MailFacts["shipment"]>, voice: MailVoice): MailContent["number"] {
  return { label: carrierName ? voice.say("carrier_number", { carrier: short(carrierName) }) : voice.say("number"), value: short(number) };
}

function itemsOf(items: MailFacts["items"], voice: MailVoice): MailContent["items"] {
  if (items.length === 0) return null;
  return {
    heading: voice.say("items"),
    lines: items.slice(0, MAX_ITEMS).map((item) => ({
      title: short(item.title),
      variant: item.variant ? short(item.variant) : null,
      quantity: voice.say("quantity", { count: item.quantity }),
      imageUrl: item.imageUrl,
    })),
    more: items.length > MAX_ITEMS ? voice.say("more_items", { count: items.length - MAX_ITEMS }) : null,
  };
}

/** One line of bounded length: what a merchant or a shopper typed may hold anything. */
function short(text: string): string {
  const line = boundedText(text, LONGEST.typed).replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
  return line.length > MAX_TEXT ? `${boundedText(line, MAX_TEXT - 1)}…` : line;
}

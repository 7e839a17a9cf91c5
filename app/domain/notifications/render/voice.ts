import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

/** Every phrase a message is made of; each language has them all (see app/locales). */
export const MAIL_PHRASE_KEYS = [
  "shipped.subject", "shipped.heading", "shipped.body",
  "out_for_delivery.subject", "out_for_delivery.heading", "out_for_delivery.body",
  "delivered.subject", "delivered.heading", "delivered.body",
  "delayed.subject", "delayed.heading", "delayed.body", "delayed.no_scan",
  "greeting", "greeting_without_name", "track_button", "feedback", "items", "quantity", "more_items",
  "carrier_number", "number", "expected_on", "expected_between", "question", "footer",
  "progress.shipped", "progress.on_the_way", "progress.out_for_delivery", "progress.delivered",
] as const;
export type MailPhraseKey = (typeof MAIL_PHRASE_KEYS)[number];

/** The language a message is written in. */
export interface MailVoice {
  /** BCP 47. */
  locale: string;
  say(key: MailPhraseKey, values?: Readonly<Record<string, string | number>>): string;
  statusSentence(status: TrackingStatus, detail: TrackingDetail | null): string;
}

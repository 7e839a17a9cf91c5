import { MAIL_PHRASE_KEYS, type MailPhraseKey } from "~/domain/notifications/render/voice";
import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

/** A status by itself: a title for a badge or a progress bar, and a sentence. */
export interface StatusWords {
  title: string;
  sentence: string;
}

/** Pairs in which a detail means something else than elsewhere: waiting in a locker, or delivered into one. */
export const SPECIAL_PAIRS = ["DELIVERED.locker", "DELIVERED.parcel_shop", "DELIVERED.post_office", "RETURNED.collected"] as const;
export type SpecialPair = (typeof SPECIAL_PAIRS)[number];

/**
 * Everything Milepost says to a shopper, in one language. A missing status, detail or phrase does not compile.
 * `{name}` is filled in; every language uses the same ones (a test holds them against each other).
 */
export interface Words {
  /** For what a shop sends to a shopper. */
  statuses: Record<TrackingStatus, StatusWords>;
  /** For what a shopper sends back. */
  returnStatuses: Record<TrackingStatus, StatusWords>;
  details: Record<TrackingDetail, string>;
  pairs: Record<SpecialPair, string>;
  phrases: Phrases;
}

/** The phrases of messages. */
export type Phrases = Record<PhraseKey, string>;

/** What there is to say, as the messages ask for it. */
export const PHRASE_KEYS = MAIL_PHRASE_KEYS;
export type PhraseKey = MailPhraseKey;

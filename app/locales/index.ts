import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { sentenceFor } from "./status-sentence";
import type { PhraseKey, Words } from "./words";

/** The languages Milepost speaks to shoppers. */
export const LOCALES = ["en", "de", "fr", "es"] as const;
export type Locale = (typeof LOCALES)[number];

const WORDS: Record<Locale, Words> = { en, de, fr, es };

type Direction = "out" | "return";

/** One language's voice. */
export interface Translator {
  locale: Locale;
  /** A phrase with its `{name}`s filled in; what is not given stays visible, so that a slip is seen. */
  say(key: PhraseKey, values?: Readonly<Record<string, string | number>>): string;
  statusTitle(status: TrackingStatus, direction?: Direction): string;
  statusSentence(status: TrackingStatus, detail: TrackingDetail | null, direction?: Direction): string;
}

/** The sentences of one language. */
export function translator(locale: Locale): Translator {
  const words = WORDS[locale];
  return {
    locale,
    say: (key, values = {}) => fill(words.phrases[key], values),
    statusTitle: (status, direction = "out") => (direction === "return" ? words.returnStatuses : words.statuses)[status].title,
    statusSentence: (status, detail, direction = "out") => sentenceFor(words, status, detail, direction),
  };
}

/** A status's title, e.g. "Out for delivery". */
export function statusTitle(status: TrackingStatus, locale: Locale, direction: Direction = "out"): string {
  return translator(locale).statusTitle(status, direction);
}

/** A status with its detail in plain words. */
export function statusSentence(status: TrackingStatus, detail: TrackingDetail | null, locale: Locale, direction: Direction = "out"): string {
  return translator(locale).statusSentence(status, detail, direction);
}

/**
 * The first of these languages that Milepost speaks, by its primary subtag ("de-AT" is "de"); English when none is.
 * @param wanted BCP 47 tags, best first
 */
export function resolveLocale(...wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const primary = tag?.split(/[-_]/)[0]?.toLowerCase();
    const found = LOCALES.find((locale) => locale === primary);
    if (found) return found;
  }
  return "en";
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

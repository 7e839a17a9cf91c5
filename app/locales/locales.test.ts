import { describe, expect, it } from "vitest";

import { TRACKING_DETAILS, TRACKING_STATUSES } from "~/domain/tracking/status";

import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { LOCALES, resolveLocale, statusSentence, statusTitle, translator } from "./index";
import { PHRASE_KEYS, SPECIAL_PAIRS, type Words } from "./words";

const ALL: Record<string, Words> = { en, de, fr, es };
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(LOCALES)("%s", (locale) => {
  const words = ALL[locale] ?? en;

  it("has every phrase, with the same names to fill in as English", () => {
    expect(Object.keys(words.phrases).sort()).toEqual([...PHRASE_KEYS].sort());
    for (const key of PHRASE_KEYS) {
      expect(words.phrases[key].trim(), key).not.toBe("");
      expect(names(words.phrases[key]), key).toEqual(names(en.phrases[key]));
    }
  });

  it("has a sentence for every status, detail and direction, none of them twice", () => {
    for (const direction of ["out", "return"] as const) {
      for (const status of TRACKING_STATUSES) {
        expect(statusTitle(status, locale, direction)).not.toBe("");
        for (const detail of [null, ...TRACKING_DETAILS]) expect(statusSentence(status, detail, locale, direction)).toMatch(/^\p{Lu}.*[.!]$/u);
      }
    }
    expect(new Set(Object.values(words.details)).size).toBe(TRACKING_DETAILS.length);
    expect(Object.keys(words.pairs).sort()).toEqual([...SPECIAL_PAIRS].sort());
  });

  it("is not English where it is another language", () => {
    if (locale === "en") return;
    for (const detail of TRACKING_DETAILS) expect(words.details[detail], detail).not.toBe(en.details[detail]);
    for (const status of TRACKING_STATUSES) expect(words.statuses[status].sentence, status).not.toBe(en.statuses[status].sentence);
    const same = PHRASE_KEYS.filter((key) => words.phrases[key] === en.phrases[key]);
    expect(same).toEqual([]);
  });
});

describe("the words", () => {
  it("say what a detail means with its status", () => {
    expect(statusSentence("READY_FOR_PICKUP", "locker", "en")).toBe("The parcel is waiting for you in a parcel locker.");
    expect(statusSentence("DELIVERED", "locker", "en")).toBe("The parcel was delivered to a parcel locker.");
    expect(statusSentence("RETURNING", "refused", "en")).toBe("Your parcel is on its way back to the shop. It was not accepted at the address.");
    expect(statusSentence("EXCEPTION", "weather", "de")).toBe("Der Zustelldienst meldet ein Problem mit Ihrem Paket. Schlechtes Wetter hält es auf.");
    expect(statusSentence("DELIVERED", null, "fr", "return")).toBe("Votre retour est arrivé à la boutique.");
  });

  it("are filled in, and a value is never read as a place to fill in", () => {
    expect(translator("es").say("shipped.subject", { order: "#1001" })).toBe("Su pedido #1001 está en camino");
    expect(translator("en").say("shipped.subject", { order: "{order}$&" })).toBe("Your order {order}$& is on its way");
    expect(translator("en").say("greeting")).toBe("Hello {name},");
  });

  it("are chosen by the language that is wanted first and spoken", () => {
    expect(resolveLocale("de-AT", "fr")).toBe("de");
    expect(resolveLocale("pt-BR", null, "fr_CA")).toBe("fr");
    expect(resolveLocale("xx", undefined, "")).toBe("en");
  });
});

import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import type { Words } from "./words";

export { fill, type Words } from "./words";

const LANGUAGES = { en, de, fr, es } as const;
export type PageLanguage = keyof typeof LANGUAGES;

/** The locale used for dates and times, and the language used for words. */
export interface PageLocale {
  /** BCP 47, usable with Intl. */
  tag: string;
  language: PageLanguage;
}

/**
 * The first of these locales whose language the page speaks; English when none is. The region is kept, for it decides
 * how dates and times are written ("de-AT", "en-GB").
 */
export function pageLocale(...wanted: readonly (string | null | undefined)[]): PageLocale {
  for (const each of wanted) {
    if (!each || !/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(each)) continue;
    const tag = each.replaceAll("_", "-");
    const language = tag.slice(0, tag.indexOf("-") === -1 ? tag.length : tag.indexOf("-")).toLowerCase();
    if (Object.hasOwn(LANGUAGES, language)) return { tag: canonical(tag) ?? language, language: language as PageLanguage };
  }
  return { tag: "en", language: "en" };
}

/** The page's words in a language. */
export function wordsOf(language: PageLanguage): Words {
  return LANGUAGES[language];
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

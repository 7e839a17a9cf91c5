import { LANGUAGES } from "./languages/all";
import type { LanguageRules } from "./text-rule";

/** How many of the text's words belong to a language. */
function affinity(words: readonly string[], language: LanguageRules): number {
  let count = 0;
  for (const word of words) if (language.words.has(word)) count += 1;
  return count;
}

/** The languages the text may be in, likeliest first, in groups that know equally many of its words. */
export function likelyLanguages(text: string): readonly (readonly LanguageRules[])[] {
  const words = text.split(" ");
  const scored = LANGUAGES.map((language) => ({ language, score: affinity(words, language) }));
  const best = Math.max(...scored.map(({ score }) => score));
  // Of a few words most languages know about as many: when the likeliest says nothing, the next may.
  const scores = best <= FEW_WORDS ? [best, best - 1] : [best];
  return scores.filter((score) => score >= 0).map((wanted) => scored.filter(({ score }) => score === wanted).map(({ language }) => language));
}

/** So few words known of a text leave its language open. */
const FEW_WORDS = 3;

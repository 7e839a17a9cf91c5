import { ruleMarks } from "../rule-marks";

/** Words after these are not looked at: what a scan says it says at its beginning. */
const MAX_WORDS = 40;
/** So much of a word tells its stem in the seven languages: "zugestellt" and "zugestellter" are alike. */
const STEM = 5;
const PAIR_STEM = 6;
const PIECE = 4;

/**
 * What is compared of two texts: their words, the words' beginnings, pairs of neighbouring words (and of words with one
 * between them), every four letters in a row, so that an unknown inflection still resembles the known one, and the rules that
 * hold. Numbers count as one, whichever they are.
 *
 * @param normalText a text in its normal form
 * @returns the features, each once
 */
export function featuresOf(normalText: string): ReadonlySet<string> {
  const words = ["<", ...wordsOf(normalText), ">"];
  const features = new Set<string>(ruleMarks(normalText));
  words.forEach((word, index) => {
    features.add(`w:${word}`);
    if (word.length > STEM) features.add(`s:${word.slice(0, STEM)}`);
    const next = words[index + 1];
    if (next !== undefined) features.add(`b:${word.slice(0, PAIR_STEM)}_${next.slice(0, PAIR_STEM)}`);
    const afterNext = words[index + 2];
    if (afterNext !== undefined) features.add(`k:${word.slice(0, STEM)}_${afterNext.slice(0, STEM)}`);
    const framed = `^${word}$`;
    for (let start = 0; start + PIECE <= framed.length; start++) features.add(`c:${framed.slice(start, start + PIECE)}`);
  });
  return features;
}

/** The words of a text in its normal form, figures as "0". */
export function wordsOf(normalText: string): readonly string[] {
  return (normalText.match(/[^\s,.]+/g) ?? []).slice(0, MAX_WORDS).map((word) => word.replace(/\d+/g, "0"));
}

/**
 * A known scan's key, 53 bits: so many that no other text has it by chance. Blanks do not count, for "PostNL" is two words to
 * the normal form and "POSTNL" one.
 */
export function textKey(normalText: string): number {
  const letters = normalText.replace(/ /g, "");
  return featureKey(letters) * 2 ** 21 + (featureKey(`${letters.length}:${letters}`) >>> 11);
}

/** The number under which the model keeps a feature: FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv). */
export function featureKey(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) {
    hash ^= feature.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

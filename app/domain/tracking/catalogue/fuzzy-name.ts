import { editDistance } from "./edit-distance";
import { COUNTRY_WORDS, NOBODY_WORDS, SERVICE_WORDS } from "./generic-words";
import type { FuzzyName, NamedCarrier } from "./name-index";
import { REAL_WORDS } from "./real-words";

/** How many slips a name of this length may have: none below five letters, one up to eight, two beyond. */
function slipsAllowed(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Shorter generic words have too many neighbours. */
const SHORTEST_GENERIC = 5;

function byFirstLetter(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of sets.flatMap((set) => [...set])) {
    if (word.length >= SHORTEST_GENERIC) found.set(word.charAt(0), [...(found.get(word.charAt(0)) ?? []), word]);
  }
  return found;
}

const GENERIC = byFirstLetter([SERVICE_WORDS, NOBODY_WORDS]);

/** The generic word nearest to what was typed ("priorty", "delievery"), when it is within `limit` slips. */
function nearestGeneric(word: string, limit: number): { word: string; distance: number } | null {
  if (word.length < SHORTEST_GENERIC - 1) return null;
  let best: { word: string; distance: number } | null = null;
  for (const generic of GENERIC.get(word.charAt(0)) ?? []) {
    const distance = editDistance(word, generic, limit);
    if (distance <= limit && (best === null || distance < best.distance)) best = { word: generic, distance };
  }
  return best;
}

/** Words of their own that are one letter from a generic one. */
const NO_SLIPS: ReadonlySet<string> = new Set(["start", "starts", "exports", "imports", "lives"]);

/** A generic word with one slip in it as it was meant; any other word as it is. */
export function meantGeneric(word: string): string {
  return word.length < SHORTEST_GENERIC || NO_SLIPS.has(word) ? word : (nearestGeneric(word, 1)?.word ?? word);
}

/** A generic word as near as the name was meant, unless a letter was typed that only the name has ("Dehlivery"). */
function meansGeneric(typed: string, name: string, distance: number): boolean {
  const generic = nearestGeneric(typed, distance);
  if (generic === null) return false;
  return generic.distance < distance || ![...typed].some((letter) => name.includes(letter) && !generic.word.includes(letter));
}

/** Words that many names end in. */
const ENDINGS: readonly string[] = ["logistics", "transport", "couriers", "shipping", "delivery", "courier", "express", "freight", "parcel", "cargo", "kargo", "posta", "poste", "post", "mail"];

/** What is left of two compact names when an ending that both share is taken off. */
function stems(a: string, b: string): readonly [string, string] {
  const shared = ENDINGS.find((ending) => a.endsWith(ending) && b.endsWith(ending));
  return shared === undefined ? [a, b] : [a.slice(0, -shared.length), b.slice(0, -shared.length)];
}

/** A short own word bears no slip: "JX Express" is none of "JT Express", "Bo Post" none of "bpost". */
function stemsAgree(typed: string, name: string): boolean {
  const [a, b] = stems(typed, name);
  const limit = slipsAllowed(Math.min(a.length + 1, b.length));
  return a === b || (limit > 0 && editDistance(a, b, limit) <= limit);
}

/** A slip in one word of many must be one that the word bears: "Green Couriers" is no slip of "Greek Post". */
function wordsAgree(typed: readonly string[], name: FuzzyName): boolean {
  if (!stemsAgree(typed.join(""), name.compact)) return false;
  if (typed.length === 1 || typed.length !== name.tokens.length) return true;
  return name.tokens.every((word, place) => {
    const bears = SERVICE_WORDS.has(word) ? slipsAllowed(Math.max(5, word.length)) : slipsAllowed(word.length);
    return editDistance(word, typed[place] ?? "", bears) <= bears;
  });
}

/** Names of the long tail bear one slip when they are long; where they are nearer than a well-known one, that is not meant. */
const SHORTEST_RARE = 7;

function limitFor(name: FuzzyName, typed: string): number {
  return name.rare ? 1 : slipsAllowed(Math.min(name.compact.length, typed.length + 1));
}

interface Nearest {
  distance: number;
  name: FuzzyName;
  torn: boolean;
}

function nearestOf(typed: readonly string[], compact: string, names: readonly FuzzyName[]): Nearest | null {
  let best: Nearest | null = null;
  for (const name of names) {
    const limit = limitFor(name, compact);
    if (limit === 0 || Math.abs(name.compact.length - compact.length) > limit) continue;
    const distance = editDistance(compact, name.compact, limit);
    if (distance > limit || (!name.rare && !wordsAgree(typed, name))) continue;
    const better = best === null || distance < best.distance || (distance === best.distance && best.name.rare && !name.rare);
    if (better) best = { distance, name, torn: false };
    else if (best !== null && distance === best.distance && name.rare === best.name.rare && name.named.carrier !== best.name.named.carrier) best.torn = true;
  }
  return best;
}

/**
 * The only name within a slip or two of what was typed, given as words; null when none is, when two carriers are as
 * near, or when it is a word of its own or nearer to a generic one. Names of the long tail count only when nothing
 * else was typed (`alone`).
 */
export function nearestName(
  typed: readonly string[],
  names: ReadonlyMap<string, readonly FuzzyName[]>,
  alone: boolean,
): NamedCarrier | null {
  const compact = typed.join("");
  const isWord = (word: string): boolean => REAL_WORDS.has(word) || SERVICE_WORDS.has(word) || NOBODY_WORDS.has(word) || COUNTRY_WORDS.has(word);
  if (compact.length < 4 || typed.every(isWord) || REAL_WORDS.has(compact)) return null;
  const best = nearestOf(typed, compact, names.get(compact.charAt(0)) ?? []);
  if (best === null || best.torn) return null;
  const { name, distance } = best;
  if (name.rare && (!alone || stems(compact, name.compact)[1].length < SHORTEST_RARE || !wordsAgree(typed, name))) return null;
  return typed.length === 1 && meansGeneric(compact, name.compact, distance) ? null : name.named;
}

import { COUNTRY_WORDS, NOBODY_WORDS } from "./generic-words";
import type { NamedCarrier, NameIndex, StrongName } from "./name-index";
import { isAsian, isNoise, meantWords } from "./name-noise";
import { CAPITAL_INITIALS, ORDINARY_WHEN_SPLIT, SHARED_POST_NAMES } from "./unmistakable";

/** A name of more words is none. */
const LONGEST_NAME = 6;
/** More words beside a name are a sentence. */
const MOST_BESIDE = 7;

/** Words that take the name after them back. */
const NEGATIONS: ReadonlySet<string> = new Set("not no non never except excluding without instead like nicht kein pas sans sin senza geen".split(" "));

/** Country codes that are words as well: "Bring it home" names nobody. */
const WORDS_LIKE_CODES: ReadonlySet<string> = new Set("it in is at be no us my id so am de es la me to as".split(" "));

/** No service, country or promise is a longer word. */
const LONGEST_PIECE = 30;

/** Names of so few letters are parts of other names as well. */
const SHORT_NAME = 3;

/** Words joined by hyphens, and no blank among them. */
const JOINED = /^[^\s-]+(?:-[^\s-]+)+$/;

interface Run {
  /** As typed, one space between the words. */
  words: string;
  named: StrongName;
  compact: string;
  before: readonly string[];
  after: readonly string[];
}

/** Every run of words that is a sure name, the longest first. */
function* runsOf(tokens: readonly string[], strong: ReadonlyMap<string, StrongName>): Iterable<Run> {
  for (let length = Math.min(tokens.length, LONGEST_NAME); length >= 1; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const run = tokens.slice(start, start + length);
      const compact = run.join("");
      const named = strong.get(compact);
      if (named !== undefined) yield { words: run.join(" "), named, compact, before: tokens.slice(0, start), after: tokens.slice(start + length) };
    }
  }
}

/** Two carriers in one name ("UPS / FedEx") mean neither. */
export function namesSeveral(tokens: readonly string[], { strong }: NameIndex): boolean {
  const carriers = new Set<string>();
  for (const token of tokens) {
    const named = strong.get(token);
    if (named !== undefined && token.length > 2 && named.beside !== "little") carriers.add(named.carrier);
  }
  return carriers.size > 1;
}

/** What stands beside a post's name that others share must not name another country. */
function isAtHome(compact: string, beside: readonly string[]): boolean {
  const home = SHARED_POST_NAMES.get(compact);
  return home === undefined || beside.every((token) => !COUNTRY_WORDS.has(token) || home.has(token));
}

/** What may stand beside the name as it was typed. */
function allowed({ named, words }: Run): StrongName["beside"] {
  const parted = words.split(" ");
  if (parted.length > 1 && named.words !== words && parted.every((word) => NOBODY_WORDS.has(word))) return "little";
  return ORDINARY_WHEN_SPLIT.has(words) && named.beside === "anything" ? "services" : named.beside;
}

function fits(run: Run, typed: string, { strong }: NameIndex, several: boolean): number {
  const { compact, before, after, named } = run;
  // The same carrier by another of its names says nothing new: "Yamato Kuroneko".
  const beside = [...before, ...after].filter((token) => strong.get(token)?.carrier !== named.carrier);
  const may = allowed(run);
  const last = before.at(-1);
  if (last !== undefined && NEGATIONS.has(last)) return 0;
  if (may === "little") return beside.every((token) => isNoise(token) && !NOBODY_WORDS.has(token) && !WORDS_LIKE_CODES.has(token)) ? 0.9 : 0;
  // "sda-1" is somebody's own code, "gls-ware" a word of its own.
  const joined = JOINED.test(typed.trim());
  if (joined && CAPITAL_INITIALS.has(compact) && typed === typed.toLowerCase() && beside.some((token) => /^\d/.test(token))) return 0;
  if (beside.every((token) => isNoise(token) || isAsian(token))) return isAtHome(compact, beside) ? 0.9 : 0;
  if (several || beside.length > MOST_BESIDE) return 0;
  if (!before.every(isNoise)) return 0;
  const capitals = before.length === 0 && CAPITAL_INITIALS.has(compact) && typed.trim().startsWith(compact.toUpperCase()) && typed !== typed.toUpperCase();
  return (may === "anything" && !(joined && compact.length <= SHORT_NAME)) || capitals ? 0.8 : 0;
}

/** Words run together after a name: "upsground", "RoyalMailTracked48", "dpduk"; shorter ones are parts of other words. */
function isGluedNoise(rest: string): boolean {
  if (rest.length === 2) return COUNTRY_WORDS.has(rest);
  // From behind, each place once: whether the rest can be parted from here. To try every division would be exponential.
  const partable = new Array<boolean>(rest.length).fill(false);
  for (let start = rest.length - 2; start >= 0; start--) {
    for (let length = 2; length <= Math.min(rest.length - start, LONGEST_PIECE); length++) {
      const ends = start + length === rest.length || partable[start + length] === true;
      const piece = ends ? rest.slice(start, start + length) : "";
      if (ends && (length > 2 || piece <= "99") && isNoise(piece)) {
        partable[start] = true;
        break;
      }
    }
  }
  return rest === "" || partable[0] === true;
}

/** The longest beginning of one word that is a sure name, when the rest of it is services; Asian names need no gap. */
function nameAtStart(word: string, strong: ReadonlyMap<string, StrongName>): StrongName | null {
  const asian = isAsian(word);
  for (let length = Math.min(word.length - 1, 30); length >= (asian ? 2 : 3); length--) {
    const named = strong.get(word.slice(0, length));
    if (named === undefined || named.beside === "little") continue;
    if (!asian && length < 4 && named.beside !== "anything" && !CAPITAL_INITIALS.has(word.slice(0, length))) continue;
    if (asian || isGluedNoise(word.slice(length))) return named;
  }
  return null;
}

/** The best fitting run, the longest name first. */
function bestRun(typed: string, tokens: readonly string[], index: NameIndex, several: boolean): { named: NamedCarrier; score: number } | null {
  for (const run of runsOf(tokens, index.strong)) {
    const score = fits(run, typed, index, several);
    if (score > 0) return { named: run.named, score };
  }
  return null;
}

/** The carrier that words name among others, with how sure that is; null when none is named, or two are. */
export function nameAmongWords(typed: string, tokens: readonly string[], index: NameIndex): { named: NamedCarrier; score: number } | null {
  const several = namesSeveral(tokens, index);
  const meant = meantWords(tokens);
  const whole = index.strong.get(meant.join("")) ?? index.tail.get(meant.join(""));
  if (whole !== undefined && tokens.length > 1 && !tokens.every((token) => NOBODY_WORDS.has(token))) return { named: whole, score: 0.9 };
  const found = bestRun(typed, meant, index, several) ?? bestRun(typed, tokens, index, several);
  if (found !== null) return found;
  const [first, ...rest] = tokens;
  if (first === undefined || several || !rest.every((token) => isNoise(token) || isAsian(token))) return null;
  const glued = nameAtStart(first, index.strong);
  return glued === null ? null : { named: glued, score: 0.85 };
}

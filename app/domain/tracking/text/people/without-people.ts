import { AFTER_NAME, AFTER_TAKER, BEFORE_NAME, BEFORE_TAKER, HAS, NEIGHBOURS, TITLES, TITLES_WITH_POINT, type When } from "./markers";
import { isArticle, isMonth, isOfNetwork, isOrdinary } from "./ordinary-words";
import { beginsPart, wordsOf, type Word } from "./words-of";

/** Words with which a sentence goes on after who took it: what follows is looked at by itself. */
const AND: ReadonlySet<string> = new Set("and und et y".split(" "));
/** Words before a place; after a carrier or a depot the place is a town, of which no list knows all. */
const WHERE: ReadonlySet<string> = new Set("in at near en te em richting".split(" "));
const GOES_ON: ReadonlySet<string> = new Set("will has have is was were wird wurde ist sera est sara wordt".split(" "));

/** A part of a line between two words: from the first to before the last. */
type Span = readonly [from: number, to: number];

/**
 * A scan's line up to the part in which it may name a person: who signed, who received or took it, with a title, or
 * before "signed for the parcel". Null when that is its first part. What follows such a word ("signed by", "delivered
 * to") may be a name unless all of it is ordinary: a place ("front door"), somebody's part ("neighbour", "carrier"), and
 * the little words among them. What cannot be told from a name is taken for one.
 *
 * Reads English, German, French, Spanish, Italian, Dutch and Portuguese.
 */
export function withoutPeople(line: string): string | null {
  const words = wordsOf(line);
  const starts = words.map((word, index) => beginsPart(word, words[index - 1]));
  const reading: Reading = { words, starts, mixed: /\p{Lu}/u.test(line) && /\p{Ll}/u.test(line) };
  const first = words.findIndex((_, index) => namesPerson(reading, index));
  if (first === -1) return line;
  const part = words[startOfPart(reading, first)];
  return part === undefined || part === words[0] ? null : line.slice(0, part.start);
}

interface Reading {
  words: readonly Word[];
  /** Whether a part of a sentence begins at the word. */
  starts: readonly boolean[];
  /** Small and capital letters: then a word's first letter tells something. */
  mixed: boolean;
}

function namesPerson(reading: Reading, index: number): boolean {
  const word = reading.words[index];
  if (word === undefined) return false;
  if (isTitled(reading, index)) return true;
  for (const { words, when } of BEFORE_NAME.get(word.folded) ?? []) {
    if (!standsAt(reading, index, words, BEFORE_A_NAME)) continue;
    if (isNamed(reading, index + words.length, when)) return true;
    break;
  }
  if (NEIGHBOURS.has(word.folded) && isNamed(reading, index + 1, "always", true)) return true;
  for (const { words } of AFTER_NAME.get(word.folded) ?? []) {
    if (standsAt(reading, index, words, BETWEEN_WORDS) && !allOrdinary(reading, [startOfPart(reading, index), index])) return true;
  }
  return AFTER_TAKER.has(word.folded) && namesTaker(reading, index);
}

/** "Mr Jones", "Sig.ra Greco": a title before a word with a capital letter. */
function isTitled({ words, mixed }: Reading, index: number): boolean {
  const [title, next] = [words[index], words[index + 1]];
  if (title === undefined || next === undefined || !/^\p{Lu}/u.test(next.written)) return false;
  if (title.folded === "ra" && words[index - 1]?.folded === "sig") return true;
  if (!/^\p{Lu}/u.test(title.written)) return false;
  if (/^\.\s?$/.test(next.gap)) return TITLES.has(title.folded) || TITLES_WITH_POINT.has(title.folded);
  return next.gap === " " && TITLES.has(title.folded) && (mixed || title.written.length > 1);
}

/** "von Max Mustermann angenommen", "Max Mustermann hat angenommen": what stands before the verb. */
function namesTaker(reading: Reading, verb: number): boolean {
  const start = startOfPart(reading, verb);
  for (let index = verb - 1; index >= start; index--) {
    if (HAS.has(reading.words[index]?.folded ?? "")) return !allOrdinary(reading, [start, index]);
    if (BEFORE_TAKER.has(reading.words[index]?.folded ?? "")) return !allOrdinary(reading, [index + 1, verb]);
  }
  return false;
}

/** Whether the words from here to the end of their part may be a name. */
function isNamed(reading: Reading, from: number, when: When, noNumbers = false): boolean {
  const first = reading.words[from];
  if (first === undefined || /[.;,|)\]!?}]/.test(first.gap.replace(/^\s*\.(?=\s*:)/, ""))) return false;
  const colon = first.gap.includes(":") && reading.starts[from] === true;
  const loud = reading.mixed && first.written.length > 1 && first.written === first.written.toUpperCase() && /\p{Lu}/u.test(first.written);
  if (!colon && (when === "colon" || (when === "loud" && !loud))) return false;
  let to = from + 1;
  while (to < reading.words.length && reading.starts[to] !== true) to += 1;
  return !allOrdinary(reading, [from, to], noNumbers);
}

function allOrdinary({ words, mixed }: Reading, [from, to]: Span, noNumbers = false): boolean {
  let article = false;
  let onTheWay = false;
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word === undefined) return true;
    const small = mixed && word.written === word.written.toLowerCase();
    const isNumber = /^\d/.test(word.written);
    const possessive = word.folded === "s" && /^['’]$/.test(word.gap);
    const isDate = isMonth(word.folded) && [words[index - 1], words[index + 1]].some((beside) => /^\d/.test(beside?.written ?? ""));
    if (isNumber && noNumbers) return false;
    if ((index > from && GOES_ON.has(word.folded)) || AND.has(word.folded)) return true;
    if (onTheWay && WHERE.has(word.folded)) return true;
    onTheWay ||= isOfNetwork(word.folded);
    if (!isNumber && !possessive && !isDate && !isOrdinary(word.folded) && !(small && article)) return false;
    article = isArticle(word.folded) || (article && small);
  }
  return true;
}

const BETWEEN_WORDS = /^[\s'’-]*$/;
/** "Delivered [To: …", "t.a.v." */
const BEFORE_A_NAME = /^[\s'’./:([-]*$/;

/** Whether these folded words stand here, with no other signs between them. */
function standsAt({ words }: Reading, index: number, phrase: readonly string[], between: RegExp): boolean {
  return phrase.every((each, place) => {
    const word = words[index + place];
    return word?.folded === each && (place === 0 || between.test(word.gap));
  });
}

function startOfPart({ starts }: Reading, index: number): number {
  let start = index;
  while (start > 0 && starts[start] !== true) start -= 1;
  return start;
}

import { NOT_UNDERSTOOD, type TrackingStatus, type Understanding } from "../status";
import { carrierRules } from "./carrier-rules";
import { LANGUAGES } from "./languages/all";
import { tellsOfNoDelivery } from "./no-delivery";
import { normaliseText } from "./normalise-text";
import { shortLabel } from "./short-labels";
import type { LanguageRules, TextRule } from "./text-rule";

const VERSION = 2;

/** How many of the text's words belong to a language. */
function affinity(words: readonly string[], language: LanguageRules): number {
  let count = 0;
  for (const word of words) if (language.words.has(word)) count += 1;
  return count;
}

/** The languages the text may be in, likeliest first, in groups that know equally many of its words. */
function likelyLanguages(text: string): readonly (readonly LanguageRules[])[] {
  const words = text.split(" ");
  const scored = LANGUAGES.map((language) => ({ language, score: affinity(words, language) }));
  const best = Math.max(...scored.map(({ score }) => score));
  // Of a few words most languages know about as many: when the likeliest says nothing, the next may.
  const scores = best <= FEW_WORDS ? [best, best - 1] : [best];
  return scores.filter((score) => score >= 0).map((wanted) => scored.filter(({ score }) => score === wanted).map(({ language }) => language));
}

/** So few words known of a text leave its language open. */
const FEW_WORDS = 3;

function firstRule(rules: readonly TextRule[], text: string): TextRule | null {
  return rules.find(([, , when, unless]) => when.test(text) && !unless?.test(text)) ?? null;
}

function understood(rule: TextRule, name: string, text: string): Understanding {
  const [status, detail] = rule;
  if (status === "DELIVERED" && tellsOfNoDelivery(text)) return NOT_UNDERSTOOD;
  return status === "UNKNOWN" ? NOT_UNDERSTOOD : { status, detail, mapping: `text/${name}@${VERSION}` };
}

function readIn(language: LanguageRules, text: string): TextRule | null {
  return firstRule(language.rules, text.replace(language.hypothetical, " ").replace(/ {2,}/g, " ").trim());
}

/** What the likeliest languages say; null when none says anything, NOT_UNDERSTOOD when they disagree. */
function readWhole(text: string): Understanding | null {
  for (const languages of likelyLanguages(text)) {
    const answers = languages
      .map((language) => {
        const rule = readIn(language, text);
        return rule === null ? null : { status: rule[0], answer: understood(rule, language.code, text) };
      })
      .filter((answer) => answer !== null);
    const [first] = answers;
    if (first === undefined) continue;
    return answers.every(({ status }) => status === first.status) ? first.answer : NOT_UNDERSTOOD;
  }
  return null;
}

/** Where a whole text says nothing, one of its clauses may say where the shipment is; never that its way has ended. */
const BY_CLAUSE: ReadonlySet<TrackingStatus> = new Set(["PRE_TRANSIT", "IN_TRANSIT"]);

/**
 * Clauses that know something and agree ("Arrived at the depot, will be sent soon"); otherwise not understood.
 * A text with a condition is left alone: which clauses hang on it cannot be told.
 */
function readByClause(text: string): Understanding {
  if (likelyLanguages(text).flat().some(({ hypothetical }) => text.search(hypothetical) >= 0)) return NOT_UNDERSTOOD;
  const clauses = text.split(/ [.,] |\band (?:it )?will\b|\bund wird\b|\bet sera\b|\be sara\b|\by sera\b|\be sera\b|\ben wordt\b/).filter((clause) => clause.trim() !== "");
  if (clauses.length < 2) return NOT_UNDERSTOOD;
  const answers = clauses.map((clause) => readWhole(clause.trim())).filter((answer) => answer !== null);
  const [first] = answers;
  if (first === undefined || !BY_CLAUSE.has(first.status)) return NOT_UNDERSTOOD;
  return answers.every(({ status }) => status === first.status) ? first : NOT_UNDERSTOOD;
}

/**
 * What a scan's text says, or `NOT_UNDERSTOOD` where that is not sure. Reads English, German, French, Spanish,
 * Italian, Dutch and Portuguese; text in two languages that disagree is not understood.
 *
 * @param text the scan as the carrier wrote it, any length, any markup.
 * @param carrier the carrier's code where known: the same words can mean different things to different carriers.
 */
export function classifyText(text: string, carrier: string | null = null): Understanding {
  if (text.length > MAX_REMEMBERED_LENGTH) return readText(text, carrier);
  const key = `${carrier ?? ""}\n${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const understanding = Object.freeze(readText(text, carrier));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, understanding);
  return understanding;
}

/** Carriers say the same few hundred sentences again and again, and reading one takes hundreds of patterns. */
const remembered = new Map<string, Understanding>();
const MAX_REMEMBERED = 4_000;
const MAX_REMEMBERED_LENGTH = 300;

function readText(text: string, carrier: string | null): Understanding {
  const normal = normaliseText(text);
  if (normal === "") return NOT_UNDERSTOOD;
  const own = firstRule(carrierRules(carrier), normal);
  if (own !== null) return understood(own, carrier ?? "", normal);
  return shortLabel(normal) ?? readWhole(normal) ?? readByClause(normal);
}

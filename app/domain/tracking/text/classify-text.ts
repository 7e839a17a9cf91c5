import { NOT_UNDERSTOOD, type Understanding } from "../status";
import { carrierRules } from "./carrier-rules";
import { LANGUAGES } from "./languages/all";
import { normaliseText } from "./normalise-text";
import type { LanguageRules, TextRule } from "./text-rule";

const VERSION = 1;

/** How many of the text's words belong to a language. */
function affinity(words: readonly string[], language: LanguageRules): number {
  let count = 0;
  for (const word of words) if (language.words.has(word)) count += 1;
  return count;
}

/** The languages the text may be in: those that know most of its words (all, when none knows one). */
function likelyLanguages(text: string): readonly LanguageRules[] {
  const words = text.split(" ");
  const scored = LANGUAGES.map((language) => ({ language, score: affinity(words, language) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ language }) => language);
}

function firstRule(rules: readonly TextRule[], text: string): TextRule | null {
  return rules.find(([, , when, unless]) => when.test(text) && !unless?.test(text)) ?? null;
}

function understood(rule: TextRule, name: string): Understanding {
  const [status, detail] = rule;
  return status === "UNKNOWN" ? NOT_UNDERSTOOD : { status, detail, mapping: `text/${name}@${VERSION}` };
}

/**
 * What a scan's text says, or `NOT_UNDERSTOOD` where that is not sure. Reads English, German, French, Spanish,
 * Italian, Dutch and Portuguese; text in two languages that disagree is not understood.
 *
 * @param text the scan as the carrier wrote it, any length, any markup.
 * @param carrier the carrier's code where known: the same words can mean different things to different carriers.
 */
export function classifyText(text: string, carrier: string | null = null): Understanding {
  const normal = normaliseText(text);
  if (normal === "") return NOT_UNDERSTOOD;
  const own = firstRule(carrierRules(carrier), normal);
  if (own !== null) return understood(own, carrier ?? "");
  const answers = likelyLanguages(normal)
    .map((language) => {
      const rule = firstRule(language.rules, normal.replace(language.hypothetical, " ").replace(/ {2,}/g, " ").trim());
      return rule === null ? null : { status: rule[0], answer: understood(rule, language.code) };
    })
    .filter((answer) => answer !== null);
  const [first] = answers;
  if (first === undefined) return NOT_UNDERSTOOD;
  return answers.every(({ status }) => status === first.status) ? first.answer : NOT_UNDERSTOOD;
}

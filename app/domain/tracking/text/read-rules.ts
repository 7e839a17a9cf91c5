import { NOT_UNDERSTOOD, type TrackingStatus, type Understanding } from "../status";
import { carrierRules } from "./carrier-rules";
import { likelyLanguages } from "./likely-languages";
import { tellsOfNoDelivery } from "./no-delivery";
import { shortLabel } from "./short-labels";
import { withoutConditions, type LanguageRules, type TextRule } from "./text-rule";

const VERSION = 2;

/** What the rules say of a text. */
export interface RuleReading {
  understanding: Understanding;
  /**
   * A rule of the carrier's own or a label's whole text decides; another rule counts; without any there is nothing to weigh,
   * and what hangs on a condition is not to be guessed.
   */
  force: "decides" | "counts" | "nothing" | "conditional";
}

const NOTHING: RuleReading = { understanding: NOT_UNDERSTOOD, force: "nothing" };

function firstRule(rules: readonly TextRule[], text: string): TextRule | null {
  return rules.find(([, , when, unless]) => when.test(text) && !unless?.test(text)) ?? null;
}

/** A rule's answer. A delivery that is denied is none, and says nothing else either. */
function readingOf(rule: TextRule, name: string, text: string): RuleReading {
  const [status, detail] = rule;
  if (status === "DELIVERED" && tellsOfNoDelivery(text)) return NOTHING;
  return { understanding: status === "UNKNOWN" ? NOT_UNDERSTOOD : { status, detail, mapping: `text/${name}@${VERSION}` }, force: "counts" };
}

function readIn(language: LanguageRules, text: string): TextRule | null {
  return firstRule(language.rules, withoutConditions(text, language));
}

/** What the likeliest languages say; null when none says anything, `NOTHING` when they disagree. */
function readWhole(text: string): RuleReading | null {
  for (const languages of likelyLanguages(text)) {
    const answers = languages
      .map((language) => {
        const rule = readIn(language, text);
        return rule === null ? null : { status: rule[0], reading: readingOf(rule, language.code, text) };
      })
      .filter((answer) => answer !== null);
    const [first] = answers;
    if (first === undefined) continue;
    return answers.every(({ status }) => status === first.status) ? first.reading : NOTHING;
  }
  return null;
}

/** Where a whole text says nothing, one of its clauses may say where the shipment is; never that its way has ended. */
const BY_CLAUSE: ReadonlySet<TrackingStatus> = new Set(["PRE_TRANSIT", "IN_TRANSIT"]);

/**
 * Clauses that know something and agree ("Arrived at the depot, will be sent soon"); otherwise not understood.
 * A text with a condition is left alone: which clauses hang on it cannot be told.
 */
function readByClause(text: string): RuleReading {
  if (likelyLanguages(text)[0]?.every(({ hypothetical }) => text.search(hypothetical) >= 0)) return { ...NOTHING, force: "conditional" };
  const clauses = text.split(/ [.,] |\band (?:it )?will\b|\bund wird\b|\bet sera\b|\be sara\b|\by sera\b|\be sera\b|\ben wordt\b/).filter((clause) => clause.trim() !== "");
  if (clauses.length < 2) return NOTHING;
  const answers = clauses.map((clause) => readWhole(clause.trim())).filter((answer) => answer !== null);
  const [first] = answers;
  if (first === undefined || !BY_CLAUSE.has(first.understanding.status)) return NOTHING;
  return answers.every(({ understanding }) => understanding.status === first.understanding.status) ? first : NOTHING;
}

/** Reads a text in its normal form by the rules of the carrier, of labels and of the seven languages. */
export function readByRules(normalText: string, carrier: string | null): RuleReading {
  const own = firstRule(carrierRules(carrier), normalText);
  if (own !== null) return { ...readingOf(own, carrier ?? "", normalText), force: "decides" };
  const label = shortLabel(normalText);
  if (label !== null) return { understanding: label, force: "decides" };
  return readWhole(normalText) ?? readByClause(normalText);
}

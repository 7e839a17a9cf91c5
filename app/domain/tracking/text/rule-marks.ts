import { likelyLanguages } from "./likely-languages";
import { withoutConditions, type TextRule } from "./text-rule";

/**
 * Which rules of the likeliest languages hold for a text, whichever of them is read first: marks by which a text that no rule
 * was made for is compared with known ones. The rules say what belongs together, the known scans how much each of them weighs.
 *
 * @returns for each rule that holds its own mark and one for its status (the first that holds has another than the rest), for
 * each that only its exception keeps from holding a mark of its own, and one for a condition in the text
 */
export function ruleMarks(normalText: string): readonly string[] {
  const marks: string[] = [];
  for (const language of likelyLanguages(normalText)[0] ?? []) {
    const text = withoutConditions(normalText, language);
    if (text !== normalText) marks.push("condition");
    let rank = "first";
    for (const rule of language.rules) {
      const [status, , when, unless] = rule;
      if (!when.test(text)) continue;
      const holds = unless === undefined || !unless.test(text);
      marks.push(`${holds ? "rule" : "exception"}:${nameOf(rule)}`);
      if (!holds) continue;
      marks.push(`${rank}:${status}`);
      rank = "also";
    }
  }
  return marks;
}

/** A rule by its pattern, so that others may be added before it. */
function nameOf(rule: TextRule): string {
  return `${rule[0]}/${rule[1] ?? ""}/${rule[2].source}`;
}

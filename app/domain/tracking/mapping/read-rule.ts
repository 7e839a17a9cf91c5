import { STATUS_DETAILS } from "../details";
import { TRACKING_STATUSES } from "../status";
import { cutText, foldText } from "./fold-text";
import { MAX_CODE, MAX_TEXT } from "./limits";
import type { MappingRule, ScanMatch } from "./rule";

/** A rule as it was typed; empty fields are "". */
export interface RuleForm {
  provider: string;
  code: string;
  text: string;
  status: string;
  detail: string;
}

export type RuleFormErrors = Partial<Record<keyof RuleForm, string>>;

/** Reads which scans are meant. @param providers codes of the sources that a rule may be about */
export function readMatch(form: Pick<RuleForm, "provider" | "code" | "text">, providers: readonly string[]): { match: ScanMatch; errors: RuleFormErrors } {
  const errors: RuleFormErrors = {};
  if (!providers.includes(form.provider)) errors.provider = "Choose whose scans are meant.";
  const code = plain(form.code);
  const text = plain(form.text);
  if (code.length > MAX_CODE) errors.code = `At most ${MAX_CODE} characters.`;
  if (text.length > MAX_TEXT) errors.text = `At most ${MAX_TEXT} characters: the beginning of the text is enough, scans are compared by it.`;
  else if (text !== "" && foldText(text) === "") errors.text = "These are signs alone; enter words, or leave it empty.";
  if (code === "" && text === "") errors.code = "Enter the code, the text, or both: a rule for every scan would say nothing.";
  return { match: { provider: form.provider, code: code || null, text: text || null }, errors };
}

/** Reads a rule; every field that is wrong is named with a sentence that says what to do. */
export function readRule(form: RuleForm, providers: readonly string[]): { ok: true; rule: MappingRule } | { ok: false; errors: RuleFormErrors } {
  const { match, errors } = readMatch(form, providers);
  const status = TRACKING_STATUSES.find((each) => each === form.status);
  if (!status) errors.status = "Choose what these scans mean.";
  const detail = form.detail === "" ? null : status && STATUS_DETAILS[status].find((each) => each === form.detail);
  if (detail === undefined && status) errors.detail = "This detail does not go with the status: choose another, or none.";
  if (Object.keys(errors).length > 0 || !status || detail === undefined) return { ok: false, errors };
  return { ok: true, rule: { ...match, status, detail } };
}

/** Trimmed, with whole characters alone; signs that cannot be seen (controls, breaks) count as a space. */
function plain(value: string): string {
  return cutText(value, 2_000).replace(/\p{Cc}+/gu, " ").trim();
}

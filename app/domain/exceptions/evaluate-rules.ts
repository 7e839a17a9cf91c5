import type { Rule, RuleFinding, RuleInput, Severity } from "./rule";
import { RULES } from "./rules";

/**
 * An exception that a shipment has or had. Settled ones are given too: what a merchant has settled is not opened
 * again for the same cause, and what cleared too early (a scan that was withdrawn) is taken up again under its key.
 */
export interface KnownException {
  rule: string;
  key: string;
  /** null while it is open. */
  resolution: "cleared" | "merchant" | null;
}

export interface OpenedException {
  rule: string;
  ruleVersion: number;
  key: string;
  severity: Severity;
  reason: RuleFinding["reason"];
  /** When the cause began, milliseconds since the epoch. */
  since: number;
}

export interface RuleOutcome {
  opened: OpenedException[];
  resolved: { key: string; resolution: "cleared" }[];
  /** When to evaluate again if nothing happens; null when time alone changes nothing. */
  nextRuleAt: number | null;
  /** How many exceptions are open once this outcome is applied. */
  openCount: number;
}

/**
 * Holds every rule against a shipment. Pure and idempotent: with its own outcome applied, it opens and resolves
 * nothing more. An open exception whose rule applies no more (or not for this cause, or is gone) is cleared.
 * A shipment whose tracking the merchant stopped has no exceptions.
 */
export function evaluateRules(input: RuleInput, known: readonly KnownException[], rules: readonly Rule[] = RULES): RuleOutcome {
  const stopped = input.shipment.trackingState === "stopped";
  const found = stopped ? [] : rules.flatMap((rule) => findingOf(rule, input));
  const settled = new Set(known.filter((each) => each.resolution === "merchant").map((each) => each.key));
  const open = new Set(known.filter((each) => each.resolution === null).map((each) => each.key));

  const applying = new Set(found.map((each) => each.key));
  const opened = found.filter((each) => !open.has(each.key) && !settled.has(each.key));
  const resolved = [...open].filter((key) => !applying.has(key)).map((key) => ({ key, resolution: "cleared" as const }));
  const checks = stopped ? [] : rules.map((rule) => rule.nextCheckAt(input)).filter((at): at is number => at !== null);
  return {
    opened,
    resolved,
    nextRuleAt: checks.length > 0 ? Math.min(...checks) : null,
    openCount: open.size - resolved.length + opened.length,
  };
}

function findingOf(rule: Rule, input: RuleInput): OpenedException[] {
  const finding = rule.check(input);
  if (!finding) return [];
  return [
    {
      rule: rule.code,
      ruleVersion: rule.version,
      key: exceptionKey(rule.code, finding.since),
      severity: finding.severity ?? rule.severity,
      reason: finding.reason,
      since: finding.since,
    },
  ];
}

/** One key per rule and cause. @param since milliseconds since the epoch */
export function exceptionKey(rule: string, since: number): string {
  return `${rule}:${new Date(since).toISOString()}`;
}

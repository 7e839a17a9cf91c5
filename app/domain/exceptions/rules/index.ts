import type { Rule } from "../rule";
import { carrierException } from "./carrier-exception";
import { endedUndelivered } from "./ended-undelivered";
import { labelWithoutScan } from "./label-without-scan";
import { stuckInTransit } from "./stuck-in-transit";

/** Every built-in rule. Adding one is a file here and a line: see docs/add-a-rule.md. */
export const RULES: readonly Rule[] = [labelWithoutScan, stuckInTransit, carrierException, endedUndelivered];

/** A rule by its code; null for one that is no more (stored exceptions outlive rules). */
export function findRule(code: string): Rule | null {
  return RULES.find((rule) => rule.code === code) ?? null;
}

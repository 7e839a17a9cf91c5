import { MAX_ENDED, MAX_RULES } from "./limits";
import { inForce, matchKey, sameReading, type MappingEntry, type MappingRule, type Reading, type ScanMatch } from "./rule";

/** One change of a mapping: these scans are read so from then on; null gives them back to the built-in mapping. */
export interface RuleChange {
  match: ScanMatch;
  to: Reading | null;
}

/** A change with what it took the place of, as a version's history tells it. */
export interface RecordedChange extends RuleChange {
  before: Reading | null;
}

/** How far a change reaches: scans heard of from an instant on (milliseconds since the epoch), or all there ever were. */
export type Reach = { from: number } | "history";

/**
 * The entries after some changes. Reaching from an instant on, what was in force ends there and still reads the scans
 * before it; reaching into history, nothing of it is left. Other rules stay as they are.
 * @param version the number of the version that the result belongs to
 */
export function applyChanges(entries: readonly MappingEntry[], changes: readonly RuleChange[], reach: Reach, version: number): MappingEntry[] {
  const changed = new Map(changes.map((change) => [matchKey(change.match), change]));
  const from = reach === "history" ? null : reach.from;
  const kept = entries.flatMap((entry) => {
    if (!changed.has(matchKey(entry))) return [entry];
    if (from === null) return [];
    if (entry.until !== null) return [entry];
    // An entry that would end where it begins reads nothing.
    return entry.from !== null && entry.from >= from ? [] : [{ ...entry, until: from }];
  });
  const added = [...changed.values()].flatMap(({ match, to }) => (to === null ? [] : [{ ...match, ...to, from, until: null, version }]));
  return [...kept, ...added];
}

/**
 * Those of the changes that change something, each with what is in force now; a rule that is in force but does not
 * reach into history is changed by being read into it.
 */
export function effectiveChanges(entries: readonly MappingEntry[], changes: readonly RuleChange[], reach: "now" | "history"): RecordedChange[] {
  const rules = new Map(inForce(entries).map((entry) => [matchKey(entry), entry]));
  const bounded = new Set(entries.filter((entry) => entry.from !== null || entry.until !== null).map(matchKey));
  return changes.flatMap((change) => {
    const key = matchKey(change.match);
    const now = rules.get(key) ?? null;
    if (sameReading(now, change.to) && !(reach === "history" && bounded.has(key))) return [];
    return [{ ...change, before: now && { status: now.status, detail: now.detail } }];
  });
}

/** The changes that lead from the rules in force to others: how an earlier version is gone back to. */
export function changesTo(entries: readonly MappingEntry[], wanted: readonly MappingRule[]): RuleChange[] {
  const rules = new Map(inForce(entries).map((entry) => [matchKey(entry), entry]));
  const target = new Map(wanted.map((rule) => [matchKey(rule), rule]));
  const gone = [...rules].filter(([key]) => !target.has(key)).map(([, rule]) => ({ match: matchOf(rule), to: null }));
  const set = [...target]
    .filter(([key, rule]) => !sameReading(rules.get(key) ?? null, rule))
    .map(([, rule]) => ({ match: matchOf(rule), to: { status: rule.status, detail: rule.detail } }));
  return [...gone, ...set];
}

/** Why these entries cannot be kept, as a sentence that says what to do; null when they can. */
export function tooMany(entries: readonly MappingEntry[]): string | null {
  const rules = inForce(entries).length;
  if (rules > MAX_RULES) return `A shop can have ${MAX_RULES} rules. Remove some that are not needed any more first.`;
  if (entries.length - rules > MAX_ENDED) return "Too many changes have left their past as it was. Use this one with “Use and replay history”.";
  return null;
}

function matchOf({ provider, code, text }: ScanMatch): ScanMatch {
  return { provider, code, text };
}

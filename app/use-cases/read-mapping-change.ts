import { hasScansOf } from "~/db/seen-codes.server";
import { latestVersion, versionByNumber } from "~/db/mapping-versions.server";
import { changesTo, type RuleChange } from "~/domain/tracking/mapping/change";
import { readMatch, readRule, type RuleFormErrors } from "~/domain/tracking/mapping/read-rule";
import { inForce, matchKey } from "~/domain/tracking/mapping/rule";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/** What the mapping page's forms send; fields that a kind does not need may be absent. */
export interface MappingForm {
  /** set: read scans so. remove: give them back to the built-in mapping. revert: take up an earlier version's rules again. */
  kind?: string;
  provider?: string;
  code?: string;
  text?: string;
  status?: string;
  detail?: string;
  /** The version to go back to; 0 is the built-in mapping alone. */
  version?: string;
}

/** Reads which change a merchant means; what is wrong is told by field and loses nothing. */
export async function readMappingChange(
  context: UseCaseContext,
  input: { shopId: string; form: MappingForm },
): Promise<FormResult<{ changes: RuleChange[]; revertsTo?: number }>> {
  const { shopId, form } = input;
  const rule = { provider: form.provider ?? "", code: form.code ?? "", text: form.text ?? "", status: form.status ?? "", detail: form.detail ?? "" };
  switch (form.kind) {
    case "set": {
      const read = readRule(rule, await providersFor(context, shopId, rule.provider));
      if (!read.ok) return { ok: false, errors: named(read.errors) };
      const { status, detail, ...match } = read.rule;
      return { ok: true, changes: [{ match, to: { status, detail } }] };
    }
    case "remove": {
      const { match } = readMatch(rule, [rule.provider]);
      const rules = inForce((await latestVersion(context.db.prisma, shopId))?.entries ?? []);
      if (!rules.some((each) => matchKey(each) === matchKey(match))) return refused("This rule is not there any more.");
      return { ok: true, changes: [{ match, to: null }] };
    }
    case "revert":
      return readRevert(context, shopId, Number(form.version));
    default:
      return refused("That could not be understood.");
  }
}

/** Versions are counted in a column of 32 bits. */
const MOST_VERSIONS = 2_147_483_647;

async function readRevert(context: UseCaseContext, shopId: string, number: number): Promise<FormResult<{ changes: RuleChange[]; revertsTo: number }>> {
  const wanted = number === 0 ? [] : Number.isInteger(number) && number > 0 && number <= MOST_VERSIONS && (await versionByNumber(context.db.prisma, shopId, number))?.entries;
  if (!wanted) return refused("There is no such version.");
  const current = await latestVersion(context.db.prisma, shopId);
  const changes = changesTo(current?.entries ?? [], inForce(wanted));
  if (changes.length === 0) return refused("The rules are the same as they were then.");
  return { ok: true, changes, revertsTo: number };
}

/** Sources that a rule may be about: all that Milepost can hear, and any other that the shop has scans of. What is added by hand is nobody's code. */
async function providersFor(context: UseCaseContext, shopId: string, provider: string): Promise<string[]> {
  const known = [...context.carriers.all.map((adapter) => adapter.code), "shopify"];
  if (provider === "manual" || known.includes(provider) || !/^[\w.-]{1,64}$/.test(provider)) return known;
  return (await hasScansOf(context.db.prisma, shopId, provider)) ? [...known, provider] : known;
}

function named(errors: RuleFormErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter((each): each is [string, string] => each[1] !== undefined));
}

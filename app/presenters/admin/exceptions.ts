import { listExceptions, openByRule } from "~/db/admin-exceptions.server";
import type { Tx } from "~/db/database.server";
import { RULES } from "~/domain/exceptions/rules";

import type { CarrierNames } from "./carrier-name";
import { exceptionItem } from "./exception-item";

const PAGE_SIZE = 25;

/** The exceptions page: open ones by urgency, or those that were resolved; narrowed by rule. */
export async function presentExceptions(tx: Tx, input: { shopId: string; names: CarrierNames; params: URLSearchParams; now: number }) {
  const state = input.params.get("state") === "resolved" ? "resolved" : "open";
  const rules = input.params.getAll("rule").filter((code) => RULES.some((rule) => rule.code === code));
  const page = Math.min(Math.max(Number.parseInt(input.params.get("page") ?? "1", 10) || 1, 1), 10_000);
  const { rows, hasNext } = await listExceptions(tx, input.shopId, { state, rules, page, size: PAGE_SIZE });
  const counts = await openByRule(tx, input.shopId);
  return {
    now: new Date(input.now).toISOString(),
    state,
    rules: RULES.map((rule) => ({ code: rule.code, name: rule.name, open: counts[rule.code] ?? 0, chosen: rules.includes(rule.code) })),
    open: Object.values(counts).reduce((sum, count) => sum + count, 0),
    items: rows.map((row) => exceptionItem(row, input.names)),
    page,
    hasNext,
  };
}

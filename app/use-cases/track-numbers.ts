import { readLines, type PastedLine } from "~/domain/tracking/register/read-lines";
import type { RegistrationPlan } from "~/domain/tracking/register/plan";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";
import { previewRegistrations, registerShipments } from "./register-shipments";

/** What pasted lines come to; with `added`, it has been done. */
export type TrackedNumbers = FormResult<{ lines: PastedLine[]; plans: RegistrationPlan[]; added: number; completed: number }>;

/** Says what tracking these pasted numbers would do. Nothing is written. */
export async function checkNumbers(context: UseCaseContext, input: { shopId: string; pasted: string }): Promise<TrackedNumbers> {
  const read = readLines(input.pasted);
  if (!read.ok) return refused(read.problem, "numbers");
  const plans = await previewRegistrations(context, input.shopId, read.lines.map((each) => each.wanted));
  return { ok: true, lines: read.lines, plans, added: 0, completed: 0 };
}

/** Follows these pasted numbers from now on; lines that cannot be followed do not hold up the others. */
export async function trackNumbers(context: UseCaseContext, input: { shopId: string; pasted: string }): Promise<TrackedNumbers> {
  const read = readLines(input.pasted);
  if (!read.ok) return refused(read.problem, "numbers");
  const done = await registerShipments(context, input.shopId, read.lines.map((each) => each.wanted));
  return {
    ok: true,
    lines: read.lines,
    plans: done.map((each) => ("plan" in each ? each.plan : each)),
    added: done.filter((each) => each.kind === "added").length,
    completed: done.filter((each) => each.kind === "completed").length,
  };
}

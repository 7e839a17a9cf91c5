import { lockMapping } from "~/db/mapping-in-force.server";
import { queueReplays } from "~/db/mapping-scans.server";
import { insertVersion, latestVersion } from "~/db/mapping-versions.server";
import { applyChanges, effectiveChanges, tooMany, type RuleChange } from "~/domain/tracking/mapping/change";
import { cutText } from "~/domain/tracking/mapping/fold-text";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";
import { JOB_LOST_AFTER_MS } from "./replay-mapping";

export interface MappingChange {
  shopId: string;
  changes: readonly RuleChange[];
  /** Reads what came before anew as well; else only scans heard of from now on are read with it. */
  history: boolean;
  /** The version that the merchant saw: another one in force by now is not written over unseen. */
  base: number;
  note: string;
  /** Who did it, as the history of versions shows it. */
  by: string;
  revertsTo?: number;
}

const NOTE_LENGTH = 200;

/**
 * Makes a new version of a shop's mapping and puts it in force at once. With `history`, the shipments that it concerns
 * are put down to be computed anew in the same transaction, and a job begins with them: at no moment is one of them
 * computed with the new mapping as if its past were news.
 * @returns the version's number and how many shipments are computed anew
 */
export async function changeMapping(context: UseCaseContext, input: MappingChange): Promise<FormResult<{ version: number; shipments: number }>> {
  const { shopId } = input;
  const note = cutText(cutText(input.note, 4 * NOTE_LENGTH).replace(/\p{Cc}+/gu, " ").trim(), NOTE_LENGTH);
  return context.db.transaction(async (tx) => {
    await lockMapping(tx, shopId);
    const now = context.now();
    const current = await latestVersion(tx, shopId);
    const entries = current?.entries ?? [];
    if ((current?.number ?? 0) !== input.base) return refused("The mapping was changed meanwhile. Look at the preview again, then decide.");
    const changes = effectiveChanges(entries, input.changes, input.history ? "history" : "now");
    if (changes.length === 0) return refused("This changes nothing: the mapping is like that already.");
    const number = input.base + 1;
    // Computations that came before had scans heard of up to this very instant.
    const wanted = applyChanges(entries, changes, input.history ? "history" : { from: now + 1 }, number);
    const problem = tooMany(wanted);
    if (problem) return refused(problem);

    const matches = changes.map((change) => change.match);
    const waiting = input.history ? await queueReplays(tx, shopId, matches, number) : null;
    await insertVersion(tx, {
      shopId, number, entries: wanted, changes, note: note || null, createdBy: input.by, createdAt: now, revertsTo: input.revertsTo ?? null,
      replayTotal: waiting, nextDueAt: now + JOB_LOST_AFTER_MS,
    });
    if (waiting) await context.queue.send(tx, "replay-mapping", { shopId });
    return { ok: true, version: number, shipments: waiting ?? 0 };
  });
}

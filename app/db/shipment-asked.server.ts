import type { TrackingProblem } from "~/domain/tracking/event";

import type { Tx } from "./database.server";
import { numberKey } from "./shipments.server";
import { isoOf, jsonRows } from "./sql-values";

/** The longest problem that is kept, in characters. */
const MAX_PROBLEM = 300;

/**
 * Notes that a source was asked for these shipments, and what it said was wrong with each: what the shipment page shows
 * as "last asked". A source that answered leaves no problem; what is said of a further number (the last mile's) is not
 * said of the shipment's own. Where the customer's data was deleted, no words are kept.
 */
export async function noteAsked(
  tx: Tx,
  asked: readonly { id: string; numberKey: string }[],
  problems: readonly TrackingProblem[],
  answered: ReadonlySet<string>,
  now: number,
): Promise<void> {
  if (asked.length === 0) return;
  const general = problems.find((each) => each.number === null)?.message ?? null;
  const byNumber = new Map(problems.flatMap((each) => (each.number === null ? [] : [[numberKey(each.number), each.message] as const])));
  const rows = asked.map(({ id, numberKey: key }) => ({ id, number_key: key, problem: answered.has(id) ? null : (byNumber.get(key) ?? general)?.slice(0, MAX_PROBLEM) ?? null }));
  await tx.$executeRawUnsafe(
    `update shipment s set last_polled_at = $2::timestamptz,
       last_problem = case when exists (select 1 from "order" o where o.id = s.order_id and o.redacted_at is not null) then null else row.problem end
     from jsonb_to_recordset($1::jsonb) as row(id text, number_key text, problem text) where s.id = row.id and s.number_key = row.number_key`,
    jsonRows(rows),
    isoOf(now),
  );
}

import { readEventItem, readList, type EventItem } from "~/domain/api/items";

import type { UseCaseContext } from "../context";
import { cellReaders } from "../imports/cell-readers";
import { recordGivenEvents } from "../record-given-events";
import { failed, listAnswer, type ItemResult, type ListAnswer } from "./answers";

/**
 * Stores the scans of a request: each once, by its id or, without one, by its content. What is wrong with one of them
 * holds up no other.
 */
export async function postEvents(context: UseCaseContext, shopId: string, body: unknown): Promise<ListAnswer> {
  const list = readList(body, "events");
  if (!list.ok) return { ok: false, problems: list.problems };
  const results: ItemResult[] = [];
  const good: { index: number; item: EventItem }[] = [];
  for (const [index, value] of list.item.entries()) {
    const read = readEventItem(value, `events[${index}]`, cellReaders, context.now());
    if (read.ok) good.push({ index, item: read.item });
    else results.push(failed(index, value, read.problems));
  }
  const outcomes = await context.db.transaction((tx) => recordGivenEvents(context, tx, { shopId, source: "api" }, good.map((each) => each.item)));
  for (const [place, outcome] of outcomes.entries()) {
    const given = good[place];
    if (!given) continue;
    const { index, item } = given;
    if (outcome.kind === "refused") results.push(failed(index, item, [{ path: `events[${index}].number`, message: outcome.problem }]));
    else {
      results.push({
        index, status: outcome.kind === "added" ? "created" : "unchanged", number: item.number, shipment_ids: outcome.shipmentIds,
        ...(item.event.status === "UNKNOWN" ? { notes: ["not_understood"] } : {}),
      });
    }
  }
  return listAnswer(results);
}

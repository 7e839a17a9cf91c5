import { readList, readShipmentItem } from "~/domain/api/items";
import type { WantedShipment } from "~/domain/tracking/register/plan";

import type { UseCaseContext } from "../context";
import { cellReaders } from "../imports/cell-readers";
import { registerShipments, type Registration } from "../register-shipments";
import { failed, listAnswer, type ItemResult, type ListAnswer } from "./answers";

const STATUSES = { added: "created", completed: "updated", known: "unchanged" } as const;

/** Follows the numbers of a request; what is wrong with one of them holds up no other. */
export async function postShipments(context: UseCaseContext, shopId: string, body: unknown): Promise<ListAnswer> {
  const list = readList(body, "shipments");
  if (!list.ok) return { ok: false, problems: list.problems };
  const results: ItemResult[] = [];
  const good: { index: number; wanted: WantedShipment }[] = [];
  for (const [index, value] of list.item.entries()) {
    const read = readShipmentItem(value, `shipments[${index}]`, cellReaders, context.now());
    if (read.ok) good.push({ index, wanted: read.item });
    else results.push(failed(index, value, read.problems));
  }
  const done = await registerShipments(context, shopId, good.map((each) => each.wanted));
  for (const [place, each] of done.entries()) {
    const given = good[place];
    if (given) results.push(toResult(given.index, given.wanted, each, done, good.map(({ index }) => index)));
  }
  return listAnswer(results);
}

function toResult(index: number, wanted: WantedShipment, done: Registration, all: readonly Registration[], places: readonly number[]): ItemResult {
  if (done.kind === "invalid") return failed(index, wanted, [{ path: `shipments[${index}].number`, message: done.problem }]);
  if (done.kind === "repeated") {
    const first = all[done.first];
    const id = first && "id" in first ? [first.id] : [];
    return { index, status: "unchanged", number: wanted.number, shipment_ids: id, notes: [`the same number as shipments[${places[done.first] ?? done.first}]`] };
  }
  const { plan } = done;
  const carrier = plan.kind === "add" || plan.kind === "complete" ? (plan.carrier?.carrier ?? null) : undefined;
  return {
    index, status: STATUSES[done.kind], number: plan.number, shipment_ids: [done.id],
    ...(carrier === undefined ? {} : { carrier }),
    ...(plan.notes.length > 0 ? { notes: plan.notes } : {}),
  };
}

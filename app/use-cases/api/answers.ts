import type { ApiProblem } from "~/domain/api/problem";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

/** What became of one item of a request. */
export interface ItemResult {
  index: number;
  status: "created" | "updated" | "unchanged" | "failed";
  number: string | null;
  /** The shipments it concerns: one, or several that share a number. */
  shipment_ids: string[];
  carrier?: string | null;
  notes?: string[];
  errors?: ApiProblem[];
}

/** An answer with what became of every item, or what is wrong with the request as a whole. */
export type ListAnswer = { ok: true; results: ItemResult[]; summary: Record<ItemResult["status"], number> } | { ok: false; problems: ApiProblem[] };

/** Counts what became of the items. */
export function listAnswer(results: readonly ItemResult[]): ListAnswer {
  const summary = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const { status } of results) summary[status] += 1;
  return { ok: true, results: [...results].sort((a, b) => a.index - b.index), summary };
}

/** An item that could not be taken. */
export function failed(index: number, value: unknown, errors: ApiProblem[]): ItemResult {
  const said = typeof value === "object" && value !== null ? (value as { number?: unknown }).number : null;
  return { index, status: "failed", number: typeof said === "string" ? boundedText(said, LONGEST.name) : null, shipment_ids: [], errors };
}

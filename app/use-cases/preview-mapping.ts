import { affectedShipments, shipmentFacts, shipmentLabels } from "~/db/mapping-scans.server";
import { mappingsOf } from "~/db/mapping-in-force.server";
import { latestVersion } from "~/db/mapping-versions.server";
import type { Tx } from "~/db/database.server";
import { eventsOf } from "~/db/tracking-events.server";
import { computeState } from "~/domain/tracking/compute-state";
import { applyChanges, effectiveChanges, type RecordedChange, type RuleChange } from "~/domain/tracking/mapping/change";
import { isChanged, summarise, type ChangeSummary, type Comparison, type Standing } from "~/domain/tracking/mapping/compare";
import { compileMapping, readEvent } from "~/domain/tracking/mapping/shop-mapping";

import type { UseCaseContext } from "./context";

/** Most shipments that a preview computes; of more, the newest. */
export const PREVIEW_SHIPMENTS = 5_000;
const CHUNK = 500;
/** So many changed shipments are named. */
const NAMED = 20;

export interface MappingPreview extends ChangeSummary {
  /** The version that it was computed against; 0 for none. */
  base: number;
  /** Scans that the changes are about, the shipments that have them, and how many of those were looked at. */
  scans: number;
  shipments: number;
  looked: number;
  /** What it does to the rules: the first changes, and how many there are. */
  rules: { total: number; first: RecordedChange[] };
  examples: { id: string; number: string; order: string; before: Standing; after: Standing }[];
}

/**
 * What changes would do to all that a shop has: every shipment with a scan that they are about is computed with the
 * mapping as it is and as it would be. Nothing is stored and nobody is told.
 */
export async function previewMapping(
  context: UseCaseContext,
  input: { shopId: string; changes: readonly RuleChange[] },
  limit: number = PREVIEW_SHIPMENTS,
): Promise<MappingPreview> {
  return context.db.transaction(async (tx) => {
    const { shopId, changes } = input;
    const current = await latestVersion(tx, shopId);
    const base = current?.number ?? 0;
    const wanted = compileMapping(base + 1, applyChanges(current?.entries ?? [], changes, "history", base + 1));
    const rules = effectiveChanges(current?.entries ?? [], changes, "history");
    const affected = await affectedShipments(tx, shopId, changes.map((change) => change.match), limit);
    const comparisons: Comparison[] = [];
    for (let start = 0; start < affected.ids.length; start += CHUNK) {
      comparisons.push(...(await compareChunk(tx, shopId, affected.ids.slice(start, start + CHUNK), (event) => readEvent(event, wanted))));
    }
    const changed = comparisons.filter(isChanged);
    const named = changed.slice(0, NAMED);
    const labels = await shipmentLabels(tx, shopId, named.map((each) => each.id));
    return {
      base,
      scans: affected.scans,
      shipments: affected.shipments,
      looked: affected.ids.length,
      ...summarise(comparisons),
      rules: { total: rules.length, first: rules.slice(0, NAMED) },
      examples: named.map((each) => ({ ...each, number: labels.get(each.id)?.number ?? "", order: labels.get(each.id)?.order ?? "" })),
    };
  });
}

async function compareChunk(tx: Tx, shopId: string, ids: readonly string[], asWanted: (event: Parameters<typeof readEvent>[0]) => ReturnType<typeof readEvent>): Promise<Comparison[]> {
  const facts = new Map((await shipmentFacts(tx, shopId, ids)).map((each) => [each.id, each.facts]));
  const builtIn = await eventsOf(tx, ids, new Map());
  const mapping = (await mappingsOf(tx, [shopId])).get(shopId)?.mapping;
  return ids.flatMap((id) => {
    const known = facts.get(id);
    if (!known) return [];
    const events = builtIn.get(id) ?? [];
    const before = computeState(known, mapping ? events.map((event) => readEvent(event, mapping)) : events);
    const after = computeState(known, events.map(asWanted));
    return [{ id, before: { status: before.status, detail: before.detail }, after: { status: after.status, detail: after.detail } }];
  });
}

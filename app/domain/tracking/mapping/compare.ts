import type { ShipmentStatus, TrackingDetail } from "../status";

/** Where a shipment stands. */
export interface Standing {
  status: ShipmentStatus;
  detail: TrackingDetail | null;
}

/** One shipment read with two mappings. */
export interface Comparison {
  id: string;
  before: Standing;
  after: Standing;
}

/** What a change does to shipments. */
export interface ChangeSummary {
  /** Shipments whose status or detail changes. */
  changed: number;
  /** The same by status, the most frequent first; a change of the detail alone has the same status twice. */
  moves: { from: ShipmentStatus; to: ShipmentStatus; count: number }[];
  /** Shipments that become delivered, and that are delivered no more. */
  becomeDelivered: number;
  noLongerDelivered: number;
}

/** Whether a shipment is read differently afterwards. */
export function isChanged({ before, after }: Comparison): boolean {
  return before.status !== after.status || before.detail !== after.detail;
}

/** Counts what changes. Pure; the order of the shipments does not matter. */
export function summarise(comparisons: readonly Comparison[]): ChangeSummary {
  const changed = comparisons.filter(isChanged);
  const moves = new Map<string, ChangeSummary["moves"][number]>();
  for (const { before, after } of changed) {
    const key = `${before.status} ${after.status}`;
    const move = moves.get(key) ?? { from: before.status, to: after.status, count: 0 };
    move.count += 1;
    moves.set(key, move);
  }
  return {
    changed: changed.length,
    moves: [...moves].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, move]) => move),
    becomeDelivered: changed.filter((each) => each.after.status === "DELIVERED" && each.before.status !== "DELIVERED").length,
    noLongerDelivered: changed.filter((each) => each.before.status === "DELIVERED" && each.after.status !== "DELIVERED").length,
  };
}

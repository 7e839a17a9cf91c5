import type { EventSource, TrackingEvent } from "./event";
import { inOrder, isInFuture, isUndated } from "./order-events";
import type { ShipmentState } from "./shipment-state";
import type { ShipmentStatus } from "./status";

/** What one source says of a shipment by its newest scan. */
export interface SourceWord {
  source: EventSource;
  provider: string;
  /** The scan that says it; null when none of its scans was understood. */
  latest: TrackingEvent | null;
  scans: number;
  /** When Milepost last heard something new of it, milliseconds since the epoch. */
  heardAt: number;
  /**
   * decides: the status stands on its scan; agrees: it says the same; silent: it says nothing understood;
   * behind: it says something older than the deciding scan; differs: it says something else and is not believed.
   */
  stand: "decides" | "agrees" | "behind" | "differs" | "silent";
}

/** Who said what of a shipment: one line for each source, the one that decides first, then the one heard of last. */
export function whoSaidWhat(events: readonly TrackingEvent[], state: Pick<ShipmentState, "status" | "decidedBy" | "notes">): SourceWord[] {
  const groups = Map.groupBy(events, (event) => `${event.source} ${event.provider}`);
  return [...groups.values()]
    .map((scans) => wordOf(scans, state))
    .sort((a, b) => Number(b.stand === "decides") - Number(a.stand === "decides") || b.heardAt - a.heardAt || (a.provider < b.provider ? -1 : 1));
}

function wordOf(scans: readonly TrackingEvent[], state: Pick<ShipmentState, "status" | "decidedBy" | "notes">): SourceWord {
  const understood = scans.filter((event) => event.status !== "UNKNOWN" && !event.withdraws && !isInFuture(event));
  // A scan without a time that the shipment was past already is nobody's newest word, unless it is the only one.
  const past = new Set(state.notes.filter((note) => note.kind === "undated").map((note) => note.eventKey));
  const latest = inOrder(understood).findLast((event) => !past.has(event.key)) ?? inOrder(understood).at(-1) ?? null;
  const [first] = scans as readonly [TrackingEvent, ...TrackingEvent[]];
  return {
    source: first.source,
    provider: first.provider,
    latest,
    scans: scans.length,
    heardAt: Math.max(...scans.map((event) => event.receivedAt)),
    stand: standOf(scans, latest, state),
  };
}

function standOf(scans: readonly TrackingEvent[], latest: TrackingEvent | null, { status, decidedBy }: Pick<ShipmentState, "status" | "decidedBy">): SourceWord["stand"] {
  if (decidedBy && scans.some((event) => event.key === decidedBy.key)) return "decides";
  if (!latest) return "silent";
  if (latest.status === status || isReturned(latest, status)) return "agrees";
  return decidedBy && (isUndated(latest) || latest.time.at < decidedBy.time.at) ? "behind" : "differs";
}

/** Delivered to the sender is what a return's end is called by sources that do not tell the legs apart. */
function isReturned(latest: TrackingEvent, status: ShipmentStatus): boolean {
  return status === "RETURNED" && latest.status === "DELIVERED";
}

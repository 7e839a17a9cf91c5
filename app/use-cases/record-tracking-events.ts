import type { Tx } from "~/db/database.server";
import { mappingsOf } from "~/db/mapping-in-force.server";
import { eventWithoutWords, redactedKey } from "~/db/privacy/redacted-values";
import { makeNumbersDue } from "~/db/shipment-numbers.server";
import { shopsOfShipments } from "~/db/shipment-shops.server";
import { countUnmapped, insertEvents, type NewEvent } from "~/db/tracking-events.server";
import type { DeliveryEstimate, EventSource, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";
import { eventKey } from "~/domain/tracking/event-key";
import { readEvent, type ShopMapping } from "~/domain/tracking/mapping/shop-mapping";
import { boundedEvent } from "~/domain/tracking/text/bounded-event";

import { advanceShipments, type AdvanceHint } from "./advance-shipments";
import type { UseCaseContext } from "./context";
import { noteNextNumbers } from "./last-mile";

/** Scans of one shipment from one source. */
export interface Observation {
  shipmentId: string;
  source: EventSource;
  provider: string;
  /** The carrier that made the scans, where an aggregator told. */
  carrier?: string | null;
  events: readonly ParsedEvent[];
  /** The source's estimate; undefined when it said nothing of one. */
  estimate?: DeliveryEstimate | null;
  /** Set when the source was asked: an answer without news counts as silence, a problem as failure. */
  polled?: "answer" | "problem";
  /** The number under which another carrier goes on, when the source told of one. */
  nextNumber?: ParsedShipment["nextNumber"];
}

/** Shipments in one transaction: enough to make a batch cheap, few enough to hold locks shortly. */
const BATCH = 250;

/**
 * Stores scans (append-only, each once) and computes every shipment they belong to anew, with all that follows.
 * Any number of shipments and sources at once; with `tx` in the caller's transaction, else in batches of its own.
 * @returns how many scans were new
 */
export async function recordTrackingEvents(
  context: UseCaseContext,
  observations: readonly Observation[],
  tx?: Tx,
): Promise<{ added: number; shipments: number }> {
  if (tx) return recordBatch(context, tx, observations);
  const total = { added: 0, shipments: 0 };
  for (let start = 0; start < observations.length; start += BATCH) {
    const batch = observations.slice(start, start + BATCH);
    const done = await context.db.transaction((own) => recordBatch(context, own, batch));
    total.added += done.added;
    total.shipments += done.shipments;
  }
  return total;
}

async function recordBatch(context: UseCaseContext, tx: Tx, observations: readonly Observation[]) {
  const receivedAt = context.now();
  const shops = await shopsOfShipments(tx, observations.map((each) => each.shipmentId));
  // Where a customer's data was deleted no words are kept, so that the shop's own mapping has to read them now.
  const mappings = await mappingsOf(tx, [...shops.values()].filter((shop) => shop.redacted).map((shop) => shop.shopId));
  const rows = new Map<string, NewEvent>();
  for (const { shipmentId, events, ...from } of observations) {
    const shop = shops.get(shipmentId);
    // A shipment that was deleted meanwhile (shop/redact) has nobody to tell.
    if (!shop) continue;
    const reading = shop.redacted ? (mappings.get(shop.shopId)?.mapping ?? null) : null;
    for (const said of events.map(boundedEvent)) {
      const saidKey = eventKey(from.provider, said);
      const key = shop.redacted ? redactedKey(from.source, saidKey) : saidKey;
      const event = shop.redacted ? eventWithoutWords(from.source, read(said, { ...from, key, receivedAt }, reading)) : said;
      rows.set(`${shipmentId} ${key}`, {
        shopId: shop.shopId, shipmentId, key, source: from.source, provider: from.provider, carrier: from.carrier ?? null, receivedAt, event,
      });
    }
  }
  const inserted = await insertEvents(tx, [...rows.values()]);
  const isNew = new Set(inserted.map((row) => `${row.shipmentId} ${row.key}`));
  // Without words there is nothing to map.
  await countUnmapped(tx, [...rows].filter(([key, row]) => isNew.has(key) && !shops.get(row.shipmentId)?.redacted).map(([, row]) => row));

  const hints = new Map<string, AdvanceHint>();
  const news = Map.groupBy(inserted, (row) => row.shipmentId);
  for (const each of observations) {
    const hint = hints.get(each.shipmentId) ?? { added: news.get(each.shipmentId)?.map((row) => row.key) };
    if (each.estimate !== undefined && each.estimate !== null) Object.assign(hint, { estimate: each.estimate, estimateSource: each.source });
    if (news.has(each.shipmentId)) hint.polled = "news";
    else if (each.polled === "problem") hint.polled = "problem";
    else if (each.polled === "answer") hint.polled = "nothing";
    hints.set(each.shipmentId, hint);
  }
  const swapped = await noteNextNumbers(tx, observations, receivedAt);
  const advanced = await advanceShipments(context, tx, [...hints.keys()], hints);
  await makeNumbersDue(tx, swapped, receivedAt);
  return { added: inserted.length, shipments: advanced.length };
}

/** A scan as the shop's own mapping reads it. */
function read(event: ParsedEvent, more: { source: EventSource; provider: string; carrier?: string | null; key: string; receivedAt: number }, mapping: ShopMapping | null): ParsedEvent {
  if (!mapping) return event;
  const { status, detail, mapping: name, returnLeg } = readEvent({ ...event, ...more, carrier: more.carrier ?? null }, mapping);
  return { ...event, status, detail, mapping: name, returnLeg };
}

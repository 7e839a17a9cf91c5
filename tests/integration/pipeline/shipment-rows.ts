import { randomUUID } from "node:crypto";

import type { Database } from "~/db/database.server";
import type { ParsedEvent } from "~/domain/tracking/event";
import type { TrackingStatus } from "~/domain/tracking/status";
import type { CarrierAdapter } from "~/integrations/carriers/port";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 10, 5, 12);

/** A shop with one order and one fulfillment of as many shipments as there are numbers. */
export async function makeFulfillment(db: Database, numbers: readonly string[], more: { shippedAt?: number; direction?: "out" | "return"; carrier?: string } = {}) {
  const [shopId, orderId, fulfillmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(more.shippedAt ?? START);
  await db.prisma.shop.create({ data: { id: shopId, domain: `${shopId}.myshopify.com`, installedAt: at } });
  await db.prisma.order.create({ data: { id: orderId, shopId, gid: `gid://${orderId}`, name: "#1", nameKey: "1", processedAt: at, sourceUpdatedAt: at, email: "sealed" } });
  await db.prisma.fulfillment.create({ data: { id: fulfillmentId, shopId, orderId, gid: `gid://${fulfillmentId}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at } });
  const ids: string[] = [];
  for (const number of numbers) {
    const id = randomUUID();
    const back = more.direction === "return";
    await db.prisma.shipment.create({
      data: { id, shopId, orderId, fulfillmentId: back ? null : fulfillmentId, direction: more.direction ?? "out", number, numberKey: number, carrier: more.carrier ?? "ups", shippedAt: at, createdAt: at, updatedAt: at },
    });
    ids.push(id);
  }
  return { shopId, orderId, fulfillmentId, ids, id: ids[0] as string };
}

/** One scan, `hours` after the start. */
export function scan(status: TrackingStatus, hours: number, more: Partial<ParsedEvent> = {}): ParsedEvent {
  return {
    time: { at: START + hours * HOUR, certainty: "exact", zone: null, said: null },
    status, detail: null, mapping: "test@1", code: status.slice(0, 2), text: status, place: null,
    sourceEventId: null, returnLeg: false, withdraws: false, raw: { status }, ...more,
  };
}

/** A provider that answers as it is told to, and notes what it was asked for. */
export function fakeProvider(code: string, kind: CarrierAdapter["kind"], answer: (number: string) => ParsedEvent[] | null): CarrierAdapter & { asked: string[]; registered: string[] } {
  const asked: string[] = [];
  const registered: string[] = [];
  return {
    code, name: code, kind, asked, registered, aliases: [], credentials: [], limits: { batch: 10, perSecond: 10, perDay: null },
    parse: () => ({ shipments: [], problems: [] }),
    explain: () => ({ status: "UNKNOWN", detail: null, mapping: null, confidence: 0 }) as never,
    async track(queries) {
      asked.push(...queries.map((query) => query.number));
      const shipments = queries.flatMap((query) => {
        const events = answer(query.number);
        return events === null ? [] : [{ number: query.number, summary: null, events, estimate: null, carrier: null, service: null, originCountry: null, destinationCountry: null, nextNumber: null }];
      });
      return { shipments, problems: [] };
    },
    ...(kind === "aggregator"
      ? {
          async register(queries) {
            registered.push(...queries.map((query) => query.number));
            return { accepted: queries.map((query) => ({ number: query.number, carrier: query.carrier })), problems: [] };
          },
        }
      : {}),
    test: async () => ({ ok: true, message: "" }),
  };
}

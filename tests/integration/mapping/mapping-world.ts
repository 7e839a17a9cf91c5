import { randomUUID } from "node:crypto";

import type { Database } from "~/db/database.server";
import type { ParsedEvent } from "~/domain/tracking/event";
import type { RuleChange } from "~/domain/tracking/mapping/change";
import type { TrackingStatus } from "~/domain/tracking/status";
import { changeMapping } from "~/use-cases/change-mapping";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { replayMapping } from "~/use-cases/replay-mapping";
import { testContext } from "~tests/setup/test-context";

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 10, 5, 12);

/** A shop whose shipments are followed by UPS, and a clock in the test's hands. */
export async function makeWorld(db: Database) {
  const clock = { now: START + 30 * HOUR };
  const context = testContext(db, clock);
  const shopId = randomUUID();
  const at = new Date(START);
  await db.prisma.shop.create({ data: { id: shopId, domain: `${shopId}.myshopify.com`, installedAt: at } });

  const ship = async (...events: ParsedEvent[]) => {
    const [orderId, fulfillmentId, id] = [randomUUID(), randomUUID(), randomUUID()];
    await db.prisma.order.create({ data: { id: orderId, shopId, gid: `gid://${orderId}`, name: "#1", nameKey: "1", processedAt: at, sourceUpdatedAt: at, email: "sealed" } });
    await db.prisma.fulfillment.create({ data: { id: fulfillmentId, shopId, orderId, gid: `gid://${fulfillmentId}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at } });
    await db.prisma.shipment.create({ data: { id, shopId, orderId, fulfillmentId, number: "1Z1", numberKey: "1Z1", carrier: "ups", shippedAt: at, createdAt: at, updatedAt: at } });
    await record(id, ...events);
    return id;
  };
  const record = (id: string, ...events: ParsedEvent[]) =>
    recordTrackingEvents(context, [{ shipmentId: id, source: "carrier", provider: "ups", events, polled: "answer" }]);

  return {
    db, clock, context, shopId, ship, record,
    stored: (id: string) => db.prisma.shipment.findUniqueOrThrow({ where: { id } }),
    statusOf: async (id: string) => (await db.prisma.shipment.findUniqueOrThrow({ where: { id } })).status,
    messages: () => db.prisma.notification.findMany({ where: { shopId }, orderBy: { key: "asc" } }),
    writeBacks: () => db.prisma.writeBack.findMany({ where: { shopId }, orderBy: { key: "asc" } }),
    latest: () => db.prisma.mappingVersion.findFirst({ where: { shopId }, orderBy: { number: "desc" } }),
    waiting: () => db.prisma.mappingReplay.count({ where: { shopId } }),
    change: async (changes: RuleChange[], history: boolean) =>
      changeMapping(context, { shopId, changes, history, base: (await db.prisma.mappingVersion.count({ where: { shopId } })), note: "", by: "staff" }),
    /** Does the shop's replay to its end, as the worker would. */
    replay: async () => {
      const before = context.jobs.length;
      await replayMapping(context, { shopId });
      while (context.jobs.splice(before).some((job) => job.name === "replay-mapping")) await replayMapping(context, { shopId });
    },
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A scan by the carrier so many hours after the start. */
export function scan(status: TrackingStatus, hours: number, more: Partial<ParsedEvent> = {}): ParsedEvent {
  return {
    time: { at: START + hours * HOUR, certainty: "exact", zone: null, said: null },
    status, detail: null, mapping: status === "UNKNOWN" ? null : "ups/codes@1", code: status.slice(0, 2), text: status, place: null,
    sourceEventId: null, returnLeg: false, withdraws: false, raw: { status }, ...more,
  };
}

/** A scan with a code that no map knows. */
export const quarked = (hours: number, more: Partial<ParsedEvent> = {}) => scan("UNKNOWN", hours, { code: "ZZ", text: "Quarked at hub", ...more });

export const rule = (status: TrackingStatus | null, match: Partial<RuleChange["match"]> = {}, detail: NonNullable<RuleChange["to"]>["detail"] = null): RuleChange => ({
  match: { provider: "ups", code: "ZZ", text: null, ...match },
  to: status && { status, detail },
});

import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import type { ParsedEvent } from "~/domain/tracking/event";
import type { TrackingStatus } from "~/domain/tracking/status";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 5, 12);
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function shipment(): Promise<{ shopId: string; id: string }> {
  const [shopId, orderId, fulfillmentId, id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(START);
  await db.prisma.shop.create({ data: { id: shopId, domain: `${shopId}.myshopify.com`, installedAt: at } });
  await db.prisma.order.create({ data: { id: orderId, shopId, gid: `gid://${orderId}`, name: "#1", nameKey: "1", processedAt: at, sourceUpdatedAt: at, email: "sealed" } });
  await db.prisma.fulfillment.create({ data: { id: fulfillmentId, shopId, orderId, gid: `gid://${fulfillmentId}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at } });
  await db.prisma.shipment.create({ data: { id, shopId, orderId, fulfillmentId, number: "1Z1", numberKey: "1Z1", carrier: "ups", shippedAt: at, createdAt: at, updatedAt: at } });
  return { shopId, id };
}

function scan(status: TrackingStatus, hours: number, more: Partial<ParsedEvent> = {}): ParsedEvent {
  return {
    time: { at: START + hours * HOUR, certainty: "exact", zone: null, said: null },
    status, detail: null, mapping: status === "UNKNOWN" ? null : "ups/codes@1", code: status.slice(0, 2), text: status, place: null,
    sourceEventId: null, returnLeg: false, withdraws: false, raw: { status }, ...more,
  };
}

const clock = { now: START + 30 * HOUR };
const record = (context: ReturnType<typeof testContext>, id: string, events: ParsedEvent[]) =>
  recordTrackingEvents(context, [{ shipmentId: id, source: "carrier", provider: "ups", events, polled: "answer" }]);
const stored = (id: string) => db.prisma.shipment.findUniqueOrThrow({ where: { id } });

describe("recording scans", () => {
  it("stores each scan once, computes the state, and decides messages and write-backs with their jobs", async () => {
    const context = testContext(db, clock);
    const { id } = await shipment();
    const events = [scan("PRE_TRANSIT", 0), scan("IN_TRANSIT", 6), scan("OUT_FOR_DELIVERY", 29)];
    expect(await record(context, id, events)).toEqual({ added: 3, shipments: 1 });
    expect(await record(context, id, events)).toEqual({ added: 0, shipments: 1 });
    expect(await stored(id)).toMatchObject({ status: "OUT_FOR_DELIVERY", eventCount: 3, trackingState: "tracking" });
    const messages = await db.prisma.notification.findMany({ where: { shipmentId: id } });
    expect(messages.map((message) => message.trigger).sort()).toEqual(["out_for_delivery", "shipped"]);
    expect(context.jobs.filter((job) => job.name === "send-notification")).toHaveLength(2);
    const writeBacks = await db.prisma.writeBack.findMany({ where: { shipmentId: id } });
    expect(writeBacks.map((each) => each.status)).toEqual(["OUT_FOR_DELIVERY"]);
    expect(context.jobs.filter((job) => job.name === "write-back")).toHaveLength(1);
  });

  it("keeps, counts and lists codes that no map knows, and does not let them decide", async () => {
    const context = testContext(db, clock);
    const { id, shopId } = await shipment();
    await record(context, id, [scan("IN_TRANSIT", 2), scan("UNKNOWN", 3, { code: "ZZ", text: "Quarked" }), scan("UNKNOWN", 4, { code: "ZZ", text: "Quarked" })]);
    expect((await stored(id)).status).toBe("IN_TRANSIT");
    expect(await db.prisma.unmappedCode.findMany({ where: { shopId } })).toMatchObject([{ provider: "ups", code: "ZZ", text: "Quarked", count: 2 }]);
  });

  it("stores scans with characters that no database takes, and those beside them", async () => {
    const { id } = await shipment();
    const context = testContext(db, clock);
    const odd = ["half \ud83d", "nul \u0000", "\udc00", "a \\u0000 that is written out", "whole 😀"];
    await record(context, id, odd.map((text, index) => scan("UNKNOWN", index, { code: `C${index}`, text, raw: { [text]: text } })));
    await record(context, id, [scan("IN_TRANSIT", 9, { text: `${"x".repeat(254)}😀` })]);
    const rows = await db.prisma.trackingEvent.findMany({ where: { shipmentId: id }, orderBy: { at: "asc" } });
    expect(rows.slice(0, 5).map((row) => row.text)).toEqual(["half \ufffd", "nul \ufffd", "\ufffd", "a \\u0000 that is written out", "whole 😀"]);
    expect((await stored(id)).status).toBe("IN_TRANSIT");
  });

  it("leaves nothing behind when the transaction fails", async () => {
    const { id } = await shipment();
    const context = testContext(db, clock);
    context.queue.sendMany = async () => {
      throw new Error("the queue is away");
    };
    await expect(record(context, id, [scan("IN_TRANSIT", 6)])).rejects.toThrow("the queue is away");
    expect(await db.prisma.trackingEvent.count({ where: { shipmentId: id } })).toBe(0);
    expect(await db.prisma.notification.count({ where: { shipmentId: id } })).toBe(0);
    expect((await stored(id)).status).toBe("PENDING");
  });

  it("passes over shipments that are gone", async () => {
    expect(await record(testContext(db, clock), "no-such-shipment", [scan("IN_TRANSIT", 1)])).toEqual({ added: 0, shipments: 0 });
  });

  it("ends in the same state for any order, any copies and any split into batches", async () => {
    const status = fc.constantFrom<TrackingStatus>("PRE_TRANSIT", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "DELIVERED", "EXCEPTION", "RETURNING", "UNKNOWN");
    const journey = fc.uniqueArray(fc.tuple(status, fc.integer({ min: 0, max: 29 })), { minLength: 1, maxLength: 6, selector: (each) => each.join() });
    await fc.assert(
      fc.asyncProperty(journey, fc.array(fc.nat({ max: 5 }), { maxLength: 4 }), fc.array(fc.nat({ max: 9 }), { minLength: 10, maxLength: 10 }), async (steps, copies, order) => {
        const events = steps.map(([each, hours]) => scan(each, hours));
        const whole = await shipment();
        await record(testContext(db, clock), whole.id, events);
        const split = await shipment();
        const shuffled = [...events, ...copies.flatMap((index) => events[index] ?? [])]
          .map((event, index) => ({ event, at: order[index] ?? 0 }))
          .sort((a, b) => a.at - b.at);
        for (const { event } of shuffled) await record(testContext(db, clock), split.id, [event]);
        const fields = ({ status, detail, statusAt, firstScanAt, lastEventAt, deliveredAt, eventCount, openExceptions }: Awaited<ReturnType<typeof stored>>) => ({
          status, detail, statusAt, firstScanAt, lastEventAt, deliveredAt, eventCount, openExceptions,
        });
        expect(fields(await stored(split.id))).toEqual(fields(await stored(whole.id)));
      }),
      { numRuns: 15 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { computeState } from "./compute-state";
import type { TrackingEvent } from "./event";
import type { ShipmentFacts } from "./shipment-state";
import { TRACKING_STATUSES, type TrackingStatus } from "./status";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 8);
const facts: ShipmentFacts = { direction: "out", shippedAt: START, estimate: null, stopped: false };

function scan(status: TrackingStatus, hours: number, more: Partial<TrackingEvent> = {}): TrackingEvent {
  const at = START + hours * HOUR;
  return {
    key: `ups:${at}:${status}:${more.text ?? ""}`,
    time: { at, certainty: "exact", zone: null, said: null },
    status, detail: null, mapping: "ups/codes@1", code: null, text: null, place: null, sourceEventId: null,
    returnLeg: false, withdraws: false, source: "carrier", provider: "ups", carrier: "ups", receivedAt: at + 60_000,
    ...more,
  };
}

describe("computeState", () => {
  it("is PENDING while nothing is known", () => {
    expect(computeState(facts, [])).toMatchObject({ status: "PENDING", statusAt: null, eventCount: 0 });
  });

  it("follows a delivery from label to doorstep", () => {
    const state = computeState(facts, [scan("PRE_TRANSIT", 0), scan("IN_TRANSIT", 5), scan("OUT_FOR_DELIVERY", 24), scan("DELIVERED", 28, { detail: "signed" })]);
    expect(state).toMatchObject({ status: "DELIVERED", detail: "signed", firstScanAt: START + 5 * HOUR, deliveredAt: START + 28 * HOUR });
  });

  it("is not moved backwards by a scan that is heard of late", () => {
    const late = scan("IN_TRANSIT", 10, { receivedAt: START + 40 * HOUR });
    expect(computeState(facts, [scan("DELIVERED", 28), late]).status).toBe("DELIVERED");
  });

  it("never decides by a code that nobody knows", () => {
    expect(computeState(facts, [scan("IN_TRANSIT", 5), scan("UNKNOWN", 9)])).toMatchObject({ status: "IN_TRANSIT", lastEventAt: START + 9 * HOUR });
  });

  it("leaves a date in the future out, and says so", () => {
    const future = scan("DELIVERED", 200, { receivedAt: START + 6 * HOUR });
    const state = computeState(facts, [scan("IN_TRANSIT", 5), future]);
    expect(state.status).toBe("IN_TRANSIT");
    expect(state.notes.map((note) => note.kind)).toContain("future_time");
  });

  it("takes a delivery back when the same carrier scans it again", () => {
    const state = computeState(facts, [scan("DELIVERED", 28), scan("IN_TRANSIT", 40)]);
    expect(state).toMatchObject({ status: "IN_TRANSIT", deliveredAt: null });
    expect(state.notes.map((note) => note.kind)).toContain("delivery_undone");
  });

  it("believes the carrier over Shopify after a delivery, and says that they disagree", () => {
    const shopify = scan("IN_TRANSIT", 40, { source: "shopify", provider: "shopify" });
    const state = computeState(facts, [scan("DELIVERED", 28), shopify]);
    expect(state.status).toBe("DELIVERED");
    expect(state.notes.map((note) => note.kind)).toContain("sources_disagree");
  });

  it("keeps a return a return when it ends in a delivery", () => {
    expect(computeState(facts, [scan("IN_TRANSIT", 5), scan("RETURNING", 30), scan("IN_TRANSIT", 50), scan("DELIVERED", 70)]).status).toBe("RETURNED");
    expect(computeState(facts, [scan("DELIVERED", 70, { returnLeg: true })]).status).toBe("RETURNED");
  });

  it("counts the delivery of a return shipment as a delivery", () => {
    expect(computeState({ ...facts, direction: "return" }, [scan("IN_TRANSIT", 5), scan("DELIVERED", 70)]).status).toBe("DELIVERED");
  });

  it("forgets a scan that the carrier withdrew", () => {
    const state = computeState(facts, [scan("IN_TRANSIT", 5), scan("DELIVERED", 28), scan("IN_TRANSIT", 28.1, { withdraws: true })]);
    expect(state.status).toBe("IN_TRANSIT");
    expect(state.deliveredAt).toBeNull();
  });

  it("is not undone by a scan of the same day without a time", () => {
    const dated = scan("IN_TRANSIT", 29, { time: { at: START + 29 * HOUR, certainty: "date", zone: null, said: "2026-11-03" } });
    expect(computeState(facts, [scan("DELIVERED", 28), dated]).status).toBe("DELIVERED");
  });
});

const anyEvent = fc
  .record({
    status: fc.constantFrom(...TRACKING_STATUSES),
    hours: fc.integer({ min: 0, max: 60 }),
    source: fc.constantFrom("carrier" as const, "aggregator" as const, "shopify" as const, "manual" as const),
    certainty: fc.constantFrom("exact" as const, "local" as const, "date" as const, "received" as const),
    returnLeg: fc.boolean(),
    withdraws: fc.boolean(),
    late: fc.integer({ min: 0, max: 90 }),
    id: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ status, hours, certainty, late, id, ...more }) =>
    scan(status, hours, {
      ...more,
      key: `${more.source}:${id}`,
      provider: more.source,
      time: { at: START + hours * HOUR, certainty, zone: null, said: null },
      receivedAt: START + (hours + late - 20) * HOUR,
    }),
  );

const events = fc.uniqueArray(anyEvent, { maxLength: 12, selector: (event) => event.key });

describe("computeState, whatever the order", () => {
  it("is the same for any order and any copies", () => {
    fc.assert(
      fc.property(events, fc.array(fc.nat(), { maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, copies, picks) => {
        const withCopies = [...list, ...copies.flatMap((index) => (list.length > 0 ? [list[index % list.length] as TrackingEvent] : []))];
        const shuffled = [...withCopies];
        for (let index = shuffled.length - 1; index > 0; index -= 1) {
          const other = (picks.next().value ?? 0) % (index + 1);
          [shuffled[index], shuffled[other]] = [shuffled[other] as TrackingEvent, shuffled[index] as TrackingEvent];
        }
        expect(computeState(facts, shuffled)).toEqual(computeState(facts, list));
      }),
      { numRuns: 500 },
    );
  });

  it("is never made UNKNOWN, and only has a delivery instant when delivered", () => {
    fc.assert(
      fc.property(events, (list) => {
        const state = computeState(facts, list);
        expect(state.status).not.toBe("UNKNOWN");
        if (state.deliveredAt !== null) expect(["DELIVERED", "RETURNING", "RETURNED", "EXCEPTION"]).toContain(state.status);
      }),
    );
  });

  it("does not change when a scan older than all others arrives after the first carrier scan", () => {
    fc.assert(
      fc.property(events, (list) => {
        const base = computeState(facts, list);
        if (base.firstScanAt === null) return;
        const older = scan("PRE_TRANSIT", -48);
        expect(computeState(facts, [...list, older]).status).toBe(base.status);
      }),
    );
  });
});

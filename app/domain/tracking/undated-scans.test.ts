import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { computeState } from "./compute-state";
import type { EventSource, TrackingEvent } from "./event";
import { PROGRESS, trustOf } from "./order-events";
import type { ShipmentFacts } from "./shipment-state";
import { TRACKING_STATUSES, type TrackingStatus } from "./status";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 8);
const facts: ShipmentFacts = { direction: "out", shippedAt: START, estimate: null, stopped: false };

interface Said {
  status: TrackingStatus;
  /** Hours after the start; null where the source gave no time. */
  at: number | null;
  /** Hours after the start at which it was first heard of. */
  heard: number;
}

function scan({ status, at, heard }: Said, more: Partial<TrackingEvent> = {}): TrackingEvent {
  return {
    key: `${status}:${at ?? "?"}`, source: "carrier", provider: "acme", carrier: "acme",
    time: at === null ? { at: START + heard * HOUR, certainty: "received", zone: null, said: null } : { at: START + at * HOUR, certainty: "exact", zone: null, said: null },
    status, detail: null, mapping: "m@1", code: null, text: null, place: null, sourceEventId: null, returnLeg: false, withdraws: false,
    receivedAt: START + heard * HOUR, ...more,
  };
}

const dated = (status: TrackingStatus, at: number, more?: Partial<TrackingEvent>) => scan({ status, at, heard: at }, more);
const undated = (status: TrackingStatus, heard: number, more?: Partial<TrackingEvent>) => scan({ status, at: null, heard }, more);
const stateOf = (...events: TrackingEvent[]) => computeState(facts, events);

describe("a scan without a time", () => {
  it("counts where it is further than all that is dated", () => {
    expect(stateOf(dated("IN_TRANSIT", 5), undated("DELIVERED", 30))).toMatchObject({ status: "DELIVERED", statusAt: START + 30 * HOUR, deliveredAt: START + 30 * HOUR });
    expect(stateOf(undated("IN_TRANSIT", 30))).toMatchObject({ status: "IN_TRANSIT", firstScanAt: START + 30 * HOUR, lastEventAt: START + 30 * HOUR });
    expect(stateOf(dated("PRE_TRANSIT", 1), undated("OUT_FOR_DELIVERY", 30), undated("IN_TRANSIT", 31)).status).toBe("OUT_FOR_DELIVERY");
  });

  it("that is heard of late changes nothing but the count, and says why", () => {
    const known = [dated("IN_TRANSIT", 5), dated("OUT_FOR_DELIVERY", 20)];
    const before = stateOf(...known);
    for (const status of ["PRE_TRANSIT", "IN_TRANSIT", "EXCEPTION", "OUT_FOR_DELIVERY", "UNKNOWN"] as const) {
      const { notes, ...after } = stateOf(...known, undated(status, 90, { detail: "delayed" }));
      expect({ ...after, notes: before.notes }).toEqual({ ...before, eventCount: 3 });
      expect(notes.map((note) => note.kind)).toEqual(status === "UNKNOWN" ? [] : ["undated"]);
    }
  });

  it("gives way to a dated scan from after it was heard of", () => {
    expect(stateOf(dated("IN_TRANSIT", 5), undated("EXCEPTION", 10), dated("IN_TRANSIT", 12)).status).toBe("IN_TRANSIT");
    expect(stateOf(dated("IN_TRANSIT", 5), undated("DELIVERED", 10), dated("IN_TRANSIT", 40))).toMatchObject({ status: "IN_TRANSIT", deliveredAt: null });
    // One that was made before, and is only heard of after it, does not.
    expect(stateOf(undated("DELIVERED", 10), scan({ status: "IN_TRANSIT", at: 8, heard: 12 })).status).toBe("DELIVERED");
  });

  it("makes a return of a delivery, unless a source nearer to the parcel reported that", () => {
    expect(stateOf(dated("DELIVERED", 20), undated("RETURNING", 30))).toMatchObject({ status: "RETURNED", deliveredAt: null });
    expect(stateOf(undated("RETURNING", 10), dated("DELIVERED", 20)).status).toBe("RETURNED");
    const far = { source: "aggregator", provider: "17track" } as const;
    expect(stateOf(dated("DELIVERED", 20), undated("RETURNING", 30, far)).status).toBe("DELIVERED");
    expect(computeState({ ...facts, direction: "return" }, [dated("DELIVERED", 20), undated("RETURNING", 30)]).status).toBe("DELIVERED");
  });

  it("is never the one that a correction takes back, and a correction without a time takes back the last dated one", () => {
    expect(stateOf(dated("DELIVERED", 20), undated("OUT_FOR_DELIVERY", 21), dated("UNKNOWN", 22, { withdraws: true })).status).toBe("OUT_FOR_DELIVERY");
    expect(stateOf(dated("IN_TRANSIT", 5), dated("DELIVERED", 20), undated("UNKNOWN", 22, { withdraws: true })).status).toBe("IN_TRANSIT");
    expect(stateOf(undated("IN_TRANSIT", 5), undated("UNKNOWN", 22, { withdraws: true })).status).toBe("IN_TRANSIT");
  });
});

/** What a source knows of a shipment when all of it lies in the past. */
const history = fc.uniqueArray(
  fc.record({
    status: fc.constantFrom(...TRACKING_STATUSES),
    at: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    source: fc.constantFrom<EventSource>("carrier", "aggregator", "shopify"),
    detail: fc.constantFrom(null, "customs" as const, "weather" as const),
    returnLeg: fc.boolean(),
    withdraws: fc.constantFrom(false, false, false, true),
    id: fc.nat({ max: 1_000 }),
  }),
  { maxLength: 10, selector: (each) => `${each.source}${each.id}` },
);

describe("scans without a time, whatever the way they come", () => {
  it("give the same state in any order, with any copies, in one answer or in many", () => {
    fc.assert(
      fc.property(history, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 100, max: 400 })), { minLength: 20, maxLength: 20 }), (list, plan) => {
        const heard = (hours: (index: number) => number) =>
          list.map(({ id, status, at, ...more }, index) => scan({ status, at, heard: hours(index) }, { ...more, key: `${more.source}:${id}`, provider: more.source }));
        const atOnce = stateAfter(heard(() => 100));
        const answers = heard((index) => plan[index]?.[1] ?? 100);
        // Each is told again later, as carriers do with every answer; the copies are mixed among the others.
        const copies = answers.map((event) => ({ ...event, receivedAt: event.receivedAt + HOUR, time: event.time.certainty === "received" ? { ...event.time, at: event.time.at + HOUR } : event.time }));
        const mixed = [...answers, ...copies].map((event, index) => ({ event, rank: plan[index]?.[0] ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ event }) => event);
        expect(stateAfter(mixed)).toEqual(atOnce);
      }),
      { numRuns: 2_000 },
    );
  });

  it("never move a shipment backwards", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...TRACKING_STATUSES), fc.constantFrom<EventSource>("carrier", "aggregator"), fc.boolean(), (list, status, source, returnLeg) => {
        const events = list.map(({ id, ...said }) => scan({ status: said.status, at: said.at, heard: 100 }, { source: said.source, provider: said.source, returnLeg: said.returnLeg, withdraws: said.withdraws, key: `${said.source}:${id}` }));
        const before = computeState(facts, events);
        // A delivery that a nearer source reports stands against a return that a further one did, with times or without.
        if (before.status === "RETURNED" && before.decidedBy && trustOf(before.decidedBy.source) < trustOf(source)) return;
        const after = computeState(facts, [...events, undated(status, 200, { source, provider: source, returnLeg })]);
        expect(PROGRESS[after.status]).toBeGreaterThanOrEqual(PROGRESS[before.status]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("that say DELIVERED count after whatever was on its way", () => {
    const onItsWay = fc.array(fc.record({ status: fc.constantFrom<TrackingStatus>("PRE_TRANSIT", "IN_TRANSIT", "EXCEPTION", "OUT_FOR_DELIVERY", "READY_FOR_PICKUP"), at: fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }) }), { maxLength: 8 });
    fc.assert(
      fc.property(onItsWay, (list) => {
        const events = list.map(({ status, at }, index) => scan({ status, at, heard: 100 }, { key: String(index) }));
        expect(stateOf(...events, undated("DELIVERED", 101)).status).toBe("DELIVERED");
      }),
    );
  });
});

/** What must not depend on when it was heard; the instants of undated scans do, by what they are. */
function stateAfter(events: readonly TrackingEvent[]) {
  const { status, detail, decidedBy, eventCount } = computeState(facts, events);
  return { status, detail, decidedBy: decidedBy?.key ?? null, eventCount };
}

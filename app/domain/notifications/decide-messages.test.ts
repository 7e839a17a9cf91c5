import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS, readSettings } from "~/domain/settings/shop-settings";
import { computeState } from "~/domain/tracking/compute-state";
import type { TrackingEvent } from "~/domain/tracking/event";
import { TRACKING_STATUSES, type ShipmentStatus, type TrackingDetail } from "~/domain/tracking/status";

import { decideMessages, STALE_AFTER_MS, type MessageInput } from "./decide-messages";
import type { StateFacts } from "./delay";
import { MAX_TRIES, retryAt } from "./retry";
import { overtaken, type SendFacts } from "./still-true";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 5, 12);

function state(status: ShipmentStatus, more: Partial<StateFacts> = {}): StateFacts {
  const scanned = status !== "PENDING" && status !== "PRE_TRANSIT";
  return {
    status, detail: null, statusAt: NOW - HOUR, firstScanAt: scanned ? NOW - 2 * HOUR : null, lastEventAt: NOW - HOUR,
    deliveredAt: status === "DELIVERED" ? NOW - HOUR : null, ...more,
  };
}

function decide(before: StateFacts | null, after: StateFacts, more: Partial<MessageInput> = {}) {
  return decideMessages({
    before, after, exceptionsOpened: [], shipment: { id: "s1", orderId: "o1", direction: "out", number: "1Z" },
    order: { id: "o1", cancelled: false, hasEmail: true, locale: "de-DE" }, settings: DEFAULT_SETTINGS, now: NOW, ...more,
  });
}
const told = (decisions: ReturnType<typeof decide>) => decisions.map((each) => (each.skip ? `${each.trigger}: ${each.skip}` : each.trigger));

describe("what the shopper is told", () => {
  it("is each step once it is new", () => {
    expect(decide(null, state("PRE_TRANSIT"))).toEqual([]);
    expect(decide(state("PRE_TRANSIT"), state("IN_TRANSIT"))).toEqual([
      { key: "s1:shipped:email", trigger: "shipped", channel: "email", locale: "de-DE", skip: null },
    ]);
    expect(told(decide(state("IN_TRANSIT"), state("OUT_FOR_DELIVERY")))).toEqual(["out_for_delivery"]);
    expect(told(decide(state("OUT_FOR_DELIVERY"), state("DELIVERED")))).toEqual(["delivered"]);
    expect(told(decide(state("OUT_FOR_DELIVERY"), state("OUT_FOR_DELIVERY")))).toEqual([]);
  });

  it("is the delivery alone when everything is learnt at once", () => {
    expect(told(decide(null, state("DELIVERED")))).toEqual(["shipped: already delivered", "delivered"]);
  });

  it("is a delay when the carrier says so or a rule of lateness opens, and not for the merchant's own troubles", () => {
    expect(told(decide(state("IN_TRANSIT"), state("EXCEPTION", { detail: "weather" })))).toEqual(["delayed"]);
    expect(told(decide(state("IN_TRANSIT"), state("IN_TRANSIT", { detail: "delayed" })))).toEqual(["delayed"]);
    expect(told(decide(state("EXCEPTION", { detail: "weather" }), state("EXCEPTION", { detail: "delayed" })))).toEqual([]);
    const silent = state("IN_TRANSIT", { lastEventAt: NOW - 72 * HOUR });
    expect(told(decide(silent, silent, { exceptionsOpened: ["stuck-in-transit"] }))).toEqual(["delayed"]);
    expect(told(decide(state("PRE_TRANSIT"), state("PRE_TRANSIT"), { exceptionsOpened: ["label-without-scan"] }))).toEqual([]);
    expect(told(decide(state("IN_TRANSIT"), state("EXCEPTION", { detail: "lost" }), { exceptionsOpened: ["carrier-exception"] }))).toEqual([]);
    expect(told(decide(state("IN_TRANSIT"), state("ATTEMPTED_DELIVERY", { detail: "not_home" }), { exceptionsOpened: ["carrier-exception"] }))).toEqual([]);
  });

  it("is never stale", () => {
    const old = NOW - STALE_AFTER_MS - 1;
    expect(told(decide(null, state("IN_TRANSIT", { firstScanAt: old })))).toEqual(["shipped: too old"]);
    expect(told(decide(null, state("DELIVERED", { firstScanAt: old, deliveredAt: old })))).toEqual(["shipped: too old", "delivered: too old"]);
    const longSilent = state("IN_TRANSIT", { lastEventAt: NOW - 60 * 24 * HOUR });
    expect(told(decide(longSilent, longSilent, { exceptionsOpened: ["stuck-in-transit"] }))).toEqual(["delayed: too old"]);
  });

  it("says why when nobody is written to", () => {
    const order = { id: "o1", cancelled: false, hasEmail: true, locale: null };
    const step = (more: Partial<MessageInput>) => told(decide(state("PRE_TRANSIT"), state("IN_TRANSIT"), more));
    expect(step({ order: { ...order, cancelled: true } })).toEqual(["shipped: order cancelled"]);
    expect(step({ order: { ...order, hasEmail: false } })).toEqual(["shipped: no e-mail address"]);
    expect(step({ settings: readSettings({ messages: { shipped: false } }).settings })).toEqual(["shipped: switched off"]);
    expect(step({ shipment: { id: "s1", orderId: "o1", direction: "return", number: "1Z" } })).toEqual([]);
  });
});

describe("whatever the scans and however they are split into batches", () => {
  const details: (TrackingDetail | null)[] = [null, "delayed", "weather", "lost"];
  const anyScan = fc.record({ hours: fc.integer({ min: 0, max: 40 }), status: fc.constantFrom(...TRACKING_STATUSES), detail: fc.constantFrom(...details) }).map(
    ({ hours, status, detail }): TrackingEvent => {
      const at = NOW - 40 * HOUR + hours * HOUR;
      return {
        key: `${hours}:${status}:${detail}`, source: "carrier", provider: "ups", carrier: "ups", time: { at, certainty: "exact", zone: null, said: null },
        status, detail, mapping: "test@1", code: null, text: null, place: null, sourceEventId: null, returnLeg: false, withdraws: false, receivedAt: at,
      };
    },
  );
  const compute = (events: readonly TrackingEvent[]) => computeState({ direction: "out", shippedAt: NOW, estimate: null, stopped: false }, events);

  it("each message goes out at most once, and what the shopper was told is true", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyScan, { maxLength: 4 }), { maxLength: 6 }), (batches) => {
        const rows = new Map<string, string>();
        const seen: TrackingEvent[] = [];
        let before: StateFacts | null = null;
        for (const batch of batches) {
          seen.push(...batch);
          const after = compute(seen);
          for (const decision of decide(before, after)) {
            // As the unique key of the table does.
            if (rows.has(decision.key)) continue;
            rows.set(decision.key, decision.trigger);
            if (decision.skip) continue;
            if (decision.trigger === "delivered") expect(after.status).toBe("DELIVERED");
            else expect(after.status).not.toBe("DELIVERED");
            if (decision.trigger === "out_for_delivery") expect(after.status).toBe("OUT_FOR_DELIVERY");
          }
          // The same scans once more tell nothing.
          expect(decide(after, compute([...seen, ...batch]))).toEqual([]);
          before = after;
        }
        const last = compute(seen);
        if (last.firstScanAt !== null) expect(rows.has("s1:shipped:email")).toBe(true);
        if (last.status === "DELIVERED") expect(rows.has("s1:delivered:email")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a message that waited", () => {
  const facts: SendFacts = {
    shopActive: true, redacted: false, cancelled: false, settings: DEFAULT_SETTINGS, decidedAt: NOW - HOUR, now: NOW,
    shipment: { status: "OUT_FOR_DELIVERY", detail: null, openExceptions: 0 },
  };
  const at = (status: ShipmentStatus, openExceptions = 0, detail: TrackingDetail | null = null): SendFacts => ({ ...facts, shipment: { status, detail, openExceptions } });

  it("is sent while it is true", () => {
    expect(overtaken("shipped", facts)).toBeNull();
    expect(overtaken("out_for_delivery", facts)).toBeNull();
    expect(overtaken("delivered", at("DELIVERED"))).toBeNull();
    expect(overtaken("delayed", at("IN_TRANSIT", 1))).toBeNull();
    expect(overtaken("delayed", at("EXCEPTION", 0, "weather"))).toBeNull();
    expect(overtaken("shipped", { ...facts, shipment: null })).toBeNull();
  });

  it("is dropped with its reason when it is not", () => {
    expect(overtaken("out_for_delivery", at("DELIVERED"))).toBe("already delivered");
    expect(overtaken("out_for_delivery", at("ATTEMPTED_DELIVERY"))).toBe("no longer out for delivery");
    expect(overtaken("delivered", at("IN_TRANSIT"))).toBe("delivery undone");
    expect(overtaken("delayed", at("IN_TRANSIT"))).toBe("no longer late");
    expect(overtaken("shipped", { ...facts, shopActive: false })).toBe("shop not active");
    expect(overtaken("shipped", { ...facts, redacted: true })).toBe("customer data deleted");
    expect(overtaken("shipped", { ...facts, cancelled: true })).toBe("order cancelled");
    expect(overtaken("shipped", { ...facts, decidedAt: NOW - STALE_AFTER_MS - 1 })).toBe("too old");
    expect(overtaken("shipped", { ...facts, settings: readSettings({ messages: { shipped: false } }).settings })).toBe("switched off");
  });
});

describe("tries", () => {
  it("are six within about a day", () => {
    let at: number | null = 0;
    let tries = 0;
    let last = 0;
    while (at !== null) {
      last = at;
      tries += 1;
      at = retryAt(tries, at, 0.5);
    }
    expect(tries).toBe(MAX_TRIES);
    expect(last / HOUR).toBeGreaterThan(20);
    expect(last / HOUR).toBeLessThan(26);
  });

  it("are spread by ±20 %", () => {
    expect(retryAt(2, 0, 0)).toBe(12 * 60_000);
    expect(retryAt(2, 0, 0.999)).toBeGreaterThan(17.9 * 60_000);
    expect(retryAt(6, 0, 0.5)).toBeNull();
  });
});

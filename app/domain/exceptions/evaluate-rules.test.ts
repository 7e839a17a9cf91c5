import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readSettings } from "~/domain/settings/shop-settings";
import { computeState } from "~/domain/tracking/compute-state";
import type { TrackingEvent } from "~/domain/tracking/event";
import { TRACKING_STATUSES, type TrackingDetail, type TrackingStatus } from "~/domain/tracking/status";

import { describeException } from "./describe";
import { evaluateRules, type KnownException, type RuleOutcome } from "./evaluate-rules";
import { DAY_MS, HOUR_MS, type RuleInput } from "./rule";
import { RULES } from "./rules";

const START = Date.UTC(2026, 10, 2, 9);

function scan(hours: number, status: TrackingStatus, more: Partial<TrackingEvent> & { certainty?: "exact" | "date" } = {}): TrackingEvent {
  const at = START + hours * HOUR_MS;
  const { certainty = "exact", ...rest } = more;
  return {
    key: `${hours}:${status}`, source: "carrier", provider: "ups", carrier: "ups", time: { at, certainty, zone: null, said: null },
    status, detail: null, mapping: "test@1", code: null, text: null, place: null, sourceEventId: null, returnLeg: false, withdraws: false,
    receivedAt: at, ...rest,
  };
}

function input(events: TrackingEvent[], hours: number, more: { direction?: "out" | "return"; settings?: unknown; trackingState?: "tracking" | "stopped" | "ended"; order?: RuleInput["order"] } = {}): RuleInput {
  const direction = more.direction ?? "out";
  const trackingState = more.trackingState ?? "tracking";
  return {
    shipment: { id: "s1", direction, shippedAt: START, createdAt: START, trackingState },
    order: more.order ?? null,
    state: computeState({ direction, shippedAt: START, estimate: null, stopped: trackingState === "stopped" }, events),
    events, settings: readSettings(more.settings ?? {}).settings, timeZone: "UTC", now: START + hours * HOUR_MS,
  };
}

/** What is known of the exceptions once an outcome is applied, as the database does it. */
function applied(known: readonly KnownException[], outcome: RuleOutcome): KnownException[] {
  const cleared = new Set(outcome.resolved.map((each) => each.key));
  const openedKeys = new Set(outcome.opened.map((each) => each.key));
  return [
    ...known.filter((each) => !openedKeys.has(each.key)).map((each) => (cleared.has(each.key) ? { ...each, resolution: "cleared" as const } : each)),
    ...outcome.opened.map(({ rule, key }) => ({ rule, key, resolution: null })),
  ];
}

describe("label without a scan", () => {
  it("opens after 24 hours and says before when it will look again", () => {
    const early = evaluateRules(input([], 23), []);
    expect(early).toMatchObject({ opened: [], nextRuleAt: START + 24 * HOUR_MS });
    const due = evaluateRules(input([], 24), []);
    expect(due.opened).toEqual([
      { rule: "label-without-scan", ruleVersion: 2, key: "label-without-scan:2026-11-02T09:00:00.000Z", severity: "warning", reason: { hours: 24 }, since: START },
    ]);
    expect(due).toMatchObject({ nextRuleAt: null, openCount: 1 });
  });

  it("clears itself at the first scan", () => {
    const known = applied([], evaluateRules(input([], 30), []));
    const outcome = evaluateRules(input([scan(31, "IN_TRANSIT")], 31), known);
    expect(outcome).toMatchObject({ opened: [], resolved: [{ key: known[0]?.key, resolution: "cleared" }], openCount: 0 });
  });

  it("counts a label's own scan as none, leaves returns alone, and obeys its settings", () => {
    expect(evaluateRules(input([scan(1, "PRE_TRANSIT")], 25), []).opened).toHaveLength(1);
    expect(evaluateRules(input([], 2_000, { direction: "return" }), [])).toMatchObject({ opened: [], nextRuleAt: null });
    expect(evaluateRules(input([], 30, { settings: { rules: { "label-without-scan": { hours: 48 } } } }), [])).toMatchObject({ opened: [], nextRuleAt: START + 48 * HOUR_MS });
    expect(evaluateRules(input([], 30, { settings: { rules: { "label-without-scan": { enabled: false } } } }), [])).toMatchObject({ opened: [], nextRuleAt: null });
  });
});

describe("an order of which nothing is to be shipped any more", () => {
  const order = { nothingToFulfil: true };
  it.each([
    ["a label without a scan", []],
    ["a shipment that is silent", [scan(1, "IN_TRANSIT")]],
  ])("is not late by %s, and waits for nothing", (_what, events) => {
    expect(evaluateRules(input(events, 500, { order: { nothingToFulfil: false } }), []).opened).toHaveLength(1);
    expect(evaluateRules(input(events, 500, { order }), [])).toMatchObject({ opened: [], nextRuleAt: null });
    const known = applied([], evaluateRules(input(events, 500), []));
    expect(evaluateRules(input(events, 501, { order }), known).resolved).toHaveLength(1);
  });

  it("is late by a parcel that comes back and is silent", () => {
    expect(evaluateRules(input([scan(1, "IN_TRANSIT")], 500, { order, direction: "return" }), []).opened).toHaveLength(1);
  });
});

describe("stuck in transit", () => {
  it("opens three days after the newest scan and clears at the next one", () => {
    const events = [scan(1, "IN_TRANSIT"), scan(10, "IN_TRANSIT")];
    expect(evaluateRules(input(events, 81), [])).toMatchObject({ opened: [], nextRuleAt: START + 82 * HOUR_MS });
    const outcome = evaluateRules(input(events, 82), []);
    expect(outcome.opened).toMatchObject([{ rule: "stuck-in-transit", reason: { days: 3, status: "IN_TRANSIT" }, since: START + 10 * HOUR_MS }]);
    const after = evaluateRules(input([...events, scan(90, "IN_TRANSIT")], 90), applied([], outcome));
    expect(after).toMatchObject({ opened: [], resolved: [{ resolution: "cleared" }], nextRuleAt: START + 90 * HOUR_MS + 3 * DAY_MS });
  });

  it("does not mind a late scan that is older than the newest", () => {
    const events = [scan(10, "IN_TRANSIT")];
    const known = applied([], evaluateRules(input(events, 90), []));
    expect(evaluateRules(input([scan(2, "IN_TRANSIT"), ...events], 91), known)).toMatchObject({ opened: [], resolved: [], openCount: 1 });
  });

  it("waits to the end of the day when only the day is known, and keeps quiet once delivered", () => {
    const events = [scan(-9, "IN_TRANSIT", { certainty: "date", receivedAt: START })];
    expect(evaluateRules(input(events, 64), [])).toMatchObject({ opened: [], nextRuleAt: START - 9 * HOUR_MS + 4 * DAY_MS });
    expect(evaluateRules(input([...events, scan(5, "DELIVERED")], 900), [])).toMatchObject({ opened: [], nextRuleAt: null });
  });
});

describe("the carrier reports a problem", () => {
  it("opens with the carrier's reason and clears when it moves again", () => {
    const problem = scan(5, "EXCEPTION", { detail: "address", code: "X5", text: "Incorrect address" });
    const outcome = evaluateRules(input([scan(1, "IN_TRANSIT"), problem], 6), []);
    expect(outcome.opened).toMatchObject([
      { rule: "carrier-exception", severity: "warning", reason: { status: "EXCEPTION", detail: "address", code: "X5", text: "Incorrect address" }, since: START + 5 * HOUR_MS },
    ]);
    const moved = evaluateRules(input([scan(1, "IN_TRANSIT"), problem, scan(8, "IN_TRANSIT")], 8), applied([], outcome));
    expect(moved).toMatchObject({ opened: [], resolved: [{ resolution: "cleared" }] });
  });

  it("weighs what the shopper will not get as critical, and coming back only for what goes out", () => {
    const lost = evaluateRules(input([scan(5, "EXCEPTION", { detail: "lost" })], 6), []);
    expect(lost.opened).toMatchObject([{ severity: "critical" }]);
    expect(evaluateRules(input([scan(5, "RETURNING")], 6), []).opened).toMatchObject([{ rule: "carrier-exception", severity: "critical" }]);
    expect(evaluateRules(input([scan(5, "RETURNING")], 6, { direction: "return" }), []).opened).toEqual([]);
  });
});

describe("an end", () => {
  const coming = [scan(1, "IN_TRANSIT"), scan(5, "RETURNING", { detail: "refused" })];
  const back = [...coming, scan(50, "RETURNED")];
  /** The rules of what is open once these scans are known one after the other. */
  const after = (...stages: TrackingEvent[][]) =>
    stages.reduce<{ known: KnownException[]; last: RuleOutcome | null }>(
      ({ known }, events) => {
        const last = evaluateRules(input(events, Math.max(...events.map((event) => (event.time.at - START) / HOUR_MS))), known);
        return { known: applied(known, last), last };
      },
      { known: [], last: null },
    );

  it("of the way back clears the carrier's problem, and leaves a fact that clears itself after the days set", () => {
    const { known, last } = after(coming, back);
    expect(last).toMatchObject({ opened: [{ rule: "ended-undelivered", severity: "info", since: START + 50 * HOUR_MS, reason: { status: "RETURNED" } }], resolved: [{ resolution: "cleared" }], openCount: 1 });
    expect(last?.nextRuleAt).toBe(START + 50 * HOUR_MS + 14 * DAY_MS);
    expect(evaluateRules(input(back, 50 + 14 * 24 - 1), known)).toMatchObject({ opened: [], resolved: [], openCount: 1 });
    expect(evaluateRules(input(back, 50 + 14 * 24), known)).toMatchObject({ opened: [], resolved: [{ resolution: "cleared" }], openCount: 0, nextRuleAt: null });
    expect(evaluateRules(input(back, 60, { settings: { rules: { "ended-undelivered": { enabled: false } } } }), known)).toMatchObject({ openCount: 0, nextRuleAt: null });
  });

  it("that a carrier tells long after it happened is not opened any more", () => {
    expect(evaluateRules(input(back, 50 + 15 * 24), [])).toMatchObject({ opened: [], nextRuleAt: null });
  });

  it("by delivery clears every problem and leaves nothing", () => {
    for (const trouble of [scan(5, "EXCEPTION", { detail: "lost" }), scan(5, "EXCEPTION", { detail: "customs" }), scan(5, "ATTEMPTED_DELIVERY")]) {
      const until = [scan(1, "IN_TRANSIT"), trouble];
      expect(after(until, [...until, scan(9, "DELIVERED")]).last).toMatchObject({ resolved: [{ resolution: "cleared" }], opened: [], openCount: 0 });
    }
  });

  it("of the telling alone clears the carrier's problem and says that nothing was delivered", () => {
    const lost = [scan(1, "IN_TRANSIT"), scan(5, "EXCEPTION", { detail: "lost" })];
    const { last } = after(lost, [...lost, scan(700, "EXPIRED")]);
    expect(last).toMatchObject({ resolved: [{ resolution: "cleared" }], opened: [{ rule: "ended-undelivered", severity: "warning", reason: { status: "EXPIRED" } }], openCount: 1 });
    // Heard of again and delivered after all: the fact is none any more.
    expect(after(lost, [...lost, scan(700, "EXPIRED")], [...lost, scan(700, "EXPIRED"), scan(710, "DELIVERED")]).last).toMatchObject({ openCount: 0, nextRuleAt: null });
  });

  it("of a shopper's own return is no trouble", () => {
    for (const status of ["RETURNED", "EXPIRED", "DELIVERED"] as const) {
      expect(evaluateRules(input([scan(1, "IN_TRANSIT"), scan(9, status)], 10, { direction: "return" }), [])).toMatchObject({ opened: [], openCount: 0, nextRuleAt: null });
    }
  });
});

describe("exceptions", () => {
  it("are not opened again once a merchant has settled them, and are for another cause", () => {
    const events = [scan(10, "IN_TRANSIT")];
    const [opened] = evaluateRules(input(events, 90), []).opened;
    const known: KnownException[] = [{ rule: "stuck-in-transit", key: opened?.key ?? "", resolution: "merchant" }];
    expect(evaluateRules(input(events, 100), known)).toMatchObject({ opened: [], resolved: [], openCount: 0 });
    expect(evaluateRules(input([...events, scan(101, "IN_TRANSIT")], 200), known).opened).toHaveLength(1);
  });

  it("are taken up again when the scan that cleared them is withdrawn", () => {
    const events = [scan(10, "IN_TRANSIT")];
    const opened = evaluateRules(input(events, 90), []);
    const cleared = evaluateRules(input([...events, scan(91, "DELIVERED")], 91), applied([], opened));
    const known = applied(applied([], opened), cleared);
    const again = evaluateRules(input([...events, scan(91, "DELIVERED"), scan(92, "UNKNOWN", { withdraws: true })], 93), known);
    expect(again.opened.map((each) => each.key)).toEqual(opened.opened.map((each) => each.key));
  });

  it("clear when the tracking is stopped, when the rule is switched off, and when the rule is no more", () => {
    const known = [
      { rule: "stuck-in-transit", key: "stuck-in-transit:2026-11-02T19:00:00.000Z", resolution: null },
      { rule: "of-old", key: "of-old:2026-11-02T19:00:00.000Z", resolution: null },
    ];
    const events = [scan(10, "IN_TRANSIT")];
    expect(evaluateRules(input(events, 90, { trackingState: "stopped" }), known)).toMatchObject({ openCount: 0, nextRuleAt: null });
    expect(evaluateRules(input(events, 90, { settings: { rules: { "stuck-in-transit": { enabled: false } } } }), known).resolved).toHaveLength(2);
    expect(evaluateRules(input(events, 90), known).resolved.map((each) => each.key)).toEqual([known[1]?.key]);
  });
});

describe("whatever the scans", () => {
  const details: (TrackingDetail | null)[] = [null, "lost", "address", "delayed", "customs"];
  const anyScan = fc
    .record({
      hours: fc.integer({ min: 0, max: 400 }), status: fc.constantFrom(...TRACKING_STATUSES), detail: fc.constantFrom(...details),
      certainty: fc.constantFrom("exact" as const, "date" as const), withdraws: fc.boolean(), late: fc.integer({ min: 0, max: 50 }),
    })
    .map(({ hours, status, late, ...more }) => scan(hours, status, { ...more, receivedAt: START + (hours + late) * HOUR_MS }));
  const scans = fc.uniqueArray(anyScan, { maxLength: 12, selector: (event) => event.key });

  it("the outcome is the same for any order of them", () => {
    fc.assert(
      fc.property(scans, fc.integer({ min: 0, max: 600 }), fc.infiniteStream(fc.nat()), (events, now, order) => {
        const shuffled = events.map((event) => ({ event, rank: order.next().value ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ event }) => event);
        expect(evaluateRules(input(shuffled, now), [])).toEqual(evaluateRules(input(events, now), []));
      }),
      { numRuns: 300 },
    );
  });

  it("evaluating again changes nothing, and the next look lies ahead", () => {
    fc.assert(
      fc.property(scans, fc.integer({ min: 0, max: 600 }), (events, now) => {
        const first = evaluateRules(input(events, now), []);
        const again = evaluateRules(input(events, now), applied([], first));
        expect(again).toMatchObject({ opened: [], resolved: [], openCount: first.opened.length, nextRuleAt: first.nextRuleAt });
        if (first.nextRuleAt !== null) expect(first.nextRuleAt).toBeGreaterThan(START + now * HOUR_MS);
      }),
      { numRuns: 300 },
    );
  });

  it("nothing changes by time alone before the instant that was given", () => {
    fc.assert(
      fc.property(scans, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 300 }), (events, now, later) => {
        const first = evaluateRules(input(events, now), []);
        const then = START + (now + later) * HOUR_MS;
        if (first.nextRuleAt !== null && then >= first.nextRuleAt) return;
        expect(evaluateRules(input(events, now + later), applied([], first))).toMatchObject({ opened: [], resolved: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("told one after the other, no exception is opened while it is open, nor after a merchant settled it", () => {
    fc.assert(
      fc.property(scans, fc.array(fc.boolean(), { maxLength: 12 }), (events, settles) => {
        let known: KnownException[] = [];
        const settled = new Set<string>();
        events.forEach((_, index) => {
          const told = events.slice(0, index + 1);
          const now = Math.max(...told.map((event) => event.receivedAt - START)) / HOUR_MS + 80;
          const outcome = evaluateRules(input(told, now), known);
          const open = new Set(known.filter((each) => each.resolution === null).map((each) => each.key));
          for (const each of outcome.opened) expect(open.has(each.key) || settled.has(each.key)).toBe(false);
          for (const each of outcome.resolved) expect(open.has(each.key)).toBe(true);
          known = applied(known, outcome);
          expect(known.filter((each) => each.resolution === null)).toHaveLength(outcome.openCount);
          expect(new Set(known.map((each) => each.key)).size).toBe(known.length);
          if (settles[index]) {
            for (const each of known) if (each.resolution === null) settled.add(each.key);
            known = known.map((each) => (each.resolution === null ? { ...each, resolution: "merchant" as const } : each));
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("rules", () => {
  it("have codes of their own, and settings by that code", () => {
    expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
    expect(Object.keys(readSettings({}).settings.rules).sort()).toEqual(RULES.map((rule) => rule.code).sort());
  });

  it("are told in a sentence, also those that are no more", () => {
    expect(describeException("label-without-scan", { hours: 1 }).sentence).toBe("The label is older than 1 hour and no carrier has scanned the shipment.");
    expect(describeException("stuck-in-transit", { days: 3, status: "IN_TRANSIT" })).toEqual({ title: "Stuck in transit", sentence: "No scan for 3 days although the shipment is on its way." });
    expect(describeException("carrier-exception", { status: "EXCEPTION", detail: "not_home" }).sentence).toBe("The carrier reports: exception, not home.");
    expect(describeException("carrier-exception", { text: "Held" }).sentence).toBe("The carrier says: Held");
    expect(describeException("ended-undelivered", { status: "RETURNED" }).sentence).toContain("back with you");
    expect(describeException("ended-undelivered", { status: "EXPIRED" }).sentence).toContain("Nobody tells of it");
    expect(describeException("of-old", null)).toEqual({ title: "of-old", sentence: "This rule is no longer part of Milepost." });
  });
});

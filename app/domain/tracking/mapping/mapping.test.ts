import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { computeState } from "../compute-state";
import { STATUS_DETAILS } from "../details";
import type { TrackingEvent } from "../event";
import { TRACKING_STATUSES, type TrackingStatus } from "../status";
import { applyChanges, changesTo, effectiveChanges, tooMany, type RuleChange } from "./change";
import { summarise } from "./compare";
import { cutText, foldText } from "./fold-text";
import { MAX_RULES } from "./limits";
import { readMatch, readRule } from "./read-rule";
import { inForce, matchKey, type MappingEntry, type MappingRule } from "./rule";
import { compileMapping, NO_MAPPING, readEvent } from "./shop-mapping";

const NOW = Date.UTC(2026, 10, 5, 12);
const HOUR = 3_600_000;

const scan = (over: Partial<TrackingEvent> = {}): TrackingEvent => ({
  key: "k", time: { at: NOW, certainty: "exact", zone: null, said: null }, status: "IN_TRANSIT", detail: null, mapping: "ups/codes@1", code: "AR",
  text: "Arrived at Facility", place: null, sourceEventId: null, returnLeg: false, withdraws: false, source: "carrier", provider: "ups", carrier: null,
  receivedAt: NOW, ...over,
});
const entry = (over: Partial<MappingEntry> = {}): MappingEntry => ({
  provider: "ups", code: "AR", text: null, status: "EXCEPTION", detail: "delayed", from: null, until: null, version: 3, ...over,
});
const read = (event: TrackingEvent, ...entries: MappingEntry[]) => readEvent(event, compileMapping(3, entries));

describe("reading with a shop's mapping", () => {
  it("reads by code, and keeps the built-in reading beside its own", () => {
    expect(read(scan(), entry())).toEqual({
      ...scan(), status: "EXCEPTION", detail: "delayed", mapping: "shop@3",
      builtIn: { status: "IN_TRANSIT", detail: null, mapping: "ups/codes@1", returnLeg: false },
    });
    expect(read(scan({ code: "ar" }), entry())).toEqual(scan({ code: "ar" }));
    expect(read(scan({ provider: "usps" }), entry())).toEqual(scan({ provider: "usps" }));
  });

  it("lets the most specific rule win: code and text, then text, then code", () => {
    const rules = [
      entry({ status: "IN_TRANSIT" }),
      entry({ code: null, text: "arrived AT  facility.", status: "READY_FOR_PICKUP", detail: null }),
      entry({ text: "Arrived at facility", status: "OUT_FOR_DELIVERY", detail: null }),
    ];
    for (const order of [rules, rules.toReversed()]) expect(read(scan(), ...order).status).toBe("OUT_FOR_DELIVERY");
    expect(read(scan({ code: "ZZ" }), ...rules).status).toBe("READY_FOR_PICKUP");
    expect(read(scan({ text: null }), ...rules).detail).toBe("delayed");
  });

  it("reads only what was heard of between its bounds", () => {
    const rule = entry({ from: NOW, until: NOW + HOUR });
    expect(read(scan({ receivedAt: NOW - 1 }), rule).status).toBe("IN_TRANSIT");
    expect(read(scan({ receivedAt: NOW }), rule).status).toBe("EXCEPTION");
    expect(read(scan({ receivedAt: NOW + HOUR }), rule).status).toBe("IN_TRANSIT");
  });

  it("never reads what the merchant said by hand", () => {
    expect(read(scan({ source: "manual" }), entry()).status).toBe("IN_TRANSIT");
  });

  it("keeps a delivery on the way back a return, and takes back a return that the shop does not see as one", () => {
    const back = scan({ status: "RETURNED", returnLeg: true });
    const facts = { direction: "out" as const, shippedAt: NOW, estimate: null, stopped: false };
    expect(computeState(facts, [read(back, entry({ status: "DELIVERED", detail: "signed" }))]).status).toBe("RETURNED");
    expect(computeState(facts, [read(back, entry({ status: "IN_TRANSIT", detail: null }))]).status).toBe("IN_TRANSIT");
    expect(read(scan(), entry({ status: "RETURNING", detail: null })).returnLeg).toBe(true);
  });

  const status = fc.constantFrom<TrackingStatus>(...TRACKING_STATUSES);
  const code = fc.constantFrom("A", "B", "C", null);
  const text = fc.constantFrom("One", "two ", "Drei.", null);
  const events = fc.uniqueArray(
    fc.record({ code, text, status, hours: fc.integer({ min: 0, max: 40 }), heard: fc.integer({ min: 0, max: 40 }), back: fc.boolean() }),
    { minLength: 1, maxLength: 8, selector: (each) => JSON.stringify(each) },
  ).map((list) => list.map((each, index) => scan({
    key: `k${index}`, code: each.code, text: each.text, status: each.status, returnLeg: each.back,
    time: { at: NOW + each.hours * HOUR, certainty: "exact", zone: null, said: null }, receivedAt: NOW + (each.hours + each.heard) * HOUR,
  })));
  const reading = status.chain((each) => fc.record({ status: fc.constant(each), detail: fc.constantFrom(null, ...STATUS_DETAILS[each]) }));
  const match = fc.record({ provider: fc.constantFrom("ups", "usps"), code, text }).filter((each) => each.code !== null || each.text !== null);
  const changes = fc.uniqueArray(fc.record({ match, to: fc.option(reading) }), { maxLength: 6, selector: (each) => matchKey(each.match) });
  const reach = fc.oneof(fc.constant("history" as const), fc.integer({ min: 0, max: 60 }).map((hours) => ({ from: NOW + hours * HOUR })));
  const steps = fc.array(fc.tuple(changes, reach), { maxLength: 4 });
  const facts = { direction: "out" as const, shippedAt: NOW, estimate: null, stopped: false };
  const built = (list: readonly (readonly [RuleChange[], "history" | { from: number }])[]) =>
    list.reduce<MappingEntry[]>((entries, [change, how], index) => applyChanges(entries, change, how, index + 1), []);

  it("is the identity without rules", () => {
    fc.assert(fc.property(events, (list) => {
      expect(list.map((event) => readEvent(event, NO_MAPPING))).toEqual(list);
      expect(list.map((event) => readEvent(event, compileMapping(7, [])))).toEqual(list);
    }));
  });

  it("is the same read twice, and gives one state for any order of the scans", () => {
    fc.assert(fc.property(events, steps, fc.infiniteStream(fc.nat({ max: 99 })), (list, all, ranks) => {
      const mapping = compileMapping(9, built(all));
      const once = list.map((event) => readEvent(event, mapping));
      expect(once.map((event) => readEvent(event, mapping))).toEqual(once);
      const shuffled = list.map((event) => ({ event, rank: ranks.next().value as number })).sort((a, b) => a.rank - b.rank).map(({ event }) => readEvent(event, mapping));
      const { status: before, detail, statusAt } = computeState(facts, once);
      expect(computeState(facts, shuffled)).toMatchObject({ status: before, detail, statusAt });
    }));
  });

  it("has at most one rule in force for the same scans, and removing all of them into history restores the built-in reading", () => {
    fc.assert(fc.property(events, steps, (list, all) => {
      const entries = built(all);
      const keys = inForce(entries).map(matchKey);
      expect(new Set(keys).size).toBe(keys.length);
      const gone = applyChanges(entries, entries.map((each) => ({ match: each, to: null })), "history", 99);
      expect(gone).toEqual([]);
      expect(list.map((event) => readEvent(event, compileMapping(99, gone)))).toEqual(list);
    }));
  });

  it("leaves every reading of the past as it was when a change holds from now on", () => {
    fc.assert(fc.property(events, steps, changes, (list, all, change) => {
      const now = NOW + 100 * HOUR;
      const before = built(all);
      const after = applyChanges(before, change, { from: now }, 50);
      const of = (entries: MappingEntry[]) => list.map((event) => readEvent(event, compileMapping(50, entries)));
      expect(of(after)).toEqual(of(before));
    }));
  });

  it("goes from any rules to any others", () => {
    fc.assert(fc.property(steps, steps, reach, (one, other, how) => {
      const entries = built(one);
      const wanted = inForce(built(other));
      const rules = (list: readonly MappingRule[]) => list.map(({ status: to, detail, ...rest }) => [matchKey(rest), to, detail]).sort();
      expect(rules(inForce(applyChanges(entries, changesTo(entries, wanted), how, 60)))).toEqual(rules(wanted));
      expect(changesTo(wanted, wanted)).toEqual([]);
    }));
  });
});

describe("changes", () => {
  const set = (detail: MappingRule["detail"]): RuleChange => ({ match: { provider: "ups", code: "AR", text: null }, to: { status: "EXCEPTION", detail } });

  it("tell what they take the place of, and leave out what changes nothing", () => {
    expect(effectiveChanges([entry()], [set("weather")], "now")).toEqual([{ ...set("weather"), before: { status: "EXCEPTION", detail: "delayed" } }]);
    expect(effectiveChanges([entry()], [set("delayed")], "history")).toEqual([]);
    expect(effectiveChanges([entry({ from: NOW })], [set("delayed")], "now")).toEqual([]);
    expect(effectiveChanges([entry({ from: NOW })], [set("delayed")], "history")).toHaveLength(1);
    expect(effectiveChanges([], [{ ...set("other"), to: null }], "now")).toEqual([]);
  });

  it("are limited in number", () => {
    const many = Array.from({ length: MAX_RULES + 1 }, (_, index) => entry({ code: String(index) }));
    expect(tooMany(many.slice(1))).toBeNull();
    expect(tooMany(many)).toContain("2000 rules");
    expect(tooMany(many.map((each) => ({ ...each, until: NOW })))).toContain("history");
  });

  it("are counted by what they do", () => {
    const to = (status: "DELIVERED" | "IN_TRANSIT", detail: null | "signed" = null) => ({ status, detail });
    expect(summarise([
      { id: "1", before: to("IN_TRANSIT"), after: to("DELIVERED") },
      { id: "2", before: to("IN_TRANSIT"), after: to("DELIVERED", "signed") },
      { id: "3", before: to("DELIVERED"), after: to("DELIVERED", "signed") },
      { id: "4", before: to("DELIVERED"), after: to("IN_TRANSIT") },
      { id: "5", before: to("DELIVERED"), after: to("DELIVERED") },
    ])).toEqual({
      changed: 4, becomeDelivered: 2, noLongerDelivered: 1,
      moves: [
        { from: "IN_TRANSIT", to: "DELIVERED", count: 2 }, { from: "DELIVERED", to: "DELIVERED", count: 1 }, { from: "DELIVERED", to: "IN_TRANSIT", count: 1 },
      ],
    });
  });
});

describe("texts", () => {
  it("fold what does not make another text, and nothing else", () => {
    expect(foldText("  Ｄelivered\tto\u00a0 NEIGHBOUR. ")).toBe("delivered to neighbour");
    expect(foldText("Zustellung erfolgreich!")).toBe(foldText("ZUSTELLUNG  ERFOLGREICH"));
    expect(foldText("not delivered")).not.toBe(foldText("delivered"));
    expect(foldText("...")).toBe("");
  });

  it("fold twice as once, and are never cut within a character", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }));
    expect(cutText("ab😀", 3)).toBe("ab");
    expect(cutText("ab😀", 4)).toBe("ab😀");
    expect(cutText("a\ud83d", 9)).toBe("a\ufffd");
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.integer({ min: 1, max: 40 }), (text, length) => {
      const cut = cutText(text, length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(JSON.stringify(cut)).not.toMatch(/\\ud[89a-f]/);
    }));
  });
});

describe("a rule as it is typed", () => {
  const form = { provider: "ups", code: " AR ", text: "", status: "EXCEPTION", detail: "delayed" };
  const errors = (over: Partial<typeof form>) => {
    const result = readRule({ ...form, ...over }, ["ups", "17track"]);
    return result.ok ? {} : result.errors;
  };

  it("is read, trimmed, with nothing lost", () => {
    expect(readRule(form, ["ups"])).toEqual({ ok: true, rule: { provider: "ups", code: "AR", text: null, status: "EXCEPTION", detail: "delayed" } });
    expect(readMatch({ provider: "ups", code: "", text: "包裹\u0000已送达 📦" }, ["ups"]).match.text).toBe("包裹 已送达 📦");
  });

  it("names every field that is wrong", () => {
    expect(errors({ provider: "manual" })).toHaveProperty("provider");
    expect(errors({ code: "" })).toHaveProperty("code");
    expect(errors({ code: "x".repeat(101) })).toHaveProperty("code");
    expect(errors({ text: "…".repeat(201) })).toHaveProperty("text");
    expect(errors({ text: " . , " })).toHaveProperty("text");
    expect(errors({ status: "GONE" })).toHaveProperty("status");
    expect(errors({ status: "DELIVERED", detail: "customs" })).toHaveProperty("detail");
    expect(errors({ status: "UNKNOWN", detail: "" })).toEqual({});
    expect(errors({ provider: "", code: "", status: "" })).toMatchObject({ provider: expect.anything() as unknown, code: expect.anything() as unknown, status: expect.anything() as unknown });
  });

  it("takes exactly the details that go with a status", () => {
    for (const status of TRACKING_STATUSES) {
      for (const detail of STATUS_DETAILS[status]) expect(errors({ status, detail })).toEqual({});
    }
  });
});

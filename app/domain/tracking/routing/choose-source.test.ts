import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { chooseSource, DOWN_MS, FRESH_MS, isRefused, NO_DATA_MS, PATIENCE_MS, withRefusal, type Choice, type Question, type Source } from "./choose-source";
import { orderSources } from "./order-sources";

const now = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const source = (provider: string, more: Partial<Source> = {}): Source => ({
  provider, registration: provider === "ups" ? "none" : "required", restsUntil: 0, failingSince: null, callAt: now, registerAt: now, ...more,
});
const ask = (sources: Source[], more: Partial<Question> = {}): Choice =>
  chooseSource({ sources, holder: null, refusals: [], tried: new Set(), urgency: "normal", shippedAt: now - 5 * DAY, now, ...more });
const registered = (provider: string, more: object = {}) => ({ holder: { provider, status: "registered" as const, registeredAt: now - HOUR, told: false, ...more } });

describe("chooseSource", () => {
  it("asks the first that can be asked, registering where that must be", () => {
    expect(ask([source("ups"), source("17track")])).toEqual({ kind: "ask", provider: "ups", register: false, end: null });
    expect(ask([source("17track"), source("aftership")])).toEqual({ kind: "ask", provider: "17track", register: true, end: null });
    expect(ask([])).toEqual({ kind: "nobody" });
  });

  it("goes on to the next when one has no data, but takes a fresh number to nobody who charges", () => {
    expect(ask([source("ups"), source("17track")], { tried: new Set(["ups"]) })).toMatchObject({ provider: "17track", register: true });
    expect(ask([source("ups"), source("17track")], { tried: new Set(["ups"]), shippedAt: now - HOUR })).toEqual({ kind: "wait", provider: "ups", until: now - HOUR + FRESH_MS });
    expect(ask([source("ups"), source("17track")], { tried: new Set(["ups"]), shippedAt: now - HOUR, ...registered("17track") })).toMatchObject({ kind: "ask", provider: "17track", register: false });
  });

  it("asks whoever holds the number, and nobody else who would have to register it", () => {
    const both = [source("aftership"), source("17track")];
    expect(ask(both, registered("17track"))).toMatchObject({ provider: "17track", register: false });
    expect(ask(both, { ...registered("17track"), tried: new Set(["17track"]) })).toEqual({ kind: "nobody" });
  });

  it("moves a registration after 3 days without data, a day of outage, or when its holder is gone; ending it first", () => {
    const both = [source("17track"), source("aftership")];
    const tried = new Set(["17track"]);
    const moved = { kind: "ask", provider: "aftership", register: true, end: "17track" };
    expect(ask(both, { ...registered("17track", { registeredAt: now - NO_DATA_MS }), tried })).toEqual(moved);
    expect(ask(both, { ...registered("17track", { registeredAt: now - NO_DATA_MS, told: true }), tried })).toEqual({ kind: "nobody" });
    expect(ask([source("17track", { failingSince: now - DOWN_MS, restsUntil: now + MINUTE }), source("aftership")], registered("17track"))).toEqual(moved);
    expect(ask([source("17track", { failingSince: now - HOUR, restsUntil: now + MINUTE }), source("aftership")], registered("17track"))).toMatchObject({ kind: "wait" });
    expect(ask([source("aftership")], registered("17track"))).toEqual(moved);
    expect(ask([source("aftership")], registered("17track", { status: "ending" }))).toEqual({ kind: "nobody" });
    expect(ask([source("aftership")], registered("17track", { status: "claiming", registeredAt: now - 9 * DAY }))).toEqual({ kind: "nobody" });
  });

  it("waits for a short rest or a quota's pace before anybody is paid; not for a long one, nor for who is down", () => {
    const paying = source("17track");
    expect(ask([source("ups", { restsUntil: now + MINUTE }), paying])).toEqual({ kind: "wait", provider: "ups", until: now + MINUTE });
    expect(ask([source("ups", { callAt: now + PATIENCE_MS.normal + 1 }), paying])).toMatchObject({ provider: "17track" });
    expect(ask([source("ups", { callAt: now + PATIENCE_MS.urgent + 1 }), paying], { urgency: "urgent" })).toMatchObject({ provider: "17track" });
    expect(ask([source("ups", { restsUntil: now + MINUTE, failingSince: now - PATIENCE_MS.normal }), paying])).toMatchObject({ provider: "17track" });
    expect(ask([source("ups", { restsUntil: now + MINUTE }), paying], registered("17track"))).toMatchObject({ kind: "ask", provider: "17track" });
  });

  it("takes over from who is over quota before it registers, and waits where the month's money is spent", () => {
    expect(ask([source("17track", { registerAt: now + 6 * DAY }), source("aftership")])).toMatchObject({ provider: "aftership", register: true });
    expect(ask([source("17track", { registerAt: now + 6 * DAY })])).toEqual({ kind: "wait", provider: "17track", until: now + 6 * DAY });
  });

  it("leaves out who refused: for a day, then three, then for good", () => {
    const once = withRefusal([], "17track", "not a number", now);
    const twice = withRefusal(once, "17track", "not a number", now);
    const thrice = withRefusal(twice, "17track", "not a number", now);
    expect(ask([source("17track"), source("aftership")], { refusals: once })).toMatchObject({ provider: "aftership" });
    expect([isRefused(once, "17track", now + DAY), isRefused(twice, "17track", now + DAY), isRefused(twice, "17track", now + 3 * DAY)]).toEqual([false, true, false]);
    expect(isRefused(thrice, "17track", now + 1_000 * DAY)).toBe(true);
    expect(thrice).toEqual([{ provider: "17track", at: now, times: 3, reason: "not a number" }]);
  });

  it("never registers a number that another provider still holds without ending that first", () => {
    const sources = fc.array(
      fc.record({
        provider: fc.constantFrom("a", "b", "c"), registration: fc.constant("required" as const),
        restsUntil: fc.integer({ min: now - DAY, max: now + DAY }), failingSince: fc.option(fc.integer({ min: now - 3 * DAY, max: now }), { nil: null }),
        callAt: fc.integer({ min: now - DAY, max: now + DAY }), registerAt: fc.integer({ min: now - DAY, max: now + DAY }),
      }), { maxLength: 3 });
    const holder = fc.record({ provider: fc.constantFrom("a", "b", "c", "d"), status: fc.constantFrom("claiming" as const, "registered" as const, "ending" as const), registeredAt: fc.integer({ min: now - 9 * DAY, max: now }), told: fc.boolean() });
    fc.assert(fc.property(sources, holder, fc.uniqueArray(fc.constantFrom("a", "b", "c")), (list, held, tried) => {
      const choice = ask(list, { holder: held, tried: new Set(tried) });
      if (choice.kind === "ask" && choice.provider !== held.provider) expect([choice.register, choice.end, held.status]).toEqual([true, held.provider, "registered"]);
      if (choice.kind === "wait") expect(choice.until).toBeGreaterThan(now);
      if (choice.kind === "ask") expect(tried).not.toContain(choice.provider);
    }));
  });
});

describe("orderSources", () => {
  const connected = [
    { provider: "17track", kind: "aggregator" as const }, { provider: "ups", kind: "carrier" as const },
    { provider: "aftership", kind: "aggregator" as const }, { provider: "usps", kind: "carrier" as const },
  ];
  const names = (carrier: string | null, route?: { first: string[]; never: string[] }) => orderSources(connected, carrier, route).map((each) => each.provider);

  it("is the carrier's own connection, then the aggregators in the shop's order", () => {
    expect(names("ups")).toEqual(["ups", "17track", "aftership"]);
    expect(names("evri")).toEqual(["17track", "aftership"]);
    expect(names(null)).toEqual(["17track", "aftership"]);
  });

  it("obeys the merchant's exceptions", () => {
    expect(names("ups", { first: ["aftership"], never: ["17track"] })).toEqual(["aftership", "ups"]);
    expect(names("ups", { first: ["aftership", "17track"], never: [] })).toEqual(["aftership", "17track", "ups"]);
    expect(names("ups", { first: [], never: ["ups", "17track", "aftership"] })).toEqual([]);
  });
});

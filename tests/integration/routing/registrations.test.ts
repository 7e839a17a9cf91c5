import { describe, expect, it } from "vitest";

import { disconnectCarrier } from "~/use-cases/connect-carrier";
import { resumeTracking, stopTracking } from "~/use-cases/stop-tracking";

import { accept, refuse, scans, trouble } from "./fake-providers";
import { DAY, HOUR, START, registrationTests } from "./registration-world";
import { poll } from "./routing-world";

const { database, world } = registrationTests();

describe("registrations", () => {
  it("two workers at once, and two shipments with one number, pay once", async () => {
    const slowly = async (numbers: string[]) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return accept(numbers);
    };
    const { context, providers, shopId, ids } = await world((all) => all.aggregator("17track", { register: slowly }), ["17track"], 2, "SHARED1");
    await Promise.all([poll(context, shopId, [ids[0] ?? ""]), poll(context, shopId, [ids[1] ?? ""]), poll(context, shopId, ids)]);
    expect(providers.of("17track", "register").flatMap((each) => each.numbers)).toEqual(["SHARED1"]);
    expect(await database().prisma.aggregatorRegistration.findMany({ where: { shopId } })).toMatchObject([{ provider: "17track", status: "registered" }]);
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ units: 1, unitsOn: "2026-11" });
  });

  it("a crash between claim and answer is taken up by the same provider, when its lease has ended", async () => {
    let crash = true;
    const { context, providers, shopId, ids, clock, registration } = await world((all) => {
      all.aggregator("17track", { register: (numbers) => { if (crash) throw new Error("the power went"); return accept(numbers); } });
      all.aggregator("aftership");
    }, ["17track", "aftership"]);
    await expect(poll(context, shopId, ids)).rejects.toThrow("the power went");
    expect(await registration()).toMatchObject({ status: "claiming", provider: "17track" });
    crash = false;
    await poll(context, shopId, ids);
    expect(providers.of("17track", "register")).toHaveLength(1);
    clock.now += 6 * 60_000;
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ status: "registered", provider: "17track" });
    expect(providers.of("aftership", "register")).toHaveLength(0);
  });

  it("no answer to a registration may mean that it is paid: it is tried again there, not elsewhere", async () => {
    let silent = true;
    const { context, providers, shopId, ids, clock, registration } = await world((all) => {
      all.aggregator("17track", { register: (numbers) => (silent ? { ...trouble("unavailable"), uncertain: numbers } : accept(numbers)) });
      all.aggregator("aftership");
    }, ["17track", "aftership"]);
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ status: "claiming", provider: "17track" });
    silent = false;
    clock.now += 10 * 60_000;
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ status: "registered", provider: "17track" });
    expect(providers.of("aftership", "register")).toHaveLength(0);
  });

  it("who refuses a number is passed over and not asked again at once; the reason is kept", async () => {
    const { context, providers, shopId, ids, registration, clock } = await world((all) => {
      all.aggregator("17track", { register: refuse });
      all.aggregator("aftership", { track: scans(START - HOUR) });
    }, ["17track", "aftership"]);
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ status: "registered", provider: "aftership", refusals: [{ provider: "17track", times: 1, reason: "not a number of ours" }] });
    clock.now += 2 * DAY;
    await poll(context, shopId, ids);
    expect(providers.of("17track", "register")).toHaveLength(1);
  });

  it("refused by all: kept with the reason, asked again after a day, and after three, then never", async () => {
    const { context, providers, shopId, ids, registration, clock } = await world((all) => all.aggregator("17track", { register: refuse }), ["17track"]);
    for (let day = 0; day < 20; day += 1) {
      await poll(context, shopId, ids);
      clock.now += DAY;
    }
    expect(providers.of("17track", "register")).toHaveLength(3);
    expect(await registration()).toMatchObject({ status: "refused", problem: "not a number of ours" });
  });

  it("over quota or down before it registers: the next takes over at once", async () => {
    for (const kind of ["rate_limit", "unavailable", "auth"] as const) {
      const { context, providers, shopId, ids, registration } = await world((all) => {
        all.aggregator("17track", { register: () => trouble(kind) });
        all.aggregator("aftership", { track: scans(START - HOUR) });
      }, ["17track", "aftership"]);
      await poll(context, shopId, ids);
      expect(await registration()).toMatchObject({ status: "registered", provider: "aftership" });
      expect(providers.mostAtOnce()).toBe(1);
    }
  });

  it("a quota that is said to be spent number by number is asked of once", async () => {
    const spent = (numbers: string[]) => ({ accepted: [], problems: numbers.map((number) => ({ kind: "rate_limit" as const, number, message: "No quota.", code: "-18019908", retryAfterMs: null })) });
    const { context, providers, shopId, ids } = await world((all) => all.aggregator("17track", { register: spent }), ["17track"], 2);
    await poll(context, shopId, ids);
    expect(providers.of("17track", "register")).toHaveLength(1);
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ lastProblem: "rate_limit", units: 0 });
  });

  it("told nothing for 3 days: the next takes over, after the first was told to stop, and it is not taken back", async () => {
    const { context, providers, shopId, ids, registration, clock } = await world((all) => {
      all.aggregator("17track");
      all.aggregator("aftership");
    }, ["17track", "aftership"]);
    await poll(context, shopId, ids);
    clock.now += 2.9 * DAY;
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ provider: "17track" });
    clock.now += 0.2 * DAY;
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ provider: "aftership", status: "registered" });
    expect(providers.calls.filter((each) => each.what !== "track").map((each) => `${each.provider} ${each.what}`)).toEqual(["17track register", "17track unregister", "aftership register"]);
    clock.now += HOUR;
    await poll(context, shopId, ids);
    expect([providers.mostAtOnce(), providers.of("17track", "register").length]).toEqual([1, 1]);
  });

  it("a registration that cannot be ended stays, and is not paid for a second time", async () => {
    const { context, providers, shopId, ids, registration, clock } = await world((all) => {
      all.aggregator("17track", { unregister: () => trouble("unavailable") });
      all.aggregator("aftership");
    }, ["17track", "aftership"]);
    await poll(context, shopId, ids);
    clock.now += 4 * DAY;
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ provider: "17track", status: "registered", attempts: 1 });
    expect(providers.of("aftership", "register")).toHaveLength(0);
  });

  it("stopped: the provider is told with retries; resumed: it is told again", async () => {
    let away = true;
    const { context, providers, shopId, ids, registration, review, clock } = await world(
      (all) => all.aggregator("17track", { unregister: (numbers) => (away ? trouble("unavailable") : accept(numbers)) }), ["17track"]);
    await poll(context, shopId, ids);
    await review();
    expect(providers.of("17track", "unregister")).toHaveLength(0);
    await stopTracking(context, { shopId, shipmentIds: ids });
    await review();
    expect(await registration()).toMatchObject({ status: "registered", attempts: 1, problem: "unavailable it is" });
    away = false;
    await review();
    expect(providers.of("17track", "unregister")).toHaveLength(1);
    clock.now += 11 * 60_000;
    await review();
    expect(await registration()).toMatchObject({ status: "ended" });
    await resumeTracking(context, { shopId, shipmentIds: ids });
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ status: "registered" });
    expect(providers.of("17track", "register")).toHaveLength(2);
  });

  it("a number that another shipment still uses is kept; one that all are done with is ended", async () => {
    const { context, providers, shopId, ids, review, registration, clock } = await world((all) => all.aggregator("17track"), ["17track"], 2, "SHARED2");
    await poll(context, shopId, ids);
    await stopTracking(context, { shopId, shipmentIds: ids.slice(0, 1) });
    await review();
    expect(await registration()).toMatchObject({ status: "registered" });
    await database().prisma.shipment.update({ where: { id: ids[1] }, data: { trackingState: "ended", nextPollAt: null } });
    clock.now += DAY;
    await review();
    expect(await registration()).toMatchObject({ status: "ended" });
    expect(providers.of("17track", "unregister")).toHaveLength(1);
  });

  it("disconnecting ends its numbers with the credentials it still has, then forgets them; another may take over", async () => {
    const { context, providers, shopId, ids, review, registration } = await world((all) => {
      all.aggregator("17track");
      all.aggregator("aftership");
    }, ["17track", "aftership"]);
    await poll(context, shopId, ids);
    expect(await disconnectCarrier(context, { shopId, provider: "17track" })).toBe(true);
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId, provider: "17track" } })).toMatchObject({ enabled: false });
    await review();
    expect(providers.of("17track", "unregister")).toHaveLength(1);
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId, provider: "17track" } })).toBeNull();
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ provider: "aftership", status: "registered" });
    expect(providers.mostAtOnce()).toBe(1);
  });
});

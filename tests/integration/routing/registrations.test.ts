import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { claimDueRegistrations } from "~/db/registrations.server";
import { disconnectCarrier } from "~/use-cases/connect-carrier";
import { reviewRegistrations } from "~/use-cases/end-registrations";
import { resumeTracking, stopTracking } from "~/use-cases/stop-tracking";
import { openTestDatabase } from "~tests/setup/test-database";

import { accept, fakeProviders, refuse, scans, trouble } from "./fake-providers";
import { addShipments, addShop, forgetShops } from "./routing-rows";
import { connect, poll, routingContext } from "./routing-world";

const START = Date.UTC(2026, 10, 25, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => forgetShops(db));

async function world(build: (providers: ReturnType<typeof fakeProviders>) => void, connected: string[], numbers = 1, shared?: string) {
  const clock = { now: START };
  const providers = fakeProviders();
  build(providers);
  const context = routingContext(db, clock, providers);
  const shopId = await addShop(db, START);
  for (const provider of connected) await connect(context, shopId, provider);
  const ids = await addShipments(db, shopId, numbers, { nextPollAt: START, now: START, carrier: "evri", number: (index) => shared ?? `N${index}X${shopId.slice(0, 8).toUpperCase()}` });
  const row = (id = ids[0] ?? "") => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
  const registration = async () => db.prisma.aggregatorRegistration.findFirst({ where: { shopId } });
  /** Does what the worker does with registrations that are due. */
  const review = async () => {
    for (const job of await db.transaction((tx) => claimDueRegistrations(tx, clock.now, 60_000, 100))) await reviewRegistrations(context, job);
  };
  return { clock, providers, context, shopId, ids, row, registration, review };
}

describe("registrations", () => {
  it("two workers at once, and two shipments with one number, pay once", async () => {
    const slowly = async (numbers: string[]) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return accept(numbers);
    };
    const { context, providers, shopId, ids } = await world((all) => all.aggregator("17track", { register: slowly }), ["17track"], 2, "SHARED1");
    await Promise.all([poll(context, shopId, [ids[0] ?? ""]), poll(context, shopId, [ids[1] ?? ""]), poll(context, shopId, ids)]);
    expect(providers.of("17track", "register").flatMap((each) => each.numbers)).toEqual(["SHARED1"]);
    expect(await db.prisma.aggregatorRegistration.findMany({ where: { shopId } })).toMatchObject([{ provider: "17track", status: "registered" }]);
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ units: 1, unitsOn: "2026-11" });
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
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ lastProblem: "rate_limit", units: 0 });
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
    await db.prisma.shipment.update({ where: { id: ids[1] }, data: { trackingState: "ended", nextPollAt: null } });
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
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId, provider: "17track" } })).toMatchObject({ enabled: false });
    await review();
    expect(providers.of("17track", "unregister")).toHaveLength(1);
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId, provider: "17track" } })).toBeNull();
    await poll(context, shopId, ids);
    expect(await registration()).toMatchObject({ provider: "aftership", status: "registered" });
    expect(providers.mostAtOnce()).toBe(1);
  });
});

describe("budgets while polling", () => {
  it("a rate limit puts shipments off to when the provider said, and is nobody's failure", async () => {
    const { context, shopId, ids, row } = await world((all) => all.carrier("evri", { track: () => trouble("rate_limit", 90_000) }), ["evri"], 3);
    await poll(context, shopId, ids);
    for (const id of ids) expect(await row(id)).toMatchObject({ pollFailures: 0, nextPollAt: new Date(START + 90_000) });
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ lastProblem: "rate_limit", pausedUntil: new Date(START + 90_000), calls: 1 });
  });

  it("a scarce quota goes to urgent shipments first; the others become due when there is some again", async () => {
    const { context, providers, shopId, ids, row, clock } = await world(
      (all) => all.carrier("evri", { limits: { batch: 1, perSecond: 1_000, perDay: 48 }, track: scans(START - HOUR) }), ["evri"], 40);
    const urgent = ids.slice(30);
    await db.prisma.shipment.updateMany({ where: { id: { in: urgent } }, data: { status: "OUT_FOR_DELIVERY", lastEventAt: new Date(START - HOUR) } });
    await db.prisma.carrierConnection.updateMany({ where: { shopId }, data: { calls: 15, callsOn: "2026-11-25" } });
    // 9:00: the even spread gives 19 (one ahead), a quarter of a day ahead 30.
    await poll(context, shopId, ids);
    expect(providers.calls).toHaveLength(10);
    const later = await Promise.all(ids.slice(0, 30).map(async (id) => (await row(id)).nextPollAt?.getTime() ?? 0));
    const sorted = [...later].sort((a, b) => a - b);
    expect(sorted[0]).toBeGreaterThan(START + 3 * HOUR - 1);
    expect((sorted[10] ?? 0) - (sorted[9] ?? 0)).toBeGreaterThan(HOUR / 4);
    expect(await row(ids[0])).toMatchObject({ pollFailures: 0 });
    clock.now = sorted[0] ?? 0;
    await poll(context, shopId, ids.slice(0, 2));
    expect(providers.calls).toHaveLength(11);
  });

  it("holds across workers that ask at the same moment", async () => {
    const { context, providers, shopId, ids } = await world((all) => all.carrier("evri", { limits: { batch: 1, perSecond: 1_000, perDay: 24 }, track: scans(START - HOUR) }), ["evri"], 60);
    await Promise.all([0, 1, 2].map((part) => poll(context, shopId, ids.slice(part * 20, part * 20 + 20))));
    // 9:00 of a day of 24 calls, half an hour ahead.
    expect(providers.calls).toHaveLength(9);
    expect(await db.prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ calls: 9 });
  });

  it("the merchant's monthly limit stops registering, and the next provider goes on", async () => {
    const { context, providers, shopId, ids } = await world((all) => {
      all.aggregator("17track");
      all.aggregator("aftership");
    }, ["17track", "aftership"], 5);
    // 2 cents each, 6 cents a month.
    await db.prisma.carrierConnection.updateMany({ where: { shopId, provider: "17track" }, data: { unitCost: 20_000n, monthlyLimit: 6n } });
    await poll(context, shopId, ids);
    expect([providers.of("17track", "register"), providers.of("aftership", "register")].map((list) => list.flatMap((each) => each.numbers).length)).toEqual([3, 2]);
  });

  it("a slow pace asks what fits into its turn and puts the rest off by that pace", async () => {
    const { context, providers, shopId, ids, row } = await world((all) => all.carrier("evri", { limits: { batch: 1, perSecond: 0.1, perDay: null }, track: scans(START - HOUR) }), ["evri"], 3);
    await poll(context, shopId, ids.slice(0, 1));
    await poll(context, shopId, ids.slice(1));
    expect(providers.calls).toHaveLength(1);
    expect((await Promise.all(ids.slice(1).map(row))).map((each) => each.nextPollAt?.getTime())).toEqual([START + 10_000, START + 20_000]);
  });
});

describe("subscriptions with a carrier", () => {
  it("are made once a number, beside asking, renewed before they end, and only where pushes can be verified", async () => {
    const DAYS = 14;
    const made: string[][] = [];
    const { context, providers, shopId, ids, clock, row } = await world((all) => {
      all.carrier("evri", { track: scans(START - HOUR) });
      const evri = all.adapters.get("evri");
      if (evri) {
        evri.subscription = { livesMs: DAYS * DAY, wanted: (credentials) => Boolean(credentials["credential"]) };
        evri.register = async (queries) => {
          made.push(queries.map((query) => query.number));
          return accept(queries.map((query) => query.number));
        };
      }
    }, ["evri"], 2);
    await poll(context, shopId, ids);
    expect(made).toEqual([]);
    await db.prisma.carrierConnection.updateMany({ where: { shopId }, data: { credentials: context.secrets.encrypt('{"credential":"x"}', "connection.credentials") } });
    await Promise.all([poll(context, shopId, ids), poll(context, shopId, ids)]);
    expect(made.flat().sort()).toEqual((await Promise.all(ids.map(row))).map((each) => each.number).sort());
    // As long as it pushes, asking is a safety net.
    const before = (await row()).nextPollAt?.getTime() ?? 0;
    await db.prisma.carrierConnection.updateMany({ where: { shopId }, data: { lastPushAt: new Date(clock.now - HOUR) } });
    await poll(context, shopId, ids);
    const after = (await row()).nextPollAt?.getTime() ?? 0;
    expect(before - clock.now).toBeLessThan(9 * HOUR);
    expect(after - clock.now).toBeGreaterThan(10 * HOUR);
    clock.now += 12 * DAY;
    await poll(context, shopId, ids);
    expect(made.flat()).toHaveLength(2);
    clock.now += 1.5 * DAY;
    await poll(context, shopId, ids);
    expect(made.flat()).toHaveLength(4);
    expect(providers.of("evri", "track").length).toBeGreaterThan(3);
  });
});

import { describe, expect, it } from "vitest";

import { scans, trouble } from "./fake-providers";
import { HOUR, START, registrationTests } from "./registration-world";
import { poll } from "./routing-world";

const { database, world } = registrationTests();

describe("budgets while polling", () => {
  it("a rate limit puts shipments off to when the provider said, and is nobody's failure", async () => {
    const { context, shopId, ids, row } = await world((all) => all.carrier("evri", { track: () => trouble("rate_limit", 90_000) }), ["evri"], 3);
    await poll(context, shopId, ids);
    for (const id of ids) expect(await row(id)).toMatchObject({ pollFailures: 0, nextPollAt: new Date(START + 90_000) });
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ lastProblem: "rate_limit", pausedUntil: new Date(START + 90_000), calls: 1 });
  });

  it("a scarce quota goes to urgent shipments first; the others become due when there is some again", async () => {
    const { context, providers, shopId, ids, row, clock } = await world(
      (all) => all.carrier("evri", { limits: { batch: 1, perSecond: 1_000, perDay: 48 }, track: scans(START - HOUR) }), ["evri"], 40);
    const urgent = ids.slice(30);
    await database().prisma.shipment.updateMany({ where: { id: { in: urgent } }, data: { status: "OUT_FOR_DELIVERY", lastEventAt: new Date(START - HOUR) } });
    await database().prisma.carrierConnection.updateMany({ where: { shopId }, data: { calls: 15, callsOn: "2026-11-25" } });
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
    expect(await database().prisma.carrierConnection.findFirst({ where: { shopId } })).toMatchObject({ calls: 9 });
  });

  it("the merchant's monthly limit stops registering, and the next provider goes on", async () => {
    const { context, providers, shopId, ids } = await world((all) => {
      all.aggregator("17track");
      all.aggregator("aftership");
    }, ["17track", "aftership"], 5);
    // 2 cents each, 6 cents a month.
    await database().prisma.carrierConnection.updateMany({ where: { shopId, provider: "17track" }, data: { unitCost: 20_000n, monthlyLimit: 6n } });
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

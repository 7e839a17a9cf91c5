import { describe, expect, it } from "vitest";

import { accept, scans } from "./fake-providers";
import { DAY, HOUR, START, registrationTests } from "./registration-world";
import { poll } from "./routing-world";

const { database, world } = registrationTests();

describe("subscriptions with a carrier", () => {
  it("are made once a number, beside asking, renewed before they end, and only where pushes can be verified", async () => {
    const DAYS = 14;
    const made: string[][] = [];
    const { context, providers, shopId, ids, clock, row } = await world((all) => {
      all.carrier("evri", { track: scans(START - HOUR) });
      const evri = all.adapters.get("evri");
      if (evri) {
        // What is no field of the adapter is not handed to it.
        evri.credentials = [{ key: "credential", label: "Secret", kind: "secret", required: false, help: "" }];
        evri.subscription = { livesMs: DAYS * DAY, wanted: (credentials) => Boolean(credentials["credential"]) };
        evri.register = async (queries) => {
          made.push(queries.map((query) => query.number));
          return accept(queries.map((query) => query.number));
        };
      }
    }, ["evri"], 2);
    await poll(context, shopId, ids);
    expect(made).toEqual([]);
    await database().prisma.carrierConnection.updateMany({ where: { shopId }, data: { credentials: context.secrets.encrypt('{"credential":"x"}', "connection.credentials") } });
    await Promise.all([poll(context, shopId, ids), poll(context, shopId, ids)]);
    expect(made.flat().sort()).toEqual((await Promise.all(ids.map(row))).map((each) => each.number).sort());
    // As long as it pushes, asking is a safety net.
    const before = (await row()).nextPollAt?.getTime() ?? 0;
    await database().prisma.carrierConnection.updateMany({ where: { shopId }, data: { lastPushAt: new Date(clock.now - HOUR) } });
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

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { Database } from "~/db/database.server";
import { ups } from "~/integrations/carriers/ups";
import { createHttpClients } from "~/integrations/http/http-client.server";
import { createTokenCache } from "~/integrations/http/token-cache";
import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentConnections } from "~/presenters/admin/connections";
import { pollShipments } from "~/use-cases/poll-shipments";
import { testConnection } from "~/use-cases/test-connection";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";
import { createCarrierSimulator } from "~tests/simulator/carriers";
import { simCarrier } from "~tests/simulator/carriers/carriers";
import { towns } from "~tests/simulator/carriers/places";
import { demoCredentials } from "~tests/simulator/carriers/world";

import { addShipments, addShop, forgetShops } from "./routing-rows";

const START = Date.UTC(2026, 10, 25, 9);
const MINUTE = 60_000;
const OPEN_MS = 60_000;
const clock = { now: START };
const simulator = createCarrierSimulator({ now: () => clock.now });
let db: Database;
let base = "";
let worlds = 0;

beforeAll(async () => {
  // A circuit rests by the system's clock: it stands still, so that a slow machine does not end a rest too soon.
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  db = await openTestDatabase();
  base = `http://127.0.0.1:${await simulator.listen(0)}/ups`;
});
afterAll(async () => {
  vi.useRealTimers();
  await simulator.close();
  await db.close();
});
beforeEach(() => forgetShops(db));

async function world() {
  clock.now = START;
  simulator.faults.set("ups", null);
  const context = testContext(db, clock, {
    carriers: { all: [ups], find: (code) => (code === "ups" ? ups : null), baseUrls: { ups: base } },
    http: createHttpClients({ now: () => clock.now, sleep: async () => undefined, circuit: { failures: 6, openMs: OPEN_MS } }),
    tokens: createTokenCache(() => clock.now),
  });
  const shopId = await addShop(db, START);
  await db.prisma.carrierConnection.create({
    data: {
      shopId, provider: "ups", webhookToken: shopId, createdAt: new Date(START), dailyLimit: 500,
      credentials: context.secrets.encrypt(JSON.stringify(demoCredentials.ups), "connection.credentials"),
    },
  });
  const number = simCarrier("ups").number((worlds += 1));
  const [from, to] = [towns.US?.[0], towns.US?.[8]];
  if (!from || !to) throw new Error("no such town");
  simulator.book.add({ number, carrier: "ups", journey: "normal", origin: from, destination: to, shippedAt: START - 30 * 60 * MINUTE });
  const [id = ""] = await addShipments(db, shopId, 1, { nextPollAt: START, now: START, number: () => number });
  let rounds = 0;
  return {
    context, shopId,
    poll: () => pollShipments(context, { id: `${shopId} ${(rounds += 1)}`, shopId, shipmentIds: [id] }),
    shipment: () => db.prisma.shipment.findUniqueOrThrow({ where: { id } }),
    asked: () => simulator.calls.length,
    health: async () => {
      const page = await presentConnections(db.prisma, {
        shop: { id: shopId, domain: "", currency: "USD" }, providers: [ups], secrets: context.secrets, names: carrierNames([ups]), appUrl: "", now: clock.now,
      });
      const health = page.connected[0]?.health;
      if (!health) throw new Error("not connected");
      return health;
    },
  };
}

describe("a connection's health, over real HTTP", () => {
  it("fails, opens its circuit, is probed, and clears itself when the provider is back", async () => {
    const { poll, health, asked, shipment, context } = await world();
    await poll();
    expect(await health()).toMatchObject({ failing: false, callsPerDay: 500, advice: null });
    expect((await shipment()).eventCount).toBeGreaterThan(0);

    simulator.faults.set("ups", "failing");
    const before = asked();
    clock.now += 60 * MINUTE;
    await poll();
    // The shipment is not blamed: it waits for the connection.
    expect(await shipment()).toMatchObject({ pollFailures: 0, nextPollAt: new Date(clock.now + 2 * MINUTE) });
    expect(await health()).toMatchObject({ failing: true, failingSince: new Date(clock.now).toISOString(), pausedUntil: new Date(clock.now + 2 * MINUTE).toISOString(), advice: expect.stringContaining("asked again by itself") });
    // While it rests nobody asks at all.
    await poll();
    const rested = asked();
    clock.now += 3 * MINUTE;
    await poll();
    // Six failures in a row have opened the circuit: the next requests do not go out.
    clock.now += 20 * MINUTE;
    const open = asked();
    await poll();
    expect(asked()).toBe(open);
    expect(open - before).toBe(6);
    expect(rested).toBeLessThan(open);
    expect(await health()).toMatchObject({ failing: true });

    // Half open: one request goes out to see; it fails, and the circuit opens again.
    vi.setSystemTime(Date.now() + OPEN_MS + 1);
    clock.now += 30 * MINUTE;
    await poll();
    expect(asked()).toBe(open + 1);

    simulator.faults.set("ups", null);
    vi.setSystemTime(Date.now() + OPEN_MS + 1);
    clock.now += 30 * MINUTE;
    await poll();
    expect(await health()).toMatchObject({ failing: false, failingSince: null, advice: null, pausedUntil: null, lastOkAt: new Date(clock.now).toISOString() });
    expect(await testConnection(context, { shopId: (await shipment()).shopId, provider: "ups" })).toMatchObject({ ok: true });
  });

  it("a rate limit is a rest as long as the provider says, no failure of anybody", async () => {
    const { poll, health, shipment } = await world();
    simulator.faults.set("ups", "rate_limited");
    await poll();
    expect(await health()).toMatchObject({ failing: false, pausedUntil: new Date(START + 30_000).toISOString(), advice: expect.stringContaining("pause") });
    expect(await shipment()).toMatchObject({ pollFailures: 0, nextPollAt: new Date(START + 30_000) });
  });

  it("refused credentials and pages that are no data are told as such, with what to do", async () => {
    for (const [fault, word] of [["auth", "credentials"], ["not_json", "maintenance page"]] as const) {
      const { poll, health, shipment } = await world();
      simulator.faults.set("ups", fault);
      await poll();
      expect(await health()).toMatchObject({ failing: true, advice: expect.stringContaining(word) });
      expect((await shipment()).pollFailures).toBe(0);
    }
  });

  it("counts what went out against the day, and says when it begins anew", async () => {
    const { poll, health } = await world();
    await poll();
    const { callsToday, callsLeft, resetsAt } = await health();
    // The token and the look-up.
    expect([callsToday, callsLeft, resetsAt]).toEqual([2, 498, "2026-11-26T00:00:00.000Z"]);
  });
});

import { randomUUID } from "node:crypto";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { carrierContextFor } from "~/use-cases/carrier-context";
import { uninstallShop } from "~/use-cases/uninstall-shop";
import { connectCarrier, disconnectCarrier } from "~/use-cases/connect-carrier";
import { findAdapter } from "~/integrations/carriers/registry";
import { connectionOf } from "~/db/connections.server";
import { lockShipments } from "~/db/shipments.server";
import { hearOfSubscriptions } from "~/use-cases/hear-of-subscriptions";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { subscribeNumbers } from "~/use-cases/subscribe-numbers";
import { demoCredentials } from "~tests/simulator/carriers/world";
import { openTestDatabase } from "~tests/setup/test-database";
import { makeFulfillment } from "~tests/integration/pipeline/shipment-rows";

import { pushWorld } from "./push-world";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 25, 9);
const clock = { now: START };
let db: Database;
let world: Awaited<ReturnType<typeof pushWorld>>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  clock.now = START;
  world = await pushWorld(db, clock);
});
afterEach(async () => {
  await world.close();
  await db.prisma.shop.deleteMany();
});

const row = (shopId: string) => db.prisma.carrierConnection.findFirst({ where: { shopId } });
const statusOf = async (id: string) => (await db.prisma.shipment.findUniqueOrThrow({ where: { id } })).status;

describe("the subscription of a USPS mailer id", () => {
  const connect = (shopId: string, more: Record<string, string> = { mailer_id: "900000001" }) =>
    connectCarrier(world.context, { shopId, provider: "usps", fields: { ...demoCredentials.usps, ...more } });
  const made = () => world.simulator.usps.all(clock.now);

  it("is made when the connection names one, with a secret of ours, and what it pushes is believed", async () => {
    const number = world.ship("usps", "normal", 1);
    const { shopId, id } = await makeFulfillment(db, [number], { carrier: "usps", shippedAt: START });
    await connect(shopId);
    expect(await world.keep()).toBe(1);
    const [one] = made();
    const connection = await row(shopId);
    expect(one).toMatchObject({ MID: "900000001", listenerURL: `${world.context.appUrl}/hooks/usps/${connection?.webhookToken}` });
    expect(one?.secret).toHaveLength(32);
    expect(connection).toMatchObject({ pushId: one?.subscriptionId, pushProblem: null, pushAttempts: 0 });

    clock.now += 20 * HOUR;
    world.simulator.book.sendNext(number);
    world.simulator.book.sendNext(number);
    expect(await world.push()).toEqual(["done"]);
    expect(await statusOf(id)).not.toBe("PENDING");
    expect(await world.push()).toEqual([]);
  });

  it("is none without a mailer id, and looked after once a day: made anew when USPS has dropped or suspended it", async () => {
    const { shopId } = await makeFulfillment(db, ["1"], { shippedAt: START });
    await connect(shopId, {});
    await world.keep();
    expect(made()).toEqual([]);
    expect(await row(shopId)).toMatchObject({ pushDueAt: null });

    await connect(shopId);
    await world.keep();
    const first = made()[0]?.subscriptionId;
    expect(await world.keep()).toBe(0);
    clock.now += DAY;
    expect(await world.keep()).toBe(1);
    expect(made()[0]?.subscriptionId).toBe(first);

    for (const trouble of ["dropped", "suspended"] as const) {
      const before = made()[0];
      if (before && trouble === "suspended") before.status = "SUSPENDED";
      if (before && trouble === "dropped") world.simulator.usps.remove(before.subscriptionId);
      clock.now += DAY;
      await world.keep();
      expect(made(), trouble).toHaveLength(1);
      expect(made()[0]).toMatchObject({ status: "ACTIVE" });
      expect(made()[0]?.subscriptionId).not.toBe(before?.subscriptionId);
      expect(await row(shopId)).toMatchObject({ pushId: made()[0]?.subscriptionId });
    }
  });

  it("is made anew for another mailer id or secret, and ended when none is named, when disconnected and when the app is uninstalled", async () => {
    const { shopId } = await makeFulfillment(db, ["1"], { shippedAt: START });
    await connect(shopId);
    await world.keep();
    await connect(shopId, { mailer_id: "900000002" });
    await world.keep();
    expect(made().map((one) => one.MID)).toEqual(["900000002"]);
    await connect(shopId, { mailer_id: "900000002", webhook_secret: "s".repeat(32) });
    await world.keep();
    expect(made().map((one) => one.secret)).toEqual(["s".repeat(32)]);
    await connect(shopId, {});
    await world.keep();
    expect([made(), (await row(shopId))?.pushId]).toEqual([[], null]);

    await connect(shopId);
    await world.keep();
    expect(await disconnectCarrier(world.context, { shopId, provider: "usps" })).toBe(true);
    expect(await row(shopId)).toMatchObject({ enabled: false });
    await world.keep();
    expect([made(), await row(shopId)]).toEqual([[], null]);

    await connect(shopId);
    await world.keep();
    const { domain } = await db.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    await uninstallShop(world.context, { domain });
    await world.keep();
    expect([made(), (await row(shopId))?.pushId]).toEqual([[], null]);
  });

  it("that cannot be made is told and tried again ever more seldom; one that cannot be ended is given up on", async () => {
    const { shopId } = await makeFulfillment(db, ["1"], { shippedAt: START });
    world.simulator.faults.set("usps", "auth");
    await connect(shopId);
    await world.keep();
    expect(await row(shopId)).toMatchObject({ pushId: null, pushAttempts: 1, pushProblem: "The provider refused the credentials.", failingSince: null, pausedUntil: null });
    clock.now += 9 * 60_000;
    expect(await world.keep()).toBe(0);
    clock.now += 2 * 60_000;
    world.simulator.faults.set("usps", null);
    await world.keep();
    expect(await row(shopId)).toMatchObject({ pushId: made()[0]?.subscriptionId, pushAttempts: 0, pushProblem: null });

    expect(await connect(shopId, { mailer_id: "900000001", webhook_secret: "too short" })).toEqual({ ok: false, errors: { webhook_secret: "USPS takes exactly 32 characters; this has 9." } });
    expect(await connect(shopId, { webhook_secret: "of a subscription made by hand" })).toMatchObject({ ok: true });

    await connect(shopId, { mailer_id: "900000001", webhook_secret: "t".repeat(32) });
    await world.keep();
    world.simulator.faults.set("usps", "failing");
    await disconnectCarrier(world.context, { shopId, provider: "usps" });
    for (let tries = 0; tries < 9; tries += 1) {
      expect(await world.keep(), `try ${tries + 1}`).toBe(1);
      expect(await row(shopId)).not.toBeNull();
      clock.now += DAY;
    }
    await world.keep();
    expect(await row(shopId)).toBeNull();
  });

  it("is one for two shops each, whoever's pushes come to whom", async () => {
    const number = world.ship("usps", "normal", 2);
    const [ours, theirs] = [await makeFulfillment(db, [number], { carrier: "usps", shippedAt: START }), await makeFulfillment(db, [randomUUID()], { carrier: "usps", shippedAt: START })];
    await connect(ours.shopId);
    await connect(theirs.shopId, { mailer_id: "900000002" });
    await world.keep();
    expect(new Set(made().map((one) => one.secret)).size).toBe(2);
    clock.now += 10 * HOUR;
    world.simulator.book.sendNext(number);
    expect((await world.push()).sort()).toEqual(["done", "ignored: None of its numbers belongs to a shipment of this shop."]);
    expect(await statusOf(theirs.id)).toBe("PENDING");
  });
});

describe("EasyPost's webhook", () => {
  const connect = (shopId: string, more: Record<string, string>) => connectCarrier(world.context, { shopId, provider: "easypost", fields: { api_key: "key", ...more } });

  it.each(["v1", "v2"])("is made at EasyPost when the connection wishes it, its pushes are believed (%s), and it is deleted with the wish", async (signature) => {
    const account = world.simulator.easypost.open("key");
    const number = world.ship("canada_post", "normal", 7);
    const { shopId, id } = await makeFulfillment(db, [number], { carrier: "canada_post", shippedAt: START });
    await connect(shopId, { signature });
    await world.keep();
    expect(account.webhookUrl).toBeNull();
    await connect(shopId, { webhook: "made", signature });
    await world.keep();
    expect(account).toMatchObject({ webhookUrl: `${world.context.appUrl}/hooks/easypost/${(await row(shopId))?.webhookToken}` });
    expect(account.webhookSecret).toHaveLength(32);

    const adapter = findAdapter("easypost");
    const connection = await connectionOf(db.prisma, shopId, "easypost", clock.now);
    if (!adapter?.register || !connection) throw new Error("not connected");
    await adapter.register([{ number, carrier: "canada_post", destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null }], carrierContextFor(world.context, adapter, connection));
    clock.now += 10 * HOUR;
    world.simulator.book.sendNext(number);
    expect(await world.push()).toEqual(["done"]);
    expect(await statusOf(id)).not.toBe("PENDING");

    await connect(shopId, { webhook: "own" });
    await world.keep();
    expect([account.webhookUrl, (await row(shopId))?.pushId]).toEqual([null, null]);
  });
});

describe("DHL's push", () => {
  const connect = (shopId: string, push: "on" | "off" = "on") =>
    connectCarrier(world.context, { shopId, provider: "dhl", fields: { ...demoCredentials.dhl, service: "express", push } });

  async function subscribe(shopId: string, ids: readonly string[]) {
    const adapter = findAdapter("dhl");
    const connection = await connectionOf(db.prisma, shopId, "dhl", clock.now);
    if (!adapter || !connection) throw new Error("not connected");
    const shipments = await db.transaction((tx) => lockShipments(tx, ids));
    await subscribeNumbers(world.context, shopId, { adapter, connection, kind: "carrier" } as Parameters<typeof subscribeNumbers>[2], shipments);
  }
  const subscriptions = (shopId: string) => db.prisma.carrierSubscription.findMany({ where: { shopId } });

  async function shipped(serials: readonly number[]) {
    const numbers = serials.map((serial) => world.ship("dhl_express", "normal", serial));
    return { numbers, ...(await makeFulfillment(db, numbers, { carrier: "dhl_express", shippedAt: START })) };
  }

  it("is subscribed, confirmed with the secret that DHL sends, relied on from then on, and believed", async () => {
    const { shopId, ids, numbers } = await shipped([1, 2]);
    await connect(shopId);
    await subscribe(shopId, ids);
    const [one] = world.simulator.dhl;
    expect(one?.shipmentIDs.toSorted()).toEqual(numbers.toSorted());
    expect(one).toMatchObject({ state: "created", uri: `${world.context.appUrl}/hooks/dhl/${(await row(shopId))?.webhookToken}` });
    expect(await subscriptions(shopId)).toMatchObject([{ live: false, externalId: one?.id }, { live: false, externalId: one?.id }]);

    expect(await world.push()).toEqual(["done"]);
    expect(world.simulator.dhl[0]?.state).toBe("ready");
    // Confirmed is not yet pushed: DHL has still to approve it.
    expect((await subscriptions(shopId)).map((each) => each.live)).toEqual([false, false]);

    clock.now += 10 * HOUR;
    for (const number of numbers) world.simulator.book.sendNext(number);
    expect(await world.push()).toEqual(["done"]);
    expect((await subscriptions(shopId)).map((each) => each.live)).toEqual([true, true]);
    expect(await Promise.all(ids.map(statusOf))).not.toContain("PENDING");
  });

  it("is not subscribed while the setting is off, and its subscriptions are ended when it is switched off or disconnected", async () => {
    const { shopId, ids } = await shipped([3]);
    await connect(shopId, "off");
    await subscribe(shopId, ids);
    expect(world.simulator.dhl).toEqual([]);
    await connect(shopId);
    await subscribe(shopId, ids);
    expect(world.simulator.dhl).toHaveLength(1);
    await connect(shopId, "off");
    await world.keep();
    expect([world.simulator.dhl, await subscriptions(shopId)]).toEqual([[], []]);

    await connect(shopId);
    await subscribe(shopId, ids);
    await disconnectCarrier(world.context, { shopId, provider: "dhl" });
    await world.keep();
    expect([world.simulator.dhl, await row(shopId)]).toEqual([[], null]);
  });

  it("needs the division, and that DHL refuses it keeps nobody from asking: it is told, and tried again a day later", async () => {
    const { shopId, ids } = await shipped([5]);
    expect(await connectCarrier(world.context, { shopId, provider: "dhl", fields: { ...demoCredentials.dhl, push: "on" } })).toEqual({ ok: false, errors: { service: "DHL's push needs the division." } });
    await connect(shopId);
    world.simulator.faults.set("dhl", "auth");
    await subscribe(shopId, ids);
    world.simulator.faults.set("dhl", null);
    expect(await row(shopId)).toMatchObject({ pausedUntil: null, failingSince: null, pushProblem: expect.stringContaining("Unauthorized") as string });
    clock.now += 23 * HOUR;
    await subscribe(shopId, ids);
    expect(world.simulator.dhl).toEqual([]);
    clock.now += 2 * HOUR;
    await subscribe(shopId, ids);
    expect(world.simulator.dhl).toHaveLength(1);
    expect(await row(shopId)).toMatchObject({ pushProblem: null });
  });

  it("is confirmed again when the first try fails, and not twice; one that DHL ends is made anew", async () => {
    const { shopId, ids } = await shipped([4]);
    await connect(shopId);
    await subscribe(shopId, ids);
    world.simulator.faults.set("dhl", "failing");
    expect(await world.push()).toEqual([expect.stringMatching(/^pending: The subscription could not be confirmed/) as string]);
    world.simulator.faults.set("dhl", null);
    expect(world.simulator.dhl[0]?.state).toBe("asked");
    clock.now += HOUR;
    const [waiting] = await db.prisma.delivery.findMany({ where: { status: "pending" } });
    await processDeliveries(world.context, { deliveryIds: [String(waiting?.id)] });
    expect(world.simulator.dhl[0]?.state).toBe("ready");

    const adapter = findAdapter("dhl");
    if (!adapter) throw new Error("no adapter");
    const tell = (scope: string, more: object = {}) =>
      hearOfSubscriptions(world.context, {
        shopId, adapter,
        group: [{ id: "1", source: "dhl", shopDomain: "", topic: "", attempts: 0, receivedAt: clock.now, body: Buffer.from(JSON.stringify({ scope: `subscription.${scope}`, self: `https://elsewhere.example/tracking/push/v1/subscription/${world.simulator.dhl[0]?.id}`, ...more })) } as unknown as Parameters<typeof hearOfSubscriptions>[1]["group"][number]],
      });
    expect([...(await tell("ready")).values()]).toEqual([{ kind: "done" }]);
    expect(await subscriptions(shopId)).toMatchObject([{ live: true }]);
    const calls = world.simulator.calls.length;
    expect([...(await tell("validate", { secret: "again" })).values()]).toEqual([{ kind: "ignored", reason: "This subscription pushes already." }]);
    expect([...(await tell("activate")).values()]).toEqual([{ kind: "ignored", reason: "The carrier has still to open this subscription." }]);
    expect(world.simulator.calls.length).toBe(calls);
    expect([...(await tell("delete")).values()]).toEqual([{ kind: "done" }]);
    expect(await subscriptions(shopId)).toEqual([]);
  });
});

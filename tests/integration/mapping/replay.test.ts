import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { openShop } from "~/db/shops.server";
import { enqueueDue } from "~/use-cases/enqueue-due";
import { previewMapping } from "~/use-cases/preview-mapping";
import { replayMapping } from "~/use-cases/replay-mapping";
import { uninstallShop } from "~/use-cases/uninstall-shop";
import { openTestDatabase } from "~tests/setup/test-database";

import { HOUR, makeWorld, quarked, rule, scan, START, type World } from "./mapping-world";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const states = async (world: World) =>
  Object.fromEntries((await db.prisma.shipment.findMany({ where: { shopId: world.shopId }, orderBy: { id: "asc" } })).map((row) => [row.id, `${row.status} ${row.detail}`]));

describe("a change of the mapping", () => {
  it("does to history exactly what its preview said, and its removal restores it", async () => {
    const world = await makeWorld(db);
    const turned = [await world.ship(scan("IN_TRANSIT", 2), quarked(20)), await world.ship(scan("IN_TRANSIT", 2), quarked(21, { text: "QUARKED  at hub." }))];
    const overtaken = await world.ship(quarked(3), scan("OUT_FOR_DELIVERY", 28));
    const other = await world.ship(scan("IN_TRANSIT", 2));
    const before = await states(world);

    const preview = await previewMapping(world.context, { shopId: world.shopId, changes: [rule("READY_FOR_PICKUP", { text: "quarked at hub" }, "locker")] });
    expect(preview).toMatchObject({
      base: 0, rules: { total: 1, first: [{ before: null, to: { status: "READY_FOR_PICKUP", detail: "locker" } }] }, scans: 3, shipments: 3, looked: 3, changed: 2, becomeDelivered: 0,
      moves: [{ from: "IN_TRANSIT", to: "READY_FOR_PICKUP", count: 2 }],
    });
    expect(preview.examples.map((each) => each.id).sort()).toEqual([...turned].sort());
    expect(await states(world)).toEqual(before);

    expect(await world.change([rule("READY_FOR_PICKUP", { text: "quarked at hub" }, "locker")], true)).toEqual({ ok: true, version: 1, shipments: 3 });
    await world.replay();
    const after = await states(world);
    expect(after).toEqual({ ...before, ...Object.fromEntries(preview.examples.map((each) => [each.id, `${each.after.status} ${each.after.detail}`])) });
    expect(after[overtaken]).toBe("OUT_FOR_DELIVERY null");
    expect(after[other]).toBe("IN_TRANSIT null");
    expect(await world.latest()).toMatchObject({ number: 1, replay: "done", replayTotal: 3, replayDone: 3, replayChanged: 2, nextDueAt: null });

    const back = await previewMapping(world.context, { shopId: world.shopId, changes: [rule(null, { text: "Quarked at Hub" })] });
    expect(back).toMatchObject({ base: 1, changed: 2, moves: [{ from: "READY_FOR_PICKUP", to: "IN_TRANSIT", count: 2 }] });
    await world.change([rule(null, { text: "Quarked at Hub" })], true);
    await world.replay();
    expect(await states(world)).toEqual(before);
    // The facts were never touched.
    expect(await db.prisma.trackingEvent.count({ where: { shopId: world.shopId, code: "ZZ", status: "UNKNOWN", mapping: null } })).toBe(3);
  });

  it("overrides a built-in reading, and warns of what becomes delivered", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(scan("OUT_FOR_DELIVERY", 20));
    const preview = await previewMapping(world.context, { shopId: world.shopId, changes: [rule("DELIVERED", { code: "OU" }, "safe_place")] });
    expect(preview).toMatchObject({ changed: 1, becomeDelivered: 1, examples: [{ id, before: { status: "OUT_FOR_DELIVERY" }, after: { status: "DELIVERED", detail: "safe_place" } }] });
  });

  it("looks at the newest shipments only when there are very many, and says so", async () => {
    const world = await makeWorld(db);
    for (let each = 0; each < 4; each += 1) await world.ship(quarked(2 + each));
    expect(await previewMapping(world.context, { shopId: world.shopId, changes: [rule("IN_TRANSIT")] }, 3)).toMatchObject({ shipments: 4, looked: 3, changed: 3 });
  });
});

describe("a replay", () => {
  it("writes to nobody about the past, neither then nor later, and tells Shopify only what is news", async () => {
    const world = await makeWorld(db);
    const old = await world.ship(quarked(1));
    const fresh = await world.ship(quarked(29));
    expect(await world.messages()).toEqual([]);
    world.clock.now = START + 60 * HOUR;
    await world.change([rule("DELIVERED")], true);
    await world.replay();
    expect([await world.statusOf(old), await world.statusOf(fresh)]).toEqual(["DELIVERED", "DELIVERED"]);
    expect(await world.messages()).toEqual([]);
    expect(await world.writeBacks()).toMatchObject([
      { shipmentId: old, status: "DELIVERED", state: "skipped", error: expect.stringContaining("history") as string, nextDueAt: null },
      { shipmentId: fresh, status: "DELIVERED", state: "queued" },
    ]);
    expect(world.context.jobs.map((job) => job.name)).not.toContain("send-notification");

    // The same computed once more, and the same scan told once more by the carrier: still nothing is news.
    await world.record(old, quarked(1), scan("UNKNOWN", 2, { code: "YY" }));
    await world.record(fresh, quarked(29));
    expect(await world.messages()).toEqual([]);
    expect(await world.writeBacks()).toHaveLength(2);
  });

  it("still tells what comes after it", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(quarked(1));
    await world.change([rule("IN_TRANSIT")], true);
    await world.replay();
    await world.record(id, scan("OUT_FOR_DELIVERY", 30));
    expect((await world.messages()).map((each) => each.trigger)).toEqual(["out_for_delivery"]);
  });

  it("keeps the past quiet for a shipment that hears something new before its turn comes", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(quarked(28));
    await world.change([rule("OUT_FOR_DELIVERY")], true);
    expect(await world.waiting()).toBe(1);
    await world.record(id, scan("DELIVERED", 30));
    // Neither "shipped" nor "out for delivery", which the new mapping reads in the past; the delivery is news.
    expect((await world.messages()).map((each) => each.trigger)).toEqual(["delivered"]);
    await world.replay();
    expect((await world.messages()).map((each) => each.trigger)).toEqual(["delivered"]);
    expect(await world.statusOf(id)).toBe("DELIVERED");
  });

  it("opens and clears exceptions without a word to the shopper, and plans what is asked next", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(scan("IN_TRANSIT", 2), quarked(20));
    const told = await world.messages();
    await world.change([rule("EXCEPTION", {}, "delayed")], true);
    await world.replay();
    expect(await world.stored(id)).toMatchObject({ status: "EXCEPTION", openExceptions: 1, trackingState: "tracking" });
    expect(await world.messages()).toEqual(told);
    await world.change([rule(null)], true);
    await world.replay();
    expect(await world.stored(id)).toMatchObject({ status: "IN_TRANSIT", openExceptions: 0 });
    expect(await world.messages()).toEqual(told);
    await world.change([rule("DELIVERED")], true);
    await world.replay();
    expect(await world.stored(id)).toMatchObject({ status: "DELIVERED", deliveredAt: new Date(START + 20 * HOUR) });
  });

  it("does not tell a shopper of a delay that its rules see in the past", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(quarked(1));
    world.clock.now = START + (1 + 3 * 24 + 5) * HOUR;
    await world.change([rule("IN_TRANSIT")], true);
    await world.replay();
    expect(await world.stored(id)).toMatchObject({ status: "IN_TRANSIT", openExceptions: 1 });
    expect(await world.messages()).toEqual([]);
    await world.record(id);
    expect(await world.messages()).toEqual([]);
  });

  it("goes on where it was broken off", async () => {
    const world = await makeWorld(db);
    const ids: string[] = [];
    for (let each = 0; each < 5; each += 1) ids.push(await world.ship(quarked(1 + each)));
    await world.change([rule("IN_TRANSIT")], true);
    // The transaction of a step is lost as a whole: no shipment of it is changed, and none is forgotten.
    const { sendMany } = world.context.queue;
    world.context.queue.sendMany = async () => {
      throw new Error("the process died here");
    };
    await expect(replayMapping(world.context, { shopId: world.shopId })).rejects.toThrow("died here");
    expect(await world.waiting()).toBe(5);
    for (const id of ids) expect(await world.statusOf(id)).toBe("PENDING");
    expect(await world.latest()).toMatchObject({ replay: "running", replayDone: 0, replayError: "the process died here" });
    world.context.queue.sendMany = sendMany;
    await world.replay();
    for (const id of ids) expect(await world.statusOf(id)).toBe("IN_TRANSIT");
    expect(await world.latest()).toMatchObject({ replay: "done", replayDone: 5, replayTotal: 5, replayError: null });
    await world.replay();
    expect(await world.latest()).toMatchObject({ replayDone: 5 });
  });

  it("is taken up again when its job was lost, and after the shop came back", async () => {
    const world = await makeWorld(db);
    const domain = `${world.shopId}.myshopify.com`;
    const id = await world.ship(quarked(2));
    await world.change([rule("IN_TRANSIT")], true);
    const jobs = () => world.context.jobs.splice(0).filter((job) => job.name === "replay-mapping" && "shopId" in job.data && job.data.shopId === world.shopId);
    expect(jobs()).toHaveLength(1);
    await enqueueDue(world.context);
    expect(jobs()).toEqual([]);
    world.clock.now += 3 * 60_000;
    await enqueueDue(world.context);
    expect(jobs()).toHaveLength(1);
    await uninstallShop(world.context, { domain });
    world.clock.now += HOUR;
    await enqueueDue(world.context);
    expect(jobs()).toEqual([]);
    await db.transaction((tx) => openShop(tx, domain, world.clock.now));
    await enqueueDue(world.context);
    expect(jobs()).toHaveLength(1);
    await world.replay();
    expect(await world.statusOf(id)).toBe("IN_TRANSIT");
  });

  it("stands still while the shop has uninstalled, and touches no other shop", async () => {
    const world = await makeWorld(db);
    const other = await makeWorld(db);
    const theirs = await other.ship(quarked(2));
    const ours = await world.ship(quarked(2));
    const before = JSON.stringify([await other.stored(theirs), await other.messages(), await other.writeBacks()]);
    await world.change([rule("DELIVERED")], true);
    await db.prisma.shop.update({ where: { id: world.shopId }, data: { status: "uninstalled" } });
    await world.replay();
    expect(await world.statusOf(ours)).toBe("PENDING");
    await db.prisma.shop.update({ where: { id: world.shopId }, data: { status: "active" } });
    await world.replay();
    expect(await world.statusOf(ours)).toBe("DELIVERED");
    expect(JSON.stringify([await other.stored(theirs), await other.messages(), await other.writeBacks()])).toBe(before);
    await other.record(theirs, quarked(3));
    expect(await other.statusOf(theirs)).toBe("PENDING");
  });
});

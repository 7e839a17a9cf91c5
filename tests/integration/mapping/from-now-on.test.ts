import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { holdMappings } from "~/db/mapping-in-force.server";
import { eventsOf } from "~/db/tracking-events.server";
import { changeMapping } from "~/use-cases/change-mapping";
import { openTestDatabase } from "~tests/setup/test-database";

import { HOUR, makeWorld, quarked, rule, scan } from "./mapping-world";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("a change from now on", () => {
  it("reads new scans at once, tells the shopper of them, and leaves the past alone", async () => {
    const world = await makeWorld(db);
    const old = await world.ship(scan("IN_TRANSIT", 1), quarked(20));
    expect(await world.change([rule("READY_FOR_PICKUP")], false)).toEqual({ ok: true, version: 1, shipments: 0 });
    expect(await world.waiting()).toBe(0);
    world.clock.now += HOUR;
    await world.record(old, scan("UNKNOWN", 22, { code: "YY" }));
    expect(await world.statusOf(old)).toBe("IN_TRANSIT");
    const fresh = await world.ship(quarked(30));
    expect(await world.statusOf(fresh)).toBe("READY_FOR_PICKUP");
    expect((await eventsOf(db.prisma, [fresh])).get(fresh)).toMatchObject([
      { status: "READY_FOR_PICKUP", mapping: "shop@1", builtIn: { status: "UNKNOWN", mapping: null } },
    ]);
    expect((await world.messages()).map((each) => each.trigger)).toContain("shipped");

    // Taken into history later, it is: the rule is the same and reaches further.
    expect(await world.change([rule("READY_FOR_PICKUP")], true)).toEqual({ ok: true, version: 2, shipments: 2 });
    await world.replay();
    expect(await world.statusOf(old)).toBe("READY_FOR_PICKUP");
  });

  it("is refused when another version is in force, or nothing changes, or it is not a version's turn", async () => {
    const world = await makeWorld(db);
    const change = (base: number, status: "IN_TRANSIT" | "DELIVERED") =>
      changeMapping(world.context, { shopId: world.shopId, changes: [rule(status)], history: false, base, note: " why \u0000 not ", by: "staff 7" });
    expect(await change(0, "IN_TRANSIT")).toMatchObject({ ok: true });
    expect(await change(0, "DELIVERED")).toMatchObject({ ok: false, errors: { "": expect.stringContaining("meanwhile") as string } });
    expect(await change(1, "IN_TRANSIT")).toMatchObject({ ok: false, errors: { "": expect.stringContaining("changes nothing") as string } });
    expect(await world.latest()).toMatchObject({ number: 1, note: "why   not", createdBy: "staff 7", replay: "none" });
    const [one, two] = await Promise.all([change(1, "DELIVERED"), change(1, "DELIVERED")]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
  });
});

describe.runIf(process.env.TEST_DATABASE === "postgres")("a change beside computations", () => {
  it("waits for those under way, and those after it see it", async () => {
    const world = await makeWorld(db);
    const order: string[] = [];
    let goOn = () => undefined as void;
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    let isUnderWay = () => undefined as void;
    const underWay = new Promise<void>((resolve) => (isUnderWay = resolve));
    const computing = db.transaction(async (tx) => {
      await holdMappings(tx, [world.shopId]);
      isUnderWay();
      await mayGoOn;
      order.push("computed");
    });
    await underWay;
    const changing = world.change([rule("DELIVERED")], false).then(() => order.push("changed"));
    // Another one under way does not wait for the one that is.
    await db.transaction((tx) => holdMappings(tx, ["another shop"]));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(order).toEqual([]);
    goOn();
    await Promise.all([computing, changing]);
    expect(order).toEqual(["computed", "changed"]);
    expect((await db.transaction((tx) => holdMappings(tx, [world.shopId]))).get(world.shopId)?.mapping.version).toBe(1);
  });
});

describe("unmapped codes", () => {
  it("are counted with their newest shipments, whatever characters they have", async () => {
    const world = await makeWorld(db);
    const text = `${"x".repeat(199)}😀 tail`;
    const ids: string[] = [];
    for (let each = 0; each < 6; each += 1) ids.push(await world.ship(quarked(2 + each, { text })));
    await world.record(ids[5] ?? "", quarked(9, { text }));
    const [row] = await db.prisma.unmappedCode.findMany({ where: { shopId: world.shopId } });
    expect(row).toMatchObject({ count: 7, text: "x".repeat(199), shipmentId: ids[5], samples: [ids[5], ids[4], ids[3], ids[2]] });
  });
});

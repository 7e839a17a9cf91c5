import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { shopperPage } from "~tests/integration/mapping/storefront-page";
import { presentConnections } from "~/presenters/admin/connections";
import { presentMappings } from "~/presenters/admin/mappings";
import { presentShipment } from "~/presenters/admin/shipment";
import { readMappingChange } from "~/use-cases/read-mapping-change";
import { openTestDatabase } from "~tests/setup/test-database";

import { makeWorld, quarked, rule, scan, type World } from "./mapping-world";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const names = (code: string) => code.toUpperCase();
const page = (world: World, params = "") =>
  presentMappings(db.prisma, { shop: { id: world.shopId, locale: "de-DE" }, names, providers: ["ups", "shopify"], params: new URLSearchParams(params), now: world.clock.now });

describe("the mapping page", () => {
  it("lists what nobody mapped with samples; mapped codes go from the list and come back with the rule's end", async () => {
    const world = await makeWorld(db);
    const ids = [await world.ship(quarked(2)), await world.ship(quarked(3), quarked(4)), await world.ship(quarked(5, { code: null, text: "Nur Text" }))];
    const before = await page(world);
    expect(before).toMatchObject({ base: 0, shopperLocale: "de", rules: { total: 0 }, versions: [], unmapped: { total: 2 } });
    const [first] = before.unmapped.rows;
    expect(first).toMatchObject({ provider: "ups", providerName: "UPS", code: "ZZ", text: "Quarked at hub", count: 3 });
    expect(first?.samples.map((each) => each.shipmentId)).toEqual([ids[1], ids[0]]);

    world.clock.now += 1;
    await world.change([rule("IN_TRANSIT", {}, "arrived")], false);
    const mapped = await page(world);
    expect(mapped.unmapped.rows.map((row) => row.text)).toEqual(["Nur Text"]);
    expect(mapped.rules.rows).toMatchObject([{ code: "ZZ", text: "", status: "IN_TRANSIT", detail: "arrived", version: 1, from: expect.any(String) as string }]);
    const connections = await presentConnections(db.prisma, {
      shop: { id: world.shopId, domain: "", currency: "EUR" }, providers: [], secrets: createSecrets(Buffer.alloc(32, 3).toString("base64")), names, appUrl: "", now: world.clock.now,
    });
    expect(connections.unmapped.map((row) => row.text)).toEqual(["Nur Text"]);

    await world.change([rule(null)], true);
    expect((await page(world)).unmapped.total).toBe(2);
    expect((await page(world)).versions).toMatchObject([
      { number: 2, current: true, createdBy: "staff", changes: [{ provider: "UPS", code: "ZZ", before: { status: "IN_TRANSIT", detail: "arrived" }, to: null }] },
      { number: 1, current: false, replay: { state: "none" } },
    ]);
  });

  it("lists the codes that were seen with their reading, and finds them", async () => {
    const world = await makeWorld(db);
    await world.ship(scan("IN_TRANSIT", 1, { text: "100% on its_way" }), scan("OUT_FOR_DELIVERY", 2));
    await world.ship(scan("IN_TRANSIT", 1, { text: "100% on its_way" }));
    const { seen } = await page(world);
    expect(seen.rows.map((row) => [row.code, row.count, row.builtIn.status, row.own])).toEqual([["IN", 2, "IN_TRANSIT", null], ["OU", 1, "OUT_FOR_DELIVERY", null]]);
    expect((await page(world, "q=out_for")).seen.rows).toHaveLength(1);
    expect((await page(world, "q=0%25 on its_")).seen.rows).toHaveLength(1);
    expect((await page(world, "q=%25%25")).seen.rows).toEqual([]);
    expect(seen.rows.map((row) => row.coarse)).toEqual([false, false]);
    await world.ship(scan("DELIVERED", 3, { code: "OU", text: "Now it is here" }));
    expect((await page(world, "q=OU")).seen.rows.map((row) => row.coarse)).toEqual([true, true]);
    expect((await page(world, "page=2")).seen.rows).toEqual([]);
    expect((await page(world, "page=-1&rules=x&q=%00")).seen.rows).toHaveLength(3);
    await world.change([rule("EXCEPTION", { code: "OU" }, "delayed")], true);
    expect((await page(world, "q=OU")).seen.rows).toMatchObject([1, 2].map(() => ({ own: { status: "EXCEPTION", detail: "delayed", version: 1 } })));
  });

  it("begins with what a link names, of this shop alone", async () => {
    const world = await makeWorld(db);
    const other = await makeWorld(db);
    const id = await world.ship(quarked(2, { text: "Signed by A. Person" }));
    const { key } = await db.prisma.trackingEvent.findFirstOrThrow({ where: { shipmentId: id } });
    const [code] = await db.prisma.unmappedCode.findMany({ where: { shopId: world.shopId } });
    const link = new URLSearchParams({ shipment: id, scan: key }).toString();
    expect((await page(world, link)).prefill).toEqual({ provider: "ups", code: "ZZ", text: "Signed by A. Person", status: "UNKNOWN", detail: null, coarse: false });
    expect((await page(world, `unmapped=${code?.id ?? ""}`)).prefill).toMatchObject({ code: "ZZ" });
    await world.change([rule("DELIVERED", {}, "signed")], true);
    expect((await page(world, link)).prefill).toMatchObject({ status: "DELIVERED", detail: "signed" });
    expect((await page(world, "shipment=%00&scan=%00")).prefill).toBeNull();
    expect((await page(world, "unmapped=%00")).prefill).toBeNull();
    expect((await page(other, link)).prefill).toBeNull();
    expect((await page(other, `unmapped=${code?.id ?? ""}`)).prefill).toBeNull();
  });
});

describe("what the pages show of a scan", () => {
  it("is what the shop's mapping says, with the built-in reading beside it", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(quarked(20));
    await world.change([rule("READY_FOR_PICKUP", {}, "locker")], true);
    await world.replay();
    // The order's customer data is sealed with another key here: it is not what this is about.
    await db.prisma.order.updateMany({ where: { shopId: world.shopId }, data: { email: null } });
    const shipment = await presentShipment(db.prisma, { shopId: world.shopId, id, names, secrets: world.context.secrets, now: world.clock.now, actor: "test" });
    expect(shipment).toMatchObject({
      status: "READY_FOR_PICKUP",
      timeline: [{ status: "READY_FOR_PICKUP", detail: "locker", mapping: "shop@1", builtIn: { status: "UNKNOWN", detail: null }, decides: true, correctable: true }],
    });
    expect(JSON.stringify(await shopperPage(db, world.shopId, id, world.clock.now))).toContain("parcel locker");
  });
});

describe("what a merchant means", () => {
  const read = (world: World, form: Record<string, string>) => readMappingChange(world.context, { shopId: world.shopId, form });

  it("is read, or told what is wrong with it", async () => {
    const world = await makeWorld(db);
    await world.ship(quarked(2));
    expect(await read(world, { kind: "set", provider: "ups", code: "ZZ", text: "", status: "IN_TRANSIT", detail: "" })).toEqual({ ok: true, changes: [rule("IN_TRANSIT")] });
    expect(await read(world, { kind: "set", provider: "never-heard", code: "", status: "X" })).toMatchObject({
      ok: false, errors: { provider: expect.anything() as unknown, code: expect.anything() as unknown, status: expect.anything() as unknown },
    });
    expect((await read(world, { kind: "set", provider: "\u0000", code: "A", status: "IN_TRANSIT" })).ok).toBe(false);
    expect((await read(world, { kind: "remove", provider: "\u0000", code: "\u0000" })).ok).toBe(false);
    expect(await read(world, { kind: "remove", provider: "ups", code: "ZZ" })).toMatchObject({ ok: false, errors: { "": expect.stringContaining("not there") as string } });
    for (const version of ["7", "x", "", "-1", "1e9"]) expect((await read(world, { kind: "revert", version })).ok).toBe(false);
    expect((await read(world, {})).ok).toBe(false);
  });

  it("can be an earlier version's rules, replayed like any change", async () => {
    const world = await makeWorld(db);
    const id = await world.ship(quarked(20));
    await world.change([rule("IN_TRANSIT")], true);
    await world.replay();
    await world.change([rule("EXCEPTION", {}, "held")], true);
    await world.replay();
    expect(await world.statusOf(id)).toBe("EXCEPTION");
    const one = await read(world, { kind: "revert", version: "1" });
    expect(one).toEqual({ ok: true, changes: [rule("IN_TRANSIT")], revertsTo: 1 });
    if (one.ok) await world.change(one.changes, true);
    await world.replay();
    expect(await world.statusOf(id)).toBe("IN_TRANSIT");
    expect(await read(world, { kind: "revert", version: "1" })).toMatchObject({ ok: false, errors: { "": expect.stringContaining("same") as string } });
    const none = await read(world, { kind: "revert", version: "0" });
    expect(none).toEqual({ ok: true, changes: [rule(null)], revertsTo: 0 });
    if (none.ok) await world.change(none.changes, true);
    await world.replay();
    expect(await world.statusOf(id)).toBe("PENDING");
  });
});

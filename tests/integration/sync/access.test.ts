import { afterEach, describe, expect, it } from "vitest";

import { shopAccess } from "~/db/shop-access.server";
import { missingScopes } from "~/domain/access/required-scopes";
import { presentHome } from "~/presenters/admin/home";
import { backfillShop } from "~/use-cases/backfill-shop";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { syncNow } from "~/use-cases/sync-now";
import { ALL_PROTECTED_DATA, NO_PROTECTED_DATA } from "~tests/simulator/shopify/graphql/protected-data";

import { openAccessWorld, SHOP, type AccessWorld } from "./access-world";

const HOUR = 3_600_000;
let world: AccessWorld;
afterEach(() => world.close());

/** What the merchant's home page says. */
async function home() {
  const { prisma } = world.context.db;
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: world.shopId() } });
  return presentHome(prisma, { shop, names: (code) => code, now: world.context.now() });
}

const WHOLE = { name: "Ada Byron", email: "ada@example.com", phone: "+15035550101", address: { address1: "1 Main St", zip: "83702", city: "Boise" } };

describe("customer fields that Shopify does not release", () => {
  it("are null in orders that are stored with the rest, and are read once they are released", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    const orders = Array.from({ length: 4 }, () => world.placeOrder());
    await world.install();
    world.simulator.setProtectedData({ customerData: true, fields: ["name", "phone"] });
    await world.backfill();

    // The bulk operation fails as a whole; the pages do not.
    expect(await world.run()).toMatchObject({ status: "done", way: { kind: "pages" }, done: 4, error: null });
    for (const { id } of orders) {
      expect(await world.customer(id)).toEqual({ ...WHOLE, email: null, address: { ...WHOLE.address, address1: null, address2: null, company: null, zip: null, province: null, countryCode: "US" } });
    }
    expect(await world.refused()).toEqual(["address", "email"]);
    expect(await home()).toMatchObject({ access: [{ id: "fields", text: expect.stringContaining("request the protected customer fields Address and Email") as string }] });

    // Webhooks, too, bring what is released, and none of them fails.
    const late = world.placeOrder();
    expect((await world.deliver()).map(([, outcome]) => outcome)).not.toContain("failed");
    expect(await world.customer(late.id)).toMatchObject({ name: "Ada Byron", email: null });

    world.simulator.setProtectedData(ALL_PROTECTED_DATA);
    world.simulator.updateOrder(SHOP, late.id, { note: "changed" });
    await world.deliver();
    expect(await world.refused()).toEqual([]);
    expect(await home()).toMatchObject({ access: [] });
    expect(world.context.take("backfill-shop")).toEqual([{ shopId: world.shopId() }]);
    await world.backfill();
    for (const { id } of [...orders, late]) expect(await world.customer(id)).toMatchObject(WHOLE);
    expect(await world.run()).toMatchObject({ status: "done", way: { kind: "bulk" } });
    // It is not begun once more.
    expect(world.context.take("backfill-shop")).toEqual([]);
  });

  it("that are released while orders are read page by page lead to one more reading", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    const orders = Array.from({ length: 120 }, () => world.placeOrder());
    await world.install();
    world.simulator.setProtectedData({ customerData: true, fields: ["name", "phone", "address"] });
    world.simulator.setBulkQueries(false);
    for (let step = 0; step < 2; step += 1) await backfillShop(world.context, { shopId: world.shopId() });
    expect(await world.run()).toMatchObject({ status: "running", done: 100, total: 120 });
    world.simulator.setProtectedData(ALL_PROTECTED_DATA);
    await world.backfill();
    for (const { id } of orders) expect(await world.customer(id)).toMatchObject(WHOLE);
    expect(await world.context.db.prisma.syncRun.count({ where: { shopId: world.shopId(), kind: "backfill", status: "done" } })).toBe(2);
  });
});

describe("orders that Shopify does not release at all", () => {
  it("are a final answer, are asked for once an hour, and are read once they are released", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    const { prisma } = world.context.db;
    const order = world.placeOrder();
    await world.install();
    await world.deliver();
    world.simulator.setProtectedData(NO_PROTECTED_DATA);
    await world.backfill();
    expect(await world.run()).toMatchObject({ status: "failed", nextDueAt: null, error: expect.stringContaining("not approved to access the Order object") as string });
    expect(await world.refused()).toEqual(["orders"]);
    expect(await home()).toMatchObject({ access: [{ id: "orders" }], sync: { running: false, error: null } });
    const shop = await prisma.shop.findUniqueOrThrow({ where: { id: world.shopId() } });
    expect(Math.abs((shop.nextSyncAt?.getTime() ?? 0) - world.context.now() - HOUR)).toBeLessThan(60_000);

    const asked = world.answers.length;
    expect(await reconcileShop(world.context, { shopId: world.shopId() })).toBeNull();
    expect(world.answers.slice(asked).map((answer) => answer.operation)).toEqual(["ReadShop", "ListChangedOrders"]);
    expect(await prisma.syncRun.count({ where: { shopId: world.shopId(), kind: "reconcile" } })).toBe(0);
    expect(world.context.take("backfill-shop")).toEqual([]);

    world.simulator.setProtectedData(ALL_PROTECTED_DATA);
    world.simulator.clock.advance(HOUR);
    expect(await reconcileShop(world.context, { shopId: world.shopId() })).toBeNull();
    expect(await world.refused()).toEqual([]);
    await world.backfill();
    expect(await world.customer(order.id)).toMatchObject(WHOLE);
  });

  it("put a webhook about one aside with a reason; the merchant may ask again", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    await world.install();
    const order = world.placeOrder();
    await world.simulator.drain();
    world.simulator.setProtectedData(NO_PROTECTED_DATA);
    expect((await world.deliver()).map(([, outcome]) => outcome)).toEqual(["ignored", "ignored"]);
    expect(await world.refused()).toEqual(["orders"]);
    await world.backfill();
    expect(await world.run()).toMatchObject({ status: "failed" });

    world.simulator.setProtectedData(ALL_PROTECTED_DATA);
    await syncNow(world.context, { shopId: world.shopId() });
    for (const job of world.context.take("backfill-shop")) await backfillShop(world.context, job);
    await world.backfill();
    expect(await world.customer(order.id)).toMatchObject(WHOLE);
    expect(await world.refused()).toEqual([]);
  });
});

describe("scopes that a shop has not granted", () => {
  const scopesOf = async () => (await shopAccess(world.context.db.prisma, world.shopId())).scopes ?? [];

  it("leave out what needs them and nothing else, and are made up for once granted", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    const { prisma } = world.context.db;
    const all = [...world.simulator.config.scopes];
    const order = world.placeOrder();
    world.simulator.fulfilOrder(SHOP, order.id, { tracking: { company: "UPS", number: "1Z999AA10123456784" } });
    world.simulator.createReturn(SHOP, order.id, { tracking: { company: "UPS", number: "1Z999AA10123456785" } });
    await world.install(all.filter((scope) => !["read_returns", "read_products", "read_locations"].includes(scope)));
    await world.backfill();
    expect(missingScopes(await scopesOf())).toEqual(["read_returns", "read_products", "read_locations"]);
    expect(await home()).toMatchObject({ access: [{ id: "scopes", text: expect.stringContaining("read_returns, read_products, read_locations") as string }] });
    expect(await world.run()).toMatchObject({ status: "done", way: { kind: "pages" }, error: null });
    expect(await world.customer(order.id)).toMatchObject(WHOLE);
    expect(await prisma.shipment.findMany({ where: { shopId: world.shopId() }, select: { direction: true } })).toEqual([{ direction: "out" }]);
    expect(await prisma.lineItem.findFirstOrThrow({ where: { shopId: world.shopId() } })).toMatchObject({ title: "Linen apron", productGid: null });

    expect(world.simulator.approveScopes(SHOP)).toEqual(["read_returns", "read_products", "read_locations"]);
    expect(await world.deliver()).toContainEqual(["app/scopes_update", "done"]);
    await world.backfill();
    expect(missingScopes(await scopesOf())).toEqual([]);
    expect(await prisma.shipment.count({ where: { shopId: world.shopId(), removedAt: null, direction: "return" } })).toBe(1);
    expect((await prisma.lineItem.findFirstOrThrow({ where: { shopId: world.shopId() } })).productGid).not.toBeNull();

    // Taken back again: what was read of returns stays.
    world.simulator.updateScopes(SHOP, all.filter((scope) => scope !== "read_returns"));
    world.simulator.updateOrder(SHOP, order.id, { tags: ["seen"] });
    await world.deliver();
    expect(await prisma.order.findFirstOrThrow({ where: { shopId: world.shopId() } })).toMatchObject({ tags: ["seen"] });
    expect(await prisma.return.count({ where: { shopId: world.shopId() } })).toBe(1);
    expect(await prisma.shipment.count({ where: { shopId: world.shopId(), removedAt: null, direction: "return" } })).toBe(1);
  });

  it("are found by the hourly look when the webhook about them is lost", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    await world.install(world.simulator.config.scopes.filter((scope) => scope !== "read_returns"));
    await world.backfill();
    world.simulator.webhookFaults.set({ drop: 1 });
    world.simulator.approveScopes(SHOP);
    await world.simulator.drain();
    world.simulator.clock.advance(HOUR);
    await reconcileShop(world.context, { shopId: world.shopId() });
    expect(missingScopes(await scopesOf())).toEqual([]);
    expect(world.context.take("backfill-shop")).toHaveLength(1);
  });

  it("newly required, may take all answers away until the merchant approves: nothing fails for good", { timeout: 60_000 }, async () => {
    world = await openAccessWorld();
    await world.install();
    await world.backfill();
    world.simulator.deployScopes([...world.simulator.config.scopes, "read_discounts"], { blocked: true });
    const order = world.placeOrder();
    expect((await world.deliver()).map(([, outcome]) => outcome)).toEqual(["ignored", "ignored"]);
    expect(await reconcileShop(world.context, { shopId: world.shopId() })).toBeNull();
    expect(await world.customer(order.id)).toBeNull();

    world.simulator.approveScopes(SHOP);
    await world.deliver();
    world.simulator.clock.advance(HOUR);
    await reconcileShop(world.context, { shopId: world.shopId() });
    expect(await world.customer(order.id)).toMatchObject(WHOLE);
  });
});

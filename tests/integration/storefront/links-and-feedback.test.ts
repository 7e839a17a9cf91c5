import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { tokenHash } from "~/db/secrets.server";
import { trackingLinkFor } from "~/use-cases/tracking-link";
import { openTestDatabase } from "~tests/setup/test-database";

import { createProxyWorld, SHOP, type ProxyWorld } from "./proxy-world";

const NOW = Date.now();
const HOUR = 3_600_000;

let db: Database;
let world: ProxyWorld;
let shopId: string;
let order: { orderId: string; shipmentIds: string[] };
let token: string;

beforeAll(async () => {
  db = await openTestDatabase();
  world = createProxyWorld(db);
  shopId = await world.addShop(SHOP);
  order = await world.addOrder(shopId, {
    name: "#2001",
    email: "anna@example.com",
    shipments: [{ number: "A1", status: "DELIVERED", detail: "signed" }, { number: "A2", status: "IN_TRANSIT" }, { number: "R1", status: "DELIVERED", direction: "return" }],
  });
  const link = await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId, orderId: order.orderId, shopDomain: SHOP }));
  token = new URL(link).searchParams.get("t") ?? "";
});
afterAll(() => db.close());
beforeEach(async () => {
  world.fresh();
  world.setNow(NOW);
  await db.prisma.feedback.deleteMany({ where: { shopId } });
});

const stored = () => db.prisma.feedback.findMany({ where: { shopId }, select: { shipmentId: true, rating: true, reason: true, comment: true } });
const shipment = (index: number) => order.shipmentIds[index] ?? "";
const give = (fields: Record<string, string>, shop = SHOP) => world.post("/feedback", { t: token, shipment: shipment(0), rating: "4", format: "fragment", ...fields }, { shop });

describe("a link", () => {
  it("is the same every time, carries 160 bits and nothing personal, and only its hash is kept", async () => {
    const again = await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId, orderId: order.orderId, shopDomain: SHOP }));
    expect(again).toBe(`https://${SHOP}/apps/track?t=${token}`);
    expect(token).toMatch(/^[\w-]{27}$/);
    const rows = await db.prisma.trackingLink.findMany({ where: { shopId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.tokenHash).toBe(tokenHash(token));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("stands where the merchant put the page", async () => {
    const other = await world.addShop("mugs.myshopify.com", { settings: { trackingPage: { path: "/pages/where" } } });
    const theirs = await world.addOrder(other, { name: "#1" });
    const link = await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId: other, orderId: theirs.orderId, shopDomain: "mugs.myshopify.com" }));
    expect(link).toMatch(/^https:\/\/mugs\.myshopify\.com\/pages\/where\?t=[\w-]{27}$/);
  });

  it("is not made for another shop's order", async () => {
    const other = await world.addShop("cups.myshopify.com");
    await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId: other, orderId: order.orderId, shopDomain: "cups.myshopify.com" }));
    expect(await db.prisma.trackingLink.count({ where: { shopId: other } })).toBe(0);
  });

  it("opens the order, by address and by body, with every shipment", async () => {
    for (const answer of [await world.get(`?t=${token}`), await world.post("", { t: token })]) {
      const page = await answer.text();
      for (const text of ["Order #2001", "Shipment 1 of 2", "Shipment 2 of 2", "Your return", "A1", "A2"]) expect(page).toContain(text);
    }
  });

  it.each(["", "x", "../../etc", "a".repeat(27), "a".repeat(5_000), "%7B%7B1%7D%7D"])("that is wrong (%j) opens nothing", async (wrong) => {
    expect(await (await world.post("", { t: wrong, order: "", contact: "" })).text()).not.toContain("#2001");
  });

  it("opens nothing once the customer was redacted", async () => {
    const forgotten = await world.addOrder(shopId, { name: "#2002", email: "x@example.com" });
    const link = await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId, orderId: forgotten.orderId, shopDomain: SHOP }));
    await db.prisma.order.update({ where: { id: forgotten.orderId }, data: { redactedAt: new Date(NOW) } });
    expect(await (await world.get(new URL(link).search)).text()).toContain("This link opens no order");
    expect(await (await world.post("", { order: "2002", contact: "x@example.com" })).text()).toContain("We found no order");
  });
});

describe("feedback", () => {
  it("is kept once per shipment, and may be changed within a day", async () => {
    expect(await (await give({ reason: "on_time", comment: "Quick" })).text()).toContain("Your feedback was saved");
    expect(await stored()).toEqual([{ shipmentId: shipment(0), rating: 4, reason: "on_time", comment: "Quick" }]);
    world.setNow(NOW + 23 * HOUR);
    await give({ rating: "2", reason: "late" });
    expect(await stored()).toEqual([{ shipmentId: shipment(0), rating: 2, reason: "late", comment: null }]);
    world.setNow(NOW + 25 * HOUR);
    expect(await (await give({ rating: "5" })).text()).toContain("can no longer be changed");
    expect(await stored()).toMatchObject([{ rating: 2 }]);
  });

  it("sent twice at once is one", async () => {
    await Promise.all([give({}), give({}), give({})]);
    expect(await stored()).toHaveLength(1);
  });

  it("is taken for what was delivered to the shopper alone", async () => {
    expect(await (await give({ shipment: shipment(1) })).text()).toContain("Feedback is possible once");
    await give({ shipment: shipment(2) });
    expect(await stored()).toEqual([]);
  });

  it("needs the token of that very order and shop", async () => {
    const other = await world.addOrder(shopId, { name: "#2003", shipments: [{ number: "B1", status: "DELIVERED" }] });
    for (const answer of [
      await give({ t: "" }),
      await give({ t: "a".repeat(27) }),
      await give({ shipment: other.shipmentIds[0] ?? "" }),
      await give({ shipment: "' or 1=1 --" }),
      await give({}, "mugs.myshopify.com"),
    ]) {
      expect(await answer.text()).toContain("This link opens no order");
    }
    expect(await stored()).toEqual([]);
    expect(await db.prisma.feedback.count()).toBe(0);
  });

  it("that cannot be taken is shown again with what was typed", async () => {
    const page = await (await give({ rating: "", comment: "</textarea><script>alert(1)</script>{{ shop.email }}", reason: "late" })).text();
    expect(page).toContain("Choose a rating from 1 to 5.");
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
    expect(page).not.toMatch(/<script|\{\{/);
    expect(await (await give({ comment: "x".repeat(1_001) })).text()).toContain("The comment is too long");
    expect(await stored()).toEqual([]);
  });

  it("is not asked for where the merchant does not want it", async () => {
    const quiet = await world.addShop("quiet.myshopify.com", { settings: { feedback: { enabled: false } } });
    const theirs = await world.addOrder(quiet, { name: "#1", shipments: [{ number: "Q1", status: "DELIVERED" }] });
    const link = await db.transaction((tx) => trackingLinkFor(world.useCases, tx, { shopId: quiet, orderId: theirs.orderId, shopDomain: "quiet.myshopify.com" }));
    const t = new URL(link).searchParams.get("t") ?? "";
    expect(await (await world.get(`?t=${t}`, { shop: "quiet.myshopify.com" })).text()).not.toContain("How was this delivery");
    await give({ t, shipment: theirs.shipmentIds[0] ?? "" }, "quiet.myshopify.com");
    expect(await db.prisma.feedback.count({ where: { shopId: quiet } })).toBe(0);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { carrierHistory } from "~/db/carrier-resolution.server";
import { carrierAdapters } from "~/integrations/carriers/registry";
import { presentCarriers } from "~/presenters/admin/carriers";
import { installShop } from "~/use-cases/install-shop";
import { forgetCarrierName, mapCarrierName } from "~/use-cases/map-carrier-name";
import { removeOwnCarrier, saveOwnCarrier } from "~/use-cases/own-carriers";
import { correctCarrier } from "~/use-cases/correct-carrier";
import { resolveCarriers } from "~/use-cases/resolve-carriers";
import { syncOrder } from "~/use-cases/sync-order";
import { fulfillmentNode, orderNode } from "~tests/fixtures/order-node";

import { FakeShopify } from "./fake-shopify";
import { openSyncContext, START, type SyncTestContext } from "./sync-context";

let context: SyncTestContext;
let shopify: FakeShopify;
let shopId: string;
let count = 0;
const ORDER = "gid://shopify/Order/1001";

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(async () => {
  count += 1;
  const domain = `own-${count}.myshopify.com`;
  shopify = new FakeShopify();
  shopify.orders.set(ORDER, orderNode());
  context.clock.now = START;
  context.admins.set(domain, shopify.client(domain));
  shopId = (await installShop(context, { domain })).id;
  context.jobs.length = 0;
});

const ship = async (company: string | null, number = "CB100") => {
  const fulfillment = shopify.orders.get(ORDER)?.fulfillments[0] ?? fulfillmentNode();
  fulfillment.trackingInfo = [{ company, number, url: null }];
  await syncOrder(context, { shopId, orderGid: ORDER });
};
const shipment = () => context.db.prisma.shipment.findFirstOrThrow({ where: { shopId, removedAt: null, fulfillmentId: { not: null } } });
const runJobs = async () => {
  for (let jobs = context.take("resolve-carriers"); jobs.length > 0; jobs = context.take("resolve-carriers")) for (const job of jobs) await resolveCarriers(context, job);
};
const bikes = { code: "", name: "City Bikes", template: "https://citybikes.example.com/t/{number}" };
const add = async (form = bikes) => {
  const saved = await saveOwnCarrier(context, { shopId, form });
  if (!saved.ok) throw new Error(JSON.stringify(saved.errors));
  await runJobs();
  return saved.code;
};

describe("a carrier of the shop's own", () => {
  it("is taken for its name, by shipments that are there and by those that come", async () => {
    await ship("City bikes");
    expect(await shipment()).toMatchObject({ carrier: null, carrierSource: "unknown" });
    await context.db.prisma.shipment.updateMany({ where: { shopId }, data: { nextPollAt: new Date(START + 9e6), pollFailures: 4 } });
    await add();
    expect(await shipment()).toMatchObject({ carrier: "own_city_bikes", carrierSource: "mapped", pollFailures: 0, nextPollAt: new Date(START) });
    // Read again from Shopify it is the same, and no change.
    await ship("City bikes");
    expect(await shipment()).toMatchObject({ carrier: "own_city_bikes", carrierSource: "mapped" });
    await ship("CITY BIKES", "CB200");
    expect(await shipment()).toMatchObject({ number: "CB200", carrier: "own_city_bikes" });
  });

  it("keeps its code when it is renamed, and gives its shipments back when it is removed", async () => {
    await ship("City bikes");
    const code = await add();
    await add({ ...bikes, code, name: "Citi Cargo" });
    expect(await shipment()).toMatchObject({ carrier: null, carrierSource: "unknown" });
    await mapCarrierName(context, { shopId, typed: "City bikes", carrier: code });
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: "own_city_bikes" });
    expect(await removeOwnCarrier(context, { shopId, code })).toBe(true);
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: null, carrierSource: "unknown" });
    expect(await context.db.prisma.carrierName.count({ where: { shopId } })).toBe(0);
    expect(await removeOwnCarrier(context, { shopId, code })).toBe(false);
  });

  it("that was set by hand is not overruled by a name, and is taken back when it is gone", async () => {
    await ship("UPS", "1Z999AA10123456784");
    const code = await add();
    const { id } = await shipment();
    expect(await correctCarrier(context, { shopId, shipmentId: id, carrier: code })).toEqual({ ok: true });
    await mapCarrierName(context, { shopId, typed: "UPS", carrier: "fedex" });
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: code, carrierSource: "merchant" });
    await removeOwnCarrier(context, { shopId, code });
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: "fedex", carrierSource: "mapped" });
  });

  it("is refused with every field that is wrong, and twice under one name", async () => {
    expect(await saveOwnCarrier(context, { shopId, form: { code: "", name: " ", template: "http://x" } })).toMatchObject({ ok: false, errors: { name: expect.any(String), template: expect.any(String) } });
    await add();
    expect(await saveOwnCarrier(context, { shopId, form: { ...bikes, name: "CITYBIKES" } })).toMatchObject({ ok: false, errors: { name: expect.any(String) } });
    expect(await saveOwnCarrier(context, { shopId, form: { ...bikes, code: "own_nobody" } })).toMatchObject({ ok: false });
    expect(context.jobs).toEqual([]);
  });
});

describe("a name the shop uses", () => {
  it("means what the shop says until it is forgotten", async () => {
    await ship("Brown trucks", "1Z999AA10123456784");
    expect(await mapCarrierName(context, { shopId, typed: "brown-trucks", carrier: "ups" })).toEqual({ ok: true });
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: "ups", carrierSource: "mapped" });
    expect(await forgetCarrierName(context, { shopId, typed: "Brown Trucks" })).toBe(true);
    await runJobs();
    expect(await shipment()).toMatchObject({ carrier: null, carrierSource: "unknown" });
  });

  it("cannot be given to a carrier that is not there, or to another shop's", async () => {
    const code = await add();
    const other = (await installShop(context, { domain: `other-${count}.myshopify.com` })).id;
    expect(await mapCarrierName(context, { shopId: other, typed: "Courier", carrier: code })).toMatchObject({ ok: false });
    expect(await mapCarrierName(context, { shopId, typed: "Courier", carrier: "no_such" })).toMatchObject({ ok: false });
    expect(await mapCarrierName(context, { shopId, typed: "--", carrier: "ups" })).toMatchObject({ ok: false });
    expect(await mapCarrierName(context, { shopId, typed: "Cou\u0000rier", carrier: "ups" })).toMatchObject({ ok: false });
  });

  it("resolves thousands of shipments in batches, and only those of this name and shop", async () => {
    await ship("Brown trucks");
    const row = await shipment();
    const other = (await installShop(context, { domain: `many-${count}.myshopify.com` })).id;
    const order = await context.db.prisma.order.create({ data: { shopId: other, gid: "gid://o", name: "#1", nameKey: "1", processedAt: new Date(START), sourceUpdatedAt: new Date(START) } });
    await context.db.prisma.shipment.createMany({
      data: Array.from({ length: 1_200 }, (_, index) => ({
        shopId, orderId: row.orderId, number: `N${index}`, numberKey: `N${index}`, trackingCompany: index % 2 ? "Brown trucks" : "Green trucks",
        carrier: null, shippedAt: new Date(START - (index % 7) * 1_000), createdAt: new Date(START), updatedAt: new Date(START),
      })),
    });
    await context.db.prisma.shipment.create({ data: { shopId: other, orderId: order.id, number: "T1", numberKey: "T1", trackingCompany: "Brown trucks", shippedAt: new Date(START), createdAt: new Date(START), updatedAt: new Date(START) } });
    context.jobs.length = 0;
    await mapCarrierName(context, { shopId, typed: "Brown trucks", carrier: "ups" });
    await runJobs();
    expect(await context.db.prisma.shipment.count({ where: { shopId, carrier: "ups" } })).toBe(601);
    expect(await context.db.prisma.shipment.count({ where: { shopId, carrier: null } })).toBe(600);
    expect(await context.db.prisma.shipment.findFirst({ where: { shopId: other } })).toMatchObject({ carrier: null });
  });
});

describe("the carriers page", () => {
  it("shows the shop's own carriers, the names it uses, and the catalogue with what is connected", async () => {
    await ship("City bikes");
    const code = await add();
    await mapCarrierName(context, { shopId, typed: "Brown trucks", carrier: "ups" });
    await runJobs();
    await context.db.prisma.carrierConnection.create({ data: { shopId, provider: "ups", credentials: "x", webhookToken: `page-${shopId}`, createdAt: new Date(START) } });
    const present = (query: string) => presentCarriers(context.db.prisma, { shopId, providers: carrierAdapters, params: new URLSearchParams(query) });
    const page = await present("q=ups");
    expect(page.own).toEqual([{ code, name: "City Bikes", template: bikes.template, shipments: 1 }]);
    expect(page.names).toMatchObject([{ name: "City bikes", shipments: 1, unknown: 0, carriers: [{ code, name: "City Bikes" }], mapped: null }]);
    expect(page.catalogue.carriers[0]).toMatchObject({
      code: "ups", name: "UPS", shopifyCompany: "UPS", connection: { name: "UPS", connected: true },
      codes: expect.arrayContaining([{ aggregator: "17TRACK", code: "100002" }, { aggregator: "AfterShip", code: "ups" }, { aggregator: "EasyPost", code: "UPS" }]),
    });
    const all = await present("page=2");
    expect(all.catalogue).toMatchObject({ page: 2, query: "" });
    expect(all.catalogue.total).toBeGreaterThan(3_000);
    expect(all.catalogue.carriers).toHaveLength(25);
  });
});

describe("a shop's history", () => {
  const many = async (carrier: string, numbers: readonly string[]) => {
    const { orderId } = await shipment();
    await context.db.prisma.shipment.createMany({
      data: numbers.map((number) => ({
        shopId, orderId, number, numberKey: number, carrier, carrierSource: "company", shippedAt: new Date(START - 1_000), createdAt: new Date(START), updatedAt: new Date(START),
      })),
    });
  };

  it("tells numbers that several carriers could have issued, once somebody named the carrier of their like", async () => {
    // Fourteen digits without a check digit: the form of several carriers' numbers.
    await ship(null, "12345678901234");
    const before = await shipment();
    expect(before).toMatchObject({ carrier: null, carrierSource: "unknown" });
    await many("dpd", Array.from({ length: 40 }, (_, index) => String(15501234567000 + index)));
    expect(await carrierHistory(context.db.prisma, shopId)).toEqual([{ shape: "99999999999999", carrier: "dpd", count: 40 }]);
    await ship(null, "12345678901234");
    expect(await shipment()).toMatchObject({ carrier: "dpd", carrierSource: "number" });
    // It stays told when the history changes: the same reads give the same records.
    await context.db.prisma.shipment.deleteMany({ where: { shopId, carrierSource: "company" } });
    await ship(null, "12345678901234");
    expect(await shipment()).toMatchObject({ carrier: "dpd", carrierSource: "number" });
  });
});

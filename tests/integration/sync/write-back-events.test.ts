import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { DeliveryEstimate, ParsedEvent } from "~/domain/tracking/event";
import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";
import { createFulfillmentEvent } from "~/shopify/operations/create-fulfillment-event";
import { handleShopifyDeliveries } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { syncOrders } from "~/use-cases/sync-orders";
import { writeBackEvent } from "~/use-cases/write-back-event";

import { startSimulatedApp, type SimulatedApp } from "./simulated-app";

/** Fulfillment events over HTTP: what the simulated Shopify keeps of what carriers reported, and what comes back of it. */

const SHOP = "meadow.myshopify.com";
const HOUR = 3_600_000;
let app: SimulatedApp;
let shopId: string;
let shipmentId: string;
let orderGid: string;
let fulfillmentId: string;

beforeAll(async () => {
  app = await startSimulatedApp({ shops: [SHOP] });
  app.simulator.addLocation(SHOP, { name: "Portland", address: { city: "Portland", provinceCode: "OR", countryCode: "US", zip: "97201" } });
  app.simulator.addProduct(SHOP, { title: "Linen apron", productType: "Kitchen", variants: [{ title: "Sand", priceMinor: 4800 }] });
  app.simulator.install(SHOP);
  await app.open(SHOP);
  shopId = (await installShop(app.context, { domain: SHOP })).id;
});
afterAll(() => app.close());

beforeEach(async () => {
  const [product] = Object.values(app.simulator.state(SHOP).products);
  const order = app.simulator.createOrder(SHOP, { lines: [{ variantId: product?.variants[0]?.id ?? "", quantity: 1 }], shippingAddress: { address1: "1 Main St", city: "Boise", provinceCode: "ID", countryCode: "US", zip: "83702" } });
  fulfillmentId = app.simulator.fulfilOrder(SHOP, order, { tracking: { company: "UPS", number: `1Z${order.id}` } }).id;
  orderGid = `gid://shopify/Order/${order.id}`;
  await settle();
  shipmentId = (await db().shipment.findFirstOrThrow({ where: { shopId, fulfillment: { gid: `gid://shopify/Fulfillment/${fulfillmentId}` } } })).id;
});

const db = () => app.context.db.prisma;
const now = () => app.context.now();
/** Everything that Shopify sends is handled, and the order is read again. */
async function settle(): Promise<void> {
  await app.simulator.drain();
  await handleShopifyDeliveries(app.context, app.take());
  await syncOrders(app.context, { id: shopId, domain: SHOP }, [orderGid]);
}
const scan = (status: TrackingStatus, hours: number, detail: TrackingDetail | null = null): ParsedEvent => ({
  time: { at: now() + hours * HOUR, certainty: "exact", zone: null, said: null },
  status, detail, mapping: "test@1", code: status, text: detail ?? status, place: { city: "Boise", region: "ID", country: "US", postalCode: "83702", text: null },
  sourceEventId: null, returnLeg: false, withdraws: false, raw: {},
});
const report = (events: ParsedEvent[], estimate?: DeliveryEstimate) =>
  recordTrackingEvents(app.context, [{ shipmentId, source: "carrier", provider: "ups", events, ...(estimate ? { estimate } : {}) }]);
const tell = async () => {
  for (const { id } of await db().writeBack.findMany({ where: { shipmentId, state: "queued" }, orderBy: { happenedAt: "asc" } })) await writeBackEvent(app.context, { writeBackId: id });
};
const atShopify = () => Object.values(app.simulator.state(SHOP).fulfillmentEvents).filter((event) => event.fulfillmentId === fulfillmentId);
const day = (days: number): DeliveryEstimate => {
  const latest = Math.floor(now() / (24 * HOUR)) * 24 * HOUR + days * 24 * HOUR;
  return { earliest: latest, latest, precision: "day", zone: null };
};

describe("a fulfillment event that is written back", () => {
  it("is Shopify's status for a pickup and a delay, with its own time and the carrier's estimate, and no address", async () => {
    await report([scan("IN_TRANSIT", -5, "accepted")], day(3));
    await tell();
    await report([scan("IN_TRANSIT", -3, "departed"), scan("EXCEPTION", -2, "delayed")], day(4));
    await tell();
    expect(atShopify().map(({ status, message, city, zip, address1, latitude }) => ({ status, message, city, zip, address1, latitude }))).toEqual([
      { status: "CARRIER_PICKED_UP", message: "accepted", city: null, zip: null, address1: null, latitude: null },
      { status: "DELAYED", message: "delayed", city: null, zip: null, address1: null, latitude: null },
    ]);
    expect(atShopify().map((event) => event.estimatedDeliveryAt)).toEqual([day(3).latest + 12 * HOUR, day(4).latest + 12 * HOUR]);
    expect(Math.round(((atShopify()[1]?.happenedAt ?? 0) - now()) / HOUR)).toBe(-2);
  });

  it("carries no estimate that is over by the time it is sent", async () => {
    await report([scan("IN_TRANSIT", -5, "departed")], { ...day(0), latest: now() - HOUR, precision: "instant" });
    await tell();
    expect(atShopify()).toMatchObject([{ status: "IN_TRANSIT", estimatedDeliveryAt: null }]);
  });

  it("is no news when it comes back: no scan, no estimate, no second event", async () => {
    await report([scan("IN_TRANSIT", -5, "accepted")], day(3));
    await tell();
    const before = await db().shipment.findUniqueOrThrow({ where: { id: shipmentId } });
    await settle();
    await settle();
    expect(await db().trackingEvent.count({ where: { shipmentId, source: "shopify" } })).toBe(0);
    expect(await db().shipment.findUniqueOrThrow({ where: { id: shipmentId } })).toMatchObject({
      status: "IN_TRANSIT", detail: "accepted", estimateLatest: before.estimateLatest, estimatePrecision: "day", estimateSource: "carrier", eventCount: 1,
    });
    await tell();
    expect(atShopify()).toHaveLength(1);
  });

  it("does not bring the carrier's estimate back as Shopify's, where no scan of a carrier is known", async () => {
    await report([], day(3));
    await recordTrackingEvents(app.context, [{ shipmentId, source: "csv", provider: "csv", events: [scan("IN_TRANSIT", -2, "departed")] }]);
    await tell();
    expect(atShopify()).toMatchObject([{ status: "IN_TRANSIT", estimatedDeliveryAt: day(3).latest + 12 * HOUR }]);
    await settle();
    expect(await db().shipment.findUniqueOrThrow({ where: { id: shipmentId } })).toMatchObject({ estimateSource: "carrier", estimatePrecision: "day", estimateLatest: new Date(day(3).latest) });
  });

  it("is no news either when its answer was lost and it was given up, or skipped meanwhile", async () => {
    await report([scan("OUT_FOR_DELIVERY", -1)]);
    await tell();
    for (const state of ["failed", "skipped"]) {
      await db().writeBack.updateMany({ where: { shipmentId }, data: { state, eventGid: null } });
      await settle();
      expect(await db().trackingEvent.count({ where: { shipmentId, source: "shopify" } }), state).toBe(0);
    }
  });

  it("leaves another app's event a source of its own", async () => {
    await report([scan("IN_TRANSIT", -5, "accepted")]);
    await tell();
    app.simulator.addFulfillmentEvent(SHOP, fulfillmentId, { status: "OUT_FOR_DELIVERY", happenedAt: now() });
    await settle();
    expect(await db().trackingEvent.findMany({ where: { shipmentId, source: "shopify" }, select: { status: true } })).toEqual([{ status: "OUT_FOR_DELIVERY" }]);
    expect(await db().writeBack.count({ where: { shipmentId, status: "OUT_FOR_DELIVERY" } })).toBe(0);
  });

  it("of a cancelled fulfillment is refused with Shopify's reason", async () => {
    await report([scan("OUT_FOR_DELIVERY", -1)]);
    app.simulator.cancelFulfillment(SHOP, fulfillmentId);
    await tell();
    expect(atShopify()).toEqual([]);
    expect(await db().writeBack.findFirstOrThrow({ where: { shipmentId } })).toMatchObject({ state: "failed", error: expect.stringMatching(/fulfillment/i) as string, nextDueAt: null });
  });
});

it.each([
  ["an unknown status", { status: "LOST" }],
  ["a date that is none", { happenedAt: "yesterday" }],
  ["an estimate that is none", { estimatedDeliveryAt: "soon" }],
  ["a field that does not exist", { eta: "2026-11-10T00:00:00Z" }],
])("the simulated Shopify refuses %s as the schema does", async (_what, change) => {
  const admin = await app.context.adminFor(SHOP);
  const event = { fulfillmentId: `gid://shopify/Fulfillment/${fulfillmentId}`, status: "IN_TRANSIT", happenedAt: new Date(now()).toISOString(), message: null, estimatedDeliveryAt: null, ...change };
  await expect(admin.run(createFulfillmentEvent, { event })).rejects.toMatchObject({ kind: "invalid" });
  expect(atShopify()).toEqual([]);
});

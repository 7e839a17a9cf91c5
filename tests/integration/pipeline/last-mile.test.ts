import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { orderPage } from "~/presenters/storefront/load-page.server";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentShipment } from "~/presenters/admin/shipment";
import { listShipments } from "~/db/admin-shipments.server";
import { handleProviderDelivery } from "~/use-cases/handle-provider-delivery";
import { pollShipments } from "~/use-cases/poll-shipments";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { delivery } from "~tests/integration/sync/sync-context";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

import { fakeProvider, HOUR, makeFulfillment, scan, START } from "./shipment-rows";

const FIRST = "1Z999AA10123456784";
const LAST = "9241990100130206401644";
const clock = { now: START };
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  clock.now = START + 30 * HOUR;
});

const stored = (id: string) => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
const numbers = (shipmentId: string) => db.prisma.shipmentNumber.findMany({ where: { shipmentId }, select: { number: true, carrier: true, provider: true, role: true } });

/** A push of 17TRACK's, as it sends them. */
const push = (number: string, hours: number, sub_status: string, local_number: string | null = null) => ({
  event: "TRACKING_UPDATED",
  data: {
    number, carrier: 100002,
    track_info: {
      latest_status: { status: sub_status.split("_")[0], sub_status },
      misc_info: { local_number, local_key: local_number === null ? null : 21051 },
      tracking: { providers: [{ provider: { key: 100002 }, events: [{ time_utc: new Date(START + hours * HOUR).toISOString(), description: sub_status, sub_status }] }] },
    },
  },
});

const connect = (context: ReturnType<typeof testContext>, shopId: string, provider: string, position = 0) =>
  db.prisma.carrierConnection.create({
    data: { shopId, provider, position, credentials: context.secrets.encrypt("{}", "connection.credentials"), webhookToken: `${shopId}${provider}`, createdAt: new Date(START) },
  });
const withProviders = (...providers: CarrierAdapter[]) =>
  testContext(db, clock, { carriers: { all: providers, find: (code) => providers.find((each) => each.code === code) ?? null, baseUrls: {} }, http: { for: () => ({ send: async () => ({ status: 0, headers: {}, body: "" }) }) } });

describe("a number that is swapped on the last mile", () => {
  it("is heard of by a push, kept once, asked for at once, and what is pushed about it feeds the same shipment", async () => {
    const context = testContext(db, clock, { carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} } });
    const { shopId, id } = await makeFulfillment(db, [FIRST]);
    const deliver = (body: unknown) => handleProviderDelivery(context, { ...delivery(`${shopId}.myshopify.com`, "TRACKING_UPDATED", body), source: "17track" });
    expect(await deliver(push(FIRST, 10, "InTransit_PickedUp", LAST))).toEqual({ kind: "done" });
    expect(await numbers(id)).toEqual([{ number: LAST, carrier: "usps", provider: "17track", role: "last_mile" }]);
    expect((await stored(id)).nextPollAt?.getTime()).toBe(clock.now);
    // Told again it is no news, and nothing is due because of it.
    await db.prisma.shipment.update({ where: { id }, data: { nextPollAt: new Date(clock.now + 5 * HOUR) } });
    expect(await deliver(push(FIRST, 12, "InTransit_Other", LAST))).toEqual({ kind: "done" });
    expect(await numbers(id)).toHaveLength(1);
    expect((await stored(id)).nextPollAt?.getTime()).toBeGreaterThan(clock.now);

    expect(await deliver(push(LAST, 25, "Delivered_Other"))).toEqual({ kind: "done" });
    expect(await stored(id)).toMatchObject({ status: "DELIVERED", eventCount: 3 });
    expect(await db.prisma.notification.findMany({ where: { shipmentId: id, trigger: "delivered" } })).toHaveLength(1);
    // Another shop's push about the same number finds nothing here.
    const other = await makeFulfillment(db, ["OTHER1"]);
    expect(await handleProviderDelivery(context, { ...delivery(`${other.shopId}.myshopify.com`, "T", push(LAST, 26, "InTransit_Other")), source: "17track" })).toMatchObject({ kind: "ignored" });
  });

  it("is told by a carrier without the next carrier's name: its format tells it, and a later word fills it in", async () => {
    const context = testContext(db, clock);
    const { id } = await makeFulfillment(db, [FIRST]);
    const tell = (number: string, carrier: string | null) =>
      recordTrackingEvents(context, [{ shipmentId: id, source: "carrier", provider: "ups", events: [], nextNumber: { number, carrier } }]);
    await tell(LAST, null);
    await tell(FIRST, "usps"); // its own number is no further one
    await tell(" - ", "usps");
    await tell("XYZ\u0000-1", null);
    await tell("xyz 1", "ontrac");
    expect(await numbers(id)).toEqual([
      { number: LAST, carrier: "usps", provider: "ups", role: "last_mile" },
      { number: "XYZ-1", carrier: "ontrac", provider: "ups", role: "last_mile" },
    ]);
  });

  it("has the carrier of the last mile asked beside the first, and its silence costs the shipment nothing", async () => {
    const ups = fakeProvider("ups", "carrier", () => [scan("IN_TRANSIT", 5)]);
    const usps = fakeProvider("usps", "carrier", (number) => (number === LAST ? [scan("OUT_FOR_DELIVERY", 28)] : null));
    const context = withProviders(ups, usps);
    const { shopId, id } = await makeFulfillment(db, [FIRST]);
    await connect(context, shopId, "ups");
    await connect(context, shopId, "usps", 1);
    await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
    expect([ups.asked, usps.asked]).toEqual([[FIRST], []]);
    await db.prisma.shipmentNumber.create({ data: { shopId, shipmentId: id, number: LAST, numberKey: LAST, carrier: "usps", source: "carrier", provider: "ups", since: new Date(START) } });
    await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
    expect([ups.asked, usps.asked]).toEqual([[FIRST, FIRST], [LAST]]);
    expect(await stored(id)).toMatchObject({ status: "OUT_FOR_DELIVERY", pollFailures: 0 });
    expect(await stored(id)).toMatchObject({ lastPolledAt: new Date(clock.now), lastProblem: null });
    // Nothing new from both: one round of silence, not two.
    await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
    expect(await stored(id)).toMatchObject({ status: "OUT_FOR_DELIVERY", pollFailures: 1 });
  });

  it("is registered with an aggregator only where a carrier told of it and is not connected itself", async () => {
    const both = fakeProvider("17track", "aggregator", () => [scan("IN_TRANSIT", 5)]);
    const context = withProviders(both);
    const toldBy = async (source: string) => {
      const { shopId, id } = await makeFulfillment(db, [FIRST]);
      await connect(context, shopId, "17track");
      await db.prisma.shipmentNumber.create({ data: { shopId, shipmentId: id, number: LAST, numberKey: LAST, carrier: "usps", source, provider: source === "carrier" ? "ups" : "17track", since: new Date(START) } });
      both.registered.length = 0;
      await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
      return [...both.registered];
    };
    expect(await toldBy("aggregator")).toEqual([FIRST]);
    expect(await toldBy("carrier")).toEqual([FIRST, LAST]);
  });

  it("stands on the shipment's page and on the shopper's with its carrier and link, and is found by search", async () => {
    const context = testContext(db, clock);
    const { shopId, orderId, id } = await makeFulfillment(db, [FIRST]);
    await db.prisma.shipmentNumber.create({ data: { shopId, shipmentId: id, number: LAST, numberKey: LAST, carrier: "usps", source: "carrier", provider: "ups", since: new Date(START) } });
    await db.prisma.order.update({ where: { id: orderId }, data: { email: null } });
    const page = await presentShipment(db.prisma, { shopId, id, names: carrierNames([]), secrets: context.secrets, now: clock.now, actor: "staff" });
    expect(page?.onward).toEqual([{ number: LAST, carrier: "USPS", url: expect.stringContaining(LAST), toldBy: "UPS", since: new Date(START).toISOString() }]);
    const shop = { id: shopId, domain: "x", name: "Shop", timeZone: "UTC", locale: "en", countryCode: null, settings: {}, proxyPath: null };
    const shopper = await orderPage(context, shop, { locale: "en", action: "/apps/track", root: "", shows: { items: true, feedback: true } as never }, { orderId, token: "t" });
    expect(shopper?.order?.view.shipments[0]).toMatchObject({ carrier: { number: FIRST }, onward: [{ name: "USPS", number: LAST, url: expect.stringContaining("usps.com") }] });
    const found = await listShipments(db.prisma, shopId, { order: "newest", cursor: null, limit: 5, searchKey: LAST });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
    expect((await listShipments(db.prisma, (await makeFulfillment(db, ["Z1"])).shopId, { order: "newest", cursor: null, limit: 5, searchKey: LAST })).rows).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import type { ParsedEvent } from "~/domain/tracking/event";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { orderPage } from "~/presenters/storefront/load-page.server";
import { advanceShipments } from "~/use-cases/advance-shipments";
import { handleProviderDelivery } from "~/use-cases/handle-provider-delivery";
import { pollShipments } from "~/use-cases/poll-shipments";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { delivery } from "~tests/integration/sync/sync-context";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

import { DAY, fakeProvider, HOUR, makeFulfillment, scan, START } from "./shipment-rows";

const clock = { now: START };
let db: Database;
let context: ReturnType<typeof testContext>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  clock.now = START + 30 * HOUR;
  context = testContext(db, clock, { carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} } });
});

const record = (shipmentId: string, ...events: ParsedEvent[]) => recordTrackingEvents(context, [{ shipmentId, source: "carrier", provider: "ups", events, polled: "answer" }]);
const stored = (id: string) => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
const told = async (id: string) =>
  (await db.prisma.writeBack.findMany({ where: { shipmentId: id }, orderBy: [{ happenedAt: "asc" }, { key: "asc" }] })).map((each) => each.status);
const messages = async (id: string) => (await db.prisma.notification.findMany({ where: { shipmentId: id }, orderBy: { decidedAt: "asc" } })).map((each) => each.trigger).sort();
const openExceptions = (id: string) => db.prisma.shipmentException.findMany({ where: { shipmentId: id, resolvedAt: null } });

describe("a delivery that is undone", () => {
  it("takes the shipment back on its way, is asked for again, and tells the true delivery once more without a second message", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, scan("IN_TRANSIT", 2), scan("DELIVERED", 10));
    expect(await stored(id)).toMatchObject({ status: "DELIVERED", deliveredAt: new Date(START + 10 * HOUR) });
    expect(await messages(id)).toEqual(["delivered", "shipped"]);

    await record(id, scan("OUT_FOR_DELIVERY", 26));
    const undone = await stored(id);
    expect(undone).toMatchObject({ status: "OUT_FOR_DELIVERY", deliveredAt: null, trackingState: "tracking" });
    // Asked as often as anything that is out for delivery.
    expect((undone.nextPollAt?.getTime() ?? Infinity) - clock.now).toBeLessThan(HOUR);

    await record(id, scan("DELIVERED", 29));
    expect(await stored(id)).toMatchObject({ status: "DELIVERED", deliveredAt: new Date(START + 29 * HOUR) });
    expect(await told(id)).toEqual(["DELIVERED", "OUT_FOR_DELIVERY", "DELIVERED"]);
    expect((await messages(id)).filter((each) => each === "delivered")).toHaveLength(1);
  });

  it("is not undone by an older scan that comes late, nor by a source that is further away", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, scan("DELIVERED", 10));
    await record(id, scan("OUT_FOR_DELIVERY", 8));
    await recordTrackingEvents(context, [{ shipmentId: id, source: "aggregator", provider: "17track", events: [scan("IN_TRANSIT", 20)] }]);
    expect(await stored(id)).toMatchObject({ status: "DELIVERED", eventCount: 3 });
  });

  it("is withdrawn by the carrier's own correction", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, scan("OUT_FOR_DELIVERY", 8), scan("DELIVERED", 10));
    await record(id, scan("UNKNOWN", 11, { withdraws: true, code: "CORRECTION" }));
    expect(await stored(id)).toMatchObject({ status: "OUT_FOR_DELIVERY", deliveredAt: null });
  });
});

describe("a leg back to the sender", () => {
  it("that ends in a delivered code is a return, never a delivery", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, scan("ATTEMPTED_DELIVERY", 5), scan("RETURNING", 8), scan("IN_TRANSIT", 12), scan("DELIVERED", 20));
    expect(await stored(id)).toMatchObject({ status: "RETURNED", deliveredAt: null });
    expect(await messages(id)).not.toContain("delivered");
    expect(await told(id)).not.toContain("DELIVERED");
    expect(await openExceptions(id)).toMatchObject([{ rule: "ended-undelivered", severity: "info", reason: { status: "RETURNED" } }]);
  });

  it("is a problem while it comes back, and none once it is back", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, scan("RETURNING", 8, { detail: "refused" }));
    expect(await openExceptions(id)).toMatchObject([{ rule: "carrier-exception", severity: "critical" }]);
    await record(id, scan("RETURNED", 20));
    expect(await openExceptions(id)).toMatchObject([{ rule: "ended-undelivered", severity: "info" }]);
    expect(await db.prisma.shipmentException.findMany({ where: { shipmentId: id, rule: "carrier-exception" } })).toMatchObject([{ resolution: "cleared" }]);
  });

  it("is told by the leg of a scan alone, whatever order the scans come in", async () => {
    const back = { returnLeg: true };
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const { id } = await makeFulfillment(db, ["1Z1"]);
      const scans = [scan("OUT_FOR_DELIVERY", 4), scan("IN_TRANSIT", 12, back), scan("DELIVERED", 20, back)];
      for (const index of order) await record(id, scans[index] as ParsedEvent);
      expect((await stored(id)).status).toBe("RETURNED");
    }
  });

  it("of a shopper's own return is delivered when the shop has it, and nothing of it is told to the order's fulfillment", async () => {
    const { id } = await makeFulfillment(db, ["RET1"], { direction: "return" });
    await record(id, scan("IN_TRANSIT", 4), scan("DELIVERED", 20));
    expect(await stored(id)).toMatchObject({ status: "DELIVERED" });
    expect(await told(id)).toEqual([]);
    expect(await messages(id)).toEqual([]);
  });
});

describe("several tracking numbers of one fulfillment", () => {
  it("make it delivered when the last of them is, told once", async () => {
    const { ids } = await makeFulfillment(db, ["A1", "B2", "C3"]);
    const [a = "", b = "", c = ""] = ids;
    await record(a, scan("IN_TRANSIT", 1), scan("DELIVERED", 5));
    await record(b, scan("OUT_FOR_DELIVERY", 6));
    await record(c, scan("OUT_FOR_DELIVERY", 7));
    expect([await told(a), await told(b), await told(c)]).toEqual([[], [], ["OUT_FOR_DELIVERY"]]);
    await record(b, scan("DELIVERED", 8));
    expect(await told(b)).toEqual([]);
    await record(c, scan("DELIVERED", 9));
    expect(await told(c)).toEqual(["OUT_FOR_DELIVERY", "DELIVERED"]);
    // Computed again, nothing more is told.
    await db.transaction((tx) => advanceShipments(context, tx, ids));
    expect(await db.prisma.writeBack.count({ where: { shipmentId: { in: ids }, status: "DELIVERED" } })).toBe(1);
    // Each shopper's message is about its own shipment.
    for (const id of ids) expect((await messages(id)).filter((each) => each === "delivered")).toHaveLength(1);
  });

  it("are told of together when they are delivered in one batch", async () => {
    const { ids } = await makeFulfillment(db, ["A1", "B2"]);
    await recordTrackingEvents(context, ids.map((shipmentId, index) => ({ shipmentId, source: "carrier" as const, provider: "ups", events: [scan("DELIVERED", 5 + index)] })));
    expect(await Promise.all(ids.map(told))).toEqual([[], ["DELIVERED"]]);
  });

  it("are told of as delivered since the last one was, though its news came first; and again when it was undone", async () => {
    const { ids } = await makeFulfillment(db, ["A1", "B2"]);
    const [a = "", b = ""] = ids;
    await record(a, scan("DELIVERED", 10));
    await record(b, scan("DELIVERED", 5));
    const all = () => db.prisma.writeBack.findMany({ where: { shipmentId: { in: ids }, status: "DELIVERED" }, orderBy: { happenedAt: "asc" }, select: { shipmentId: true, happenedAt: true } });
    expect(await all()).toEqual([{ shipmentId: b, happenedAt: new Date(START + 10 * HOUR) }]);
    await db.transaction((tx) => advanceShipments(context, tx, ids));
    expect(await all()).toHaveLength(1);
    await record(a, scan("IN_TRANSIT", 12), scan("DELIVERED", 20));
    expect(await all()).toEqual([expect.objectContaining({ shipmentId: b }), { shipmentId: a, happenedAt: new Date(START + 20 * HOUR) }]);
  });

  it("do not wait for a number that was taken off", async () => {
    const { ids } = await makeFulfillment(db, ["A1", "B2"]);
    const [a = "", b = ""] = ids;
    await db.prisma.shipment.update({ where: { id: b }, data: { removedAt: new Date(clock.now) } });
    await record(a, scan("DELIVERED", 5));
    expect(await told(a)).toEqual(["DELIVERED"]);
  });

  it("stand on the shopper's page each with its own state", async () => {
    const { shopId, orderId, ids } = await makeFulfillment(db, ["A1", "B2"]);
    await record(ids[0] as string, scan("DELIVERED", 5));
    await record(ids[1] as string, scan("IN_TRANSIT", 5));
    const shop = { id: shopId, domain: "x", name: "Shop", timeZone: "UTC", locale: "en", countryCode: null, settings: {}, proxyPath: null };
    const page = await orderPage(context, shop, { locale: "en", action: "/apps/track", root: "", shows: {} as never }, { orderId, token: "t" });
    const shown = page?.order?.view.shipments ?? [];
    expect(shown.map((each) => [each.carrier.number, each.tone]).sort()).toEqual([["A1", "good"], ["B2", "moving"]]);
    expect(shown.map((each) => each.heading)).toEqual(["Shipment 1 of 2", "Shipment 2 of 2"]);
  });
});

describe("a number that is used again after months", () => {
  const both = () => ({ old: START - 200 * DAY, now: START });
  const push = (number: string, ...events: [number, string][]) => ({
    event: "TRACKING_UPDATED",
    data: { number, carrier: 100002, track_info: { tracking: { providers: [{ events: events.map(([at, sub_status]) => ({ time_utc: new Date(at).toISOString(), description: sub_status, sub_status })) }] } } },
  });
  async function twoLives(number: string) {
    const { shopId, orderId, fulfillmentId, id: young } = await makeFulfillment(db, [number]);
    const at = new Date(both().old);
    const first = await db.prisma.fulfillment.create({ data: { shopId, orderId, gid: `gid://old/${fulfillmentId}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at } });
    const { id: old } = await db.prisma.shipment.create({ data: { shopId, orderId, fulfillmentId: first.id, number, numberKey: number, carrier: "ups", shippedAt: at, createdAt: at, updatedAt: at } });
    return { shopId, young, old };
  }

  it("feeds the shipment that has it now, and leaves the scans of its former life out", async () => {
    const { shopId, young, old } = await twoLives("REUSED1");
    const body = push("REUSED1", [both().old + DAY, "Delivered_Other"], [START + 5 * HOUR, "InTransit_PickedUp"]);
    expect(await handleProviderDelivery(context, { ...delivery(`${shopId}.myshopify.com`, "T", body), source: "17track" })).toEqual({ kind: "done" });
    expect(await stored(young)).toMatchObject({ status: "IN_TRANSIT", eventCount: 1, deliveredAt: null });
    expect(await stored(old)).toMatchObject({ status: "PENDING", eventCount: 0 });
  });

  it("does not give the old shipment the new one's scans when it is asked for by hand", async () => {
    const ups = fakeProvider("ups", "carrier", () => [scan("DELIVERED", 20)]);
    context = testContext(db, clock, { carriers: { all: [ups], find: (code) => (code === "ups" ? ups : null), baseUrls: {} }, http: { for: () => ({ send: async () => ({ status: 0, headers: {}, body: "" }) }) } });
    const { shopId, young, old } = await twoLives("REUSED2");
    await db.prisma.carrierConnection.create({ data: { shopId, provider: "ups", credentials: context.secrets.encrypt("{}", "connection.credentials"), webhookToken: shopId, createdAt: new Date(START) } });
    await pollShipments(context, { id: "round", shopId, shipmentIds: [old] });
    expect(ups.asked).toEqual(["REUSED2"]);
    expect(await stored(old)).toMatchObject({ status: "PENDING", eventCount: 0 });
    expect(await stored(young)).toMatchObject({ status: "DELIVERED", eventCount: 1 });
  });
});

describe("a label that is voided", () => {
  it("opens an exception for the merchant, tells the shopper and Shopify nothing false, and clears with a real scan", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    const alert = (code: string, type: string, hours: number) => {
      const at = new Date(START + hours * HOUR).toISOString();
      return { trackingNumber: "1Z1", gmtActivityDate: at.slice(0, 10).replaceAll("-", ""), gmtActivityTime: at.slice(11, 19).replaceAll(":", ""), gmtOffset: "+00.00", activityStatus: { type, code, description: "Shipment information voided" } };
    };
    const read = findAdapter("ups")?.parse(JSON.stringify(alert("MV", "M", 3)), { httpStatus: null, receivedAt: clock.now });
    const events = read?.shipments[0]?.events ?? [];
    expect(events).toMatchObject([{ status: "EXCEPTION", detail: "cancelled" }]);
    await record(id, scan("PRE_TRANSIT", 1, { detail: "label_created" }), ...events);
    expect(await stored(id)).toMatchObject({ status: "EXCEPTION", detail: "cancelled" });
    expect(await openExceptions(id)).toMatchObject([{ rule: "carrier-exception", severity: "critical", reason: { detail: "cancelled" } }]);
    expect(await told(id)).toEqual([]);
    expect(await messages(id)).not.toContain("shipped");

    await record(id, scan("IN_TRANSIT", 26));
    expect(await stored(id)).toMatchObject({ status: "IN_TRANSIT", openExceptions: 0 });
  });

  it("before it was ever on a parcel is no label that waits for its scan", async () => {
    const { id } = await makeFulfillment(db, ["1Z2"]);
    await record(id, scan("PRE_TRANSIT", 1, { detail: "label_created" }), scan("PRE_TRANSIT", 2, { detail: "cancelled" }));
    clock.now = START + 20 * DAY;
    await db.transaction((tx) => advanceShipments(context, tx, [id]));
    expect(await stored(id)).toMatchObject({ status: "PRE_TRANSIT", detail: "cancelled", openExceptions: 0 });
    expect(await told(id)).toEqual([]);
  });
});

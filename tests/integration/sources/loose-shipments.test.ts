import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { ParsedEvent } from "~/domain/tracking/event";
import type { TrackingStatus } from "~/domain/tracking/status";
import type { WantedShipment } from "~/domain/tracking/register/plan";
import { installShop } from "~/use-cases/install-shop";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { previewRegistrations, registerShipments } from "~/use-cases/register-shipments";
import { syncOrder } from "~/use-cases/sync-order";
import { fulfillmentNode, list, orderNode } from "~tests/fixtures/order-node";
import { FakeShopify } from "~tests/integration/sync/fake-shopify";
import { openSyncContext, START, type SyncTestContext } from "~tests/integration/sync/sync-context";

let context: SyncTestContext;
let shopify: FakeShopify;
let shopId: string;
let count = 0;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ORDER = "gid://shopify/Order/1001";
const NUMBER = "1Z999AA10123456784";

beforeAll(async () => {
  context = await openSyncContext();
});
afterAll(() => context.db.close());
beforeEach(async () => {
  count += 1;
  const domain = `loose-${count}.myshopify.com`;
  shopify = new FakeShopify();
  shopify.orders.set(ORDER, orderNode({ name: "#1001", fulfillments: [] }));
  context.clock.now = START;
  context.admins.set(domain, shopify.client(domain));
  shopId = (await installShop(context, { domain })).id;
  context.jobs.length = 0;
});

function wanted(number: string, more: Partial<WantedShipment> = {}): WantedShipment {
  return { number, carrier: null, order: null, shippedAt: null, service: null, originCountry: null, destinationCountry: null, ...more };
}

function scan(status: TrackingStatus, hours: number): ParsedEvent {
  return {
    time: { at: START + hours * HOUR, certainty: "exact", zone: null, said: null }, status, detail: null, mapping: "csv@1", code: null,
    text: status, place: null, sourceEventId: null, returnLeg: false, withdraws: false, raw: null,
  };
}

const register = (...list_: WantedShipment[]) => registerShipments(context, shopId, list_);
const tell = (shipmentId: string, ...events: ParsedEvent[]) => recordTrackingEvents(context, [{ shipmentId, source: "csv", provider: "csv", events }]);
const shipments = () => context.db.prisma.shipment.findMany({ where: { shopId, removedAt: null }, orderBy: { createdAt: "asc" }, include: { events: true, order: true } });
const messages = () => context.db.prisma.notification.findMany({ where: { shopId }, orderBy: { trigger: "asc" } });
const sync = () => syncOrder(context, { shopId, orderGid: ORDER });
function fulfil(number = NUMBER, id = "gid://shopify/Fulfillment/1", company: string | null = "UPS") {
  shopify.change(ORDER, context.clock.now, (order) => {
    order.fulfillments.push(fulfillmentNode({ id, trackingInfo: [{ company, number, url: null }], events: list(), createdAt: new Date(context.clock.now).toISOString() }));
  });
}
async function idOf(number: string): Promise<string> {
  const [done] = await register(wanted(number));
  if (!done || done.kind === "invalid" || done.kind === "repeated") throw new Error("not registered");
  return done.id;
}

describe("a number without an order", () => {
  it("is followed at once, and tells nobody", async () => {
    const id = await idOf(NUMBER);
    expect(await shipments()).toMatchObject([{ id, orderId: null, fulfillmentId: null, carrier: "ups", carrierSource: "number", trackingState: "tracking", nextPollAt: new Date(START) }]);
    context.clock.now = START + 8 * HOUR;
    await tell(id, scan("IN_TRANSIT", 2), scan("OUT_FOR_DELIVERY", 7));
    expect((await shipments())[0]).toMatchObject({ status: "OUT_FOR_DELIVERY", eventCount: 2 });
    expect(await messages()).toEqual([]);
    expect(await context.db.prisma.writeBack.count({ where: { shopId } })).toBe(0);
  });

  it("is followed once, however often it is given, and by two at the same time", async () => {
    await register(wanted(NUMBER), wanted(" 1z999aa1 0123456784"), wanted("hello"));
    const again = await Promise.all([register(wanted(NUMBER)), register(wanted(NUMBER)), register(wanted("NEW123456")), register(wanted("NEW123456"))]);
    expect(again.flat().map((each) => each.kind).sort()).toEqual(["added", "known", "known", "known"]);
    expect(await shipments()).toHaveLength(2);
  });

  it("is shown before anything is done", async () => {
    await register(wanted("AAAA1111"));
    const plans = await previewRegistrations(context, shopId, [wanted("AAAA1111"), wanted(NUMBER), wanted(NUMBER), wanted("hello"), wanted("5555", { order: "#77" })]);
    expect(plans.map((each) => each.kind)).toEqual(["known", "add", "repeated", "invalid", "add"]);
    expect(plans[4]).toMatchObject({ order: null, notes: ["order_not_found"] });
    expect(await shipments()).toHaveLength(1);
  });

  it("joins its order when that is known, and the shopper hears what could not be told before", async () => {
    await sync();
    const id = await idOf(NUMBER);
    context.clock.now = START + 3 * HOUR;
    await tell(id, scan("IN_TRANSIT", 2));
    expect(await messages()).toEqual([]);
    expect(await register(wanted(NUMBER, { order: "1001" }))).toMatchObject([{ kind: "completed", id }]);
    expect(await register(wanted(NUMBER, { order: "1001" }))).toMatchObject([{ kind: "known", id }]);
    expect(await shipments()).toMatchObject([{ id, order: { name: "#1001" }, status: "IN_TRANSIT", eventCount: 1 }]);
    expect(await messages()).toMatchObject([{ trigger: "shipped", shipmentId: id }]);
  });

  it("whose number is given out again after months is another shipment", async () => {
    const old = await idOf("COURIER1001");
    await tell(old, scan("DELIVERED", -1));
    context.clock.now = START + 200 * DAY;
    expect(await register(wanted("COURIER1001"))).toMatchObject([{ kind: "added", plan: { notes: ["number_used_before"] } }]);
    expect(await shipments()).toMatchObject([{ id: old, former: true, status: "DELIVERED", eventCount: 1 }, { former: false, status: "PENDING", eventCount: 0 }]);
    expect(await register(wanted("COURIER1001", { shippedAt: START }))).toMatchObject([{ kind: "known", plan: { notes: ["number_used_since"] } }]);
  });
});

describe("Shopify's fulfillment with the same number", () => {
  it("that comes later adopts the loose shipment with its history", async () => {
    const id = await idOf(NUMBER);
    context.clock.now = START + 3 * HOUR;
    await tell(id, scan("IN_TRANSIT", 2));
    fulfil();
    await sync();
    const [shipment, ...others] = await shipments();
    expect(others).toEqual([]);
    expect(shipment).toMatchObject({ id, order: { name: "#1001" }, status: "IN_TRANSIT", carrier: "ups", carrierSource: "company", eventCount: 1 });
    expect(shipment?.fulfillmentId).not.toBeNull();
    // What the shopper could not be told before is told now, once; and Shopify hears it.
    expect(await messages()).toMatchObject([{ trigger: "shipped" }]);
    expect(await context.db.prisma.writeBack.count({ where: { shopId } })).toBe(1);
    await sync();
    expect(await shipments()).toHaveLength(1);
    expect(await messages()).toHaveLength(1);
  });

  it("that came before is joined: nothing is doubled", async () => {
    fulfil();
    await sync();
    const [known] = await shipments();
    expect(await register(wanted(NUMBER, { carrier: "DHL", order: "#1001" }))).toMatchObject([{ kind: "known", id: known?.id }]);
    expect(await shipments()).toMatchObject([{ id: known?.id, carrier: "ups" }]);
  });

  it("that comes at the same moment makes no second shipment", async () => {
    for (let round = 0; round < 8; round += 1) {
      fulfil(`1Z999AA1012345678${round}`, `gid://shopify/Fulfillment/${round + 1}`);
      await Promise.all([sync(), register(wanted(`1Z999AA1012345678${round}`, { order: "#1001" })), register(wanted(`1Z999AA1012345678${round}`))]);
    }
    const numbers = (await shipments()).map((each) => each.numberKey);
    expect(numbers).toHaveLength(8);
    expect(new Set(numbers).size).toBe(8);
    expect((await shipments()).every((each) => each.fulfillmentId !== null && each.order !== null)).toBe(true);
  });

  it("keeps a carrier that only the merchant named", async () => {
    await register(wanted("COURIER123", { carrier: "UPS" }));
    fulfil("COURIER123", undefined, null);
    await sync();
    await sync();
    expect(await shipments()).toMatchObject([{ carrier: "ups", carrierSource: "merchant" }]);
  });

  it("that comes back after the number was taken off is merged with what was given meanwhile", async () => {
    fulfil();
    await sync();
    const [first] = await shipments();
    const infos = shopify.fulfillments()[0];
    if (!infos) throw new Error("no fulfillment");
    const given = infos.trackingInfo;
    shopify.change(ORDER, START + 1_000, () => (infos.trackingInfo = []));
    await sync();
    const loose = await idOf(NUMBER);
    expect(loose).not.toBe(first?.id);
    context.clock.now = START + 3 * HOUR;
    await tell(loose, scan("IN_TRANSIT", 2));
    shopify.change(ORDER, START + 2_000, () => (infos.trackingInfo = given));
    await sync();
    expect(await shipments()).toMatchObject([{ id: first?.id, status: "IN_TRANSIT", eventCount: 1 }]);
    expect(await context.db.prisma.shipment.count({ where: { shopId } })).toBe(1);
  });

  it("in two fulfillments of the order gives both the history", async () => {
    const id = await idOf(NUMBER);
    await tell(id, scan("PRE_TRANSIT", -1));
    fulfil(NUMBER, "gid://shopify/Fulfillment/1");
    fulfil(NUMBER, "gid://shopify/Fulfillment/2");
    await sync();
    expect((await shipments()).map((each) => [each.status, each.eventCount, each.fulfillmentId !== null])).toEqual([["PRE_TRANSIT", 1, true], ["PRE_TRANSIT", 1, true]]);
  });

  it("months apart is another parcel", async () => {
    const id = await idOf(NUMBER);
    context.clock.now = START + 200 * DAY;
    fulfil();
    await sync();
    expect((await shipments()).map((each) => [each.id === id, each.fulfillmentId === null])).toEqual([[true, true], [false, false]]);
  });

  it("becomes a return's shipment as well", async () => {
    const id = await idOf(NUMBER);
    shopify.change(ORDER, START, (order) => {
      order.returns.nodes.push({
        id: shopify.id("Return"), name: "R", status: "OPEN", createdAt: new Date(START).toISOString(), requestApprovedAt: null, closedAt: null,
        reverseFulfillmentOrders: { nodes: [{ reverseDeliveries: { nodes: [{ id: shopify.id("ReverseDelivery"), deliverable: { tracking: { carrierName: "UPS", number: NUMBER, url: null } } }] } }] },
      });
    });
    await sync();
    await sync();
    expect(await shipments()).toMatchObject([{ id, direction: "return", order: { name: "#1001" } }]);
  });
});

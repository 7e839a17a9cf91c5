import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { sealCustomer } from "~/db/customer-data.server";
import { saveDataRequest } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { maintenanceProgress } from "~/db/maintenance.server";
import { DEFAULT_RETENTION, RETENTION_KINDS, type Retention } from "~/domain/privacy/retention";
import { applyRetention, planRetention } from "~/use-cases/apply-retention";
import { enqueueDue } from "~/use-cases/enqueue-due";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
const DAY = 86_400_000;
/** A different number of days for each kind, so that one period cannot stand in for another. */
const retention = Object.fromEntries(RETENTION_KINDS.map((kind, index) => [kind, 100 - 10 * index])) as unknown as Retention;

let db: Database;
let clock: { now: number };
let context: ReturnType<typeof testContext>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  clock = { now: NOW };
  context = testContext(db, clock, { retention });
  for (const table of ["shop", "delivery", "maintenance", '"order"', "notification", "access_log", "data_request", "unmapped_code"]) await db.sql(`delete from ${table}`, []);
});

/** A shop with one row of each kind that is this old, in days. */
async function shopWithRows(age: (kind: keyof Retention) => number, status = "active"): Promise<string> {
  const { prisma } = db;
  const shopId = randomUUID();
  const at = (kind: keyof Retention) => new Date(NOW - age(kind) * DAY);
  await prisma.shop.create({ data: { id: shopId, domain: `${shopId}.myshopify.com`, installedAt: new Date(NOW), status } });
  const customer = sealCustomer(context.secrets, shopId, { name: "Ada Moreau", email: "ada@example.com", phone: null, address: null, postalCode: null }, "US");
  await prisma.order.create({ data: { id: `o-${shopId}`, shopId, gid: `gid://shopify/Order/${shopId}`, name: "#1", nameKey: "1", processedAt: at("orders"), sourceUpdatedAt: at("orders"), ...customer } });
  // Shipments of no order: their scans are not deleted with an order's customer data.
  const shipment = { shopId, shippedAt: new Date(NOW), createdAt: new Date(NOW), updatedAt: new Date(NOW), status: "DELIVERED" };
  const scan = { shopId, source: "carrier", provider: "ups", at: new Date(NOW), certainty: "exact", status: "DELIVERED", text: "signed for by ADA", place: { city: "Kiel", region: null, country: "DE", postalCode: "24103", text: null }, raw: { words: "ADA" } };
  await prisma.shipment.create({ data: { ...shipment, id: `e-${shopId}`, number: "E1234567", numberKey: "E1234567", events: { create: [{ ...scan, key: "k", receivedAt: at("events") }] } } });
  await prisma.shipment.create({ data: { ...shipment, id: `r-${shopId}`, number: "R1234567", numberKey: "R1234567", events: { create: [{ ...scan, key: "k", receivedAt: at("rawPayloads") }] } } });
  await prisma.unmappedCode.create({ data: { shopId, provider: "ups", code: "ZZ", text: "words", firstSeenAt: at("events"), lastSeenAt: at("events") } });
  await prisma.notification.create({ data: { shopId, orderId: `o-${shopId}`, key: "k", trigger: "delivered", channel: "email", locale: "en", status: "sent", subject: "Ada, it is here", error: "x", decidedAt: at("messages") } });
  await prisma.accessLog.create({ data: { shopId, actor: "staff:1", purpose: "order page", subject: "order:1", at: at("accessLog") } });
  await saveDataRequest(prisma, context.secrets, { shopId, requestId: "1", customerGid: null, export: {}, now: at("dataRequests").getTime() });
  for (const state of ["done", "ignored", "dead", "pending"]) {
    await db.sql("insert into delivery (source, shop_domain, topic, webhook_id, received_at, body, status) values ('ups', $1, 't', $2, $3::timestamptz, 'x', $2)", [`${shopId}.myshopify.com`, state, at("webhooks").toISOString()]);
  }
  return shopId;
}

/** What is there of each kind, as "kept" or "gone". */
async function standing(shopId: string): Promise<Record<string, unknown>> {
  const { prisma } = db;
  const order = await prisma.order.findFirstOrThrow({ where: { shopId } });
  const scans = await prisma.trackingEvent.findMany({ where: { shopId }, orderBy: { shipmentId: "asc" } });
  const message = await prisma.notification.findFirstOrThrow({ where: { shopId } });
  return {
    orders: order.email !== null,
    events: scans[0]?.text !== null,
    "unmapped codes": (await prisma.unmappedCode.count({ where: { shopId } })) > 0,
    rawPayloads: scans[1]?.raw !== null,
    messages: message.subject !== null || message.error !== null,
    accessLog: (await prisma.accessLog.count({ where: { shopId } })) > 0,
    dataRequests: (await prisma.dataRequest.count({ where: { shopId } })) > 0,
    webhooks: (await prisma.delivery.count({ where: { shopDomain: `${shopId}.myshopify.com`, status: { not: "pending" } } })) === 3,
  };
}
const allOf = (value: boolean) => ({ orders: value, events: value, "unmapped codes": value, rawPayloads: value, messages: value, accessLog: value, dataRequests: value, webhooks: value });

describe("what is older than its period", () => {
  it("is deleted, each kind by its own period, and a day younger is kept; shops that are gone too", async () => {
    const old = await shopWithRows((kind) => retention[kind] + 1);
    const young = await shopWithRows((kind) => retention[kind] - 1);
    const gone = await shopWithRows((kind) => retention[kind] + 1, "uninstalled");
    await applyRetention(context);
    expect(await standing(young)).toEqual(allOf(true));
    for (const shopId of [old, gone]) expect(await standing(shopId)).toEqual(allOf(false));
    // What was decided stays: the scan's meaning and country, that a message was sent; a webhook that waits is dealt with first.
    const [scan] = await db.prisma.trackingEvent.findMany({ where: { shopId: old }, orderBy: { shipmentId: "asc" } });
    expect(scan).toMatchObject({ status: "DELIVERED", key: "k", place: { city: null, country: "DE", postalCode: null } });
    expect(await db.prisma.notification.count({ where: { shopId: old, status: "sent" } })).toBe(1);
    expect(await db.prisma.delivery.count({ where: { status: "pending" } })).toBe(3);
    expect(await applyRetention(context)).toEqual({});
    clock.now += DAY;
    expect(Object.values(await applyRetention(context)).every((count) => count === 0)).toBe(true);
  });

  it("is looked for ten minutes after the first start, and once a day from then on, by one worker", async () => {
    const shopId = await shopWithRows((kind) => retention[kind] + 1);
    await planRetention(context);
    await planRetention({ ...context, now: () => NOW + DAY });
    const due = async () => {
      context.jobs.length = 0;
      await enqueueDue(context);
      return context.jobs.filter((job) => job.name === "apply-retention").length;
    };
    expect(await due()).toBe(0);
    clock.now += 600_000;
    expect(await due()).toBe(1);
    expect(await due()).toBe(0);
    await applyRetention(context);
    expect(await standing(shopId)).toEqual(allOf(false));
    expect((await maintenanceProgress(db.prisma, "retention")).lastRunAt).toEqual(new Date(clock.now));
    clock.now += DAY - 1;
    expect(await due()).toBe(0);
    clock.now += 1;
    expect(await due()).toBe(1);
  });

  it("is deleted in parts when there is much of it: the next job follows a minute later and goes on", async () => {
    const shopId = await shopWithRows((kind) => retention[kind] + 1);
    await planRetention(context);
    // Every look at the clock takes a minute.
    const slow = { ...context, now: () => (clock.now += 60_000) };
    let runs = 0;
    do {
      await applyRetention(slow);
      runs += 1;
      const { nextDueAt, lastRunAt } = await db.prisma.maintenance.findUniqueOrThrow({ where: { task: "retention" } });
      expect((nextDueAt?.getTime() ?? 0) - clock.now).toBeLessThanOrEqual(lastRunAt ? DAY : 60_000);
    } while ((await maintenanceProgress(db.prisma, "retention")).lastRunAt === null && runs < 50);
    expect(runs).toBeGreaterThan(1);
    expect(runs).toBeLessThan(50);
    expect(await standing(shopId)).toEqual(allOf(false));
  });

  it("of scans stays as the shop's own mapping reads it", async () => {
    const shopId = await shopWithRows((kind) => retention[kind] + 1);
    const rule = { provider: "ups", code: null, text: "signed for by ADA", status: "EXCEPTION", detail: "damaged", from: null, until: null, version: 1 };
    await db.prisma.mappingVersion.create({ data: { shopId, number: 1, createdBy: "staff", createdAt: new Date(NOW), entries: [rule], changes: [] } });
    await applyRetention(context);
    expect(await db.prisma.trackingEvent.findFirstOrThrow({ where: { shopId, shipmentId: `e-${shopId}` } })).toMatchObject({ status: "EXCEPTION", detail: "damaged", mapping: "shop@1", text: null });
  });

  it("has a period for each kind where nothing is set", () => {
    expect(DEFAULT_RETENTION).toEqual({ orders: 730, events: 365, rawPayloads: 90, messages: 365, webhooks: 30, accessLog: 365, dataRequests: 90 });
  });
});

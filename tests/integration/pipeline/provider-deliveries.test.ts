import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { Database } from "~/db/database.server";
import { insertDeliveries } from "~/db/deliveries.server";
import { findAdapter } from "~/integrations/carriers/registry";
import { jobDefinitions } from "~/jobs/definitions";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { numberOf, pushBody } from "~tests/bench/pipeline/pushes";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 24, 12);
let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** A shop with shipments of the bench's numbers from `first` on. */
async function shopWith(count: number) {
  const shopId = randomUUID();
  const domain = `${shopId}.myshopify.com`;
  const at = new Date(NOW - 4 * 24 * 3_600_000);
  await db.prisma.shop.create({ data: { id: shopId, domain, installedAt: at } });
  const orderId = randomUUID();
  await db.prisma.order.create({ data: { id: orderId, shopId, gid: `gid://${orderId}`, name: "#1", nameKey: "1", processedAt: at, sourceUpdatedAt: at } });
  const fulfillments = Array.from({ length: count }, () => randomUUID());
  await db.prisma.fulfillment.createMany({ data: fulfillments.map((id) => ({ id, shopId, orderId, gid: `gid://${id}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at })) });
  await db.prisma.shipment.createMany({
    data: fulfillments.map((fulfillmentId, index) => ({
      shopId, orderId, fulfillmentId, number: numberOf(index + 1), numberKey: numberOf(index + 1), carrier: "royal_mail", shippedAt: at, createdAt: at, updatedAt: at,
    })),
  });
  return { shopId, domain };
}

const takeIn = (domain: string, bodies: readonly string[]) =>
  insertDeliveries(
    db.sql,
    bodies.map((body) => ({
      source: "17track", shopDomain: domain, topic: "tracking", webhookId: randomUUID(), eventId: null, apiVersion: null, triggeredAt: null,
      receivedAt: new Date(NOW).toISOString(), body: Buffer.from(body),
    })),
  );

const context = () => testContext(db, { now: NOW }, { carriers: { all: [], find: findAdapter, baseUrls: {} } });
const fates = async (ids: readonly string[]) => {
  const rows = await db.prisma.delivery.findMany({ where: { id: { in: ids.map(BigInt) } }, orderBy: { id: "asc" } });
  return rows.map((row) => [row.status, row.body.length > 0]);
};

describe("pushes of a provider", () => {
  it("keep the error of a handler that threw on their rows, and are tried again", async () => {
    const { domain } = await shopWith(1);
    const ids = await takeIn(domain, [pushBody(1, NOW - 3_600_000), pushBody(1, NOW - 3_600_000, 3)]);
    // What happens on a Node.js without Map.groupBy: the grouping itself throws, outside every single delivery.
    const grouping = vi.spyOn(Map, "groupBy").mockImplementation(() => {
      throw new TypeError("Map.groupBy is not a function");
    });
    await processDeliveries(context(), { deliveryIds: ids });
    grouping.mockRestore();
    const rows = await db.prisma.delivery.findMany({ where: { id: { in: ids.map(BigInt) } } });
    expect(rows.map((row) => [row.status, row.error, row.nextDueAt !== null])).toEqual(ids.map(() => ["pending", "Map.groupBy is not a function", true]));
    await processDeliveries(context(), { deliveryIds: ids });
    expect((await fates(ids)).map(([status]) => status)).toEqual(["done", "done"]);
  });

  it("are dealt with together, each with its own fate; the bodies of those that are done are forgotten", async () => {
    const { shopId, domain } = await shopWith(3);
    const ids = await takeIn(domain, [
      pushBody(1, NOW - 3_600_000), "<html>busy</html>", pushBody(999, NOW - 3_600_000), pushBody(2, NOW - 3_600_000, 3), pushBody(2, NOW - 3_600_000, 5),
    ]);
    await processDeliveries(context(), { deliveryIds: ids });
    expect(await fates(ids)).toEqual([["done", false], ["pending", true], ["ignored", false], ["done", false], ["done", false]]);
    const shipments = await db.prisma.shipment.findMany({ where: { shopId }, orderBy: { number: "asc" } });
    expect(shipments.map((each) => [each.status, each.eventCount])).toEqual([["DELIVERED", 8], ["IN_TRANSIT", 5], ["PENDING", 0]]);
  });

  it("are taken one by one when one of them cannot be stored, so that it alone is tried again", async () => {
    const { shopId, domain } = await shopWith(2);
    const ids = await takeIn(domain, [pushBody(1, NOW - 3_600_000), pushBody(2, NOW - 3_600_000)]);
    const poisoned = context();
    const { sendMany } = poisoned.queue;
    // The second shipment's write-back cannot be put on the queue, as when a row breaks a constraint.
    const second = await db.prisma.shipment.findFirstOrThrow({ where: { shopId, number: numberOf(2) } });
    poisoned.queue.sendMany = async (tx, name, data) => {
      const own = name === "write-back" && tx ? await (tx as typeof db.prisma).writeBack.count({ where: { shipmentId: second.id } }) : 0;
      if (own > 0) throw new Error("refused");
      return sendMany(tx, name, data);
    };
    await processDeliveries(poisoned, { deliveryIds: ids });
    expect(await fates(ids)).toEqual([["done", false], ["pending", true]]);
    expect(await db.prisma.trackingEvent.count({ where: { shopId } })).toBe(8);
    await processDeliveries(context(), { deliveryIds: ids });
    expect(await fates(ids)).toEqual([["done", false], ["done", false]]);
    expect(await db.prisma.trackingEvent.count({ where: { shopId } })).toBe(16);
  });

  it("keep what a carrier says whatever it consists of: NUL, half surrogates, bidirectional marks", async () => {
    const { shopId, domain } = await shopWith(1);
    const body = pushBody(1, NOW - 3_600_000, 3).replaceAll("Picked up by the carrier", "Picked\\u0000up \\ud800 \\u202eby");
    const ids = await takeIn(domain, [body]);
    await processDeliveries(context(), { deliveryIds: ids });
    expect(await fates(ids)).toEqual([["done", false]]);
    expect(await db.prisma.trackingEvent.count({ where: { shopId } })).toBe(3);
  });
});

describe("jobs that wait together", () => {
  it("become as few as their size allows, each id once", () => {
    const many = Array.from({ length: 12 }, (_, job) => ({ deliveryIds: Array.from({ length: 100 }, (_, index) => String(job * 90 + index)) }));
    const together = jobDefinitions["process-deliveries"].together?.(many) ?? [];
    expect(together.map((each) => each.deliveryIds.length)).toEqual([500, 500, 90]);
    expect(new Set(together.flatMap((each) => each.deliveryIds)).size).toBe(1_090);
    for (const each of together) expect(jobDefinitions["process-deliveries"].schema.safeParse(each).success).toBe(true);
  });
});

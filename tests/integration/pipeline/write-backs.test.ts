import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { readSettings } from "~/domain/settings/shop-settings";
import type { DeliveryEstimate, EventSource, ParsedEvent } from "~/domain/tracking/event";
import { recordTrackingEvents } from "~/use-cases/record-tracking-events";
import { saveSettings } from "~/use-cases/save-settings";
import { writeBackEvent } from "~/use-cases/write-back-event";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

import { HOUR, makeFulfillment, scan, START } from "./shipment-rows";

const clock = { now: START };
let db: Database;
let context: ReturnType<typeof testContext>;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  clock.now = START + 30 * HOUR;
  context = testContext(db, clock);
});

const record = (shipmentId: string, events: ParsedEvent[], more: { estimate?: DeliveryEstimate; source?: EventSource } = {}) =>
  recordTrackingEvents(context, [{ shipmentId, source: "carrier", provider: "ups", events, polled: "answer", ...more }]);
const rows = (id: string) => db.prisma.writeBack.findMany({ where: { shipmentId: id }, orderBy: [{ happenedAt: "asc" }, { key: "asc" }] });
const jobs = () => context.jobs.filter((job) => job.name === "write-back").length;
const switchWriteBack = async (shopId: string, enabled: boolean) => {
  const { settings } = readSettings((await db.prisma.shop.findUniqueOrThrow({ where: { id: shopId } })).settings);
  expect(await saveSettings(context, { shopId, values: { ...settings, writeBack: { enabled } } })).toEqual({ ok: true });
};

describe("what carriers report", () => {
  it("is written back once per fact: pickup, way, delay, way, door", async () => {
    const { id } = await makeFulfillment(db, ["1Z1"]);
    const scans = [
      scan("IN_TRANSIT", 2, { detail: "accepted" }),
      scan("IN_TRANSIT", 4, { detail: "departed" }),
      scan("IN_TRANSIT", 8, { detail: "delayed" }),
      scan("EXCEPTION", 9, { detail: "weather" }),
      scan("IN_TRANSIT", 20, { detail: "arrived" }),
      scan("DELIVERED", 28),
    ];
    for (let count = 1; count <= scans.length; count += 1) for (const _again of [1, 2]) await record(id, scans.slice(0, count));
    expect((await rows(id)).map((row) => [row.status, (row.happenedAt.getTime() - START) / HOUR, row.state])).toEqual([
      ["CARRIER_PICKED_UP", 2, "queued"], ["IN_TRANSIT", 4, "queued"], ["DELAYED", 8, "queued"], ["IN_TRANSIT", 20, "queued"], ["DELIVERED", 28, "queued"],
    ]);
    expect(jobs()).toBe(5);
  });

  it("takes the carrier's estimate along, and no other source's", async () => {
    const estimate: DeliveryEstimate = { earliest: Date.UTC(2026, 10, 9), latest: Date.UTC(2026, 10, 9), precision: "day", zone: null };
    const { id } = await makeFulfillment(db, ["1Z1"]);
    await record(id, [], { estimate, source: "shopify" });
    await record(id, [scan("IN_TRANSIT", 2)]);
    await record(id, [], { estimate });
    await record(id, [scan("OUT_FOR_DELIVERY", 6)]);
    expect((await rows(id)).map((row) => [row.status, row.estimatedAt?.toISOString() ?? null])).toEqual([
      ["IN_TRANSIT", null], ["OUT_FOR_DELIVERY", "2026-11-09T12:00:00.000Z"],
    ]);
  });
});

describe("a shop that switches writing back off", () => {
  it("has nothing queued, and the reason recorded", async () => {
    const { id, shopId } = await makeFulfillment(db, ["1Z1"]);
    await switchWriteBack(shopId, false);
    await record(id, [scan("OUT_FOR_DELIVERY", 26)]);
    expect(jobs()).toBe(0);
    expect(await rows(id)).toMatchObject([{ status: "OUT_FOR_DELIVERY", state: "skipped", nextDueAt: null, error: "Writing back to Shopify is switched off in the settings." }]);
    // Switched on again, what happened meanwhile stays unsaid; what happens then is written back.
    await switchWriteBack(shopId, true);
    await record(id, [scan("OUT_FOR_DELIVERY", 26), scan("DELIVERED", 29)]);
    expect((await rows(id)).map((row) => [row.status, row.state])).toEqual([["OUT_FOR_DELIVERY", "skipped"], ["DELIVERED", "queued"]]);
    expect(jobs()).toBe(1);
  });

  it("has what was queued before skipped, and no other shop's", async () => {
    const ours = await makeFulfillment(db, ["1Z1"]);
    const theirs = await makeFulfillment(db, ["1Z2"]);
    for (const { id } of [ours, theirs]) await record(id, [scan("OUT_FOR_DELIVERY", 26)]);
    await switchWriteBack(ours.shopId, false);
    expect(await rows(ours.id)).toMatchObject([{ state: "skipped", nextDueAt: null, error: expect.stringContaining("switched off") as string }]);
    expect(await rows(theirs.id)).toMatchObject([{ state: "queued", error: null }]);
    // Saved again while it is off: nothing else changes.
    await switchWriteBack(ours.shopId, false);
    // The job that went out before finds nothing to do, and Shopify is not asked.
    for (const row of await rows(ours.id)) await writeBackEvent(context, { writeBackId: row.id });
    expect(await rows(ours.id)).toMatchObject([{ state: "skipped", attempts: 0 }]);
  });

  it("has one skipped that was decided while the settings were saved", async () => {
    const { id, shopId } = await makeFulfillment(db, ["1Z1"]);
    await record(id, [scan("OUT_FOR_DELIVERY", 26)]);
    await db.prisma.shop.update({ where: { id: shopId }, data: { settings: { writeBack: { enabled: false } } } });
    for (const row of await rows(id)) await writeBackEvent(context, { writeBackId: row.id });
    expect(await rows(id)).toMatchObject([{ state: "skipped", error: expect.stringContaining("switched off") as string }]);
  });

  it("keeps the event that Shopify had made by then as its own", async () => {
    const { id, shopId } = await makeFulfillment(db, ["1Z1"]);
    await record(id, [scan("OUT_FOR_DELIVERY", 26)]);
    const admin = {
      shopDomain: "x",
      run: async (operation: { name: string }) => {
        if (operation.name === "ReadFulfillmentEvents") return { fulfillment: { events: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } } as never;
        await switchWriteBack(shopId, false);
        return { fulfillmentEventCreate: { fulfillmentEvent: { id: "gid://shopify/FulfillmentEvent/7" }, userErrors: [] } } as never;
      },
      runPartially: () => { throw new Error("not part of this test"); },
      lines: () => { throw new Error("not part of this test"); },
    };
    const [row] = await rows(id);
    await writeBackEvent({ ...context, adminFor: async () => admin }, { writeBackId: row?.id ?? "" });
    expect(await rows(id)).toMatchObject([{ state: "done", eventGid: "gid://shopify/FulfillmentEvent/7", error: null }]);
  });
});

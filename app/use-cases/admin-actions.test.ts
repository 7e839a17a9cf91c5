import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { listShipments } from "~/db/admin-shipments.server";
import type { Database } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentConnections } from "~/presenters/admin/connections";
import { presentExceptions } from "~/presenters/admin/exceptions";
import { presentHome } from "~/presenters/admin/home";
import { presentShipment } from "~/presenters/admin/shipment";
import { openTestDatabase } from "~tests/setup/test-database";

import { addManualEvent } from "./add-manual-event";
import { connectCarrier, disconnectCarrier } from "./connect-carrier";
import type { UseCaseContext } from "./context";
import { correctCarrier } from "./correct-carrier";
import { refreshShipments } from "./refresh-shipment";
import { resolveExceptions } from "./resolve-exception";
import { saveSettings, setGuideDismissed } from "./save-settings";
import { resumeTracking, stopTracking } from "./stop-tracking";
import { saveRoute } from "./save-carrier-route";
import { saveConnectionLimits } from "./save-connection-limits";
import { testConnection } from "./test-connection";

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

let db: Database;
let context: UseCaseContext;
let jobs: { name: string; data: unknown }[] = [];
const secrets = createSecrets(Buffer.alloc(32, 3).toString("base64"));
const adapter = {
  code: "acme", name: "Acme", kind: "carrier", aliases: [], limits: { batch: 10, perSecond: 1, perDay: 100 },
  credentials: [{ key: "api_key", label: "Key", kind: "secret", required: true, help: "" }],
  webhook: { kind: "bearer", header: "authorization", secretKey: "api_key" },
  test: async ({ credentials }: { credentials: Record<string, string> }) =>
    credentials.api_key === "right" ? { ok: true, message: "It works." } : { ok: false, message: "The key is refused." },
};

beforeAll(async () => {
  db = await openTestDatabase();
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  context = {
    db, secrets, log, now: () => NOW, appUrl: "https://app.example",
    queue: {
      send: async (_tx: unknown, name: string, data: unknown) => void jobs.push({ name, data }),
      sendMany: async (_tx: unknown, name: string, many: readonly unknown[]) => void many.forEach((data) => jobs.push({ name, data })),
    },
    carriers: { all: [adapter], find: (code: string) => (code === "acme" ? adapter : null), baseUrls: {} },
    http: { for: () => ({ send: async () => ({ status: 0, headers: {}, body: "" }) }) },
  } as unknown as UseCaseContext;
});
afterAll(() => db.close());
beforeEach(() => {
  jobs = [];
});

async function makeShop(): Promise<{ id: string; domain: string; timeZone: string; settings: unknown }> {
  return db.prisma.shop.create({ data: { domain: `${randomUUID()}.myshopify.com`, installedAt: new Date(NOW), timeZone: "Europe/Berlin" } });
}

async function makeShipment(shopId: string, more: { number?: string; shippedAt?: number; status?: string; carrier?: string | null } = {}): Promise<string> {
  const at = new Date(more.shippedAt ?? NOW - 30 * HOUR);
  const name = `#${randomUUID().slice(0, 6)}`;
  const order = await db.prisma.order.create({
    data: { shopId, gid: `gid://shopify/Order/${randomUUID()}`, name, nameKey: name.slice(1).toUpperCase(), processedAt: at, sourceUpdatedAt: at, customerName: secrets.encrypt("Ada", "order.name") },
  });
  const number = more.number ?? `N${randomUUID().slice(0, 8)}`.toUpperCase();
  const shipment = await db.prisma.shipment.create({
    data: {
      shopId, orderId: order.id, number, numberKey: number, shippedAt: at, createdAt: at, updatedAt: at, status: more.status ?? "PENDING",
      carrier: more.carrier === undefined ? "acme" : more.carrier, nextPollAt: new Date(NOW + 5 * HOUR),
    },
  });
  return shipment.id;
}

const read = (id: string) => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
const names = carrierNames([adapter]);

describe("following shipments by hand", () => {
  it("asks at once, and not for another shop's or a stopped shipment", async () => {
    const shop = await makeShop();
    const other = await makeShop();
    const mine = await makeShipment(shop.id);
    const theirs = await makeShipment(other.id);
    expect(await refreshShipments(context, { shopId: shop.id, shipmentIds: [mine, theirs] })).toBe(1);
    expect(jobs).toMatchObject([{ name: "poll-shipments", data: { shipmentIds: [mine] } }]);
    expect((await read(mine)).nextPollAt?.getTime()).toBe(NOW);
    expect((await read(theirs)).nextPollAt?.getTime()).toBe(NOW + 5 * HOUR);

    expect(await stopTracking(context, { shopId: shop.id, shipmentIds: [mine, theirs] })).toBe(1);
    expect(await read(mine)).toMatchObject({ trackingState: "stopped", nextPollAt: null });
    expect(await refreshShipments(context, { shopId: shop.id, shipmentIds: [mine] })).toBe(0);
    expect(await resumeTracking(context, { shopId: shop.id, shipmentIds: [mine] })).toBe(1);
    expect((await read(mine)).trackingState).toBe("tracking");
  });

  it("adds an event that decides the status, once, and keeps it from other shops", async () => {
    const shop = await makeShop();
    const id = await makeShipment(shop.id);
    const form = { status: "DELIVERED", detail: "neighbour", date: "2026-11-24", time: "10:00", city: "Kiel", country: "DE", note: "" };
    const input = { shopId: shop.id, timeZone: shop.timeZone, shipmentId: id, form };
    expect(await addManualEvent(context, { ...input, shopId: (await makeShop()).id })).toMatchObject({ ok: false });
    expect(await addManualEvent(context, input)).toEqual({ ok: true });
    expect(await addManualEvent(context, input)).toMatchObject({ ok: false });
    expect(await read(id)).toMatchObject({ status: "DELIVERED", detail: "neighbour", eventCount: 1 });

    const page = await presentShipment(db.prisma, { shopId: shop.id, id, names, secrets, now: NOW, actor: "staff" });
    expect(page?.timeline).toMatchObject([{ source: "manual", provider: "You", mapping: "manual@1", decides: true, place: "Kiel, DE" }]);
    expect(page?.customer?.name).toBe("Ada");
    const log = await db.prisma.accessLog.findMany({ where: { shopId: shop.id } });
    expect(log).toMatchObject([{ actor: "staff", purpose: "shipment page" }]);
    expect(JSON.stringify(log, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("Ada");
    expect(await presentShipment(db.prisma, { shopId: (await makeShop()).id, id, names, secrets, now: NOW, actor: "staff" })).toBeNull();
  });

  it("takes the merchant's word for the carrier and asks that one", async () => {
    const shop = await makeShop();
    const id = await makeShipment(shop.id, { carrier: null });
    expect(await correctCarrier(context, { shopId: shop.id, shipmentId: id, carrier: "Robert'); drop" })).toMatchObject({ ok: false });
    expect(await correctCarrier(context, { shopId: shop.id, shipmentId: id, carrier: "acme" })).toEqual({ ok: true });
    expect(await read(id)).toMatchObject({ carrier: "acme", carrierSource: "merchant" });
    expect(jobs).toHaveLength(1);
  });
});

describe("the shipments list", () => {
  it("turns its pages both ways without missing or repeating a row", async () => {
    const shop = await makeShop();
    // Two of them shipped at the same instant: the id decides between them.
    for (const age of [1, 2, 2, 3, 4]) await makeShipment(shop.id, { shippedAt: NOW - age * HOUR });
    const seen: string[] = [];
    let cursor: Parameters<typeof listShipments>[2]["cursor"] = null;
    for (let turn = 0; turn < 3; turn += 1) {
      const page = await listShipments(db.prisma, shop.id, { order: "newest", cursor, limit: 2 });
      seen.push(...page.rows.map((row) => row.id));
      expect(page.hasNext).toBe(turn < 2);
      const last = page.rows.at(-1);
      cursor = last ? { shippedAt: last.shippedAt, id: last.id, direction: "after" } : null;
    }
    expect(new Set(seen).size).toBe(5);
    const fifth = seen.at(-1) ?? "";
    const back = await listShipments(db.prisma, shop.id, { order: "newest", cursor: { shippedAt: (await read(fifth)).shippedAt, id: fifth, direction: "before" }, limit: 2 });
    expect(back.rows.map((row) => row.id)).toEqual(seen.slice(2, 4));
    expect(back).toMatchObject({ hasPrevious: true, hasNext: true });
  });

  it("finds a number by its end, in its own shop", async () => {
    const shop = await makeShop();
    const id = await makeShipment(shop.id, { number: "1ZABC0042" });
    const search = async (searchKey: string) => (await listShipments(db.prisma, shop.id, { order: "newest", cursor: null, limit: 10, searchKey })).rows.map((row) => row.id);
    expect(await search("0042")).toEqual([id]);
    expect((await listShipments(db.prisma, (await makeShop()).id, { order: "newest", cursor: null, limit: 10, searchKey: "0042" })).rows).toEqual([]);
  });
});

describe("exceptions", () => {
  it("stand by urgency, and are settled by their own shop alone", async () => {
    const shop = await makeShop();
    const id = await makeShipment(shop.id);
    const open = async (severity: string, age: number) =>
      db.prisma.shipmentException.create({
        data: { shopId: shop.id, shipmentId: id, rule: "label-without-scan", ruleVersion: 1, key: `${severity}${age}`, severity, reason: { hours: 24 }, openedAt: new Date(NOW - age * HOUR) },
      });
    const young = await open("warning", 1);
    const old = await open("warning", 9);
    const critical = await open("critical", 2);
    const page = (params = "") => presentExceptions(db.prisma, { shopId: shop.id, names, params: new URLSearchParams(params), now: NOW });
    expect((await page()).items.map((item) => item.id)).toEqual([critical.id, old.id, young.id]);
    expect(await resolveExceptions(context, { shopId: (await makeShop()).id, exceptionIds: [old.id] })).toBe(0);
    expect(await resolveExceptions(context, { shopId: shop.id, exceptionIds: [old.id] })).toBe(1);
    expect((await page("state=resolved")).items).toMatchObject([{ id: old.id, resolution: "merchant" }]);
    expect((await page()).open).toBe(2);
  });
});

describe("settings", () => {
  it("are saved whole or not at all, and a changed rule has shipments looked at again", async () => {
    const shop = await makeShop();
    const id = await makeShipment(shop.id);
    await setGuideDismissed(context, { shopId: shop.id, dismissed: true });
    expect(await saveSettings(context, { shopId: shop.id, values: { brand: { color: "red" }, supportEmail: "a@b.example" } })).toEqual({
      ok: false, errors: { "brand.color": expect.stringContaining("#") as string },
    });
    expect(await saveSettings(context, { shopId: shop.id, values: { supportEmail: "a@b.example" } })).toEqual({ ok: true });
    expect((await read(id)).nextRuleAt).toBeNull();
    expect(await saveSettings(context, { shopId: shop.id, values: { rules: { "stuck-in-transit": { days: 5 } } } })).toEqual({ ok: true });
    expect((await read(id)).nextRuleAt?.getTime()).toBe(NOW);
    const stored = await db.prisma.shop.findUniqueOrThrow({ where: { id: shop.id } });
    const home = await presentHome(db.prisma, { shop: stored, names, now: NOW });
    expect(home.setup).toEqual({ dismissed: true, synced: false, connections: 0, deliveryEmailsTwice: true });
    const off = { ...stored, settings: { writeBack: { enabled: false } } };
    expect((await presentHome(db.prisma, { shop: off, names, now: NOW })).setup).toMatchObject({ deliveryEmailsTwice: false });
    expect(home.figures.waiting).toBe(1);
  });
});

describe("connections", () => {
  it("keep their address and hide their secrets, and tell how they are", async () => {
    const shop = await makeShop();
    const shipment = await makeShipment(shop.id);
    const connect = (api_key: string) => connectCarrier(context, { shopId: shop.id, provider: "acme", fields: { api_key } });
    expect(await connect("")).toMatchObject({ ok: false, errors: { api_key: "Key is needed." } });
    expect(await connect("wrong")).toEqual({ ok: true, shipments: 1 });
    expect((await read(shipment)).nextPollAt?.getTime()).toBe(NOW);
    expect(await testConnection(context, { shopId: shop.id, provider: "acme" })).toEqual({ ok: false, message: "The key is refused." });
    const present = () => presentConnections(db.prisma, { shop: { ...shop, currency: "USD" }, providers: context.carriers.all, secrets, names, appUrl: context.appUrl, now: NOW });
    const before = (await present()).connected[0];
    expect(before).toMatchObject({ code: "acme", health: { failing: true, lastError: "The key is refused.", callsPerDay: 100 } });
    expect(before?.webhookUrl).toMatch(/^https:\/\/app\.example\/hooks\/acme\/[\w-]{27}$/);

    await connect("right");
    expect(await testConnection(context, { shopId: shop.id, provider: "acme" })).toMatchObject({ ok: true });
    const after = await present();
    expect(after.connected[0]?.webhookUrl).toBe(before?.webhookUrl);
    expect(after.connected[0]?.health.failing).toBe(false);
    expect(JSON.stringify(after)).not.toContain("right");
    expect((await db.prisma.carrierConnection.findFirstOrThrow({ where: { shopId: shop.id } })).credentials).not.toContain("right");

    const limits = (fields: Record<string, string>) => saveConnectionLimits(context, { shopId: shop.id, provider: "acme", decimals: 2, fields });
    expect(await limits({ dailyLimit: "0", unitCost: "a lot", monthlyLimit: "1.234" })).toMatchObject({ ok: false, errors: { dailyLimit: expect.any(String), unitCost: expect.any(String), monthlyLimit: expect.any(String) } });
    expect(await limits({ dailyLimit: "", unitCost: "", monthlyLimit: "5" })).toMatchObject({ ok: false, errors: { unitCost: expect.stringContaining("price") } });
    expect(await limits({ dailyLimit: "40", unitCost: "0,02", monthlyLimit: "12.5" })).toEqual({ ok: true });
    await db.prisma.carrierConnection.updateMany({ where: { shopId: shop.id }, data: { calls: 10, callsOn: new Date(NOW).toISOString().slice(0, 10), units: 100, unitsOn: new Date(NOW).toISOString().slice(0, 7) } });
    expect((await present()).connected[0]?.health).toMatchObject({
      callsToday: 10, callsPerDay: 40, callsLeft: 30, spentMinor: 200, monthlyLimitMinor: 1_250, limits: { dailyLimit: "40", unitCost: "0.02", monthlyLimit: "12.5" },
    });

    const route = (carrier: string, choice: string) => saveRoute(context, { shopId: shop.id, carrier, choices: { acme: choice, other: "first" } });
    expect(await route("nobody knows", "first")).toMatchObject({ ok: false, errors: { carrier: expect.any(String) } });
    expect(await route("evri", "never")).toEqual({ ok: true });
    expect((await present()).routes).toEqual([{ carrier: "evri", name: "Evri", first: [], never: ["acme"] }]);
    expect(await route("evri", "usual")).toEqual({ ok: true });
    expect((await present()).routes).toEqual([]);

    expect(await disconnectCarrier(context, { shopId: (await makeShop()).id, provider: "acme" })).toBe(false);
    expect(await disconnectCarrier(context, { shopId: shop.id, provider: "acme" })).toBe(true);
    expect((await present()).available).toMatchObject([{ code: "acme" }]);
  });
});

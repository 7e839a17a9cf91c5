import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { clientAddress } from "~/integrations/limits/client-address";
import { createTrustedProxies } from "~/integrations/limits/trusted-proxies";
import { action as postEvents, loader as getEvents } from "~/routes/api.v1.tracking-events";
import { action as postShipments } from "~/routes/api.v1.shipments";
import { loader as getShipment } from "~/routes/api.v1.shipments_.$number";
import { createApiKey, listApiKeys, revokeApiKey } from "~/use-cases/api/keys";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
const NUMBER = "1Z999AA10123456784";
let context: ReturnType<typeof testContext>;
let dependencies: object;
let shop: Fixture;
let key: string;

beforeAll(async () => {
  context = testContext(await openTestDatabase(), { now: NOW });
});
afterAll(() => context.db.close());
beforeEach(async () => {
  dependencies = { useCases: context };
  shop = await makeShop(context.db, NOW - 86_400_000, { secrets: context.secrets });
  key = await newKey(shop.shopId);
});

async function newKey(shopId: string): Promise<string> {
  const made = await createApiKey(context, { shopId, name: "Warehouse" });
  if (!made.ok) throw new Error("no key");
  return made.key;
}
interface Body {
  results?: { index: number; status: string; shipment_ids: string[]; carrier?: string; notes?: string[]; errors?: { path: string; message: string }[] }[];
  summary?: Record<string, number>;
  shipments?: { number: string; status: string; order: string | null; events: { status: string; source: string }[] }[];
  error?: { code: string; message: string; errors?: { path: string; message: string }[] };
}
const proxies = createTrustedProxies(["private"]);
async function call(handler: typeof postEvents | typeof getShipment, body: unknown, more: { key?: string | null; headers?: Record<string, string>; number?: string; method?: string; from?: string } = {}) {
  const method = more.method ?? (body === undefined ? "GET" : "POST");
  const bearer = more.key === undefined ? key : more.key;
  const request = new Request("https://milepost.example/api/v1/x", {
    method,
    headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...(body === undefined ? {} : { "content-type": "application/json" }), ...more.headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await handler({ request, params: { number: more.number ?? "" }, context: {
    dependencies,
    clientAddress: ({ byShopify }: { byShopify: boolean }) => clientAddress({ peer: more.from ?? null, forwardedFor: request.headers.get("x-forwarded-for"), byShopify }, proxies),
  } } as unknown as ActionFunctionArgs & LoaderFunctionArgs);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}
const scan = (more: object = {}) => ({ number: NUMBER, occurred_at: "2026-11-09T10:00:00+01:00", status: "IN_TRANSIT", ...more });
const shipment = (id: string) => context.db.prisma.shipment.findUniqueOrThrow({ where: { id } });

describe("shipments", () => {
  it("are registered, each by itself; what is wrong is named by its place", async () => {
    const { status, body } = await call(postShipments, {
      shipments: [
        { number: NUMBER },
        { number: "9400111899223100001234", carrier: "USPS", order: "#1001", shipped_at: "2026-11-08", destination_country: "de" },
        { number: "hello", carier: "UPS", destination_country: "Atlantis" },
        { number: "LOCAL-555", carrier: "Uncle Bob", order: "#77" },
        { number: "local-5 55" },
        7,
      ],
    });
    expect(status).toBe(200);
    expect(body.summary).toEqual({ created: 2, updated: 0, unchanged: 2, failed: 2 });
    expect(body.results?.map((each) => each.status)).toEqual(["unchanged", "created", "failed", "created", "unchanged", "failed"]);
    expect(body.results?.[1]).toMatchObject({ carrier: "usps" });
    expect(body.results?.[2]?.errors?.map((each) => each.path).sort()).toEqual(["shipments[2].carier", "shipments[2].destination_country", "shipments[2].number"]);
    expect(body.results?.[3]).toMatchObject({ notes: ["order_not_found"], carrier: null });
    expect(body.results?.[4]).toMatchObject({ notes: ["the same number as shipments[3]"] });
    expect(body.results?.[5]?.errors).toEqual([{ path: "shipments[5]", message: "Send an object with a tracking number." }]);
    expect(await shipment(body.results?.[1]?.shipment_ids[0] ?? "")).toMatchObject({ orderId: shop.orderId, destinationCountry: "DE", nextPollAt: new Date(NOW) });
    expect((await call(postShipments, { shipments: [{ number: "LOCAL-555" }] })).body.summary).toMatchObject({ unchanged: 1 });
  });

  it("are told with their scans, to their own shop alone", async () => {
    await call(postEvents, { events: [scan()] });
    const told = await call(getShipment, undefined, { number: "1z999aa1 0123456784" });
    expect(told.body.shipments).toMatchObject([{ number: NUMBER, order: "#1001", status: "IN_TRANSIT", events: [{ status: "IN_TRANSIT", source: "api" }] }]);
    const stranger = await makeShop(context.db, NOW);
    await context.db.prisma.shipment.update({ where: { id: stranger.shipmentId }, data: { number: "THEIRS1234", numberKey: "THEIRS1234" } });
    expect(await call(getShipment, undefined, { number: "THEIRS1234" })).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
  });
});

describe("tracking events", () => {
  it("are stored once, by their id or by what they say, and count as the shop's own word", async () => {
    const events = [scan({ id: "scan-1", description: "Left the hub", location: { city: "Kiel", country: "Germany" } }), scan({ occurred_at: "2026-11-10T09:00:00Z", status: "Delivered", detail: "neighbour" })];
    expect((await call(postEvents, { events })).body.summary).toMatchObject({ created: 2 });
    expect((await call(postEvents, { events })).body.summary).toMatchObject({ created: 0, unchanged: 2 });
    expect((await call(postEvents, { events: [scan({ id: "scan-1", description: "told otherwise" })] })).body.summary).toMatchObject({ unchanged: 1 });
    expect(await shipment(shop.shipmentId)).toMatchObject({ status: "DELIVERED", detail: "neighbour", eventCount: 2 });
    expect(await context.db.prisma.trackingEvent.findMany({ where: { shipmentId: shop.shipmentId }, orderBy: { at: "asc" } })).toMatchObject([
      { source: "api", provider: "api", place: { city: "Kiel", country: "DE" }, at: new Date("2026-11-09T09:00:00Z"), certainty: "exact" },
      { status: "DELIVERED" },
    ]);
  });

  it("that nobody understands are kept and counted, not guessed", async () => {
    expect((await call(postEvents, { events: [scan({ status: "Blorp" })] })).body.results).toMatchObject([{ status: "created", notes: ["not_understood"] }]);
    expect(await shipment(shop.shipmentId)).toMatchObject({ status: "PENDING", eventCount: 1 });
    expect(await context.db.prisma.unmappedCode.findFirst({ where: { shopId: shop.shopId } })).toMatchObject({ provider: "api", code: "Blorp", count: 1 });
  });

  it("are taken one by one, and every wrong field is named", async () => {
    const { body } = await call(postEvents, {
      events: [
        scan(), scan({ number: "NOBODY1234" }), scan({ occurred_at: "2026-11-09 10:00" }), scan({ occurred_at: "2026-11-09 10:00", time_zone: "Europe/Berlin" }),
        scan({ occurred_at: "2027-11-09T10:00:00Z", status: null }), scan({ detail: "locker" }), scan({ time_zone: "Mars", location: { city: 5 } }), {},
      ],
    });
    expect(body.summary).toEqual({ created: 1, updated: 0, unchanged: 1, failed: 6 });
    const paths = body.results?.map((each) => each.errors?.map((one) => one.path) ?? []);
    expect(paths).toEqual([
      [], ["events[1].number"], ["events[2].occurred_at"], [], ["events[4].occurred_at", "events[4].status"], ["events[5].detail"],
      ["events[6].time_zone", "events[6].location.city"], ["events[7].number", "events[7].occurred_at"],
    ]);
  });
});

describe("the door", () => {
  it("opens to a key that works, and to nothing else", async () => {
    for (const wrong of [null, "", "mpk_wrong", `mpk_${"a".repeat(43)}`]) {
      expect(await call(postEvents, { events: [scan()] }, { key: wrong })).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
    }
    const [row] = await listApiKeys(context, { shopId: shop.shopId });
    const stored = await context.db.prisma.apiKey.findUniqueOrThrow({ where: { id: row?.id ?? "" } });
    expect(JSON.stringify(stored)).not.toContain(key.slice(8));
    await call(postShipments, { shipments: [{ number: "LOCAL-556" }] });
    expect((await listApiKeys(context, { shopId: shop.shopId }))[0]?.lastUsedAt?.getTime()).toBe(NOW);
    const other = await makeShop(context.db, NOW);
    expect(await revokeApiKey(context, { shopId: other.shopId, id: row?.id ?? "" })).toBe(false);
    expect(await revokeApiKey(context, { shopId: shop.shopId, id: row?.id ?? "" })).toBe(true);
    expect((await call(postEvents, { events: [scan()] })).status).toBe(401);
    await context.db.prisma.shop.update({ where: { id: other.shopId }, data: { status: "uninstalled" } });
    expect((await call(getShipment, undefined, { key: await newKey(other.shopId), number: NUMBER })).status).toBe(401);
  });

  it("lets a key through so often and no more, and says when to come again", async () => {
    let last = await call(getShipment, undefined, { number: NUMBER });
    for (let count = 1; count <= 120; count += 1) last = await call(getShipment, undefined, { number: NUMBER });
    expect(last).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = await makeShop(context.db, NOW);
    expect((await call(getShipment, undefined, { key: await newKey(other.shopId), number: NUMBER })).status).toBe(200);
  });

  it("limits wrong keys by the address they come from, whatever their sender writes about it", async () => {
    const wrong = (count: number) => call(getShipment, undefined, { key: "mpk_no", from: "10.0.0.2", headers: { "x-forwarded-for": `198.51.100.${count}, 203.0.113.7` } });
    for (let count = 0; count < 30; count += 1) expect((await wrong(count)).status).toBe(401);
    const refused = await wrong(31);
    expect(refused).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    expect((await call(getShipment, undefined, { key: "mpk_no", from: "203.0.113.8" })).status).toBe(401);
  });

  it("never refuses a right key because of wrong ones from the same address", async () => {
    for (let count = 0; count < 40; count += 1) await call(getShipment, undefined, { key: `mpk_${"a".repeat(43)}`, from: "203.0.113.9" });
    expect((await call(getShipment, undefined, { key: "mpk_no", from: "203.0.113.9" })).status).toBe(429);
    expect((await call(getShipment, undefined, { number: NUMBER, from: "203.0.113.9" })).status).toBe(200);
  });

  it("leaves the limit by address out when the address cannot be known", async () => {
    for (let count = 0; count < 40; count += 1) {
      expect((await call(getShipment, undefined, { key: "mpk_no", from: "10.0.0.2" })).status).toBe(401);
    }
  });

  it("answers everything else in one shape", async () => {
    expect(await call(postEvents, "{", {})).toMatchObject({ status: 400, body: { error: { code: "invalid_json" } } });
    const large = await call(postEvents, "x".repeat(1_100_000));
    expect(large).toMatchObject({ status: 413, body: { error: { code: "too_large" } } });
    expect(large.headers.get("connection")).toBe("close");
    expect(await call(postEvents, "events=1", { headers: { "content-type": "text/plain" } })).toMatchObject({ status: 415 });
    expect(await call(postEvents, { events: [] })).toMatchObject({ status: 422, body: { error: { code: "invalid", errors: [{ path: "events" }] } } });
    expect(await call(postEvents, { events: Array.from({ length: 501 }, () => scan()) })).toMatchObject({ status: 422 });
    expect(await call(postEvents, [])).toMatchObject({ status: 422 });
    expect(await call(getEvents as unknown as typeof getShipment, undefined)).toMatchObject({ status: 405 });
    const broken = { ...context, db: { ...context.db, transaction: () => Promise.reject(new Error("secret detail")) } };
    dependencies = { useCases: broken };
    const failed = await call(postShipments, { shipments: [{ number: "LOCAL-557" }] });
    expect(failed).toMatchObject({ status: 500, body: { error: { code: "failed" } } });
    expect(JSON.stringify(failed.body)).not.toContain("secret detail");
  });

  it("never fails for what stands in a body", async () => {
    const anything = fc.oneof(fc.jsonValue(), fc.record({ number: fc.constantFrom(NUMBER, "x"), occurred_at: fc.oneof(fc.string(), fc.constant("2026-11-09")), status: fc.jsonValue(), location: fc.jsonValue() }, { requiredKeys: [] }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("events", "shipments"), fc.array(anything, { maxLength: 3 }), async (name, items) => {
        dependencies = { useCases: context };
        const answer = await call(name === "events" ? postEvents : postShipments, { [name]: items });
        expect([200, 422]).toContain(answer.status);
      }),
      { numRuns: 60 },
    );
  });
});
